import { formatDay } from '../../platform/i18n/format.ts';
import { dayOf } from '../../platform/i18n/moment.ts';

/** `3 mars 2026`. */
export const frenchDay = (on: string | Date): string => formatDay(typeof on === 'string' ? on : dayOf(on), 'fr');
