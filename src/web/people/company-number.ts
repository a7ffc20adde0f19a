const narrow = '\u202f';

/** A SIREN or a SIRET as it is read: `732 829 320`, `732 829 320 00074`. */
export const companyNumber = (digits: string): string => [digits.slice(0, 3), digits.slice(3, 6), digits.slice(6, 9), digits.slice(9)].filter((group) => group !== '').join(narrow);
