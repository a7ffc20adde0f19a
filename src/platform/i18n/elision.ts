/** A name after "de": "d’Alençon", "de Bordeaux". A first letter h is elided in persons' names only by some: it is not here. */
export const withDe = (name: string): string => (/^[AEIOUYÀÂÉÈÊËÎÏÔÖÛÜŒ]/i.test(name) ? `d’${name}` : `de ${name}`);
