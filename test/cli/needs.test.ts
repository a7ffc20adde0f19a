import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import type { CliContext } from '../../src/cli/context.ts';
import { ancrageProgram } from '../../src/cli/program.ts';
import type { NeedsAnswer } from '../../src/needs/index.ts';
import { arras, arrasTotals, householdsFrom2020, small } from '../needs/territories.ts';

const folder = mkdtempSync(join(tmpdir(), 'ancrage-needs-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

async function otelo(...args: string[]): Promise<{ answer: string; said: string; code: number }> {
  const seen = { answer: '', said: '', code: 0 };
  const plain = (text: string): string => text.replaceAll(/[\u00a0\u202f]/g, ' ');
  const context: CliContext = {
    environment: {},
    answer: (text) => void (seen.answer += plain(text)),
    say: (line) => void (seen.said += plain(line)),
    end: (code) => void (seen.code = code),
    refuse: () => Promise.reject(new Error('no failure of the database can come')),
    withApp: () => Promise.reject(new Error('no database is opened')),
  };
  await ancrageProgram(context).parseAsync(['needs', 'otelo', ...args], { from: 'user' });
  return seen;
}

const put = (content: unknown): string => {
  const file = join(folder, 'territoire.json');
  writeFileSync(file, typeof content === 'string' ? content : JSON.stringify(content));
  return file;
};
const jsonOf = async (content: unknown, ...args: string[]): Promise<NeedsAnswer> => JSON.parse((await otelo(put(content), '--json', ...args)).answer) as NeedsAnswer;
const close = (totals: Record<string, number>): Record<string, unknown> => Object.fromEntries(Object.entries(totals).map(([name, value]) => [name, expect.closeTo(value, 6)]));

describe('the reference', () => {
  test('reproduces the spreadsheet from the inputs alone', async () => {
    const { totals, territories, mode } = await jsonOf({ source: 'essai', fixtures: [arras] }, '--mode', 'reference');
    expect([mode, totals, territories[0]?.flow?.peakYear]).toEqual(['reference', close(arrasTotals), 2050]);
    expect(territories[0]?.flow?.totals).toEqual(totals);
    expect(territories[0]?.corrections).toEqual([]);
    const corrected = (await jsonOf({ fixtures: [arras] })).territories[0]?.corrections ?? [];
    expect(corrected.map(({ id, reason }) => [id, reason.length > 40])).toContainEqual(['shortVacancyFloor', true]);
  });

  test('never reads the totals that a file expects', async () => {
    const wrong = { ...arras, expectedPeakYear: 1, expectedTotals: { housingNeeds: 1 }, parc2050: 'x' };
    expect((await jsonOf(wrong, '--mode', 'reference')).totals).toEqual(close(arrasTotals));
  });

  test('households, stock and deficit doubled: every total doubled', async () => {
    const doubled = {
      ...arras, initialParc: arras.initialParc * 2, stockDeficit: arras.stockDeficit * 2,
      householdsByYear: Object.fromEntries(Object.entries(arras.householdsByYear).map(([year, value]) => [year, (value as number) * 2])),
    };
    const twice = Object.fromEntries(Object.entries(arrasTotals).map(([name, value]) => [name, value * 2]));
    expect((await jsonOf(doubled, '--mode', 'reference')).totals).toEqual(close(twice));
  });

  const sample = process.env['ANCRAGE_SAMPLES'] && join(process.env['ANCRAGE_SAMPLES'], 'otelo-flow-fixture-arras.json');
  test.runIf(sample)('is the file of the State’s own code, as it is', async () => {
    const given = JSON.parse(readFileSync(sample!, 'utf8')) as { fixtures: { expectedTotals: Record<string, number> }[] };
    const { territories } = await jsonOf({ ...given, fixtures: given.fixtures.map((fixture) => ({ ...fixture, expectedTotals: undefined })) }, '--mode', 'reference');
    expect(territories.map(({ flow }) => flow?.totals)).toEqual(given.fixtures.map(({ expectedTotals }) => close(expectedTotals)));
  });
});

describe('in words', () => {
  test('perimeter, period, source, need, and what each correction changes', async () => {
    const { answer, code } = await otelo(put({ source: 'Omphale', fixtures: [arras] }));
    expect(code).toBe(0);
    expect(answer).toContain('CU d’Arras (200033579), 2021-2050, tableur de l’État corrigé\nSource : Omphale');
    expect(answer).toMatch(/Besoin +5 548/);
    expect(answer).toMatch(/Renouvellement du parc +−1 503/);
    expect(answer).toContain('Vacance courte qui ne baisse jamais (0,0)');
    expect(answer).toContain('Coefficient d’années civiles (sans objet');
  });

  test('a file without its source says so; a territory that only loses households needs nothing', async () => {
    const { answer } = await otelo(put({ ...small, stockDeficit: 0, householdsByYear: householdsFrom2020(1_000, 990, 980, 970, 960) }), '--mode', 'reference');
    expect(answer).toContain('Source : non précisée');
    expect(answer).toContain('aucun logement de plus n’est nécessaire');
    expect(answer).not.toContain('NaN');
  });

  test('blocks without their file are named with it, are not 0, and end by 1', async () => {
    const { stockDeficit: _, ...without } = small;
    const stock = { region: '44', hosted: { cohabitation: 1_000, byPrivate: 1, temporary: 2 } };
    const { answer, code } = await otelo(put({ ...without, stock, parameters: { cohabitationShare: 0.5 } }));
    expect(code).toBe(1);
    expect(answer).toMatch(/B11 Hors logement +non calculable/);
    expect(answer).toMatch(/B12 Hébergés +503/);
    expect(answer).toContain('Besoin non calculable. Il manque des chiffres de :\n  · FINESS 2022\n  · Recensement de la population (RP) 2022');
    expect(answer).toContain('part subie de la cohabitation entre générations : 50 %, au lieu de 30 % (Fichiers fiscaux du SDES 2022)');
    const json = await jsonOf({ ...without, stock });
    expect(json.totals).toBeNull();
    expect(json.territories[0]?.files.map((file) => json.fileNames[file])).toContain('FINESS 2022');
    expect(json.definitions.placesShare).toMatchObject({ unit: 'part', default: 0.5, files: ['places'] });
  });

  test('several territories are added up; one that needs nothing makes up for no other', async () => {
    const loses = { ...small, epciCode: '200000002', name: 'Perd', stockDeficit: 0, householdsByYear: householdsFrom2020(1_000, 990, 980, 970, 960) };
    const { answer } = await otelo(put({ fixtures: [small, loses] }), '--mode', 'reference');
    expect(answer).toMatch(/Ensemble des 2 territoires : 1\d\d logements\. Sans besoin, et donc hors de ce total : 200000002\./);
  });
});

describe('a file that cannot serve is refused, field by field', () => {
  const { 2023: _, ...hole } = small.householdsByYear;
  test.each([
    ['no file', join(folder, 'absent.json'), 'n’existe pas'],
    ['no JSON', '{', 'n’est pas du JSON'],
    ['a list', [], 'un objet est attendu'],
    ['no territory', { fixtures: [] }, 'fixtures : un territoire au moins est attendu'],
    ['a year without households', { ...small, householdsByYear: hole }, 'fixtures.0.householdsByYear.2023 : valeur absente'],
    ['households in words', { ...small, householdsByYear: { ...small.householdsByYear, 2022: 'mille' } }, 'fixtures.0.householdsByYear.2022 : un nombre de ménages est attendu'],
    ['no households', { ...small, householdsByYear: undefined }, 'fixtures.0.householdsByYear : les ménages de chaque année sont attendus'],
    ['no stock', { ...small, initialParc: undefined }, 'fixtures.0.initialParc : valeur absente : un nombre est attendu'],
    ['less than none', { ...small, initialParc: -1 }, 'fixtures.0.initialParc : un nombre positif ou nul'],
    ['a percentage', { ...small, secondaryRate: 2.9 }, 'fixtures.0.secondaryRate : une fraction de 0 à 1 est attendue'],
    ['no deficit', { ...small, stockDeficit: undefined }, 'fixtures.0.stockDeficit : valeur absente'],
    ['a deficit given twice', { ...small, stock: { region: '44' } }, 'fixtures.0.stockDeficit : donnez stockDeficit ou stock'],
    ['a projection before its base', { ...small, projection: 2020 }, 'fixtures.0.projection : une année après 2020'],
    ['a horizon before its base', { ...small, horizonResorption: 2019 }, 'fixtures.0.horizonResorption : une année après 2020'],
    ['nobody’s dwellings', { ...small, shortVacancyRate: 0.9 }, 'fixtures.0.shortVacancyRate : vacance et résidences secondaires'],
    ['an unknown parameter', { ...small, parameters: { placeShare: 1 } }, 'fixtures.0.parameters.placeShare : ce nom n’est pas connu'],
    ['a wrong option', { ...small, parameters: { overcrowding: 'some' } }, 'fixtures.0.parameters.overcrowding : une de ces valeurs est attendue : severe, moderate'],
    ['a threshold between two', { ...small, parameters: { effortThreshold: 0.33 } }, 'fixtures.0.parameters.effortThreshold : une de ces valeurs est attendue'],
    ['a word for yes', { ...small, parameters: { hotel: 'oui' } }, 'fixtures.0.parameters.hotel : true ou false est attendu'],
    ['a share above one', { ...small, parameters: { placesShare: 50 } }, 'fixtures.0.parameters.placesShare : un nombre d’au plus 1 est attendu'],
    ['a code that is none', { ...small, epciCode: 200033579 }, 'fixtures.0.epciCode : le code SIREN'],
  ])('%s', async (_, content, said) => {
    const { code, answer, said: sentence } = await otelo(typeof content === 'string' && content !== '{' ? content : put(content));
    expect({ code, answer }).toEqual({ code: 1, answer: '' });
    expect(sentence).toContain(said);
    expect(sentence).not.toMatch(/invalid|expected|too (small|big)/i);
  });
});
