import { existsSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DuckDBInstance } from '@duckdb/node-api';
import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { explain, ruleBook, writeFact, type Facts } from '../../src/aids/index.ts';
import { simulatePopulation, type PopulationReport } from '../../src/aids/index.ts';
import { wholeFacts } from './facts.ts';

const at = '2026-11-24';
const { aids, inputs } = ruleBook();
let folder: string;
beforeEach(() => { folder = mkdtempSync(join(tmpdir(), 'ancrage-people-')); });
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const put = (content: string | Buffer, name = 'personnes.csv'): string => {
  writeFileSync(join(folder, name), content);
  return join(folder, name);
};
const run = (file: string, out = 'resultats.csv', signal = new AbortController().signal) => simulatePopulation({ file, at, out: join(folder, out), signal, progress: () => {} });
const read = (file = 'resultats.csv'): Record<string, string>[] => parse(readFileSync(join(folder, file), 'utf8'), { columns: true });
async function ran(file: string, out?: string): Promise<PopulationReport> {
  const done = await run(file, out);
  if (!done.ok) throw new Error(JSON.stringify(done.error));
  return done.value;
}
async function duck(sql: string): Promise<Record<string, unknown>[]> {
  const instance = await DuckDBInstance.create(':memory:');
  const connection = await instance.connect();
  try {
    return (await (await connection.run(sql)).getRowObjectsJson());
  } finally {
    connection.closeSync();
    instance.closeSync();
  }
}

/** One apprentice to whom Mobili-Jeune is open, and one that is too old for it, by the law's own age (under 30). */
const columns = ['id', 'personne . âge', 'personne . activité', 'employeur . secteur', 'personne . nationalité', 'emploi . contrat'];
const people = [['A', '19', 'salarié', 'privé', 'européenne', 'apprentissage'], ['B', '30', 'salarié', 'privé', 'européenne', 'apprentissage']];
const file = (separator: string, rows: readonly (readonly string[])[] = people): string => `${[columns, ...rows].map((row) => row.join(separator)).join('\n')}\n`;
const ages = ['inconnu', 'non'];

describe('a file of people, however it is written', () => {
  test.each([
    ['commas', file(',')], ['semicolons', file(';')], ['tabs', file('\t')], ['a byte order mark', `\ufeff${file(';')}`], ['line ends of Windows', file(';').replaceAll('\n', '\r\n')], ['no last line end', file(',').trimEnd()],
    ['quotes', file(',').replaceAll(/[^,\n]+/g, '"$&"')], ['names of forms', file(',').replace(columns.join(','), 'id,personne-age,personne-activite,employeur-secteur,personne-nationalite,emploi-contrat')],
    ['capitals and lost accents', file(',').replaceAll('salarié', 'SALARIE').replaceAll('privé', 'Prive')], ['empty lines', file(',').replace('\nA', '\n\nA')],
  ])('%s', async (_, content) => {
    const report = await ran(put(content));
    expect(report).toMatchObject({ at, rows: 2, kept: 2, rejected: 0, ignoredColumns: [] });
    expect(report.rejects).toBeUndefined();
    expect(read().map(({ id }) => id)).toEqual(['A', 'B']);
    expect(read().map((row) => row['mobili-jeune'])).toEqual(ages);
    expect(report.aids['mobili-jeune']).toEqual({ yes: 0, no: 1, open: 1 });
    expect(readdirSync(folder).toSorted()).toEqual(['personnes.csv', 'resultats.csv']);
  });

  test('Parquet in and out says what CSV says', async () => {
    const csv = put(file(','));
    await ran(csv);
    const parquet = join(folder, 'personnes.parquet');
    await duck(`copy (select * from read_csv('${csv}')) to '${parquet}' (format parquet)`);
    await ran(parquet, 'depuis.csv');
    // A line of Parquet has no header above it.
    const unnumbered = (rows: readonly Record<string, string>[]) => rows.map((row) => ({ ...row, ligne: '' }));
    expect(unnumbered(read('depuis.csv'))).toEqual(unnumbered(read()));
    await ran(csv, 'resultats.parquet');
    const rows = await duck(`select * from '${join(folder, 'resultats.parquet')}'`);
    const text = (row: Record<string, unknown>) => Object.fromEntries(Object.entries(row).map(([name, value]) => [name, value === null ? '' : `${value as string | number | bigint}`]));
    expect(rows.map(text)).toEqual(read());
    expect(readdirSync(folder).filter((name) => name.includes('partiel'))).toEqual([]);
  });

  test('days, numbers and yes or no of Parquet keep their own types', async () => {
    const parquet = join(folder, 'personnes.parquet');
    await duck(`copy (select 19 as "personne-age", 390.5::decimal(10,2) as "logement-loyer", true as "logement-residence-principale", date '2026-11-04' as "logement-date-du-bail") to '${parquet}' (format parquet)`);
    expect(await ran(parquet)).toMatchObject({ rows: 1, kept: 1, rejected: 0 });
  });
});

