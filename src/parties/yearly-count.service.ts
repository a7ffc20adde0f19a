import { z } from 'zod';
import { success } from '../platform/result.ts';
import { useCase } from '../platform/use-case.ts';
import { countStore, type YearlyCount } from './privacy-count.store.ts';
import { yearlySums, type YearlySum } from './yearly-count.rules.ts';

const askedYear = z.object({ year: z.coerce.number().int().optional() });

export interface YearlyCounts {
  /** The latest year first. */
  sums: YearlySum[];
  /** The year told in detail: the one asked for, else the latest that is over; null when nobody was ever followed. */
  year: number | null;
  detail: YearlyCount[];
}

/** Persons followed, year by year; one of the years in detail. */
export const listYearlyCounts = useCase('yearlyCount.read', askedYear, async ({ input, actor, tx, clock }) => {
  const counts = await countStore(tx, actor.territory).list(Number(clock.today().slice(0, 4)));
  const sums = yearlySums(counts);
  const year = (sums.find((sum) => sum.year === input.year) ?? sums.find(({ countedAt }) => countedAt !== null) ?? sums[0])?.year ?? null;
  return success<YearlyCounts>({ sums, year, detail: counts.filter((count) => count.year === year) });
});
