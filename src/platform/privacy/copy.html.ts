import { svgText } from '../documents/svg/element.ts';
import { formatMoment } from '../i18n/moment.ts';
import { annotations } from './annotations/index.ts';
import type { PersonalCopy } from './copy.ts';
import type { Section } from './personal-area.ts';
import { processings, type ProcessingId } from './processings.ts';
import { retentionText } from './retention.rules.ts';
import { valueText } from './value.text.ts';

const text = (given: string): string => svgText(given);

/** The copy as a page that any browser opens, years from now, without this software. */
export function copyPage(copy: PersonalCopy): string {
  const processed = new Set<ProcessingId>(copy.areas.flatMap(({ sections }) => sections.flatMap(({ table }) => annotations[table]?.processings ?? [])));
  return `<!doctype html>
<html lang="fr"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>Copie de vos données</title>
<style>body{font:1.1rem/1.5 sans-serif;max-width:50rem;margin:2rem auto;padding:0 1rem;color:#1c2526}table{border-collapse:collapse;width:100%;margin-bottom:1.5rem}th,td{text-align:left;vertical-align:top;padding:.4rem .6rem;border-bottom:1px solid #ccc;overflow-wrap:anywhere}tbody th{width:14rem}</style>
</head><body><main>
<h1>Copie de vos données</h1>
<p>Cette copie a été faite le ${text(formatMoment(copy.madeAt, 'fr'))}. Les fichiers .json à côté de cette page portent les mêmes données, dans un format que d’autres logiciels lisent.</p>
${copy.areas.map(({ title, sections }) => `<h2>${text(title)}</h2>\n${sections.some(({ rows }) => rows.length > 0) ? sections.map(sectionHtml).join('\n') : '<p>Rien n’est enregistré ici.</p>'}`).join('\n')}
<h2>Pourquoi ces données sont ici</h2>
<dl>${[...processed].map((id) => `<dt><strong>${text(processings[id].title)}</strong></dt><dd>${text(processings[id].purpose)} ${text(processings[id].legalBasis)}</dd>`).join('')}</dl>
<h2>Ce qui n’est pas dans cette copie</h2>
<ul>${copy.withheld.map((line) => `<li>${text(line)}</li>`).join('')}</ul>
</main></body></html>
`;
}

function sectionHtml({ table, rows }: Section): string {
  const note = annotations[table];
  if (rows.length === 0 || !note) return '';
  const labelOf = (column: string): string => text(note.columns[column]?.[0] ?? column);
  const columns = Object.keys(rows[0] ?? {});
  const head = `<h3>${text(note.title)}</h3>\n<p>${text(retentionText(note.retention))}</p>`;
  const [only] = rows;
  if (rows.length === 1 && only) return `${head}<table><tbody>${columns.map((column) => `<tr><th scope="row">${labelOf(column)}</th><td>${text(valueText(column, only[column]))}</td></tr>`).join('')}</tbody></table>`;
  return `${head}<table><thead><tr>${columns.map((column) => `<th scope="col">${labelOf(column)}</th>`).join('')}</tr></thead><tbody>${rows.map((row) => `<tr>${columns.map((column) => `<td>${text(valueText(column, row[column]))}</td>`).join('')}</tr>`).join('')}</tbody></table>`;
}
