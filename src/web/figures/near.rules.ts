/** Letters only, without accents or case: "Féy" and "fey" are the same. */
export const fold = (text: string): string =>
  text.normalize('NFD').replaceAll(/\p{Diacritic}/gu, '').toLowerCase().replaceAll(/œ/g, 'oe').replaceAll(/[^a-z0-9]+/g, ' ').trim();

/** Words that tell nothing of what is looked for. */
const small = new Set(['a', 'au', 'aux', 'd', 'de', 'des', 'du', 'en', 'et', 'l', 'la', 'le', 'les', 'of', 'par', 'pour', 'sur', 'the', 'un', 'une']);

/** One form for singular and plural: "loyers" and "loyer", "sociaux" and "social", "niveaux" and "niveau". */
export function stem(word: string): string {
  if (word.length < 4 || /\d/.test(word)) return word;
  if (/[^e]aux$/.test(word)) return `${word.slice(0, -3)}al`;
  return word.replace(/[sx]$/, '');
}

const stemsOf = (text: string): string[] => fold(text).split(' ').filter(Boolean).map(stem);

/** What is looked for, without the small words, unless there is nothing else. */
function wantedOf(asked: string): string[] {
  const words = fold(asked).split(' ').filter(Boolean);
  const telling = words.filter((word) => !small.has(word));
  return (telling.length > 0 ? telling : words).map(stem);
}

/**
 * What has a word beginning with each word asked. `textsOf` gives the name first, then what matters less and less:
 * found in the name comes before found in a definition.
 */
export function matching<Named>(asked: string, all: readonly Named[], textsOf: (one: Named) => readonly string[]): Named[] {
  const wanted = wantedOf(asked);
  if (wanted.length === 0) return [];
  const found = all.flatMap((one) => {
    const weight = weightOf(wanted, textsOf(one).map(stemsOf));
    return weight === null ? [] : [{ one, weight }];
  });
  return found.toSorted((a, b) => a.weight - b.weight).map(({ one }) => one);
}

function weightOf(wanted: readonly string[], texts: readonly string[][]): number | null {
  const name = texts[0] ?? [];
  if (name.join(' ') === wanted.join(' ')) return 0;
  const words = new Set<string>();
  for (const [at, text] of texts.entries()) {
    for (const word of text) words.add(word);
    if (!wanted.every((one) => [...words].some((word) => word.startsWith(one)))) continue;
    const place = at === 0 && name[0]?.startsWith(wanted[0] ?? '') ? 1 : 2 + at;
    // A whole word comes before the beginning of a longer one.
    return wanted.every((one) => words.has(one)) ? place : place + 0.5;
  }
  return null;
}
