/**
 * Numbers of firms that do not exist. They pass Luhn, as the software asks, and all begin with five zeros: the Sirene
 * file's smallest number is 000 325 175, and new ones are attributed upwards, far above.
 */
export const fictitiousPrefix = '00000';

/** A SIREN for the firm of this rank, from 1 to 999. */
export function fictitiousSiren(rank: number): string {
  if (!Number.isInteger(rank) || rank < 1 || rank > 999) throw new RangeError('a rank from 1 to 999');
  return withKey(fictitiousPrefix + String(rank).padStart(3, '0'));
}

/** The SIRET of a firm's establishment, by the order in which it was opened. */
export const fictitiousSiret = (siren: string, order: number): string => withKey(siren + String(order).padStart(4, '0'));

/** Adds the digit that makes Luhn's sum a multiple of ten. */
function withKey(digits: string): string {
  const sum = Array.from(digits).toReversed().reduce((total, digit, at) => {
    const value = Number(digit) * (at % 2 === 0 ? 2 : 1);
    return total + (value > 9 ? value - 9 : value);
  }, 0);
  return digits + String((10 - (sum % 10)) % 10);
}
