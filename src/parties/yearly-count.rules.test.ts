import { expect, test } from 'vitest';
import { countRows, yearlySums } from './yearly-count.rules.ts';

const counted = new Date('2026-01-02T02:00:00Z');

test('years are summed, the latest first, each with when it was counted', () => {
  const of = (year: number, persons: number, countedAt: Date | null) => ({ year, persons, countedAt });
  expect(yearlySums([])).toEqual([]);
  expect(yearlySums([of(2025, 3, counted), of(2025, 4, counted), of(2026, 1, null)])).toEqual([{ year: 2026, persons: 1, countedAt: null }, { year: 2025, persons: 7, countedAt: counted }]);
});

test('a row for each commune, or each kind of organisation; a band that nobody knows among the unknown', () => {
  const of = (commune: string, custodianKind: string, ageBand: string, persons: number) => ({ commune, custodianKind, ageBand, persons });
  const none = { 'under25': 0, '25-34': 0, '35-49': 0, '50-64': 0, '65+': 0, 'unknown': 0 };
  const counts = [of('57463', 'lettingService', '25-34', 2), of('57463', 'lettingService', '65+', 1), of('57463', 'association', '65+', 4), of('', 'lettingService', 'unknown', 5), of('', 'lettingService', '40-42', 1)];
  expect(countRows(counts, 'commune')).toEqual([{ of: '57463', bands: { ...none, '25-34': 2, '65+': 5 }, persons: 7 }, { of: '', bands: { ...none, unknown: 6 }, persons: 6 }]);
  expect(countRows(counts, 'custodianKind')).toEqual([{ of: 'lettingService', bands: { ...none, '25-34': 2, '65+': 1, 'unknown': 6 }, persons: 9 }, { of: 'association', bands: { ...none, '65+': 4 }, persons: 4 }]);
});
