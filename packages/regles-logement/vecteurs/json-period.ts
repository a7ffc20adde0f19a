/** Whole months, counted from the year 0. */
interface Span { from: number; months: number }

const WRITTEN = /^(?:(month|year):)?(\d{4})(?:-(\d{1,2}))?(?::(\d+))?$/iu;

/** The months of `2021-03`, `2021`, `month:2021-03`, `month:2021-03:6`, `year:2020` or `ETERNITY`; undefined for what is none of these. */
export function spanOf(text: string): Span | undefined {
  if (/^eternity$/iu.test(text)) return { from: 0, months: Number.POSITIVE_INFINITY };
  const found = WRITTEN.exec(text.trim());
  if (!found) return undefined;
  const [, unit, year, month, count = '1'] = found;
  return { from: Number(year) * 12 + Number(month ?? 1) - 1, months: Number(count) * (unit?.toLowerCase() === 'year' || month === undefined ? 12 : 1) };
}

/** AAAA-MM. */
export const monthText = (month: number): string => `${String(Math.floor(month / 12)).padStart(4, '0')}-${String(month % 12 + 1).padStart(2, '0')}`;

export const isRecord = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null && !Array.isArray(value);

/**
 * What a variable is in `month`. A value without a period is that of the case's month `stated` alone.
 * @param whole months of the period looked for: an amount of a year is not twelve times that of a month
 */
export function valueIn(raw: unknown, month: number, stated: number, whole?: number): unknown {
  if (!isRecord(raw)) return month === stated || whole === 12 && Math.floor(month / 12) === Math.floor(stated / 12) ? raw : undefined;
  const spans = Object.entries(raw).flatMap(([period, value]) => {
    const span = spanOf(period);
    return span && span.from <= month && month < span.from + span.months && (whole === undefined || span.months === whole) ? [{ value, months: span.months }] : [];
  });
  return spans.toSorted((one, other) => one.months - other.months)[0]?.value;
}
