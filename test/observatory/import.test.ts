import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { join } from 'node:path';
import type { Cell, Reading } from '../../src/indicators/index.ts';
import { contoursOf, observatoryIndicatorsOf } from '../../src/observatory/index.ts';
import { contentHash, freshDatabase, type TestDatabase } from '../support/database.ts';
import { clockAt, communesOfFrance, importAsMetz, nationalRpls, scratchFolder, sound, territoryOf } from './files.ts';
import { parquetFile } from './parquet.ts';

const observatoryIndicators = observatoryIndicatorsOf([]);

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

const importText = (name: string, content: string | Buffer, options: Parameters<typeof importAsMetz>[2] = {}) => importAsMetz(database.db, folder.write(name, content), options);

async function readings(territory: string, asOf = '2027-01-01'): Promise<Reading[]> {
  return observatoryIndicators.read(database.db, {
    territory: territoryOf(territory), asOf: new Date(`${asOf}T00:00:00Z`), indicators: observatoryIndicators.definitions.map((one) => one.id),
  });
}

const cellIn = (all: readonly Reading[], indicator: string, area: string, period: string): Cell | undefined =>
  all.find((one) => one.indicator === indicator && one.area === area && one.period === period)?.cell;
const number = (value: number): Cell => ({ kind: 'number', value });

/** Paris, by its intercommunality (Métropole du Grand Paris). */
const grandParis = '200054781';

test.each([
  ['abc', 'x.csv', sound.abc, {}, { source: 'abc', vintage: '2025-09-05', read: 4, kept: 4, keptInTerritory: 2, secret: 0, rejected: 0 }],
  ['Filosofi', 'x.csv', sound.filosofi, {}, { source: 'filosofi', vintage: '2021', read: 5, kept: 5, keptInTerritory: 4, secret: 19 }],
  ['RPLS', 'x.csv', sound.rpls, { vintage: '2024' }, { source: 'rpls', vintage: '2024-01-01', read: 4, kept: 4, keptInTerritory: 2, secret: 2 }],
  ['LOVAC 2025', 'x.csv', Buffer.from(sound.lovac, 'latin1'), {}, { source: 'lovac', vintage: '2025', read: 3, secret: 4 }],
  ['LOVAC 2026', 'x.csv', sound.lovac2026, {}, { source: 'lovac', vintage: '2026', read: 1, secret: 0 }],
  ['rents of 2018', 'x-maisons.csv', sound.rents2018, {}, { source: 'rents-house', vintage: '2018', read: 2, kept: 2 }],
  ['rents of 2025, Latin-1', 'pred-app-mef-dhup.csv', Buffer.from(sound.rents2025, 'latin1'), { vintage: '2025' }, { source: 'rents-flat', vintage: '2025', read: 2, keptInTerritory: 2 }],
  ['rents of 2025, small flats', 'pred-app12-mef-dhup-2025.csv', sound.rents2025, {}, { source: 'rents-flat-1-2', vintage: '2025' }],
  ['rents of 2025, large flats', 'x.csv', sound.rents2025, { vintage: '2025', product: 'app3' }, { source: 'rents-flat-3', vintage: '2025' }],
  ['population', 'x.csv', sound.population, {}, { source: 'population', vintage: '2021', read: 6, kept: 6, keptInTerritory: 1 }],
  ['employment zones', 'x.csv', sound.employmentZones, {}, { source: 'employment-zones', vintage: '2020', read: 3, kept: 2, rejected: 1 }],
  ['neighbourhoods', 'x.geojson', sound.qpv, {}, { source: 'qpv', vintage: '2024', read: 2, keptInTerritory: 2 }],
  ['contours', 'communes-2018.geojson', sound.contours, {}, { source: 'contours', vintage: '2018', read: 1 }],
  ['the housing base', 'base-cc-logement-2021.csv', sound.housing, {}, { source: 'census', vintage: '2021', read: 2, kept: 2, keptInTerritory: 2, secret: 0 }],
  ['times to allocation', 'x.csv', sound.sneDelay, { vintage: '2023' }, { source: 'sne-delay', vintage: '2023', read: 3, kept: 2, keptInTerritory: 1, secret: 1, rejected: 1 }],
  ['centroids', 'x.csv', sound.centroids, {}, { source: 'centroids', read: 2, kept: 2 }],
] as const)('reads %s, whatever the file’s name', async (_what, name, content, options, expected) => {
  const report = await importText(name, content, options);
  expect(report.message).toBeNull();
  expect(report.status).toBe('imported');
  expect(report.datasets).toEqual([expect.objectContaining(expected)]);
});

