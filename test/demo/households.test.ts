import { afterAll, beforeAll, expect, test } from 'vitest';
import { planHouseholds } from '../../demo/households.ts';
import { seeded } from '../../demo/random.ts';
import { communesOf, play, type Stage } from '../../demo/stage.ts';
import { employeesPopulation, syntheticRows } from '../../src/needs/index.ts';
import { populationApart } from '../../src/needs/employees/population/population.service.ts';
import { inventedSource } from '../../src/observatory/index.ts';
import { demonstrationIn } from '../../src/publishing/index.ts';
import { fixedClock } from '../../src/platform/clock.ts';
import { importAsMetz, scratchFolder, territoryOf } from '../observatory/files.ts';
import { irisIndicatorsFile, trueTerritory } from '../needs/truth.ts';
import { freshDatabase, type TestDatabase } from '../support/database.ts';

const territory = territoryOf('metz');
const now = new Date('2026-11-24T10:00:00Z');
const folder = scratchFolder();
let database: TestDatabase;
beforeAll(async () => {
  database = await freshDatabase();
  const stage: Stage = { db: database.db, territory, now, random: seeded('a'), origin: '', addressOf: () => '', communes: communesOf(territory) };
  await play(planHouseholds(stage), { signal: new AbortController().signal, done: () => {} });
}, 120_000);
afterAll(async () => {
  folder.remove();
  await database.drop();
});

const made = async () => {
  const found = await employeesPopulation(database.db, territory, 1, now);
  if (!found.ok) throw new Error(found.error.code);
  return found.value;
};

test('invented households at the territory’s size, that fit together, and say what they are', async () => {
  const { population, fit, datasets, isDemonstration, notes } = await made();
  expect(population.households).toBeGreaterThan(100_000);
  expect(population.households).toBeLessThan(120_000);
  for (const one of fit) expect([one.id, one.weightedError < 0.01, one]).toEqual([one.id, true, one]);
  expect(notes.filter((note) => note.includes('contradiction'))).toEqual([]);
  expect(new Set(population.zones.map(({ commune }) => commune))).toEqual(new Set(territory.currentCommunes));
  expect([isDemonstration, datasets.map(({ title }) => title)]).toEqual([true, [inventedSource.source]]);
});

test('a thread apart makes the very same one', async () => {
  const apart = await populationApart(database.db, territory, 1, now);
  const here = await made();
  if (!apart.ok) throw new Error(apart.error.code);
  expect({ ...apart.value, population: null }).toEqual({ ...here, population: null });
  const rows = (made: typeof here): string => [...syntheticRows(made.population)].join('');
  expect(rows(apart.value) === rows(here)).toBe(true);
});

test('nothing of it is published', async () => {
  expect(await demonstrationIn({ db: database.db, clock: fixedClock(now), territory })).toEqual({ organisations: 0, notes: [], datasets: [inventedSource.source], scenarios: [] });
});

test('real figures take the place of invented ones', async () => {
  const truth = trueTerritory([`${territory.currentCommunes[0] ?? ''}0000`], 3);
  const { message } = await importAsMetz(database.db, folder.write('indicateurs.csv', irisIndicatorsFile(truth)), { clock: fixedClock(new Date('2026-11-20T10:00:00Z')) });
  expect(message).toBeNull();
  const { population, isDemonstration, datasets } = await made();
  expect([isDemonstration, population.households, population.income, datasets.map(({ source }) => source)]).toEqual([false, truth.households.length, undefined, ['iris-indicators']]);
});
