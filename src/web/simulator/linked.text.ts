/** A stretch of a text, with the page that it names. */
export interface TextPart { text: string; href?: string }

/** Sites that the rules name without `https://`. */
const sites = ['visale.fr', 'actionlogement.fr', 'caf.fr', 'demande-logement-social.gouv.fr'];
const address = new RegExp(String.raw`(https:\/\/[^\s,;)»]*[^\s,;)».]|(?<![\w.-])(?:www\.)?(?:${sites.map((site) => site.replaceAll('.', String.raw`\.`)).join('|')})(?![\w-]))`, 'u');

/** A text with its addresses as links: whole ones, and the sites that the rules name. */
export const linked = (text: string): TextPart[] =>
  text.split(address).filter(Boolean).map((part) => (!address.test(part) ? { text: part } : { text: part, href: part.startsWith('https:') ? part : `https://www.${part.replace(/^www\./, '')}` }));
