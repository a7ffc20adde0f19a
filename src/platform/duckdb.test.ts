import { mkdirSync, mkdtempSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { csvToParquet } from './duckdb.parquet.ts';
import { parquetRelation, rowsOf, sqlPath, sqlText, withDuckDb } from './duckdb.ts';

let folder: string;
beforeEach(() => { folder = mkdtempSync(join(tmpdir(), 'ancrage-duckdb-')); });
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const read = (relation: string): Promise<unknown[][]> => withDuckDb((db) => rowsOf(db, `select * from ${relation}`));

test('a path is that of one file, whatever signs its name has and whatever stands beside it', async () => {
  const names = [
    'a\\b[1].parquet', 'a\\b1.parquet', 'a\\b.parquet', 'a/b1.parquet', 'a/b[1].parquet', 'a]b[1].parquet', 'a[b[1].parquet', 'aéb[1].parquet', 'axb[1].parquet', 'ab[1].parquet',
    'a[1].parquet', 'a1.parquet', '\\*?\\', '\\xx\\', 'a\\\\[x]', 'd\\e/f[1]\'s.parquet', 'd/e/f[1]\'s.parquet',
  ];
  await withDuckDb(async (db) => {
    for (const name of names) {
      mkdirSync(dirname(join(folder, name)), { recursive: true });
      await db.run(`copy (select ${sqlText(name)} as name) to ${sqlText(join(folder, 'made'))} (format parquet)`);
      renameSync(join(folder, 'made'), join(folder, name));
    }
    for (const name of names) expect(await rowsOf(db, `select * from ${parquetRelation(join(folder, name))}`)).toEqual([[name]]);
  });
});

describe('a CSV of ours as Parquet', () => {
  const names = [
    '007', '1.50', "'x", '=1+1', '-3', 'a"b', '"', '""', 'a;b', 'a,b', 'a\nb', 'a\r\nb', 'a\rb', ' x ', 'NULL', '#c', '\\', 'a\\"b', '\t', 'true',
    '2020-01-01', 'a\u0000b', '漢'.repeat(1 << 20), '"'.repeat(1 << 20),
  ];
  const cell = (text: string): string => `"${text.replaceAll('"', '""')}"`;

  test('texts and numbers are what they were, whatever they look like', async () => {
    const [csv, parquet] = [join(folder, 't.csv'), join(folder, 't.parquet')];
    writeFileSync(csv, `\uFEFFn;nom;montant\n${names.map((name, n) => `${n};${cell(name)};${n % 2 ? '' : '"1234,56"'}\n`).join('')}`);
    await csvToParquet(csv, parquet, [{ name: 'n', type: 'BIGINT' }, { name: 'nom', type: 'VARCHAR' }, { name: 'montant', type: 'DOUBLE' }], { separator: ';', decimal: ',' });
    expect(await read(parquetRelation(parquet))).toEqual(names.map((name, n) => [BigInt(n), name, n % 2 ? null : 1234.56]));
  });

  test('types do not follow the rows, nor columns the names of folders', async () => {
    const inside = join(folder, 'nom=99', 'x=[1]');
    mkdirSync(inside, { recursive: true });
    const [csv, parquet] = [join(inside, 't.csv'), join(inside, 't.parquet')];
    for (const [rows, expected] of [['', []], ['"5","",""\r\n6,1.5,2\r\n', [['5', null, null], ['6', 1.5, 2]]]] as const) {
      writeFileSync(csv, `nom,montant,rang\r\n${rows}`);
      await csvToParquet(csv, parquet, [{ name: 'nom', type: 'VARCHAR' }, { name: 'montant', type: 'DOUBLE' }, { name: 'rang', type: 'INTEGER' }], { separator: ',', decimal: '.' });
      expect(await read(parquetRelation(parquet))).toEqual(expected);
      expect(await read(`(select name, type from parquet_schema(${sqlPath(parquet)}) where type is not null)`)).toEqual([['nom', 'BYTE_ARRAY'], ['montant', 'DOUBLE'], ['rang', 'INT32']]);
    }
  });

  test('line ends of Windows are no part of the last cell', async () => {
    const [csv, parquet] = [join(folder, 't.csv'), join(folder, 't.parquet')];
    writeFileSync(csv, 'n,nom\r\n1,a\r\n2,"b"\r\n3,\r\n');
    await csvToParquet(csv, parquet, [{ name: 'n', type: 'INTEGER' }, { name: 'nom', type: 'VARCHAR' }], { separator: ',', decimal: '.' });
    expect(await read(parquetRelation(parquet))).toEqual([[1, 'a'], [2, 'b'], [3, null]]);
  });

  test('a full disk is told as such', async () => {
    const csv = join(folder, 't.csv');
    writeFileSync(csv, 'nom\nA\n');
    await expect(csvToParquet(csv, '/dev/full', [{ name: 'nom', type: 'VARCHAR' }], { separator: ',', decimal: '.' })).rejects.toMatchObject({ syscall: 'write', code: 'ENOSPC' });
  });
});
