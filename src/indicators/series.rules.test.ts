import { expect, test } from 'vitest';
import { breaksInWords, seriesBreaks } from './series.rules.ts';

const at = (period: string, communes: number | null = null) => ({ period, perimeter: communes === null ? null : { year: Number(period.slice(0, 4)), communes, datedByFile: true } });
const text = { fr: 'x', en: 'x' };
const found = (...given: Parameters<typeof seriesBreaks>): string[] => seriesBreaks(...given).map(({ period, kind, text: { fr } }) => `${period} ${kind} ${fr}`);

test('a perimeter that changes breaks a series, whatever the order of its readings', () => {
  expect(found({}, [at('2023', 46), at('2021', 44), at('2022', 45), at('2020', 44)])).toEqual(['2022 perimeter 45\u00a0communes', '2023 perimeter 46\u00a0communes']);
});

test('a commune has no perimeter, and a reading without a period is none', () => {
  expect(found({}, [at('2020'), at('2021'), at('', 46)])).toEqual([]);
});

test('a method may change at named periods, or every time', () => {
  const years = [at('2023-01-01'), at('2024-01-01'), at('2025-01-01')];
  expect(found({ methodBreaks: { at: ['2024'], text } }, years)).toEqual(['2024-01-01 method autre méthode']);
  expect(found({ methodBreaks: { at: ['2020', '2026'], text } }, years)).toEqual([]);
  expect(found({ methodBreaks: { at: 'everyPeriod', text } }, years)).toEqual(['2024-01-01 method autre méthode', '2025-01-01 method autre méthode']);
});

test('breaks in words: each with its year, and what breaks every time once', () => {
  const breaks = [{ period: '2022', text: '45 communes' }, { period: '2022', text: 'autre méthode' }, { period: '2023-01-01', text: '46 communes' }, { period: '2023-01-01', text: 'autre méthode' }];
  expect(breaksInWords(breaks, 3, 'fr')).toEqual(['45 communes dès 2022', 'autre méthode à chaque période', '46 communes dès 2023']);
  expect(breaksInWords(breaks, 4, 'en')).toEqual(['45 communes from 2022', 'autre méthode from 2022', 'autre méthode from 2023', '46 communes from 2023']);
  // Of two periods, one break is dated.
  expect(breaksInWords(breaks.slice(0, 1), 2, 'fr')).toEqual(['45 communes dès 2022']);
  expect(breaksInWords([], 3, 'fr')).toEqual([]);
});
