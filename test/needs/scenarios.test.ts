import { afterAll, beforeAll, expect, test } from 'vitest';
import { changeScenario, compareScenarios, duplicateScenario, listScenarios, needAYear, openScenario, readFigures, readRetainedScenario, removeScenario, retainScenario, saveScenario, scenarioIndicators, writeFigures } from '../../src/needs/index.ts';
import { systemClock } from '../../src/platform/clock.ts';
import type { Role } from '../../src/platform/permission/matrix.ts';
import type { Session } from '../../src/platform/use-case.ts';
import { territoryOf } from '../observatory/files.ts';
import { freshDatabase, type TestDatabase } from '../support/database.ts';
import { arras, small } from './territories.ts';

const here = '200039865';
let database: TestDatabase;
beforeAll(async () => { database = await freshDatabase(); });
afterAll(() => database.drop());

const as = (role: Role, territory = here): Session =>
  ({ db: database.db, clock: systemClock, actor: { accountId: '00000000-0000-4000-8000-000000000099', role, territory, organisationId: null, commune: null, personId: null } });
const officer = (): Session => as('housingOfficer');
const scenario = (name: string, changes: Record<string, unknown> = {}) => ({ name, population: 'central', households: 'c', figures: { ...small, epciCode: here, ...changes } });

test('saved, listed, compared, changed and removed', async () => {
  const [low, high] = [await saveScenario(officer(), scenario('Bas')), await saveScenario(officer(), { ...scenario('Haut', { stockDeficit: 200 }), population: 'ph', households: 'h' })];
  if (!low.ok || !high.ok) throw new Error('both are saved');
  expect(await listScenarios(as('committeeMember'), {})).toMatchObject({ ok: true, value: [{ name: 'Bas', population: 'central' }, { name: 'Haut', population: 'ph', households: 'h' }] });
  const both = { ids: [high.value.id, low.value.id], mode: 'reference' };
  expect(await compareScenarios(as('stateObserver'), both)).toMatchObject({ ok: true, value: [{ name: 'Haut', difference: 0 }, { name: 'Bas', difference: expect.closeTo(-40.12016, 4) as number }] });
  expect(await changeScenario(officer(), { ...scenario('Bas', { stockDeficit: 200 }), id: low.value.id })).toMatchObject({ ok: true });
  expect(await compareScenarios(officer(), both)).toMatchObject({ ok: true, value: [{}, { difference: 0 }] });
  expect(await removeScenario(officer(), { id: low.value.id })).toMatchObject({ ok: true });
  expect(await compareScenarios(officer(), both)).toEqual({ ok: false, error: { code: 'scenario.unknown' } });
});

test('a name is given once in a territory, and figures are of it', async () => {
  const first = await saveScenario(officer(), scenario('Unique'));
  expect(await saveScenario(officer(), scenario('Unique'))).toEqual({ ok: false, error: { code: 'scenario.nameTaken' } });
  const second = await saveScenario(officer(), scenario('Autre'));
  if (!first.ok || !second.ok) throw new Error('both are saved');
  expect(await changeScenario(officer(), { ...scenario('Unique'), id: second.value.id })).toEqual({ ok: false, error: { code: 'scenario.nameTaken' } });
  expect(await saveScenario(as('housingOfficer', '245400676'), scenario('Unique', { epciCode: '245400676' }))).toMatchObject({ ok: true });
  expect(await saveScenario(officer(), { ...scenario('Arras'), figures: arras })).toEqual({ ok: false, error: { code: 'scenario.otherTerritory' } });
  expect(await changeScenario(officer(), { ...scenario('Autre'), figures: arras, id: second.value.id })).toEqual({ ok: false, error: { code: 'scenario.otherTerritory' } });
  expect(await openScenario(officer(), { id: second.value.id })).toMatchObject({ ok: true, value: { scenario: { figures: { epciCode: here } } } });
});

test('what is invented stays marked in its copies, and what an invented account copies is', async () => {
  const [invented, real] = [await saveScenario(officer(), { ...scenario('Inventé'), demonstration: true }), await saveScenario(officer(), scenario('Vrai'))];
  if (!invented.ok || !real.ok) throw new Error('both are saved');
  const markOf = async (id: string, name: string, demonstration?: boolean): Promise<boolean> => {
    const copy = await duplicateScenario(officer(), { id, name, demonstration });
    const opened = await openScenario(officer(), { id: copy.ok ? copy.value.id : '' });
    if (!opened.ok) throw new Error('a copy opens');
    return opened.value.scenario.demonstration;
  };
  expect([await markOf(invented.value.id, 'Copie 1'), await markOf(real.value.id, 'Copie 2', true), await markOf(real.value.id, 'Copie 3')]).toEqual([true, true, false]);
});

