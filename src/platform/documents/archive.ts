import JSZip from 'jszip';
import type { PlainDate } from '../clock.ts';

/** Creation and change dates as Office writes them into its files. */
const written = /(<dcterms:(?:created|modified)[^>]*>)[^<]*(<)/g;

/**
 * An Office file packed again with one date everywhere and its parts in a fixed order: the same content gives the same
 * bytes. Workbooks inside (a chart's data) are packed again too. `amend` mends what a library writes wrong into a part.
 */
export async function settleArchive(bytes: Uint8Array, date: PlainDate, amend?: (xml: string) => string): Promise<Buffer> {
  const archive = await JSZip.loadAsync(bytes);
  const settled = new JSZip();
  const stamp = new Date(`${date}T00:00:00Z`);
  for (const name of Object.keys(archive.files).toSorted(contentTypesFirst)) {
    const entry = archive.files[name];
    if (!entry || entry.dir) continue;
    settled.file(name, await settledEntry(name, await entry.async('uint8array'), date, amend), { date: stamp, createFolders: false });
  }
  return settled.generateAsync({ type: 'nodebuffer', compression: 'DEFLATE', compressionOptions: { level: 6 } });
}

async function settledEntry(name: string, bytes: Uint8Array, date: PlainDate, amend: ((xml: string) => string) | undefined): Promise<Uint8Array> {
  if (name.endsWith('.xlsx')) return settleArchive(bytes, date);
  if (amend && name.startsWith('ppt/') && name.endsWith('.xml')) return Buffer.from(amend(Buffer.from(bytes).toString('utf8')));
  if (name !== 'docProps/core.xml') return bytes;
  return Buffer.from(Buffer.from(bytes).toString('utf8').replaceAll(written, `$1${date}T00:00:00Z$2`));
}

/** Some readers expect the list of content types at the head. */
const contentTypesFirst = (a: string, b: string): number => rank(a) - rank(b) || (a < b ? -1 : 1);
const rank = (name: string): number => (name === '[Content_Types].xml' ? 0 : 1);
