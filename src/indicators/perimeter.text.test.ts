import { expect, test } from 'vitest';
import { perimeterText } from './perimeter.text.ts';

const at = (year: number, datedByFile: boolean, period: string, communes = 46) => ({ period, perimeter: { year, communes, datedByFile } });

test.each([
  ['the figure’s own year goes without saying', at(2023, true, '2023'), '46\u00a0communes', '46\u00a0communes'],
  ['nor does that of a day', at(2024, true, '2024-01-01', 1), '1\u00a0commune', '1\u00a0commune'],
  ['another year is said', at(2024, true, '2023'), '46\u00a0communes (2024)', '46\u00a0communes (2024)'],
  ['the current list is never passed off as the year’s perimeter', at(2026, false, '2023'), '46\u00a0communes (liste 2026)', '46\u00a0communes (list 2026)'],
  ['even in its own year', at(2026, false, '2026'), '46\u00a0communes (liste 2026)', '46\u00a0communes (list 2026)'],
  ['a commune’s value has none', { period: '2023', perimeter: null }, null, null],
])('%s', (_name, reading, fr, en) => expect([perimeterText(reading, 'fr'), perimeterText(reading, 'en')]).toEqual([fr, en]));
