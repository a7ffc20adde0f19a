import { expect, test } from 'vitest';
import { periodText, spansYears } from './period.text.ts';

test.each([
  ['population.municipal', '2023', '2023', '2023'],
  ['social.dwellings', '2025-01-01', '1er\u00a0janvier 2025', '1\u00a0January 2025'],
  ['population.yearlyGrowth', '2023', 'par an, 2018-2023', 'a year, 2018-2023'],
  ['needs.retainedPerYear', '2021-2045', 'par an, 2021-2045', 'a year, 2021-2045'],
  ['population.yearlyGrowth', '', '', ''],
])('%s in “%s”', (indicator, period, fr, en) => expect([periodText(indicator, period, 'fr'), periodText(indicator, period, 'en')]).toEqual([fr, en]));

test('only what is a mean over years spans them', () => expect(['population.yearlyGrowth', 'population.municipal'].map(spansYears)).toEqual([true, false]));
