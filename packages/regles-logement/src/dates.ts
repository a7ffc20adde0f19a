import type { DerivedDate } from './types.ts';

const FRENCH_DAY = /^'?(\d{2})\/(\d{2})\/(\d{4})'?$/;

/** Days since 1970-01-01 of `day` moved by whole months, then days; a day that the month lacks becomes its last one (31 January + 1 month = 28 or 29 February). */
export function moveDay(day: number, months: number, days: number): number {
  const from = new Date(day * 86_400_000);
  const month = from.getUTCMonth() + months;
  const last = new Date(Date.UTC(from.getUTCFullYear(), month + 1, 0)).getUTCDate();
  return Date.UTC(from.getUTCFullYear(), month, Math.min(from.getUTCDate(), last)) / 86_400_000 + days;
}

/** JJ/MM/AAAA as days since 1970-01-01; undefined when `text` is not such a day. */
export function dayNumber(text: unknown): number | undefined {
  const parts = typeof text === 'string' ? FRENCH_DAY.exec(text) : null;
  return parts ? Date.UTC(Number(parts[3]), Number(parts[2]) - 1, Number(parts[1])) / 86_400_000 : undefined;
}

export const frenchDayOf = (day: number): string => new Date(day * 86_400_000).toISOString().slice(0, 10).split('-').toReversed().join('/');

/**
 * The dates that follow from known ones, in days since 1970-01-01: what a compiled program is given beside the facts, as publicodes cannot add months.
 * @param dayOf the day of a date that is known; undefined for one that is not
 */
export function* followingDays(derived: readonly DerivedDate[], dayOf: (name: string) => number | undefined): Generator<readonly [name: string, day: number]> {
  for (const { name, from, months, days } of derived) {
    const start = dayOf(from);
    if (start !== undefined) yield [name, moveDay(start, months, days)];
  }
}

/** The situation with the dates that follow from the ones it gives; a date already given is kept. */
export function completeWith<Value>(derived: readonly DerivedDate[], situation: Readonly<Record<string, Value | string>>): Record<string, Value | string> {
  const whole: Record<string, Value | string> = { ...situation };
  for (const [name, day] of followingDays(derived, (from) => dayNumber(whole[from]))) whole[name] ??= frenchDayOf(day);
  return whole;
}
