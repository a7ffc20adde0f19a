import { formatDay, type Language } from './format.ts';

const parisDay = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Paris', dateStyle: 'short' });
const parisTime = new Intl.DateTimeFormat('fr-FR', { timeZone: 'Europe/Paris', hour: 'numeric', minute: '2-digit', hourCycle: 'h23' });

/** The day that a moment is in France, `YYYY-MM-DD`. */
export const dayOf = (at: Date): string => parisDay.format(at);

/** A moment in France, in full: `24 novembre 2026 à 11 h 05`; in English `24 November 2026 at 11:05`. */
export function formatMoment(at: Date, language: Language): string {
  const [hour, minute] = parisTime.format(at).split(':');
  const day = formatDay(dayOf(at), language);
  return language === 'fr' ? `${day} à ${Number(hour)}\u00a0h\u00a0${minute}` : `${day} at ${hour?.padStart(2, '0')}:${minute}`;
}
