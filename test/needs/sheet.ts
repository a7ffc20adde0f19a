import type { Territory } from '../../src/needs/otelo.schema.ts';

/**
 * The State's spreadsheet, line by line from the written formulas and apart from the rules that it judges: whole columns
 * of years, from the base year on.
 */
export function sheet(t: Territory): { peak: number; totals: Record<string, number> } {
  const n = t.projection - t.baseYear;
  const column = (of: (at: number) => number): number[] => Array.from({ length: n + 1 }, (_, at) => of(at));
  const H = column((at) => t.householdsByYear[t.baseYear + at]!);
  const dM = column((at) => (at === 0 ? 0 : H[at]! - H[at - 1]!));
  const span = t.horizonResorption - t.baseYear;
  const T = column((at) => (at === 0 ? 0 : dM[at]! + (at <= span ? t.stockDeficit! / span : 0)));
  const cumulated: number[] = [];
  for (const [at, value] of T.entries()) cumulated.push(at === 0 ? H[0]! : cumulated[at - 1]! + value);
  const peak = cumulated.indexOf(Math.max(...cumulated));

  const line = (from: number, to: number | undefined, end: number): number[] => column((at) => (to === undefined || end <= 0 ? from : at >= end ? to : from * (1 - at / end) + to * (at / end)));
  const v = line(t.longVacancyRateStart, t.longVacancyRateTarget, t.longVacancyTargetYear === undefined ? peak : t.longVacancyTargetYear - t.baseYear);
  const rs = line(t.secondaryRate, t.secondaryRateTarget, peak);
  const L = column((at) => H[at]! / (1 - v[at]! - t.shortVacancyRate - rs[at]!));
  const step = (rate: number[]): number[] => column((at) => (at === 0 || at > peak ? 0 : L[at]! * rate[at]! - L[at - 1]! * rate[at - 1]!));
  const short = step(column(() => t.shortVacancyRate)).map((value) => (value < 0 ? 0 : value));
  const second = step(rs);
  const long = step(v).map((value, at) => (T[at]! < 0 ? 0 : value < 0 && -value > T[at]! ? -T[at]! : value));

  const rate = t.rateDisappearance - t.rateRestructuring;
  const [renewal, need, surplus, parc] = [[0], [0], [0], [t.initialParc]];
  for (let at = 1; at <= n; at += 1) {
    const fresh = T[at]! + short[at]! + long[at]! + second[at]!;
    const raw = parc[at - 1]! * rate;
    renewal.push(raw >= 0 ? raw : fresh <= 0 ? 0 : -raw > fresh ? -fresh : raw);
    need.push(Math.max(0, fresh + renewal[at]!));
    surplus.push(Math.max(0, -fresh - renewal[at]!));
    parc.push(at > peak ? parc[at - 1]! : Math.max(0, parc[at - 1]! + need[at]! - surplus[at]!));
  }
  const toPeak = (values: number[]): number => values.slice(1, peak + 1).reduce((a, b) => a + b, 0);
  return {
    peak: t.baseYear + peak,
    totals: {
      demographicEvolution: toPeak(dM), renewalNeeds: toPeak(renewal), secondaryResidence: toPeak(second), longTermVacant: toPeak(long), shortTermVacant: toPeak(short), housingNeeds: toPeak(need),
      surplusHousing: surplus.reduce((a, b) => a + b, 0),
    },
  };
}
