import { mkdirSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';
import { contentHash, freshDatabase, type TestDatabase } from '../support/database.ts';
import { workbookOf, zipOf } from './archives.ts';
import { importAsMetz, scratchFolder, sound } from './files.ts';
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

const importBytes = (name: string, content: string | Buffer, options: Parameters<typeof importAsMetz>[2] = {}) => importAsMetz(database.db, folder.write(name, content), options);

/** What was read, without the dataset's own number. */
const observations = () => database.db.selectFrom('observatory.observation').select(['measure', 'area', 'period', 'status', 'value', 'category']).orderBy('measure').orderBy('area').orderBy('period').execute();

describe('the same table, in each of its containers', () => {
  const plain = async (): Promise<unknown> => {
    await importBytes('plain.csv', sound.filosofi);
    const expected = await observations();
    await database.drop();
    database = await freshDatabase();
    return expected;
  };

  test.each([
    ['a zip', async () => zipOf({ 'cc_filosofi_2021_COM.csv': sound.filosofi })],
    ['a zip with a dictionary beside', async () => zipOf({ 'meta_cc_filosofi_2021.csv': 'COD_VAR;LIB_VAR\nMED21;Médiane\n', 'lisez-moi.pdf': '%PDF', 'donnees/cc_filosofi_2021_COM.csv': sound.filosofi })],
    ['a gzip', () => Promise.resolve(gzipSync(sound.filosofi))],
    ['a workbook', () => workbookOf(sound.filosofi, ';')],
    ['a workbook whose table has lines above', () => workbookOf(sound.filosofi, ';', ['Revenus et pauvreté', '', 'Champ : France'])],
  ])('%s', async (_what, content) => {
    const expected = await plain();
    const report = await importBytes('archive.bin', await content());
    expect(report.status, report.message ?? '').toBe('imported');
    expect(await observations()).toEqual(expected);
  });

  test('a Parquet file', async () => {
    const expected = await plain();
    const csv = folder.write('source.csv', sound.filosofi);
    const path = join(folder.path, 'filosofi.parquet');
    await parquetFile(path, `select * from read_csv('${csv}', delim = ';', header = true, all_varchar = true)`);
    const report = await importAsMetz(database.db, path);
    expect(report.status, report.message ?? '').toBe('imported');
    expect(await observations()).toEqual(expected);
  });

  test('a zip of the file already imported is already imported', async () => {
    await importBytes('a.csv', sound.abc);
    const before = await contentHash(database.db);
    expect((await importBytes('a.zip', await zipOf({ 'a.csv': sound.abc }))).status).toBe('alreadyImported');
    expect(await contentHash(database.db)).toBe(before);
  });

  test('the vintage stands in the name of the file that the archive holds', async () => {
    const report = await importBytes('rpls.zip', await zipOf({ 'rpls-communes-2024-01.csv': sound.rpls }));
    expect(report.datasets).toEqual([expect.objectContaining({ source: 'rpls', vintage: '2024-01-01' })]);
  });
});

describe('a damaged container is refused, and nothing changes', () => {
  const big = Buffer.alloc(80 * 1024 * 1024, '\n');
  const cases: readonly (readonly [string, string, () => Promise<Buffer>, readonly string[]])[] = [
    ['a zip cut short', 'a.zip', async () => (await zipOf({ 'a.csv': sound.abc.repeat(20) })).subarray(0, 120), ['archive zip', 'coupée ou abîmée']],
    ['a zip with a byte changed', 'b.zip', async () => {
      const zip = await zipOf({ 'a.csv': sound.abc });
      zip[60] = (zip[60] ?? 0) ^ 0xff;
      return zip;
    }, ['coupée ou abîmée']],
    ['a zip without a table', 'c.zip', () => zipOf({ 'carte.shp': 'x', 'carte.dbf': 'y' }), ['aucun fichier de données', 'carte.shp']],
    ['a zip of two known tables', 'd.zip', () => zipOf({ 'a.csv': sound.abc, 'b.csv': sound.filosofi }), ['plusieurs fichiers reconnus', 'a.csv, b.csv']],
    ['a zip of two unknown tables', 'e.zip', () => zipOf({ 'a.csv': 'x;y\n1;2\n', 'b.csv': 'x;z\n1;2\n' }), ['aucun fichier de données reconnu', 'a.csv, b.csv']],
    ['a zip of blanks without end', 'f.zip', () => zipOf({ 'a.csv': big }), ['200 fois']],
    ['a gzip of blanks without end', 'g.csv.gz', () => Promise.resolve(gzipSync(big)), ['200 fois']],
    ['a wrong row in a zip', 'h.zip', () => zipOf({ 'zonage.csv': sound.abc.replace('57751', '57999') }), ['h.zip, zonage.csv, ligne 3', 'commune inconnue']],
    ['a wrong row in a workbook', 'i.xlsx', () => workbookOf(sound.abc.replace('57751', '57999'), ';', ['Zonage', 'Champ']), ['i.xlsx, ligne 5', 'commune inconnue']],
    ['a missing column in a workbook', 'j.xlsx', () => workbookOf(sound.filosofi.replace('TP6021', 'X'), ';', ['Revenus']), ['j.xlsx, ligne 2', 'colonne « TP6021 »', 'colonne absente']],
    ['a workbook without a known table', 'k.xlsx', () => workbookOf('x;y\n1;2\n', ';'), ['source non reconnue', 'x, y']],
    ['a workbook whose code lost its zero', 'l.xlsx', () => workbookOf(sound.abc.replace('01001', '1001'), ';'), ['ligne 4', '« 1001 »', 'zéro de tête']],
  ];
  test.each(cases)('%s', async (_what, name, content, says) => {
    await importBytes('before.csv', sound.rents2018, { product: 'app' });
    const before = await contentHash(database.db);
    const report = await importBytes(name, await content());
    expect(report.status, JSON.stringify(report)).toBe('refused');
    for (const part of says) expect(report.message).toContain(part);
    expect(await contentHash(database.db)).toBe(before);
  });

  test('nothing is left on the disk', async () => {
    const archives = [['z.zip', await zipOf({ 'a.csv': sound.abc })], ['z2.zip', await zipOf({ 'a.csv': 'x;y\n1;2\n' })], ['z.xlsx', await workbookOf(sound.abc, ';')]] as const;
    // Other tests import at the same moment: this one looks in a folder of its own.
    const temporary = join(folder.path, 'temporary');
    mkdirSync(temporary);
    vi.stubEnv('TMPDIR', temporary);
    for (const [name, content] of archives) await importBytes(name, content);
    vi.unstubAllEnvs();
    expect(readdirSync(temporary)).toEqual([]);
  });
});
