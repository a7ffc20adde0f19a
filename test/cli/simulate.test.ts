import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import type { CliContext } from '../../src/cli/context.ts';
import { ancrageProgram } from '../../src/cli/program.ts';

const folder = mkdtempSync(join(tmpdir(), 'ancrage-simulate-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const plain = (text: string): string => text.replaceAll(/[\u00a0\u202f]/g, ' ');

/** What the command says, and how it ends; it opens no database. */
async function simulate(...args: string[]): Promise<{ answer: string; said: string; code: number }> {
  const seen = { answer: '', said: '', code: 0 };
  const context: CliContext = {
    environment: {},
    answer: (text) => void (seen.answer += `${plain(text)}\n`),
    say: (line) => void (seen.said += plain(line)),
    end: (code) => void (seen.code = code),
    refuse: () => Promise.reject(new Error('no failure of the database can come')),
    withApp: () => Promise.reject(new Error('no database is opened')),
  };
  await ancrageProgram(context).parseAsync(['simulate', ...args], { from: 'user' });
  return seen;
}

const put = (name: string, content: string): string => {
  writeFileSync(join(folder, name), content);
  return join(folder, name);
};
const out = join(folder, 'resultats.csv');
const day = ['--at', '2026-11-24'];

describe('a file of people', () => {
  test('results, and their count in words or as JSON', async () => {
    const file = put('personnes.csv', 'id;personne-age\nA;30\nB;x\n');
    const told = await simulate(file, ...day, '--out', out);
    expect(told.code).toBe(0);
    expect(told.answer).toContain('1 personne sur 2 lignes, règles au 24 novembre 2026');
    expect(told.answer).toContain('1 ligne rejetée, avec sa raison, dans ');
    expect(readFileSync(out, 'utf8').split('\n')[0]).toMatch(/^\ufeffligne;id;/);
    const json = JSON.parse((await simulate(file, ...day, '--out', out, '--replace', '--json')).answer) as unknown;
    expect(json).toMatchObject({ at: '2026-11-24', rows: 2, kept: 1, rejected: 1, aids: { 'mobili-jeune': { yes: 0, no: 1, open: 0, unknown: 0 } } });
  });

  test.each([
    ['a day that is none', ['x.csv', '--at', '2026-02-30', '--out', out], 2, 'n’est pas une date'],
    ['a day before the rules', ['x.csv', '--at', '2018-12-31', '--out', out], 1, '2019-01-01'],
    ['nowhere to write', ['x.csv', ...day], 2, '--out'],
    ['two files', ['x.csv', 'y.csv', ...day, '--out', out], 2, 'un seul fichier'],
    ['nothing to read', [...day, '--out', out], 2, 'Il manque un argument'],
    ['one person to be explained', [join(folder, 'personne.json'), ...day, '--out', out], 2, 'ajoutez --explain'],
    ['one person to be explained, without options', [join(folder, 'personne.json')], 2, 'ajoutez --explain'],
    ['a folder to write into', [join(folder, 'personnes.csv'), ...day, '--out', folder], 1, 'est un dossier'],
    ['a folder that is not there', [join(folder, 'personnes.csv'), ...day, '--out', join(folder, 'absent', 'r.csv')], 1, 'n’existe pas : créez-le'],
    ['results over the input', [join(folder, 'personnes.csv'), ...day, '--out', join(folder, 'personnes.csv'), '--replace'], 1, 'qui est le fichier lu'],
    ['results that exist', [join(folder, 'personnes.csv'), ...day, '--out', out], 1, 'existe déjà, et reste tel quel'],
    ['a file that is not there', [join(folder, 'absent.csv'), ...day, '--out', out], 1, 'n’existe pas'],
  ])('%s ends by %s', async (_, args, code, said) => {
    expect(await simulate(...args)).toMatchObject({ code, answer: '', said: expect.stringContaining(said) as string });
  });

  test.each([[['--explain', '--out', 'x']], [['--explain', '--replace']], [['--check', '--at', '2026-01-01']], [['--check', '--replace']], [['--facts', '--out', 'x']]])('%j do not go together', async (options) => {
    await expect(simulate('x.csv', ...options)).rejects.toMatchObject({ code: 'commander.conflictingOption' });
  });

  test('columns that are no facts are listed with what they may have meant, and not all', async () => {
    const names = Array.from({ length: 14 }, (_, n) => `colonne${n}`);
    const { answer } = await simulate(put('larges.csv', `perssonne-age;personne-age;date;${names.join(';')}\n\n`), ...day, '--out', join(folder, 'larges-resultats.csv'));
    expect(answer).toContain('15 colonnes ne sont pas des faits connus, et sont laissées de côté : perssonne-age (vouliez-vous dire « personne . âge » ?), colonne0,');
    expect(answer).toContain('colonne8 et 5 autres. Les faits et leurs noms : npx ancrage simulate --facts');
    expect(answer).toContain('laissée de côté : date. Le jour est le même');
  });

  test('what cannot be read to its end is told with its line, and ends by 1', async () => {
    const partly = join(folder, 'partie.csv');
    const { answer, said, code } = await simulate(put('coupe.csv', 'id,personne-age\nA,19\nB,"20\nC,21\n'), ...day, '--out', partly);
    expect([code, answer]).toEqual([1, expect.stringContaining('1 personne sur 2 lignes')]);
    expect(said).toContain('À partir de la ligne 3, le fichier ne se lit pas');
    expect(readFileSync(partly, 'utf8').split('\n')).toHaveLength(3);
  });

  test('a file without facts is refused with what it holds', async () => {
    const never = join(folder, 'jamais.csv');
    expect(await simulate(put('noms.csv', 'nom\nx\n'), ...day, '--out', never)).toMatchObject({ code: 1, said: expect.stringContaining('lues : nom') as string });
    expect(existsSync(never)).toBe(false);
  });
});

describe('one person explained', () => {
  const person = put('personne.json', JSON.stringify({ 'personne . âge': 30, 'emploi-contrat': 'apprentissage', 'personne . activité': 'salarié', 'employeur . secteur': null }));

  test('condition by condition, with the value met and the value required', async () => {
    const { answer, code } = await simulate(person, ...day, '--explain');
    expect(code).toBe(0);
    expect(answer).toContain('Règles au 24 novembre 2026, 3 faits connus.');
    expect(answer).toMatch(/Mobili-Jeune.* : fermée/i);
    expect(answer).toMatch(/30 ans < 30 ans/);
    expect(answer).toContain('(pas encore connu = Privé non agricole)');
    expect(answer).toContain('Question suivante : ');
  });

  test('a last day that is past is said to be', async () => {
    const started = { 'personne . âge': 19, 'personne . activité': 'salarié', 'employeur . secteur': 'privé', 'emploi . contrat': 'apprentissage', 'emploi . début': '2025-01-06', 'logement . date du bail': '2025-01-06' };
    const { answer } = await simulate(put('passe.json', JSON.stringify(started)), ...day, '--explain');
    expect(answer).toContain('Le délai pour demander a pris fin le ');
    const days = [...answer.matchAll(/Dernier jour pour demander : (?:1er|\d+) [^ ]+ (\d{4})/g)].map(([, year]) => year);
    expect(days.filter((year) => year === '2025')).toEqual([]);
  });

  test('one fact is singular', async () => {
    expect((await simulate(put('un.json', '{"personne-age": 30}'), ...day, '--explain')).answer).toContain('1 fait connu.');
  });

  test('as JSON, for other programs', async () => {
    const { aids, next } = JSON.parse((await simulate(person, ...day, '--explain', '--json')).answer) as { aids: { id: string; outcome: string; waysIn: unknown[] }[]; next?: string };
    expect(aids.find(({ id }) => id === 'mobili-jeune')).toMatchObject({ outcome: 'no', waysIn: [] });
    expect(next).toBeTypeOf('string');
  });

  test.each([
    ['no JSON', '{', 'n’est pas du JSON'], ['a list', '[]', 'un objet JSON'], ['an unknown fact', '{"pointure": 42}', '« pointure » n’est pas un fait connu. Les faits et leurs noms : npx ancrage simulate --facts'], ['a misspelt fact', '{"perssonne-age": 42}', 'vouliez-vous dire « personne . âge »'],
    ['a day', '{"date": "2020-01-01"}', 'par --at'], ['a list of one', '{"personne-age": [22]}', 'attend une seule valeur, pas [22]'], ['two names of one fact', '{"personne . âge": 22, "personne-age": 23}', '« personne . âge » y est deux fois, sous deux noms'], ['one key given twice', '{"personne-age": 22,\n "personne-age": 31}', '« personne-age » y est deux fois (ligne 1, colonne 2 ; ligne 2, colonne 2). Gardez-en un.'], ['half a person', '{"menage-personnes": 2.5}', 'attend un nombre entier'],
    ['an age in letters', '{"personne-age": "douze"}', 'attend un nombre'], ['an age of nobody', '{"personne-age": 190}', 'de 0 à 130'], ['a day that is none', '{"logement . date du bail": "2026-02-30"}', 'attend une date'], ['an option that is none', '{"personne-activite": "roi"}', 'attend une de ces valeurs'],
  ])('%s is refused', async (_, text, said) => {
    expect(await simulate(put('faux.json', text), ...day, '--explain')).toMatchObject({ code: 1, answer: '', said: expect.stringContaining(said) as string });
  });
});

test('a person saved with the mark of UTF-8 first is read', async () => {
  expect(await simulate(put('bom.json', '\uFEFF{"personne-age": 22}'), '--at', '2026-11-24', '--explain')).toMatchObject({ code: 0 });
});

describe('case files of another engine', () => {
  const header = 'case,period,age,etudiant,nationalite,depcom,base_ressources_mensuelle,loyer,charges_locatives,date_entree_logement,residence_ile_de_france,visale_montant_max,visale_eligibilite';
  // Up to 30, outside Île-de-France, of the Union: rent with charges within 1 300 € and half of the income (2018 to 2025).
  const good = 'a,2025-05,25,0,FR,57463,2000,600,50,2025-06-01,0,1000,1';
  const [tooDear, wrong] = ['b,2025-05,25,0,FR,57463,2000,990,50,2025-06-01,0,1000,0', 'c,2025-05,25,0,FR,57463,2000,600,50,2025-06-01,0,900,1'];

  test('equal rows end by 0, a difference that nothing explains by 1', async () => {
    const same = await simulate(put('egaux.csv', `${header}\n${good}\n${tooDear}\n`), '--check');
    expect([same.code, same.answer]).toEqual([0, expect.stringContaining('(visale) : 2 cas, 2 égaux')]);
    const differing = await simulate(put('egaux.csv', `${header}\n${good}\n`), put('faux.csv', `${header}\n${wrong}\n`), '--check');
    expect([differing.code, differing.answer]).toEqual([1, expect.stringContaining('✗ c : visale_montant_max vaut 1000, le fichier dit 900')]);
    const json = JSON.parse((await simulate(join(folder, 'faux.csv'), '--check', '--json')).answer) as { rows: number; unexplained: { case: string }[] }[];
    expect(json.map(({ rows, unexplained }) => [rows, unexplained.map((one) => one.case)])).toEqual([[1, ['c']]]);
  });

  test('a blanked answer and a cell that is no fact end by 1, and are named', async () => {
    const blank = await simulate(put('vide.csv', `${header}\n${good.replace(/1$/u, '')}\n`), '--check');
    expect([blank.code, blank.answer]).toEqual([1, expect.stringContaining('✗ a : visale_eligibilite vaut 1, le fichier dit rien')]);
    const file = put('formule.csv', `${header}\n${good}\n${tooDear.replace(',25,', ',personne . âge + 1,')}\n`);
    const formula = await simulate(file, '--check');
    expect([formula.code, formula.answer]).toEqual([1, expect.stringContaining(`✗ ${file}, ligne 3, age : un nombre entier, pas « personne . âge + 1 »`)]);
  });

  test('a file of no known kind, and one that is not there', async () => {
    expect(await simulate(put('autre.csv', 'a\n1\n'), '--check')).toMatchObject({ code: 1, said: expect.stringContaining('autre.csv') as string });
    expect(await simulate(join(folder, 'absent.csv'), '--check')).toMatchObject({ code: 1, said: expect.stringContaining('n’existe pas') as string });
  });
});

describe('what a file may hold', () => {
  test('every fact, with its two names and what it takes', async () => {
    const { answer, code } = await simulate('--facts');
    expect(code).toBe(0);
    expect(answer).toContain('personne . âge  (personne-age)\n    Quel âge avez-vous ?\n    un nombre entier de 0 à 130, en ans\n');
    expect(answer).toContain('européenne | autre');
    expect(answer).not.toContain('\ndate  (date)');
    const facts = JSON.parse((await simulate('--facts', '--json')).answer) as { name: string }[];
    expect(facts).toContainEqual({ name: 'personne . âge', column: 'personne-age', title: 'Âge', type: 'number', unit: 'ans', min: 0, max: 130, whole: true });
    expect(facts.length).toBeGreaterThan(80);
    expect(await simulate('--facts', 'x.csv')).toMatchObject({ code: 2, said: expect.stringContaining('va seule') as string });
  });

  test('the samples of the guide run, and every column and key of them is a fact', async () => {
    const results = join(folder, 'exemple.csv');
    const { aids, ...report } = JSON.parse((await simulate('docs/exemples/personnes.csv', '--at', '2026-11-01', '--out', results, '--json')).answer) as { aids: Record<string, { yes: number }> };
    expect(report).toMatchObject({ rows: 6, kept: 6, rejected: 0, ignoredColumns: [], dayColumns: [] });
    expect(Object.values(aids).some(({ yes }) => yes > 0)).toBe(true);
    const one = await simulate('docs/exemples/personne.json', '--at', '2026-11-01', '--explain');
    expect([one.code, one.answer]).toEqual([0, expect.stringContaining(' : ouverte')]);
  });
});
