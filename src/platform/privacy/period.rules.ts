import type { PlainDate } from '../clock.ts';

/**
 * The day some months later; at the end of a short month, its last day.
 * A period counted in months ends on the day of the same number, or else on the month's last (regulation 1182/71, article 3).
 */
export function monthsAfter(day: PlainDate, months: number): PlainDate {
  const [year, month, date] = day.split('-').map(Number) as [number, number, number];
  const first = new Date(Date.UTC(year, month - 1 + months, 1));
  const length = new Date(Date.UTC(first.getUTCFullYear(), first.getUTCMonth() + 1, 0)).getUTCDate();
  return new Date(Date.UTC(first.getUTCFullYear(), first.getUTCMonth(), Math.min(date, length))).toISOString().slice(0, 10);
}

/** The last day of which some months have passed today: what is dated by then has had its time, whole. */
export const monthsBefore = (day: PlainDate, months: number): PlainDate => monthsAfter(day, -months);

/** The moment some months earlier. */
export const instantMonthsBefore = (now: Date, months: number): Date =>
  new Date(`${monthsBefore(now.toISOString().slice(0, 10), months)}T${now.toISOString().slice(11)}`);
