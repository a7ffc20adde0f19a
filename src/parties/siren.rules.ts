const laPoste = '356000000';

/** Whether nine digits are a SIREN: the last one is the check of the others (Luhn). */
export const isSiren = (digits: string): boolean => /^\d{9}$/.test(digits) && digits !== '000000000' && luhn(digits) % 10 === 0;

/**
 * Whether fourteen digits are a SIRET: a SIREN, then its establishment, Luhn over the whole. La Poste has more post
 * offices than Luhn leaves room for: there, the sum of the digits is a multiple of 5 (its head office follows Luhn).
 */
export function isSiret(digits: string): boolean {
  if (!/^\d{14}$/.test(digits) || !isSiren(digits.slice(0, 9))) return false;
  return luhn(digits) % 10 === 0 || (digits.startsWith(laPoste) && Array.from(digits).reduce((sum, digit) => sum + Number(digit), 0) % 5 === 0);
}

/** The company of an establishment. */
export const sirenOf = (siret: string): string => siret.slice(0, 9);

function luhn(digits: string): number {
  return Array.from(digits).toReversed().reduce((sum, digit, at) => {
    const value = Number(digit) * (at % 2 === 1 ? 2 : 1);
    return sum + (value > 9 ? value - 9 : value);
  }, 0);
}
