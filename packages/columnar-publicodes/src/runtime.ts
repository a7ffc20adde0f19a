import { civilQuarters, civilYears, days, months, quarters, years } from './dates.ts';

/** What emitted code may call; everything else it spells out. */
export const runtime = {
  /** 16 decimals, as every converted number; the identity from 0.5 up, where a decimal is finer than the float. */
  r16: (v: number): number => (v > -0.5 && v < 0.5 && v !== 0 ? +v.toFixed(16) : v),
  /** `n` rounded to `digits` decimals, ties up. */
  decimals: (n: number, digits: number): number => Math.round((n + Number.EPSILON) * 10 ** digits) / 10 ** digits,
  days,
  months,
  years,
  quarters,
  civilQuarters,
  civilYears,
} as const;

/** Makes a function of emitted code, which comes from rules and never from data. */
export function javascript<F>(parameters: readonly string[], body: string): F {
  // oxlint-disable-next-line typescript/no-implied-eval -- compiling to JavaScript is what this package is for
  const make = new Function(...Object.keys(runtime), `return function(${parameters.join(',')}){${body}}`) as (...helpers: unknown[]) => F;
  return make(...Object.values(runtime));
}