test('reads a Parquet series by intercommunality and leaves an empty year out', async () => {
  const path = join(folder.path, 'series.parquet');
  await parquetFile(path, `select * from (values ('200039865', 2023, 10.0, 1039.0, 903.0), ('200039865', 2024, 11.0, 1337.0, 1242.0), ('200039865', 2010, null, null, null)) t(code, annee, pxm2, logaut, logcom)`);
  const report = await importAsMetz(database.db, path);
  expect(report.datasets).toEqual([expect.objectContaining({ source: 'sitadel', vintage: '2024', read: 3, kept: 2, keptInTerritory: 2, rejected: 1 })]);
  const all = await readings('metz');
  expect(cellIn(all, 'construction.authorised', '200039865', '2024')).toEqual(number(1337));
  expect(cellIn(all, 'construction.started', '200039865', '2023')).toEqual(number(903));
});

test('a file of indicators makes one dataset for each source and vintage', async () => {
  const report = await importText('figures.csv', sound.generic);
  expect(report.datasets.map(({ source, vintage, read, secret }) => [source, vintage, read, secret])).toEqual([['lovac', '2025', 2, 1], ['sitadel', '2024', 1, 0], ['enquete', '2025', 1, 0]]);
  expect(report.notices.join()).toMatch(/local\.places/);
  const all = await readings('metz');
  expect(cellIn(all, 'private.vacant', '57463', '2025-01-01')).toEqual(number(4296));
  expect(cellIn(all, 'private.vacant', '57031', '2025-01-01')).toEqual({ kind: 'secret' });
  expect(cellIn(all, 'construction.started', '200039865', '2024')).toEqual(number(1242));
});

test('the housing base gives each of its censuses, with the decimals of its weights', async () => {
  await importText('base.csv', sound.housing);
  const found = await database.db.selectFrom('observatory.observation').select(['measure', 'period', 'value']).where('area', '=', '57463').where('measure', 'in', ['housing.vacant', 'population.households', 'housing.socialTenants']).orderBy('measure').orderBy('period').execute();
  expect(found).toEqual([
    { measure: 'housing.socialTenants', period: '2021', value: 15_000.5 }, { measure: 'housing.vacant', period: '2021', value: 7000 },
    { measure: 'population.households', period: '2015', value: 58_000 }, { measure: 'population.households', period: '2021', value: 60_000.25 },
  ]);
});

test('the same file again changes nothing, whatever its name', async () => {
  await importText('a.csv', sound.lovac);
  const before = await contentHash(database.db);
  expect((await importText('b.csv', sound.lovac)).status).toBe('alreadyImported');
  expect(await contentHash(database.db)).toBe(before);
});

test('two imports of one file at the same moment leave one dataset', async () => {
  const path = folder.write('c.csv', sound.lovac);
  const statuses = await Promise.all([importAsMetz(database.db, path), importAsMetz(database.db, path)]);
  expect(statuses.map((report) => report.status).toSorted()).toEqual(['alreadyImported', 'imported']);
  expect(await database.db.selectFrom('observatory.dataset').select('id').execute()).toHaveLength(1);
});

test('a newer vintage is added beside, and wins for the years they share', async () => {
  await importText('lovac.csv', sound.lovac, { clock: clockAt('2026-01-10') });
  await importText('lovac.csv', sound.lovac2026, { clock: clockAt('2026-05-10') });
  const all = await readings('metz');
  expect(cellIn(all, 'private.vacant', '57463', '2025-01-01')).toEqual(number(4290));
  expect(cellIn(all, 'private.vacant', '57463', '2026-01-01')).toEqual(number(4300));
  expect(cellIn(all, 'private.dwellings', '57463', '2024-01-01')).toEqual(number(52291));
  expect(cellIn(all, 'private.dwellings', '57463', '2025-01-01')).toEqual(number(52400));
  expect(cellIn(await readings('metz', '2026-03-01'), 'private.vacant', '57463', '2025-01-01')).toEqual(number(4296));
});

