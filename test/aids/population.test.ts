import { execFileSync } from 'node:child_process';
import { linkSync, mkdirSync, mkdtempSync, readFileSync, readdirSync, renameSync, rmSync, statSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DuckDBInstance } from '@duckdb/node-api';
import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { explain, ruleBook, writeFact, type Facts } from '../../src/aids/index.ts';
import { simulatePopulation, type PopulationReport } from '../../src/aids/index.ts';
import { everyAnswer } from '../../src/aids/settle.rules.ts';
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
const run = (file: string, out = 'resultats.csv', replace = false) => simulatePopulation({ file, at, out: join(folder, out), replace, signal: new AbortController().signal, progress: () => {} });
const read = (file = 'resultats.csv'): Record<string, string>[] => parse(readFileSync(join(folder, file), 'utf8'), { columns: true, delimiter: ';', bom: true });
async function ran(file: string, out?: string, replace?: boolean): Promise<PopulationReport> {
  const done = await run(file, out, replace);
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
const ages = ['à préciser', 'non'];

describe('a file of people, however it is written', () => {
  test.each([
    ['commas', file(',')], ['semicolons', file(';')], ['tabs', file('\t')], ['a byte order mark', `\ufeff${file(';')}`], ['line ends of Windows', file(';').replaceAll('\n', '\r\n')], ['no last line end', file(',').trimEnd()],
    ['quotes', file(',').replaceAll(/[^,\n]+/g, '"$&"')], ['names of forms', file(',').replace(columns.join(','), 'id,personne-age,personne-activite,employeur-secteur,personne-nationalite,emploi-contrat')],
    ['line ends of old Macintosh', file(';').replaceAll('\n', '\r')], ['empty first lines', `\n\n${file(';')}`], ['capitals and lost accents', file(',').replaceAll('salarié', 'SALARIE').replaceAll('privé', 'Prive')], ['empty lines', file(',').replace('\nA', '\n\nA')],
  ])('%s', async (_, content) => {
    const report = await ran(put(content));
    expect(report).toMatchObject({ at, rows: 2, kept: 2, rejected: 0, ignoredColumns: [] });
    expect(report.rejects).toBeUndefined();
    expect(read().map(({ id }) => id)).toEqual(['A', 'B']);
    expect(read().map((row) => row['mobili-jeune'])).toEqual(ages);
    expect(report.aids['mobili-jeune']).toEqual({ yes: 0, no: 1, open: 1, unknown: 0 });
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

  test('a Parquet file is the one that is named, whatever signs its name has, and only its own columns are facts', async () => {
    await duck(`copy (select 'other' as id, 33 as "personne-age") to '${join(folder, 'p1.parquet')}' (format parquet)`);
    await duck(`copy (select 'named' as id, 22 as "personne-age") to '${join(folder, 'p-named.parquet')}' (format parquet)`);
    renameSync(join(folder, 'p-named.parquet'), join(folder, 'p[1].parquet'));
    await ran(join(folder, 'p[1].parquet'));
    expect(read().map(({ id }) => id)).toEqual(['named']);
    mkdirSync(join(folder, 'personne-age=99'));
    await duck(`copy (select 'A' as id, 1 as zz) to '${join(folder, 'personne-age=99', 'f.parquet')}' (format parquet)`);
    expect(await run(join(folder, 'personne-age=99', 'f.parquet'), 'autres.csv')).toMatchObject({ ok: false, error: { code: 'people.noFact' } });
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

  test('every bad cell of a row is named', async () => {
    const report = await ran(put('personne-age;personne-activite;menage-personnes\n190;roi;2,5\n19;salarié;2\n'));
    expect([report.kept, report.rejected]).toEqual([1, 1]);
    expect(read('resultats.csv.rejets.csv').map(({ ligne, colonne, attendu }) => [ligne, colonne, attendu])).toEqual([['2', 'personne . âge', 'un nombre de 0 à 130'], ['2', 'personne . activité', expect.stringContaining('salarié |')], ['2', 'ménage . personnes', 'un nombre entier']]);
  });

  test('lines are counted through empty ones', async () => {
    await ran(put('id;personne-age\n\n\nA;x\n\r\nB;19\n'));
    expect(read().map(({ ligne }) => ligne)).toEqual(['6']);
    expect(read('resultats.csv.rejets.csv').map(({ ligne }) => ligne)).toEqual(['4']);
  });

  test('a stray quote costs its own line, among a hundred thousand before and after', async () => {
    const good = Array.from({ length: 100_000 }, (_, n) => `${n},${n % 90}\n`).join('');
    const report = await ran(put(`id,personne-age\n${good}2,2"2\n${good}`));
    expect(report).toMatchObject({ rows: 200_001, kept: 200_000, rejected: 1 });
    expect(report.unread).toBeUndefined();
    expect(read('resultats.csv.rejets.csv').map(({ ligne, colonne, attendu }) => [ligne, colonne, attendu])).toEqual([['100002', 'personne-age', 'un guillemet qui n’ouvre ni ne ferme la case']]);
  });

  test.each([
    ['an unclosed quote', 'id,personne-age\nA,19\nB,"20\nC,21\n', ['A'], '3'],
    ['a cell of more than a million signs', `id,personne-age\nA,19\nB,"${'x'.repeat(1 << 20)}\n"\nC,21\n`, ['A'], '3'],
    ['a line of more than a million signs', `id,personne-age\nA,19\n\nB,${'x'.repeat(3 << 20)}\nC,21\n`, ['A'], '4'],
  ])('%s keeps what came before, and says from where nothing can be read', async (_, content, kept, line) => {
    const report = await ran(put(content));
    expect(report).toMatchObject({ kept: kept.length, rejected: 1, unread: { line: Number(line), reason: expect.stringContaining('ne se lit pas') as string } });
    expect(read().map(({ id }) => id)).toEqual(kept);
    expect(read('resultats.csv.rejets.csv').map(({ ligne }) => ligne)).toEqual([line]);
  });

  test('a day of its own is no fact of a person: said, and set aside', async () => {
    const report = await ran(put('id,date,personne-age\nA,2020-01-01,19\n'));
    expect(report).toMatchObject({ kept: 1, dayColumns: ['date'], ignoredColumns: [] });
    expect(await run(put('id,date\nA,2020-01-01\n'), 'autre.csv')).toMatchObject({ ok: false, error: { code: 'people.noFact' } });
  });

  test.each([
    ['repeated columns', 'personne . âge,personne-age\n1,2\n', { code: 'people.repeated', columns: ['personne . âge'] }],
    ['no known column', 'nom,prénom\nx,y\n', { code: 'people.noFact', columns: ['nom', 'prénom'] }],
    ['an empty file', '', { code: 'people.empty' }],
    ['a file of line ends', '\n\n', { code: 'people.empty' }],
    ['bytes that are no text', Buffer.from([0x50, 0x4b, 3, 4, 0, 0, 1]), { code: 'people.notReadable' }],
    ['a header whose quote is not closed', 'id,"personne-age\nA,19\n', { code: 'people.notReadable' }],
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

  test('a pipe is not read', async () => {
    execFileSync('mkfifo', [join(folder, 'tuyau.csv')]);
    expect(await run(join(folder, 'tuyau.csv'))).toMatchObject({ ok: false, error: { code: 'people.missing' } });
  });
});

describe('what stands on the disk is kept', () => {
  const good = 'id,personne-age\nA,19\n';
  const bad = 'id,personne-age\nA,x\n';
  const texts = (): Record<string, string> => Object.fromEntries(readdirSync(folder, { recursive: true }).map(String).filter((name) => statSync(join(folder, name)).isFile()).map((name) => [name, readFileSync(join(folder, name), 'utf8')]));

  test.each([
    ['itself', 'personnes.csv', 'personnes.csv'],
    ['itself by another path', 'personnes.csv', 'dossier/../personnes.csv'],
    ['a link to it', 'personnes.csv', 'lien.csv'],
    ['its second name', 'personnes.csv', 'double.csv'],
    ['a side file that is the input', 'r.csv.rejets.csv', 'r.csv'],
  ])('results into the input: %s', async (_, name, out) => {
    const file = put(bad, name);
    mkdirSync(join(folder, 'dossier'));
    symlinkSync(file, join(folder, 'lien.csv'));
    linkSync(file, join(folder, 'double.csv'));
    const before = texts();
    for (const replace of [false, true]) expect(await run(file, out, replace)).toMatchObject({ ok: false, error: { code: 'out.isInput' } });
    expect(texts()).toEqual(before);
  });

  test('existing results, and existing rejects, are replaced when it is asked only', async () => {
    const file = put(bad);
    for (const name of ['resultats.csv', 'resultats.csv.rejets.csv']) {
      put('before', name);
      const before = texts();
      expect(await run(file)).toEqual({ ok: false, error: { code: 'out.exists', file: join(folder, name) } });
      expect(texts()).toEqual(before);
      rmSync(join(folder, name));
    }
    await ran(file);
    put('before', 'resultats.csv');
    put('before', 'resultats.csv.rejets.csv');
    await ran(file, 'resultats.csv', true);
    expect(Object.values(texts()).filter((text) => text === 'before')).toEqual([]);
  });

  test('rejects of an earlier run are not deleted by one without any: the report names them', async () => {
    await ran(put(bad));
    const before = readFileSync(join(folder, 'resultats.csv.rejets.csv'), 'utf8');
    const report = await ran(put(good), 'resultats.csv', true);
    expect(report.rejects).toBeUndefined();
    expect(report.olderRejects).toBe(join(folder, 'resultats.csv.rejets.csv'));
    expect(readFileSync(join(folder, 'resultats.csv.rejets.csv'), 'utf8')).toBe(before);
  });

  test.each(['resultats.csv', 'resultats.csv.rejets.csv'])('a folder, a pipe or a link at %s', async (name) => {
    const file = put(bad);
    const place = join(folder, name);
    const makers = [() => mkdirSync(place), () => execFileSync('mkfifo', [place]), () => symlinkSync(join(folder, 'ailleurs.csv'), place)];
    for (const make of makers) {
      make();
      for (const replace of [false, true]) expect(await run(file, 'resultats.csv', replace)).toEqual({ ok: false, error: { code: 'out.notFile', file: place } });
      expect(readdirSync(folder).toSorted()).toEqual(['personnes.csv', name]);
      rmSync(place, { recursive: true });
    }
  });

  test('links at the names of files under way lead nowhere', async () => {
    put('secret', 'ailleurs.txt');
    for (const name of ['resultats.csv.partiel', 'resultats.parquet.partiel', 'resultats.parquet.partiel.csv']) symlinkSync(join(folder, 'ailleurs.txt'), join(folder, name));
    await ran(put(good));
    await ran(put(good), 'resultats.parquet');
    expect(readFileSync(join(folder, 'ailleurs.txt'), 'utf8')).toBe('secret');
  });

  test('a folder that is not there, or is none', async () => {
    const file = put(good);
    expect(await run(file, join('absent', 'resultats.csv'))).toEqual({ ok: false, error: { code: 'out.noFolder', folder: join(folder, 'absent') } });
    expect(await run(file, join('personnes.csv', 'resultats.csv'))).toEqual({ ok: false, error: { code: 'out.noFolder', folder: file } });
    expect(readdirSync(folder)).toEqual(['personnes.csv']);
  });

  test('a run whose place is taken meanwhile fails, and leaves nothing', async () => {
    const file = put(good);
    const done = await simulatePopulation({ file, at, out: join(folder, 'resultats.csv'), replace: false, signal: new AbortController().signal, progress: () => put('other', 'resultats.csv') });
    expect(done).toMatchObject({ ok: false, error: { code: 'out.exists' } });
    expect(texts()).toEqual({ 'personnes.csv': good, 'resultats.csv': 'other' });
  });

  test('a run that fails while it writes leaves nothing, and is told', async () => {
    const file = put(bad);
    const done = await simulatePopulation({ file, at, out: join(folder, 'resultats.csv'), replace: false, signal: new AbortController().signal, progress: () => { throw Object.assign(new Error('no place'), { code: 'ENOSPC', syscall: 'write' }); } });
    expect(done).toEqual({ ok: false, error: { code: 'out.notWritable', file: join(folder, 'resultats.csv'), reason: 'ENOSPC' } });
    expect(readdirSync(folder)).toEqual(['personnes.csv']);
  });

  test('a name is the same in Parquet as it was in the file: no guard of a spreadsheet, no type that it looks like', async () => {
    const names = ['1.50', '007', '=1+1', "'x", '-a', 'a"b', 'a;=b', 'a\nb', "l'Été", 'true', 'NULL', '2026-11-01'];
    await ran(put(`id,personne-age\n${names.map((name) => `"${name.replaceAll('"', '""')}",19\n`).join('')}`), 'resultats.parquet');
    expect(await duck(`select id from '${join(folder, 'resultats.parquet')}'`)).toEqual(names.map((id) => ({ id })));
  });

  test('types in Parquet are those of the columns, whatever the rows hold, and folders give none', async () => {
    mkdirSync(join(folder, 'id=99', 'visale=7'), { recursive: true });
    for (const rows of ['', '5,19\n', 'B,30\n']) {
      const out = join('id=99', 'visale=7', 'r.parquet');
      await ran(put(`id,personne-age\n${rows}`), out, true);
      const relation = `read_parquet('${join(folder, out)}', hive_partitioning = false)`;
      const types = await duck(`select column_name as name, column_type as type from (describe select * from ${relation})`);
      expect(types).toEqual([
        { name: 'ligne', type: 'BIGINT' }, { name: 'id', type: 'VARCHAR' },
        ...aids.flatMap(({ id, amount }) => [{ name: id, type: 'VARCHAR' }, ...(amount === undefined ? [] : [{ name: `${id}.montant`, type: 'DOUBLE' }])]),
      ]);
      expect((await duck(`select id from ${relation}`)).map(({ id }) => id)).toEqual(rows === '' ? [] : [rows.split(',')[0]]);
    }
  });

  test('thirty thousand rejected rows warn of nothing', async () => {
    const warnings: string[] = [];
    const hear = ({ name }: Error): void => void warnings.push(name);
    process.on('warning', hear);
    try {
      expect(await ran(put(`id,personne-age\n${Array.from({ length: 30_000 }, (_, n) => `${n},${'x'.repeat(200)}\n`).join('')}`))).toMatchObject({ kept: 0, rejected: 30_000 });
      await new Promise((resolve) => setImmediate(resolve));
    } finally {
      process.off('warning', hear);
    }
    expect(warnings).toEqual([]);
  });
});

test('a French spreadsheet opens results and rejects without asking', async () => {
  await ran(put('id,personne-age,logement-depot-de-garantie\nA,x,1\nB,19,650.50\n'));
  for (const name of ['resultats.csv', 'resultats.csv.rejets.csv']) expect(readFileSync(join(folder, name), 'utf8')).toMatch(/^\ufeffligne;/);
});

test('the report names what undecided persons lack, and nothing of who lives alone about a couple', async () => {
  const report = await ran(put('personne-activite;employeur-secteur;employeur-effectif;logement-numero-unique;logement-residence-principale;menage-couple;menage-personnes;menage-a-charge\nsalarié;privé;60;oui;oui;non;3;2\n'));
  expect(report.aids['al-in']?.open).toBe(1);
  expect(report.missing['al-in']?.length).toBe(3);
  expect(report.missing['al-in']).not.toContain('ménage . somme des âges');
  expect(report.missing['accompagnement-social']).toEqual(['personne . en difficulté imprévue']);
  expect(report.missing['mobili-pass']).toBeUndefined();
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

test('a French workbook, which splits at semicolons, runs nothing either', async () => {
  await ran(put('id,personne-age\na;=HYPERLINK(1);b,19\n'));
  expect(readFileSync(join(folder, 'resultats.csv'), 'utf8').split('\n')[1]).toMatch(/^2;"a;'=HYPERLINK\(1\);b";/);
});

test('a fact out of its bounds is never computed, nor what a row before it left', async () => {
  // The third batch is not full: its rows stand where others stood.
  const rows = Array.from({ length: 40_000 }, (_, n) => (n % 2 ? '19,650,salarié' : n % 4 ? ',,' : '131,650,salarié'));
  const report = await ran(put(`personne-age,logement-loyer,personne-activite\n${rows.join('\n')}\n`));
  expect([report.kept, report.rejected]).toEqual([30_000, 10_000]);
  const kinds = new Map<string, Set<string>>();
  for (const { ligne, ...answers } of read()) {
    const kind = rows[Number(ligne) - 2] ?? '';
    kinds.set(kind, (kinds.get(kind) ?? new Set()).add(JSON.stringify(answers)));
  }
  expect([...kinds].map(([kind, answers]) => [kind, answers.size])).toEqual([['19,650,salarié', 1], [',,', 1]]);
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
  const done = await simulatePopulation({ file: csv, at, out: join(folder, 'resultats.csv'), replace: true, signal: controller.signal, progress: () => { calls += 1; controller.abort(); } });
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
  const outcomes = new Set<string>();
  let compared = 0;
  for (const [position, row] of read().entries()) {
    const told = explain(persons[position] ?? {}, at);
    for (const { aid, outcome, amount } of told.aids) {
      const expected = { yes: 'oui', no: 'non', open: 'à préciser', unknown: 'non connue' }[outcome];
      seen.add(`${aid.id} ${expected}`);
      outcomes.add(outcome);
      // What a person is told although a yes, a no or a choice is missing comes of trying them; a file does not try.
      if (outcome !== 'open' && row[aid.id] === 'à préciser' && [...inputs.values()].some((input) => everyAnswer(input) && !(input.name in (persons[position] ?? {})))) continue;
      expect(`${position} ${aid.id} ${row[aid.id]}`).toBe(`${position} ${aid.id} ${expected}`);
      compared += 1;
      if (aid.amount === undefined) continue;
      const written = row[`${aid.id}.montant`] ?? '';
      if (outcome !== 'yes') expect(written).toBe('');
      else if (amount) expect(Math.abs(Number(written.replace(',', '.')) - amount.value), `${position} ${aid.id}`).toBeLessThanOrEqual(0.005 + 1e-9);
      else expect(written).toBe('');
    }
  }
  // Random people meet both sides of most aids, or the comparison would say little.
  expect(seen.size).toBeGreaterThan(aids.length * 1.7);
  expect(outcomes.size).toBe(4);
  expect(compared).toBeGreaterThan(persons.length * aids.length * 0.9);
});
