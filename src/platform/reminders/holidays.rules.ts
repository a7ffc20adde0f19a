import type { PlainDate } from '../clock.ts';

/** Easter Sunday of a year of the Gregorian calendar (the computation of Meeus, Jones and Butcher). */
export function easter(year: number): PlainDate {
  const a = year % 19;
  const b = Math.floor(year / 100);
  const c = year % 100;
  const d = Math.floor(b / 4);
  const e = b % 4;
  const f = Math.floor((b + 8) / 25);
  const g = Math.floor((b - f + 1) / 3);
  const h = (19 * a + b - d - g + 15) % 30;
  const i = Math.floor(c / 4);
  const k = c % 4;
  const l = (32 + 2 * e + 2 * i - h - k) % 7;
  const m = Math.floor((a + 11 * h + 22 * l) / 451);
  const month = Math.floor((h + l - 7 * m + 114) / 31);
  const day = ((h + l - 7 * m + 114) % 31) + 1;
  return plainDate(year, month, day);
}

/**
 * The public holidays of a year: the eleven of article L3133-1 of the labour code, and the two more of Alsace and Moselle
 * (L3134-13), kept everywhere: a day without a reminder costs less than to ask where someone lives.
 */
export function holidays(year: number): ReadonlySet<PlainDate> {
  const fromEaster = (days: number): PlainDate => addDays(easter(year), days);
  return new Set([
    plainDate(year, 1, 1), fromEaster(1), plainDate(year, 5, 1), plainDate(year, 5, 8), fromEaster(39), fromEaster(50),
    plainDate(year, 7, 14), plainDate(year, 8, 15), plainDate(year, 11, 1), plainDate(year, 11, 11), plainDate(year, 12, 25),
    fromEaster(-2), plainDate(year, 12, 26),
  ]);
}

/** The calendar day some days after another. */
export const addDays = (day: PlainDate, days: number): PlainDate => new Date(Date.parse(`${day}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10);

const plainDate = (year: number, month: number, day: number): PlainDate => `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
