import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeEach, describe, expect, test } from 'vitest';
import type { CliContext } from '../../src/cli/context.ts';
import { ancrageProgram } from '../../src/cli/program.ts';

const folder = mkdtempSync(join(tmpdir(), 'ancrage-protect-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const [out, report] = [join(folder, 'publie.csv'), join(folder, 'rapport.json')];
beforeEach(() => { for (const file of [out, report]) rmSync(file, { force: true }); });

const put = (name: string, content: string | object): string => {
  writeFileSync(join(folder, name), typeof content === 'string' ? content : JSON.stringify(content));
  return join(folder, name);
};

/** What the command says, and how it ends; it opens no database. */
async function protect(table: string, spec: string, ...args: string[]): Promise<{ answer: string; said: string; code: number }> {
  const seen = { answer: '', said: '', code: 0 };
  const plain = (text: string): string => text.replaceAll(/[\u00a0\u202f]/g, ' ');
  const context: CliContext = {
    environment: {},
    answer: (text) => void (seen.answer += `${plain(text)}\n`),
    say: (line) => void (seen.said += plain(line)),
    end: (code) => void (seen.code = code),
    refuse: () => Promise.reject(new Error('no failure of the database can come')),
    withApp: () => Promise.reject(new Error('no database is opened')),
  };
  await ancrageProgram(context).parseAsync(['protect', table, '--spec', spec, '--out', out, '--report', report, ...args], { from: 'user' });
  return seen;
}

const spec = {
  dimensions: [{ name: 'zone', total: 'Territoire', parents: { Nord: 'Territoire', Sud: 'Territoire' } }, { name: 'age', total: 'Ensemble' }],
  rules: { kind: 'frequency' },
  columns: { value: 'menages' },
};
const csv = `zone;age;menages;note
Territoire;Ensemble;174;
Territoire;Jeunes;54;
Territoire;Aînés;120;
Nord;Ensemble;64;
Nord;Jeunes;4;à relire
Nord;Aînés;60;
Sud;Ensemble;110;
Sud;Jeunes;50;
Sud;Aînés;60;
`;
const table = put('menages.csv', csv);
const good = put('menages.json', spec);

describe('a table is protected', () => {
  test('a secret cell has a status and no value, whatever its cause; only the report tells', async () => {
    const { answer, code } = await protect(table, good);
    expect([code, answer]).toEqual([0, expect.stringContaining('5 cases visibles sur 9 (56 %), l’audit passe')]);
    const lines = readFileSync(out, 'utf8').trimEnd().split('\n');
    expect(lines[0]).toBe('zone,age,menages,statut');
    expect(lines.filter((line) => line.endsWith(',,secret'))).toHaveLength(4);
    expect(lines).toContain('Nord,Jeunes,,secret');
    expect(lines).toContain('Territoire,Ensemble,174,valeur');
    const told = JSON.parse(readFileSync(report, 'utf8')) as object;
    expect(told).toMatchObject({ confidential: expect.stringContaining('Ne le publiez pas') as string, passed: true, counts: { primary: 1, secondary: 3 }, loss: { cells: 3, proven: true } });
    expect(JSON.stringify(told)).toContain('"place":["Nord","Jeunes"],"cause":"threshold"');
  });

  test('as JSON, without the secret cells', async () => {
    const { answer } = await protect(table, good, '--json');
    const told = JSON.parse(answer) as { secrets?: unknown };
    expect(told).toMatchObject({ passed: true, visibleShare: 5 / 9 });
    expect(told.secrets).toBeUndefined();
  });

  test('a source’s secret stays one, and an empty cell is not available', async () => {
    await protect(put('source.csv', csv.replace('Nord;Jeunes;4', 'Nord;Jeunes;s').replace('Sud;Ensemble;110', 'Sud;Ensemble;')), good);
    const lines = readFileSync(out, 'utf8').split('\n');
    expect(lines).toContain('Nord,Jeunes,,secret');
    expect(lines).toContain('Sud,Ensemble,,non disponible');
  });

  test.each([['empty', 'b;\n'], ['left out', '']])('a small cell that is %s, and that its totals tell, is hidden with others', async (_, line) => {
    const nested = { ...spec, dimensions: [{ name: 'zone', total: 'T', parents: { N: 'T', c: 'T', a: 'N', b: 'N' } }] };
    const { code } = await protect(put('deduite.csv', `zone;menages\nT;100\nN;60\na;55\nc;40\n${line}`), put('deduite.json', nested));
    expect(code).toBe(0);
    const lines = readFileSync(out, 'utf8').split('\n');
    expect(lines).not.toEqual(expect.arrayContaining(['N,60,valeur', 'a,55,valeur']));
    if (line) expect(lines).toContain('b,,secret');
  });

  test('what stands there is replaced when it is asked for, and only then', async () => {
    put('publie.csv', 'ancien');
    expect(await protect(table, good)).toMatchObject({ code: 1, answer: '', said: expect.stringContaining('existe déjà') as string });
    expect([readFileSync(out, 'utf8'), existsSync(report)]).toEqual(['ancien', false]);
    expect((await protect(table, good, '--force')).code).toBe(0);
    expect(readFileSync(out, 'utf8')).toContain('statut');
    expect(readdirSync(folder).filter((name) => name.endsWith('.partiel'))).toEqual([]);
  });
});

describe('nothing is published', () => {
  test('when the audit does not pass: the report alone says which cell', async () => {
    const known = csv.replaceAll(';\n', ';oui\n').replace('à relire', 'non');
    const { code, said } = await protect(put('connue.csv', known), put('connue.json', { ...spec, columns: { value: 'menages', public: 'note' } }));
    expect([code, said]).toEqual([1, expect.stringContaining('Nord, Jeunes : se déduit entre 4 et 4, il faut de 1 à 10')]);
    expect([existsSync(out), JSON.parse(readFileSync(report, 'utf8'))]).toEqual([false, expect.objectContaining({ passed: false })]);
  });

  test.each<[string, string, string | object, string]>([
    ['a total that is not one', csv.replace('64', '65'), spec, 'Ligne 5, selon age : le total vaut 65, ses parties 64'],
    ['a code misspelt', csv.replace('Sud;Aînés', 'Sut;Aînés'), spec, 'Ligne 10, colonne zone : « Sut » n’est pas dans la spécification. Vouliez-vous dire Sud ?'],
    ['a cell twice', `${csv}Sud;Aînés;60;\n`, spec, 'Ligne 11 : la même case que la ligne 10'],
    ['a negative count', csv.replace(';4;', ';-4;'), spec, 'Ligne 6, colonne value : un nombre à partir de 0 est attendu'],
    ['no number', csv.replace(';4;', ';quatre;'), spec, 'ligne 6, colonne menages : un nombre est attendu, pas « quatre »'],
    ['a number of another base', csv.replace(';4;', ';0x10;'), spec, 'ligne 6, colonne menages : un nombre est attendu, pas « 0x10 »'],
    ['a column twice', csv.replace('menages;note', 'menages;menages'), spec, 'fausse.csv : deux colonnes s’appellent « menages »'],
    ['a column that takes the status’s name', csv.replace('age;', 'statut;'), { ...spec, dimensions: [spec.dimensions[0], { name: 'statut', total: 'Ensemble' }] }, 'deux colonnes de la table publiée s’appelleraient « statut »'],
    ['a line that is too short', csv.replace('Nord;Jeunes;4;à relire', 'Nord;Jeunes'), spec, 'fausse.csv, ligne 6 : elle n’a pas autant de cases que l’en-tête a de colonnes.'],
    ['a quote that stays open', csv.replace('Nord;Jeunes', '"Nord;Jeunes'), spec, 'un guillemet n’est pas fermé'],
    ['a column that is not there', csv, { ...spec, columns: { value: 'menage' } }, 'la colonne « menage » manque (lues : zone, age, menages, note). Vouliez-vous dire menages ?'],
    ['a parent that nobody knows', csv, { ...spec, dimensions: [{ name: 'zone', total: 'Territoire', parents: { Nord: 'Territoir', Sud: 'Territoire' } }, spec.dimensions[1]] }, 'est rattaché à « Territoir »'],
    ['a key misspelt', csv, { ...spec, rule: {} }, 'rule'],
    ['no JSON', csv, '{', 'n’est pas du JSON'],
    ['no line', 'zone;age;menages\n', spec, 'aucune ligne'],
  ])('%s is said with its line and column', async (_, content, given, said) => {
    expect(await protect(put('fausse.csv', content), put('fausse.json', given))).toMatchObject({ code: 1, answer: '', said: expect.stringContaining(said) as string });
    expect([existsSync(out), existsSync(report)]).toEqual([false, false]);
  });

  test('a file that is not there, and one name for two', async () => {
    expect(await protect(join(folder, 'absent.csv'), good)).toMatchObject({ code: 1, said: expect.stringContaining('n’existe pas') as string });
    expect(await protect(out, good)).toMatchObject({ code: 2 });
  });
});
