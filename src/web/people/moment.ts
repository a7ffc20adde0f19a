import { formatDay } from '../../platform/i18n/format.ts';
import { partiesWords } from '../messages/parties.ts';

const day = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Paris', dateStyle: 'short' });
const hour = new Intl.DateTimeFormat('fr-FR', { timeZone: 'Europe/Paris', hour: 'numeric', minute: '2-digit', hourCycle: 'h23' });

/** `3 mars 2026`. */
export const frenchDay = (on: string | Date): string => formatDay(typeof on === 'string' ? on : day.format(on), 'fr');

/** `3 mars 2026 à 9 h 05`. */
export const frenchMoment = (at: Date): string => partiesWords.at(frenchDay(at), hour.format(at).replace(/^0/, '').replace(':', '\u00a0h\u00a0'));
