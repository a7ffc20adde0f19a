import { scenarioWords } from '../messages/scenarios.ts';

const { list, one, components, comparison } = scenarioWords;

/** What each line of the comparison is called, on the page and in its files. */
export const lineWords = {
  ...components, perYear: list.perYear, total: list.total, deficit: list.stock, flux: list.flux, peak: list.peak, surplus: one.surplus, difference: comparison.difference,
} as const;
