/**
 * What a chart draws. The same four forms as an indicator's cell, and a category for maps: a gap is a gap, and neither
 * secret nor missing ever becomes zero.
 */
export type ChartCell =
  | { kind: 'number'; value: number }
  | { kind: 'interval'; low: number; high: number | null }
  | { kind: 'interval'; low: null; high: number }
  | { kind: 'category'; value: string }
  | { kind: 'secret' }
  | { kind: 'missing' };

/** From data to drawing, linear. */
export const linear = (from: readonly [number, number], to: readonly [number, number]) => {
  const span = from[1] - from[0] || 1;
  return (value: number): number => to[0] + ((value - from[0]) / span) * (to[1] - to[0]);
};

/** The bounds that a cell puts on the drawing's extent; nothing for secret, missing or a category. */
export function extentOf(cells: readonly ChartCell[]): [number, number] | null {
  const values = cells.flatMap((cell) => {
    if (cell.kind === 'number') return [cell.value];
    if (cell.kind === 'interval') return [cell.low, cell.high].filter((bound) => bound !== null);
    return [];
  });
  return values.length === 0 ? null : [Math.min(...values), Math.max(...values)];
}

/** Whether something is drawn at a height of its own. */
export const isValued = (cell: ChartCell): boolean => cell.kind === 'number' || cell.kind === 'interval';

/**
 * Widened to a tenth of the values at least, and to `least`: without it a change of 1 % would fall the whole height. What
 * is not negative stays so.
 */
export function roomy([low, high]: readonly [number, number], least = 0): [number, number] {
  const span = Math.max(least, Math.max(Math.abs(low), Math.abs(high)) * 0.1) || 1;
  const lacking = Math.max(0, span - (high - low)) / 2;
  const from = low >= 0 ? Math.max(0, low - lacking) : low - lacking;
  return [from, Math.max(high + lacking, from + span)];
}

/** Round ticks that cover [low, high]: 1, 2 or 5 times a power of ten apart. */
export function niceTicks(low: number, high: number, wanted: number): number[] {
  const [from, to] = low === high ? [low - Math.max(1, Math.abs(low) * 0.1), high + Math.max(1, Math.abs(high) * 0.1)] : [low, high];
  const rough = (to - from) / Math.max(1, wanted);
  const power = 10 ** Math.floor(Math.log10(rough));
  const step = [1, 2, 5, 10].map((factor) => factor * power).find((size) => size >= rough) ?? 10 * power;
  const first = Math.floor(from / step);
  const last = Math.ceil(to / step);
  return Array.from({ length: last - first + 1 }, (_, at) => Number(((first + at) * step).toPrecision(12)));
}

/** A year or a day as a position in time: `2025-01-01` stands at 2025, `2025-07-02` near 2025.5. */
export function timeOf(period: string): number {
  const [year, month = '1', day = '1'] = period.split('-');
  return Number(year) + (Number(month) - 1) / 12 + (Number(day) - 1) / 365;
}

/**
 * Upper bounds of up to five classes of strictly positive values: quantiles, rounded to two significant digits so that a
 * legend can be read, each class holding at least one value.
 */
export function classBounds(values: readonly number[], wanted = 5): number[] {
  const sorted = values.toSorted((a, b) => a - b);
  const last = sorted.at(-1);
  if (last === undefined) return [];
  const inner = Array.from({ length: wanted - 1 }, (_, at) => roundUp(sorted[Math.floor(((at + 1) * sorted.length) / wanted)] ?? last));
  const bounds = [...new Set([...inner.filter((bound) => bound < last), last])].toSorted((a, b) => a - b);
  return bounds.filter((bound, at) => sorted.some((value) => value <= bound && value > (bounds[at - 1] ?? -Infinity)));
}

/** Which class a value falls into, from 0. */
export const classOf = (value: number, bounds: readonly number[]): number => Math.max(0, bounds.findIndex((bound) => value <= bound));

function roundUp(value: number): number {
  if (value === 0) return 0;
  const unit = 10 ** (Math.floor(Math.log10(Math.abs(value))) - 1);
  return Number((Math.ceil(Number((value / unit).toPrecision(10))) * unit).toPrecision(12));
}