test('one is retained at most, comes first, and a copy of it is not retained', async () => {
  const saved = await Promise.all(['A retenir', 'B retenir'].map((name) => saveScenario(officer(), { ...scenario(name), source: 'Otelo' })));
  const [first, second] = saved.map((one) => (one.ok ? one.value.id : ''));
  const retained = async (): Promise<string[]> => {
    const listed = await listScenarios(as('committeeMember'), {});
    return listed.ok ? listed.value.flatMap(({ name, retainedAt }, at) => (retainedAt ? [`${at} ${name}`] : [])) : [];
  };
  await retainScenario(officer(), { id: first, retained: true });
  await retainScenario(officer(), { id: second, retained: true });
  expect(await retained()).toEqual(['0 B retenir']);
  // What does not stand already changes nothing.
  expect(await retainScenario(officer(), { id: first, retained: false })).toMatchObject({ ok: true });
  expect(await retained()).toEqual(['0 B retenir']);
  const copy = await duplicateScenario(officer(), { id: second, name: 'B copie' });
  expect(await duplicateScenario(officer(), { id: second, name: 'B copie' })).toEqual({ ok: false, error: { code: 'scenario.nameTaken' } });
  expect(await openScenario(officer(), { id: copy.ok ? copy.value.id : '' })).toMatchObject({ ok: true, value: { scenario: { source: 'Otelo', retainedAt: null }, estimate: { mode: 'default' } } });
  expect(await retained()).toEqual(['0 B retenir']);
  const territory = territoryOf(here);
  const needOf = (asOf: Date) => scenarioIndicators.read(database.db, { territory, asOf, indicators: ['needs.retainedPerYear'] });
  const estimated = await readRetainedScenario(as('job'), {});
  const need = estimated.ok && estimated.value ? needAYear(estimated.value.estimate) : null;
  expect(need).toBeGreaterThan(0);
  expect(await needOf(new Date(Date.now() + 60_000))).toMatchObject([{ area: here, level: 'intercommunality', cell: { kind: 'number', value: need }, datasets: [{ title: 'Scénario « B retenir »', producer: territory.name }] }]);
  // What a committee was shown before it was retained had no need.
  expect(await needOf(new Date('2020-01-01'))).toEqual([]);
  await retainScenario(officer(), { id: second, retained: false });
  expect(await retained()).toEqual([]);
  expect(await needOf(new Date(Date.now() + 60_000))).toEqual([]);
});

test('a file is read for the territory, or says what it found and expected', () => {
  const text = (changes: Record<string, unknown>): string => JSON.stringify({ ...small, epciCode: here, source: 'Otelo', ...changes });
  const read = readFigures(text({}), here);
  if (!read.ok) throw new Error('it is a good file');
  expect(read.value).toMatchObject({ source: 'Otelo', figures: { initialParc: 1_250 } });
  expect(readFigures(writeFigures(read.value), here)).toEqual(read);
  expect(readFigures(`\uFEFF${text({})}`, here)).toEqual(read);
  expect(readFigures(text({ shortVacancyRate: '5 %', projection: undefined }), here)).toMatchObject({ ok: false, error: { code: 'needs.badFile', problems: [
    { field: 'fixtures.0.projection', found: 'rien', expected: 'valeur absente : un nombre est attendu' }, { field: 'fixtures.0.shortVacancyRate', found: '"5 %"', expected: 'un nombre est attendu' },
  ] } });
  expect(readFigures(text({ parameters: { seuil: [1] } }), here)).toMatchObject({ ok: false, error: { problems: [{ field: 'fixtures.0.parameters.seuil', found: 'une liste' }] } });
  expect(readFigures(JSON.stringify({ fixtures: [arras, { ...small, epciCode: here }] }), here)).toMatchObject({ ok: true, value: { figures: { name: 'Essai' } } });
  expect(readFigures(JSON.stringify(arras), here)).toEqual({ ok: false, error: { code: 'scenario.otherTerritory', found: ['200033579'] } });
  expect(readFigures(text({ initialParc: 1e300 }), here)).toMatchObject({ ok: false, error: { problems: [{ field: 'fixtures.0.initialParc', found: '1e+300', expected: 'un nombre d’un milliard au plus est attendu' }] } });
  for (const broken of ['', '{', 'null x']) expect(readFigures(broken, here)).toEqual({ ok: false, error: { code: 'figures.notJson' } });
  for (const strange of ['null', '[]', '"x"', '{"fixtures":{}}', '{"__proto__":1}']) expect(readFigures(strange, here)).toMatchObject({ ok: false, error: { code: 'needs.badFile' } });
});

test('a text that the database cannot keep is refused, and not found out by it', async () => {
  for (const name of ['a\u0000b', 'a\ud800']) expect(await saveScenario(officer(), { ...scenario('NUL'), figures: { ...small, epciCode: here, name } })).toMatchObject({ ok: false, error: { code: 'input.invalid' } });
});

test('what cannot be computed is not kept', async () => {
  expect(await saveScenario(officer(), scenario('Faux', { shortVacancyRate: 2 }))).toMatchObject({ ok: false, error: { code: 'input.invalid', fields: { 'figures.shortVacancyRate': expect.any(String) as string } } });
  expect(await saveScenario(officer(), { ...scenario('Série'), households: 'x' })).toMatchObject({ ok: false, error: { code: 'input.invalid' } });
});
