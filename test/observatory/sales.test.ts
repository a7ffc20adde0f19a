import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { freshDatabase, type TestDatabase } from '../support/database.ts';
import { importAsMetz, scratchFolder, sound } from './files.ts';

let database: TestDatabase;
const folder = scratchFolder();
beforeAll(async () => {
  database = await freshDatabase();
});
beforeEach(async () => {
  await database.drop();
  database = await freshDatabase();
});
afterAll(async () => {
  folder.remove();
  await database.drop();
});

const observations = async (): Promise<unknown[]> =>
  (await database.db.selectFrom('observatory.observation').select(['measure', 'area', 'period', 'value']).orderBy('measure').orderBy('area').execute()).map((one) => Object.values(one));

test.each([['plain', (csv: string) => csv], ['gzip', (csv: string) => gzipSync(csv)]] as const)('a sale counts once, whatever its rows; too few give no price (%s)', async (_what, pack) => {
  const report = await importAsMetz(database.db, folder.write('54.csv', pack(sound.dvf)));
  expect(report.message).toBeNull();
  expect(report.datasets).toEqual([expect.objectContaining({ source: 'dvf', vintage: '2025', read: 21, kept: 21, rejected: 0 })]);
  // Twelve prices from 1,000 to 2,100: their median is between the sixth and the seventh.
  expect(await observations()).toEqual([
    ['sales.flats', '54329', '2025', 1],
    ['sales.housePrice', '54558', '2025', 1550],
    ['sales.houses', '54558', '2025', 12],
  ]);
  const said = report.notices.join(' ').replaceAll(/[\u00a0\u202f]/g, ' ');
  expect(said).toMatch(/13 ventes d’un seul logement retenues ; laissées : 1 vente d’une autre nature[^,]+, 1 vente sans logement, 1 vente de plusieurs logements, 1 vente sans prix[^,]*, [^,]+, 1 vente sans surface/);
  expect(said).toMatch(/1 prix médian n’est pas donné : moins de 11 ventes/);
});

test('with --partial, a sale that has a row at fault is left out whole, and listed', async () => {
  const report = await importAsMetz(database.db, folder.write('54.csv', sound.dvf.replace('58.5', 'x')), { partial: true });
  expect(report).toMatchObject({ status: 'imported', datasets: [{ read: 21, kept: 20, rejected: 1 }] });
  expect(report.problems).toEqual([expect.stringMatching(/ligne 16, colonne « surface_reelle_bati »/)]);
  expect(await observations()).not.toContainEqual(['sales.flats', '54329', '2025', 1]);
});
