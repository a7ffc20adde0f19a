import { formatCount, type Language } from '../platform/i18n/format.ts';
import type { Reading } from './indicator.schema.ts';

const communes = { one: 'commune', many: 'communes' };
const list: Record<Language, string> = { fr: 'liste', en: 'list' };

/** "46 communes": a commune is a commune in English too. */
export const communesText = (count: number, language: Language): string => formatCount(count, communes, language);

/**
 * The communes that a territory's value counts, as every page and document says them: "44 communes"; "46 communes (2024)"
 * where the year is not the figure's own; "46 communes (liste 2026)" where only the current list is known. Null for a
 * commune's value.
 */
export function perimeterText({ period, perimeter }: Pick<Reading, 'period' | 'perimeter'>, language: Language): string | null {
  if (!perimeter) return null;
  const count = communesText(perimeter.communes, language);
  if (!perimeter.datedByFile) return `${count} (${list[language]} ${perimeter.year})`;
  return period.slice(0, 4) === String(perimeter.year) ? count : `${count} (${perimeter.year})`;
}
