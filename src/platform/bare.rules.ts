/** A text without accents, capitals nor signs: to compare what somebody typed with a name. */
export const bare = (text: string): string => text.normalize('NFD').replaceAll(/\p{Mn}/gu, '').toLowerCase().replaceAll(/[^a-z0-9]+/g, ' ').trim();