describe('what cannot be read', () => {
  test('rows go aside with their line, column and reason; the others are kept', async () => {
    const rows = [...people, ['C', 'douze', 'salarié', 'privé', 'européenne', 'apprentissage'], ['D', '19', 'salarié'], ['E', '190', 'salarié', 'privé', 'européenne', 'apprentissage'], ['F', '19', 'roi', 'privé', 'européenne', 'apprentissage'], ['G', '', '', '', '', '']];
    const report = await ran(put(file(';', rows)));
    expect(report).toMatchObject({ rows: 7, kept: 3, rejected: 4, rejects: join(folder, 'resultats.csv.rejets.csv') });
    expect(read().map(({ ligne, id }) => [ligne, id])).toEqual([['2', 'A'], ['3', 'B'], ['8', 'G']]);
    expect(read('resultats.csv.rejets.csv').map(({ ligne, colonne, valeur }) => [ligne, colonne, valeur])).toEqual([['4', 'personne . âge', 'douze'], ['5', '', ''], ['6', 'personne . âge', '190'], ['7', 'personne . activité', 'roi']]);
    expect(read('resultats.csv.rejets.csv').map(({ attendu }) => attendu)).toEqual(['un nombre', '3 colonnes au lieu de 6', 'un nombre de 0 à 130', expect.stringContaining('salarié |')]);
  });

  test('lines are counted through quoted line ends', async () => {
    await ran(put('id;personne-age\n"A\nB";19\nC;x\n'));
    expect(read().map(({ ligne, id }) => [ligne, id])).toEqual([['2', 'A\nB']]);
    expect(read('resultats.csv.rejets.csv').map(({ ligne, valeur }) => [ligne, valeur])).toEqual([['4', 'x']]);
  });

  test('an unclosed quote keeps what came before, and says from where nothing can be read', async () => {
    const report = await ran(put('id,personne-age\nA,19\nB,"20\nC,21\n'));
    expect([report.kept, report.rejected]).toEqual([1, 1]);
    expect(read('resultats.csv.rejets.csv')[0]).toMatchObject({ ligne: '3', attendu: expect.stringContaining('ne se lit pas') as string });
  });

  test('the rejects of an earlier run do not stay beside a clean one', async () => {
    await ran(put('id,personne-age\nA,x\n'));
    await ran(put('id,personne-age\nA,19\n'));
    expect(existsSync(join(folder, 'resultats.csv.rejets.csv'))).toBe(false);
  });

  test.each([
    ['repeated columns', 'personne . âge,personne-age\n1,2\n', { code: 'people.repeated', columns: ['personne . âge'] }],
    ['no known column', 'nom,prénom\nx,y\n', { code: 'people.noFact', columns: ['nom', 'prénom'] }],
    ['an empty file', '', { code: 'people.empty' }],
    ['a file of line ends', '\n\n', { code: 'people.empty' }],
    ['bytes that are no text', Buffer.from([0x50, 0x4b, 3, 4, 0, 0, 1]), { code: 'people.notReadable' }],
    ['a cut Parquet', Buffer.from('PAR1xxxx'), { code: 'people.notReadable' }],
  ])('%s: refused, and nothing is written', async (_, content, error) => {
    const done = await run(put(content));
    expect(done).toMatchObject({ ok: false, error });
    expect(readdirSync(folder)).toEqual(['personnes.csv']);
  });

  test('a missing file, and one that is a folder', async () => {
    expect(await run(join(folder, 'absent.csv'))).toMatchObject({ ok: false, error: { code: 'people.missing' } });
    expect(await run(folder)).toMatchObject({ ok: false, error: { code: 'people.missing' } });
  });

  test('results that cannot be written where they are asked fail, and leave nothing', async () => {
    await expect(run(put(file(',')), join('absent', 'resultats.csv'))).rejects.toMatchObject({ code: 'ENOENT' });
    expect(readdirSync(folder)).toEqual(['personnes.csv']);
  });
});

