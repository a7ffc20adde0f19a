import { afterAll, beforeAll, expect, test } from 'vitest';
import { changeScenario, compareScenarios, listScenarios, removeScenario, saveScenario } from '../../src/needs/index.ts';
import { systemClock } from '../../src/platform/clock.ts';
import type { Role } from '../../src/platform/permission/matrix.ts';
import type { Session } from '../../src/platform/use-case.ts';
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
});

test('what cannot be computed is not kept', async () => {
  expect(await saveScenario(officer(), scenario('Faux', { shortVacancyRate: 2 }))).toMatchObject({ ok: false, error: { code: 'input.invalid', fields: { 'figures.shortVacancyRate': expect.any(String) as string } } });
  expect(await saveScenario(officer(), { ...scenario('Série'), households: 'x' })).toMatchObject({ ok: false, error: { code: 'input.invalid' } });
});
