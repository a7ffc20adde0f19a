import { withDe } from '../../platform/i18n/elision.ts';

/** A commune's name after "of" in French: "d’Augny", "du Ban-Saint-Martin", "de La Maxe", "de Metz". */
export function communeWithOf(name: string): string {
  if (name.startsWith('Le ')) return `du ${name.slice(3)}`;
  if (name.startsWith('Les ')) return `des ${name.slice(4)}`;
  return withDe(name);
}
