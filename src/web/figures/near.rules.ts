/** Letters only, without accents or case: "Féy" and "fey" are the same. */
export const fold = (text: string): string =>
  text.normalize('NFD').replaceAll(/\p{Diacritic}/gu, '').toLowerCase().replaceAll(/[^a-z0-9]+/g, ' ').trim();

/** What contains every word asked, names that begin with them first. */
export function matching<Named>(asked: string, all: readonly Named[], textsOf: (one: Named) => readonly string[]): Named[] {
  const words = fold(asked).split(' ').filter(Boolean);
  if (words.length === 0) return [];
  const found = all.flatMap((one) => {
    const texts = textsOf(one).map(fold);
    const whole = texts.join(' ');
    if (!words.every((word) => whole.includes(word))) return [];
    const first = texts[0] ?? '';
    const weight = first === words.join(' ') ? 0 : first.startsWith(words[0] ?? '') ? 1 : words.every((word) => first.includes(word)) ? 2 : 3;
    return [{ one, weight }];
  });
  return found.toSorted((a, b) => a.weight - b.weight).map(({ one }) => one);
}
