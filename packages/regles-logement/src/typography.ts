const NARROW = '\u202f';
const NO_BREAK = '\u00a0';

/** French text as it is set: digits grouped and signs bound by narrow spaces, a number bound to its unit, punctuation to its word. */
export const typeset = (text: string): string => text
  .replaceAll(/(?<=\d) (?=\d{3}(?!\d))/g, NARROW)
  .replaceAll(/(?<=\d) (?=[€%])/g, NARROW)
  .replaceAll(/(?<=\d) (?=(?:km|ans|mois|minutes|h|salariés|points|er)\b)/gu, NO_BREAK)
  .replaceAll(/ (?=[:;?!»])/g, NO_BREAK)
  .replaceAll('« ', `«${NO_BREAK}`);
