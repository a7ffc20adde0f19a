import JSZip from 'jszip';
import type { Tx } from '../database/database.ts';
import { copyPage } from './copy.html.ts';
import type { Attachment, PersonalArea, Section, Subject } from './personal-area.ts';

/** Everything the house gives back to a person. */
export interface PersonalCopy {
  madeAt: Date;
  areas: { id: string; title: string; sections: Section[] }[];
  attachments: Attachment[];
  /** What is not in it, and where to ask. */
  withheld: string[];
}

/** Asks each area for what it holds, within the rights of who asks. */
export async function gatherCopy(areas: readonly PersonalArea[], tx: Tx, subject: Subject, by: 'herself' | 'officer', madeAt: Date): Promise<PersonalCopy> {
  const copy: PersonalCopy = { madeAt, areas: [], attachments: [], withheld: [] };
  for (const area of areas) {
    const sections = await area.give(tx, subject);
    if (sections.length > 0) copy.areas.push({ id: area.id, title: area.title, sections });
    if (area.attachments) copy.attachments.push(...(await area.attachments(tx, subject)));
    copy.withheld.push(...(area.withheld?.(by) ?? []));
  }
  return copy;
}

/** One archive: a page to read, a JSON file an area for other software, the documents as they were given. */
export async function copyArchive(copy: PersonalCopy): Promise<Buffer> {
  const archive = new JSZip();
  const options = { date: copy.madeAt, createFolders: false };
  archive.file('lisez-moi.html', copyPage(copy), options);
  for (const { id, sections } of copy.areas) {
    archive.file(`${id}.json`, `${JSON.stringify(Object.fromEntries(sections.map(({ table, rows }) => [table, rows])), null, 2)}\n`, options);
  }
  for (const { name, bytes } of copy.attachments) archive.file(`documents/${name}`, bytes, options);
  return archive.generateAsync({ type: 'nodebuffer', compression: 'DEFLATE' });
}
