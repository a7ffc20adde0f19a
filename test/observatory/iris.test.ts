import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { irisObservationsOf } from '../../src/observatory/index.ts';
import { freshDatabase, type TestDatabase } from '../support/database.ts';
import { importAsMetz, scratchFolder, sound, territoryOf } from './files.ts';
import { parquetFile } from './parquet.ts';

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

const ofMetz = async (...measures: string[]): Promise<unknown[]> =>
  (await irisObservationsOf(database.db, territoryOf('metz'), measures, new Date('2027-01-01T00:00:00Z'))).map(({ measure, area, period, status, value }) => [measure, area, period, status, value]);

test('deciles stand under their IRIS; secret is told from what has no figure', async () => {
  const report = await importAsMetz(database.db, folder.write('x.csv', sound.filosofiIris));
  expect(report.message).toBeNull();
  expect(report.datasets).toEqual([expect.objectContaining({ source: 'filosofi-iris', vintage: '2021', read: 4, kept: 4, keptInTerritory: 3, secret: 3, rejected: 0 })]);
  expect(await ofMetz('iris.declared.d1', 'iris.declared.share.PCHO', 'iris.declared.povertyRate', 'iris.declared.share.PAUT')).toEqual([
    ['iris.declared.d1', '574630101', '2021', 'value', 7760],
    ['iris.declared.d1', '574630102', '2021', 'value', 610],
    ['iris.declared.povertyRate', '574630101', '2021', 'value', 0.29],
    ['iris.declared.povertyRate', '574630102', '2021', 'value', 0.63],
    ['iris.declared.share.PAUT', '574630101', '2021', 'value', 0.036],
    ['iris.declared.share.PAUT', '574630102', '2021', 'value', -0.001],
    ['iris.declared.share.PCHO', '574630101', '2021', 'value', 0.032],
    ['iris.declared.share.PCHO', '574630102', '2021', 'secret', null],
  ]);
});

test('disposable incomes are another measure, of any year', async () => {
  const report = await importAsMetz(database.db, folder.write('x.csv', sound.filosofiIris.replaceAll('DEC_', 'DISP_').replaceAll(/21(?=;|\n)/g, (year, at: number) => (at < sound.filosofiIris.indexOf('\n') + 30 ? '19' : year))));
  expect(report.datasets).toEqual([expect.objectContaining({ source: 'filosofi-iris', vintage: '2019' })]);
  expect(await ofMetz('iris.disposable.median')).toContainEqual(['iris.disposable.median', '574630101', '2019', 'value', 19_330]);
});

test('indicators of a third party keep their names and years, in CSV and in Parquet', async () => {
  const path = folder.write('x.csv', sound.irisIndicators);
  const report = await importAsMetz(database.db, path);
  expect(report.message).toBeNull();
  expect(report.datasets).toEqual([expect.objectContaining({ source: 'iris-indicators', vintage: '2022', read: 2, kept: 2, keptInTerritory: 1 })]);
  expect(report.datasets[0]?.title).toMatch(/composés par un tiers/);
  const measures = ['iris.men_tot_stock', 'iris.pop', 'iris.rev_med', 'iris.eco_txemp_1564', 'iris.men_vtcam', 'iris.ecosi_emp_vol'];
  const expected = [
    ['iris.eco_txemp_1564', '574630101', '2022', 'value', 61.2],
    ['iris.men_tot_stock', '574630101', '2016', 'value', 1200.4],
    ['iris.men_tot_stock', '574630101', '2022', 'value', 1250.25],
    ['iris.pop', '574630101', '2022', 'value', 2100],
    ['iris.rev_med', '574630101', '2021', 'value', 21_000],
  ];
  expect(await ofMetz(...measures)).toEqual(expected);
  await database.drop();
  database = await freshDatabase();
  const parquet = join(folder.path, 'x.parquet');
  await parquetFile(parquet, `select * from read_csv('${path}', delim = ',', header = true, types = {'code': 'varchar', 'men_tot_stock_22': 'double', 'men_vtcam_1622': 'double'})`);
  expect((await importAsMetz(database.db, parquet)).message).toBeNull();
  expect(await ofMetz(...measures)).toEqual(expected);
});

test.each([
  ['a value that is no number', "'nan'::double", /ligne 2, colonne « men_seul_pct_22 » : ce n’est pas un nombre \(trouvé « nan »\)/],
  ['an infinite value', "'inf'::double", /colonne « men_seul_pct_22 » : ce n’est pas un nombre/],
  ['a rate below zero', '-3.0', /colonne « men_seul_pct_22 » : valeur négative/],
])('%s is refused in a Parquet file', async (what, value, says) => {
  const parquet = join(folder.path, `${what}.parquet`);
  await parquetFile(parquet, `select '574630101' as code, 10.5 as men_tot_stock_22, ${value} as men_seul_pct_22, 3.5 as log_vac_pct_22`);
  const report = await importAsMetz(database.db, parquet);
  expect(report.status).toBe('refused');
  expect(report.message).toMatch(says);
  expect(await database.db.selectFrom('observatory.observation').select('area').execute()).toEqual([]);
});
