import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Reading } from '../../src/indicators/index.ts';
import { centroidsOf, listDatasets, observatoryIndicatorsOf, seedIfEmpty } from '../../src/observatory/index.ts';
import { contentHash, freshDatabase, type TestDatabase } from '../support/database.ts';
import { territoriesFolder, territoryOf, today } from './files.ts';

const observatoryIndicators = observatoryIndicatorsOf([]);

let database: TestDatabase;
const metz = territoryOf('metz');
const ids = observatoryIndicators.definitions.map((one) => one.id);
const read = (code: string): Promise<Reading[]> =>
  observatoryIndicators.read(database.db, { territory: territoryOf(code), asOf: new Date('2027-01-01T00:00:00Z'), indicators: ids });
const seed = (code: string): Promise<unknown> => seedIfEmpty({ db: database.db, clock: today, territory: territoryOf(code), territoriesFolder }, () => {});

beforeAll(async () => {
  database = await freshDatabase();
  await seed('metz');
});
afterAll(() => database.drop());

test('every indicator says what it is, how it is computed and where it comes from, in both languages', () => {
  expect(ids.length).toBeGreaterThanOrEqual(18);
  for (const one of observatoryIndicators.definitions) {
    for (const text of [one.label, one.shortLabel, one.definition, one.method, ...(one.secrecy ? [one.secrecy] : [])]) {
      expect(text.fr.length, one.id).toBeGreaterThan(1);
      expect(text.en.length, one.id).toBeGreaterThan(1);
    }
    expect(one.sources.length, one.id).toBeGreaterThan(0);
  }
});

test('the demonstration has the figures of Metz’s 46 communes, each with its dataset', async () => {
  const all = await read('metz');
  const known = all.filter((one) => one.cell.kind !== 'missing');
  expect(new Set(known.map((one) => one.indicator)).size).toBeGreaterThanOrEqual(20);
  expect(known.filter((one) => one.datasets.length === 0)).toEqual([]);
  for (const indicator of ['income.median', 'zoning.abc', 'rents.flat', 'population.municipal', 'private.vacant']) {
    expect(new Set(known.filter((one) => one.indicator === indicator && one.level === 'commune').map((one) => one.area)).size, indicator).toBe(46);
  }
  const territory = (indicator: string, period: string) => all.find((one) => one.indicator === indicator && one.area === '200039865' && one.period === period);
  expect(territory('population.municipal', '2023')).toMatchObject({ cell: { kind: 'number', value: 232_612 }, perimeter: { year: 2023, communes: 46, datedByFile: true } });
  expect(territory('population.municipal', '2021')?.perimeter).toEqual({ year: 2021, communes: 44, datedByFile: true });
  expect(territory('social.dwellings', '2024-01-01')?.cell).toEqual({ kind: 'number', value: 27_465 });
  expect(territory('private.structuralVacancy', '2025-01-01')?.cell).toEqual({ kind: 'interval', low: 3365, high: 3655 });
  expect(territory('private.dwellings', '2024-01-01')?.cell).toEqual({ kind: 'interval', low: 91_904, high: null });
  expect(territory('construction.started', '2020')?.cell).toEqual({ kind: 'number', value: 1121 });
  expect(territory('zoning.qpvCount', '2024')?.cell).toEqual({ kind: 'number', value: 8 });
  expect(territory('rents.flat', '2018')?.cell).toEqual({ kind: 'missing', reason: 'neverAggregated' });
});

test('a second start loads nothing', async () => {
  const before = await contentHash(database.db);
  await seed('metz');
  await seed('245400676');
  expect(await contentHash(database.db)).toBe(before);
});

test('each dataset has its licence and its counts, and the communes their centres', async () => {
  const datasets = await listDatasets(database.db, new Date('2027-01-01T00:00:00Z'));
  expect(datasets.every((one) => one.licence !== '' && one.producer !== '' && one.rowsRead === one.rowsKept + one.rowsRejected)).toBe(true);
  expect(await centroidsOf(database.db, metz, new Date('2027-01-01T00:00:00Z'))).toHaveLength(46);
});

test.each(['245400676', '249740119', '200018653'])('territory %s has its official populations, and nothing of Metz', async (code) => {
  const all = await read(code);
  const territory = territoryOf(code);
  expect(all.every((one) => one.area === code || territory.communes.has(one.area))).toBe(true);
  const known = all.filter((one) => one.cell.kind !== 'missing');
  expect([...new Set(known.map((one) => one.indicator))]).toEqual(['population.municipal']);
  expect([...new Set(known.map((one) => one.period))].toSorted()).toEqual(['2022', '2023']);
  expect(new Set(all.map((one) => one.indicator))).toEqual(new Set(ids));
  expect(all.find((one) => one.area === code && one.indicator === 'population.municipal')?.perimeter).toMatchObject({ datedByFile: false });
});

test('what was recorded later is not read as of an earlier day', async () => {
  const before = await observatoryIndicators.read(database.db, { territory: metz, asOf: new Date('2026-01-01T00:00:00Z'), indicators: ids });
  expect(before.every((one) => one.cell.kind === 'missing' && one.datasets.length === 0)).toBe(true);
});
