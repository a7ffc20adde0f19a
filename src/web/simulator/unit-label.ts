import { valueText } from '../../aids/index.ts';
import type { PageLanguage } from '../../platform/i18n/format.ts';

/** A unit beside its field: `€ par mois`, `ans`. */
export const unitLabel = (unit: string, language: PageLanguage): string => (unit.startsWith('€') ? `€ ${valueText(2, language, unit).replace(/^[^a-zA-Zà-ÿ]*/, '')}`.trim() : valueText(2, language, unit).replace(/^2[\s\u00a0\u202f]*/, ''));
