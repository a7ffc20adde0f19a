/** Where a spreadsheet may begin a formula (full-width signs too): at the start of a text, and after each sign at which some spreadsheet begins another cell. */
const formula = /(^|[;,\t\r\n])("*(?:\s*[=@＝＠]|[+＋－-]|[\t\r]))/g;
const number = /^-?\d+(?:[.,]\d+)?$/;

/**
 * A text as a cell of a CSV: what a spreadsheet would run as a formula gets an apostrophe, a number stays one. A French spreadsheet splits at
 * semicolons whatever the file's own separator, and may then see no quotes: a formula behind one is made text too.
 *
 * @param separators signs that quotes are put around, beside quotes and line ends
 */
export function csvCell(text: string, separators: string): string {
  const safe = number.test(text) ? text : text.replaceAll(formula, "$1'$2");
  const quoted = safe.includes('"') || safe.includes('\n') || safe.includes('\r') || separators.split('').some((sign) => safe.includes(sign));
  return quoted ? `"${safe.replaceAll('"', '""')}"` : safe;
}