test('a header alone gives a header', async () => {
  expect(await ran(put(`${columns.join(',')}\n`))).toMatchObject({ rows: 0, kept: 0 });
  expect(read()).toEqual([]);
});

test('columns that are no fact are named, and left', async () => {
  const report = await ran(put('id,prénom,personne-age\n1,Dominique,19\n'));
  expect(report.ignoredColumns).toEqual(['prénom']);
  expect(readFileSync(join(folder, 'resultats.csv'), 'utf8')).not.toContain('Dominique');
});

test('a workbook runs nothing of what was in the file', async () => {
  const formula = '=HYPERLINK("http://x.example")';
  await ran(put(`id,personne-age\n"${formula.replaceAll('"', '""')}",19\nB,"${formula.replaceAll('"', '""')}"\n-3,20\n`));
  expect(read().map(({ id }) => id)).toEqual([`'${formula}`, '-3']);
  expect(read('resultats.csv.rejets.csv').map(({ valeur }) => valeur)).toEqual([`'${formula}`]);
});

test('an interruption leaves nothing, and what stood there before stays', async () => {
  const csv = put(`id,personne-age\n${Array.from({ length: 40_000 }, (_, n) => `${n},${n % 90}`).join('\n')}\n1,x\n`);
  writeFileSync(join(folder, 'resultats.csv'), 'before');
  const controller = new AbortController();
  let calls = 0;
  const done = await simulatePopulation({ file: csv, at, out: join(folder, 'resultats.csv'), signal: controller.signal, progress: () => { calls += 1; controller.abort(); } });
  expect([calls, done]).toEqual([1, { ok: false, error: { code: 'interrupted' } }]);
  expect(readdirSync(folder).toSorted()).toEqual(['personnes.csv', 'resultats.csv']);
  expect(readFileSync(join(folder, 'resultats.csv'), 'utf8')).toBe('before');
});

test('each line is what the same person is told', async () => {
  const names = [...inputs.keys()].filter((name) => name !== 'date');
  const persons = fc.sample(fc.tuple(wholeFacts(), fc.subarray(names)), { numRuns: 150, seed: 20_261_124 }).map(([whole, kept], n): Facts => (n % 2 ? whole : Object.fromEntries(Object.entries(whole).filter(([name]) => kept.includes(name)))));
  const csv = put(`${names.join(';')}\n${persons.map((facts) => names.map((name) => (name in facts ? writeFact(facts[name] as never) : '')).join(';')).join('\n')}\n`);
  expect(await ran(csv)).toMatchObject({ kept: persons.length, rejected: 0 });
  const seen = new Set<string>();
  for (const [position, row] of read().entries()) {
    const told = explain(persons[position] ?? {}, at);
    for (const { aid, outcome, amount } of told.aids) {
      const expected = outcome === 'yes' ? 'oui' : outcome === 'no' ? 'non' : 'inconnu';
      seen.add(`${aid.id} ${expected}`);
      expect(`${position} ${aid.id} ${row[aid.id]}`).toBe(`${position} ${aid.id} ${expected}`);
      if (aid.amount === undefined) continue;
      const written = row[`${aid.id}.montant`] ?? '';
      if (outcome !== 'yes') expect(written).toBe('');
      else if (amount) expect(Math.abs(Number(written) - amount.value), `${position} ${aid.id}`).toBeLessThanOrEqual(0.005 + 1e-9);
      else expect(written).toBe('');
    }
  }
  // Random people meet both sides of most aids, or the comparison would say little.
  expect(seen.size).toBeGreaterThan(aids.length * 1.7);
});