test('a corrected file supersedes for display; what was shown before can still be shown', async () => {
  await importText('a.csv', sound.abc, { clock: clockAt('2026-02-01') });
  await importText('b.csv', sound.abc.replace('Woippy;B1', 'Woippy;B2'), { clock: clockAt('2026-03-01') });
  const zone = async (asOf: string) => cellIn(await readings('metz', asOf), 'zoning.abc', '57751', '2025-09-05');
  expect(await zone('2026-02-15')).toEqual({ kind: 'category', value: 'B1' });
  expect(await zone('2026-04-01')).toEqual({ kind: 'category', value: 'B2' });
  expect(await zone('2026-01-01')).toBeUndefined();
});

test('districts and former communes stand under today’s commune', async () => {
  await importText('rpls.csv', sound.rpls, { vintage: '2024-01-01' });
  await importText('population.csv', sound.population);
  const paris = await readings(grandParis);
  expect(cellIn(paris, 'social.dwellings', '75056', '2024-01-01')).toEqual(number(1145 + 102));
  expect(cellIn(paris, 'population.municipal', '75056', '2021')).toEqual(number(15_800 + 20_800));
  const merged = await database.db.selectFrom('observatory.observation').select(['period', 'value']).where('area', '=', '01187').orderBy('period').execute();
  expect(merged).toEqual([{ period: '2019', value: 680 }, { period: '2020', value: 691 }, { period: '2021', value: 520 }]);
});

test('overseas codes of six digits are today’s codes', async () => {
  await importText('population.csv', sound.population);
  const found = await database.db.selectFrom('observatory.observation').select('value').where('area', '=', '97353').where('period', '=', '2021').execute();
  expect(found).toEqual([{ value: 9177 }]);
});

test('secret, missing and zero stay apart', async () => {
  await importText('lovac.csv', sound.lovac);
  await importText('filosofi.csv', sound.filosofi);
  await importText('rpls.csv', nationalRpls(), { vintage: '2024-01-01' });
  const all = await readings('metz');
  expect(cellIn(all, 'private.vacant', '57031', '2025-01-01')).toEqual({ kind: 'secret' });
  expect(cellIn(all, 'private.structuralVacancy', '57553', '2025-01-01')).toEqual(number(0));
  expect(cellIn(all, 'private.vacant', '57447', '2025-01-01')).toEqual({ kind: 'missing', reason: 'notInSource' });
  expect(cellIn(all, 'income.median', '57447', '2021')).toEqual({ kind: 'missing', reason: 'notInSource' });
  expect(cellIn(all, 'social.vacancyRate', '57452', '2024-01-01')).toEqual({ kind: 'secret' });
  // The commune of 4 dwellings hides 0 to 10 vacant ones, and RPLS has none where it lists none.
  expect(cellIn(all, 'social.dwellings', '200039865', '2024-01-01')).toEqual(number(17_274));
  expect(cellIn(all, 'social.vacancyRate', '200039865', '2024-01-01')).toMatchObject({ kind: 'interval' });
  expect(cellIn(all, 'income.median', '200039865', '2021')).toEqual({ kind: 'missing', reason: 'neverAggregated' });
  expect(cellIn(all, 'private.vacant', '200039865', '2025-01-01')).toEqual({ kind: 'missing', reason: 'partial' });
});

/** The neighbourhoods' file with a commune in every département. */
const nationalQpv = (without = ['57'], count = 900): string => {
  const file = JSON.parse(sound.qpv) as { features: unknown[] };
  const elsewhere = communesOfFrance(count, without).map((insee_com, at) => ({ type: 'Feature', properties: { insee_com, code_qp: `QN${String(at).padStart(5, '0')}M`, lib_qp: 'Centre' }, geometry: null }));
  return JSON.stringify({ ...file, features: [...file.features, ...elsewhere] });
};

