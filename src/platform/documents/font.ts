import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';

const require = createRequire(import.meta.url);
const folder = '@expo-google-fonts/atkinson-hyperlegible-next';
const weights = ['400Regular', '500Medium', '600SemiBold', '700Bold', '400Regular_Italic'] as const;

export const fontFamily = 'Atkinson Hyperlegible Next';

let loaded: Buffer[] | undefined;

/** The house's face as TrueType, which Typst reads; the pages' WOFF2 files are the same drawing. */
export const fontPaths = (): string[] => weights.map((weight) => require.resolve(`${folder}/${weight}/AtkinsonHyperlegibleNext_${weight}.ttf`));

export const fontFiles = (): Buffer[] => (loaded ??= fontPaths().map((path) => readFileSync(path)));

let covered: ReadonlySet<number> | undefined;

/** Spaces that a renderer makes from the face's own space. */
const spaces = new Set(['\n', '\t', '\u202f', '\u00a0', '\u2009']);

/**
 * The text with what the face cannot draw replaced by "?": PDF/UA forbids a glyph that stands for nothing, and one emoji in
 * a comment must not stop a committee's page. Compatibility forms that the face has are tried first.
 */
export function printable(text: string): string {
  const known = (covered ??= coverageOf(fontFiles()[0] ?? Buffer.alloc(0)));
  const draws = (letter: string): boolean => spaces.has(letter) || known.has(letter.codePointAt(0) ?? 0);
  let made = '';
  for (const letter of text.toWellFormed().normalize('NFC')) {
    if (draws(letter)) { made += letter; continue; }
    const compatible = letter.normalize('NFKC');
    made += Array.from(compatible).every(draws) ? compatible : '?';
  }
  return made;
}

/** `printable` for every text of a plain value, keys left as they are. */
export function printableData(value: unknown): unknown {
  if (typeof value === 'string') return printable(value);
  if (Array.isArray(value)) return value.map(printableData);
  if (value !== null && typeof value === 'object') return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, printableData(inner)]));
  return value;
}

/** Code points of a TrueType face, from its character map (format 4: the basic plane, all that this face has). */
function coverageOf(font: Buffer): ReadonlySet<number> {
  const found = new Set<number>();
  const map = tableOffset(font, 'cmap');
  for (let record = 0; record < font.readUInt16BE(map + 2); record += 1) {
    const at = map + font.readUInt32BE(map + 4 + 8 * record + 4);
    if (font.readUInt16BE(at) !== 4) continue;
    const segments = font.readUInt16BE(at + 6) / 2;
    for (let segment = 0; segment < segments; segment += 1) {
      const last = font.readUInt16BE(at + 14 + 2 * segment);
      for (let code = font.readUInt16BE(at + 16 + 2 * segments + 2 * segment); code <= last && code < 0xffff; code += 1) found.add(code);
    }
  }
  return found;
}

function tableOffset(font: Buffer, tag: string): number {
  for (let table = 0; table < font.readUInt16BE(4); table += 1) {
    const at = 12 + 16 * table;
    if (font.toString('latin1', at, at + 4) === tag) return font.readUInt32BE(at + 8);
  }
  throw new Error(`the face has no ${tag} table`);
}
