/** Letters that Unicode does not take apart into a base and an accent. */
const apart: readonly [RegExp, string][] = [[/œ/g, 'oe'], [/æ/g, 'ae'], [/ß/g, 'ss'], [/ø/g, 'o'], [/ł/g, 'l'], [/đ/g, 'd'], [/ı/g, 'i']];

/**
 * A name as it is searched and sorted: small letters and digits, without accents, words apart by one space. What is
 * typed in a search box goes through it too, so that « Müller », « muller » and « MÜLLER » are one.
 */
export function plainName(text: string): string {
  const base = text.normalize('NFKD').toLowerCase().normalize('NFKD').replaceAll(/\p{M}/gu, '');
  return apart.reduce((plain, [letter, letters]) => plain.replaceAll(letter, letters), base).replaceAll(/[^\p{L}\p{N}]+/gu, ' ').trim();
}

/** A person's name as it is searched: « family given ». */
export const searchText = ({ familyName, givenName }: { familyName: string; givenName: string }): string => plainName(`${familyName} ${givenName}`);