test.each([
  ['an extract', sound.rpls, sound.qpv],
  ['a list without one département', nationalRpls().replaceAll(/^01\d+,.*\n/gm, ''), nationalQpv(['57', '01'])],
  ['a list of its largest communes', sound.rpls + communesOfFrance(15_000, ['57', '75']).map((code) => `${code},x,x,90,5,2,1,1,1,100\n`).join(''), nationalQpv(['57'], 700)],
])('%s of a list is no proof that the communes it leaves out have none', async (_what, rpls, qpv) => {
  const reports = [await importText('rpls.csv', rpls, { vintage: '2024-01-01' }), await importText('qpv.geojson', qpv)];
  for (const report of reports) expect(report.notices.join()).toMatch(/fichier partiel \([\d\u202f]+\u00a0communes de \d+\u00a0départements?/);
  const all = await readings('metz');
  expect(cellIn(all, 'social.dwellings', '57463', '2024-01-01')).toEqual(number(17_270));
  expect(cellIn(all, 'social.dwellings', '57447', '2024-01-01')).toEqual({ kind: 'missing', reason: 'notInSource' });
  expect(cellIn(all, 'social.dwellings', '200039865', '2024-01-01')).toEqual({ kind: 'missing', reason: 'partial' });
  expect(cellIn(all, 'social.vacancyRate', '200039865', '2024-01-01')).toEqual({ kind: 'missing', reason: 'partial' });
  expect(cellIn(all, 'zoning.qpvCount', '57447', '2024')).toEqual({ kind: 'missing', reason: 'notInSource' });
  expect(cellIn(all, 'zoning.qpvCount', '200039865', '2024')).toEqual({ kind: 'missing', reason: 'partial' });
});

test('a national list tells a territory that it has none, and a corrected one takes a commune back', async () => {
  const rural = '200000800';
  await importText('qpv.geojson', nationalQpv());
  const all = await readings(rural);
  const [first] = territoryOf(rural).communes.keys();
  expect(cellIn(all, 'zoning.qpvCount', first ?? '', '2024')).toEqual({ kind: 'missing', reason: 'noneListed' });
  expect(cellIn(all, 'zoning.qpvCount', rural, '2024')).toEqual({ kind: 'missing', reason: 'noneListed' });
  await importText('rpls.csv', nationalRpls(), { vintage: '2024-01-01', clock: clockAt('2026-02-01') });
  await importText('rpls.csv', nationalRpls().replace(/^57452,.*\n/m, ''), { vintage: '2024-01-01', clock: clockAt('2026-03-01') });
  const dwellings = async (asOf: string) => cellIn(await readings('metz', asOf), 'social.dwellings', '57452', '2024-01-01');
  expect(await dwellings('2026-02-15')).toEqual(number(4));
  expect(await dwellings('2026-04-01')).toEqual({ kind: 'missing', reason: 'noneListed' });
});

test('a national list cut in an overseas département does not speak for the rest of it', async () => {
  const cut = `${nationalRpls()}97411,x,x,90,5,2,1,1,1,100\n97412,x,x,90,5,2,1,1,1,100\n`;
  await importText('rpls.csv', cut, { vintage: '2024-01-01' });
  expect(cellIn(await readings('249740119'), 'social.dwellings', '249740119', '2024-01-01')).toEqual({ kind: 'missing', reason: 'partial' });
  expect(cellIn(await readings('metz'), 'social.dwellings', '200039865', '2024-01-01')).toEqual(number(17_274));
});

test('nor is a neighbourhoods’ list whose bad row was set aside', async () => {
  await importText('qpv.geojson', nationalQpv().replace('"insee_com":"57751"', '"insee_com":"57999"'), { partial: true });
  expect(cellIn(await readings('metz'), 'zoning.qpvCount', '200039865', '2024')).toEqual({ kind: 'missing', reason: 'partial' });
  expect(cellIn(await readings('metz'), 'zoning.qpvCount', '57751', '2024')).toEqual({ kind: 'missing', reason: 'notInSource' });
});

test('a complete list says how many communes of the territory it leaves out', async () => {
  const report = await importText('rpls.csv', nationalRpls(), { vintage: '2024-01-01' });
  expect(report.notices.join()).toMatch(/44\u00a0communes du territoire ne sont pas dans cette liste nationale/);
});

test('nor is a national list whose bad row was set aside', async () => {
  await importText('rpls.csv', nationalRpls().replace('57452,La Maxe', '57999,La Maxe'), { vintage: '2024-01-01', partial: true });
  expect(cellIn(await readings('metz'), 'social.dwellings', '200039865', '2024-01-01')).toEqual({ kind: 'missing', reason: 'partial' });
});

test('a département that a national list does not reach is not one without social dwellings', async () => {
  await importText('rpls.csv', nationalRpls(), { vintage: '2024-01-01' });
  const [first] = territoryOf('200060457').communes.keys();
  await importText('figures.csv', generic(`social.dwellings;${first ?? ''};2024-01-01;12;;rpls;2024;;`));
  const all = await readings('200060457');
  expect(cellIn(all, 'social.dwellings', first ?? '', '2024-01-01')).toEqual(number(12));
  expect(cellIn(all, 'social.dwellings', '200060457', '2024-01-01')).toEqual({ kind: 'missing', reason: 'partial' });
});

const generic = (...rows: readonly string[]): string => ['indicateur;zone;periode;valeur;secret;source;millesime;producteur;licence', ...rows, ''].join('\n');

test('a figure copied by hand never makes a sum complete, unless it says that the others have none', async () => {
  const metz = territoryOf('metz').currentCommunes.filter((code) => code !== '57463');
  await importText('a.csv', generic('social.dwellings;57463;2024-01-01;17270;;rpls;2024;;'));
  expect(cellIn(await readings('metz'), 'social.dwellings', '200039865', '2024-01-01')).toEqual({ kind: 'missing', reason: 'partial' });
  await importText('b.csv', generic(...metz.map((code) => `social.dwellings;${code};2024-01-01;aucun;;rpls;2024;;`)));
  const all = await readings('metz');
  expect(cellIn(all, 'social.dwellings', '57447', '2024-01-01')).toEqual({ kind: 'missing', reason: 'noneListed' });
  expect(cellIn(all, 'social.dwellings', '200039865', '2024-01-01')).toEqual(number(17_270));
});

test('a figure copied by hand stands behind the source’s own file, whatever its vintage and its day, and says what it is', async () => {
  const shown = async () => (await readings('metz')).find((one) => one.indicator === 'private.vacant' && one.area === '57463' && one.period === '2025-01-01');
  await importText('copie.csv', generic('private.vacant;57463;2025-01-01;1;;lovac;2026;;'), { clock: clockAt('2026-03-01') });
  expect(await shown()).toMatchObject({ cell: number(1), datasets: [{ title: expect.stringMatching(/repris dans un fichier d’indicateurs/) as unknown }] });
  await importText('lovac.csv', sound.lovac, { clock: clockAt('2026-01-10') });
  expect(await shown()).toMatchObject({ cell: number(4296), datasets: [{ title: expect.not.stringMatching(/repris/) as unknown }] });
});

test('a source that hides one part of a denominator hides the ratio', async () => {
  await importText('rpls.csv', nationalRpls().replace('57463,Metz (57),Metz,16000,700,400,100,50,20,17270', '57463,Metz (57),Metz,,700,400,100,50,20,17270'), { vintage: '2024-01-01' });
  expect(cellIn(await readings('metz'), 'social.vacancyRate', '57463', '2024-01-01')).toEqual({ kind: 'secret' });
});

test('contours are read back as they were given', async () => {
  await importText('communes-2018.geojson', sound.contours);
  const contours = await contoursOf(database.db, territoryOf('metz'), new Date('2027-01-01T00:00:00Z'));
  expect(contours).toEqual([{ commune: '57463', polygons: [[[[6.1, 49.1], [6.2, 49.1], [6.2, 49.2], [6.1, 49.1]]]], datasetId: expect.any(Number) as unknown }]);
});

test('a path that looks like a pattern names one file', async () => {
  const rows = (value: number): string => `select '200039865' as code, 2024 as annee, ${value}.0 as logaut, 1.0 as logcom`;
  await parquetFile(join(folder.path, 's1.csv'), rows(1));
  await parquetFile(join(folder.path, 's[1].csv'), rows(2));
  expect((await importAsMetz(database.db, join(folder.path, 's[1].csv'))).status).toBe('imported');
  expect(cellIn(await readings('metz'), 'construction.authorised', '200039865', '2024')).toEqual(number(2));
});

test('a neighbourhood shared by two communes counts once for the territory', async () => {
  await importText('qpv.geojson', nationalQpv());
  const all = await readings('metz');
  expect(cellIn(all, 'zoning.qpvCount', '57463', '2024')).toEqual(number(2));
  expect(cellIn(all, 'zoning.qpvCount', '200039865', '2024')).toEqual(number(3));
  expect(cellIn(all, 'zoning.qpvCount', '57447', '2024')).toEqual({ kind: 'missing', reason: 'noneListed' });
  expect(cellIn(all, 'zoning.qpvNames', '57751', '2024')).toEqual({ kind: 'category', value: 'Saint-Eloy, Roi' });
  expect(cellIn(all, 'zoning.qpvList', '57751', '2024')).toEqual({ kind: 'category', value: 'QN05723M, QN05726N' });
});

test('files that are known and give nothing by commune are named', async () => {
  const report = await importText('flux.csv', 'i,namei,j,namej,fij\n1,Metz,2,Nancy,300\n');
  expect(report).toMatchObject({ status: 'refused', datasets: [] });
  expect(report.message).toMatch(/fichier reconnu : flux domicile-travail entre aires urbaines/);
});
