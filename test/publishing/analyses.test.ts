import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { composeIndicators } from '../../src/composition.ts';
import { publishCube, readCube } from '../../src/indicators/index.ts';
import { retainScenario, saveScenario } from '../../src/needs/index.ts';
import { seedIfEmpty } from '../../src/observatory/index.ts';
import { asDocument } from '../../src/platform/documents/svg/palette.ts';
import { openDatabase, type Db } from '../../src/platform/database/database.ts';
import type { Actor } from '../../src/platform/permission/actor.ts';
import type { Role } from '../../src/platform/permission/matrix.ts';
import { demonstrationIn, draftAnalysis, editAnalysis, listPublications, notePdf, openAnalysis, publishAnalysis, readPublication, submitAnalysis, withdrawAnalysis } from '../../src/publishing/index.ts';
import { small } from '../needs/territories.ts';
import { freshDatabase, type TestDatabase } from '../support/database.ts';
import { clockAt, territoriesFolder, territoryOf } from '../observatory/files.ts';

const territory = territoryOf('metz');
const indicators = composeIndicators(territory);
let database: TestDatabase;
let owner: Db;
const accounts: string[] = [];

beforeAll(async () => {
  database = await freshDatabase();
  owner = openDatabase(database.ownerUrl, { max: 1 });
  await seedIfEmpty({ db: database.db, clock: clockAt('2026-01-01'), territory, territoriesFolder }, () => {});
  for (const name of ['auteur', 'relectrice']) {
    accounts.push((await owner.insertInto('identity.account').values({ territory: territory.code, email: `${name}@exemple.fr`, name, created_at: new Date() }).returning('id').executeTakeFirstOrThrow()).id);
  }
}, 240_000);
afterAll(async () => {
  await owner.destroy();
  await database.drop();
});

const clock = clockAt('2026-11-24');
const as = (account: number, role: Role = 'housingOfficer', at = clock) => ({
  db: database.db, clock: at, actor: { accountId: accounts[account]!, role, territory: territory.code, organisationId: null, commune: null, personId: null } satisfies Actor,
});
const house = { get db() { return database.db; }, territory, indicators };
const texts = { title: 'Se loger près de son emploi', summary: 'Une conclusion.', body: '# Constat\nLe revenu médian à Metz : {{indicator:income.median:57463}}.\n\n{{chart:population.municipal}}\n{{map:private.structuralVacancy}}\n- un [lien](https://exemple.fr)' };
const value = <V>(answer: { ok: true; value: V } | { ok: false; error: unknown }): V => {
  if (!answer.ok) throw new Error(JSON.stringify(answer.error));
  return answer.value;
};

test('written, read over and published by another person, with its figures as they were; then anew, and withdrawn', async () => {
  const { id } = value(await draftAnalysis(as(0), texts));
  const publish = (account: number, revision: number, at = clock) => publishAnalysis(house)(as(account, 'territoryAdmin', at), { id, revision });
  expect(await publish(1, 1)).toMatchObject({ error: { code: 'analysis.notSubmitted' } });
  value(await submitAnalysis(as(0), { id }));
  expect(await publish(0, 1)).toMatchObject({ error: { code: 'analysis.ownWork' } });
  value(await editAnalysis(as(0), { id, ...texts, summary: 'Une autre.' }));
  expect(await publish(1, 1)).toMatchObject({ error: { code: 'analysis.changed' } });
  expect(await publish(1, 2)).toMatchObject({ error: { code: 'analysis.notSubmitted' } });
  value(await submitAnalysis(as(0), { id }));
  expect(value(await publish(1, 2))).toEqual({ slug: 'se-loger-pres-de-son-emploi', version: 1 });

  const found = await readPublication({ db: database.db, territory }, 'se-loger-pres-de-son-emploi');
  const figures = found?.publication.figures;
  expect(figures?.figures['income.median:57463']?.text).toMatch(/^\d\d\u202f\d{3}\u202f€/);
  expect(Object.keys(figures?.pictures ?? {})).toEqual(['chart:population.municipal', 'map:private.structuralVacancy']);
  expect(figures?.sources.map(({ source }) => source)).toEqual(expect.arrayContaining(['filosofi', 'population', 'lovac']));

  // Data change: what was published stays, the next version says the new figure.
  const later = clockAt('2027-02-01');
  await owner.updateTable('observatory.observation').set({ value: 12345 }).where('measure', '=', 'income.median').where('area', '=', '57463').execute();
  value(await editAnalysis(as(1), { id, ...texts }));
  value(await submitAnalysis(as(1), { id }));
  expect(await publish(1, 3, later)).toMatchObject({ error: { code: 'analysis.ownWork' } });
  expect(value(await publish(0, 3, later)).version).toBe(2);
  const [first, second] = [await readPublication({ db: database.db, territory }, 'se-loger-pres-de-son-emploi', 1), await readPublication({ db: database.db, territory }, 'se-loger-pres-de-son-emploi')];
  expect(first?.publication.figures).toEqual(figures);
  expect(second?.publication.figures.figures['income.median:57463']?.text).toContain('12\u202f345');
  expect(second?.versions.map(({ version }) => version)).toEqual([2, 1]);

  // Of a map, no colour is left that only a page knows.
  expect(Object.values(second!.publication.figures.pictures).map(({ wide }) => [wide.includes('var(--'), asDocument(wide).includes('var(')])).toEqual([[true, false], [true, false]]);
  const { bytes } = notePdf(second!.publication, territory.name);
  const folder = mkdtempSync(join(tmpdir(), 'ancrage-note-'));
  try {
    writeFileSync(join(folder, 'note.pdf'), bytes);
    expect(execFileSync('pdfinfo', [join(folder, 'note.pdf')], { encoding: 'utf8' })).toMatch(/Tagged:\s+yes/);
  } finally {
    rmSync(folder, { recursive: true });
  }
  value(await withdrawAnalysis(as(0), { id }));
  expect(await listPublications({ db: database.db, territory })).toEqual([]);
  expect(await readPublication({ db: database.db, territory }, 'se-loger-pres-de-son-emploi', 1)).toBeUndefined();
});

test('a note that was withdrawn goes back online through another person only, whatever the role of who wrote it', async () => {
  for (const role of ['housingOfficer', 'territoryAdmin'] as const) {
    const own = { ...texts, title: `Retirée ${role}` };
    const { id } = value(await draftAnalysis(as(0, role), own));
    const publish = async (account: number) => publishAnalysis(house)(as(account, 'territoryAdmin'), { id, revision: value(await openAnalysis(as(account, 'territoryAdmin'), { id })).revision });
    value(await submitAnalysis(as(0, role), { id }));
    value(await publish(1));
    expect(await submitAnalysis(as(0, role), { id })).toMatchObject({ error: { code: 'analysis.notDraft' } });
    value(await withdrawAnalysis(as(1, 'territoryAdmin'), { id }));
    expect(await submitAnalysis(as(0, role), { id })).toMatchObject({ error: { code: 'analysis.notDraft' } });
    expect(await publish(0)).toMatchObject({ error: { code: 'analysis.notSubmitted' } });
    // Somebody else's comma does not make it another's text.
    value(await editAnalysis(as(1, 'territoryAdmin'), { id, ...own }));
    value(await submitAnalysis(as(0, role), { id }));
    expect(await submitAnalysis(as(0, role), { id })).toMatchObject({ error: { code: 'analysis.notDraft' } });
    expect(await publish(0)).toMatchObject({ error: { code: 'analysis.ownWork' } });
    expect((await listPublications({ db: database.db, territory })).map(({ title }) => title)).not.toContain(own.title);
  }
});

test('a published note that is being changed stays online, and can still be withdrawn', async () => {
  const { id } = value(await draftAnalysis(as(0), { ...texts, title: 'En chantier' }));
  value(await submitAnalysis(as(0), { id }));
  const live = async () => value(await openAnalysis(as(0), { id }));
  expect((await live()).live).toBe(false);
  value(await publishAnalysis(house)(as(1), { id, revision: 1 }));
  value(await editAnalysis(as(0), { id, ...texts }));
  expect(await live()).toMatchObject({ state: 'draft', live: true, slug: 'en-chantier' });
  value(await withdrawAnalysis(as(0), { id }));
  expect(await live()).toMatchObject({ state: 'withdrawn', live: false });
});

test('what names no figure is not published; a draft is nobody else’s to read', async () => {
  const { id } = value(await draftAnalysis(as(0), { ...texts, body: '{{indicator:rien.du.tout}} {{indicator:income.median:75056}}\n\n{{map:construction.started}}' }));
  value(await submitAnalysis(as(0), { id }));
  expect(await publishAnalysis(house)(as(1), { id, revision: 1 })).toMatchObject({ error: { code: 'analysis.badInserts' } });
  for (const role of ['committeeMember', 'stateObserver', 'communeOfficial'] as const) expect(await openAnalysis(as(1, role), { id })).toMatchObject({ error: { code: 'forbidden' } });
});

test('what a demonstration wrote is named', async () => {
  const known = { db: database.db, clock, territory };
  expect(await demonstrationIn(known)).toBeNull();
  const { id } = value(await draftAnalysis(as(0), { ...texts, title: 'Inventée', demonstration: true }));
  value(await submitAnalysis(as(0), { id }));
  value(await publishAnalysis(house)(as(1), { id, revision: 1 }));
  expect(await demonstrationIn(known)).toEqual({ organisations: 0, notes: ['Inventée'], datasets: [], scenarios: [] });
  // A scenario is named once the territory stands by it: no page shows another to the public.
  const scenario = value(await saveScenario(as(0), { name: 'Inventé', population: 'central', households: 'c', figures: { ...small, epciCode: territory.code }, demonstration: true }));
  expect((await demonstrationIn(known))?.scenarios).toEqual([]);
  value(await retainScenario(as(0), { id: scenario.id, retained: true }));
  const need = value(await draftAnalysis(as(0), { ...texts, title: 'Le besoin', body: '{{indicator:needs.retainedPerYear}}\n\n{{indicator:income.median}}' }));
  value(await submitAnalysis(as(0), { id: need.id }));
  const { slug } = value(await publishAnalysis(house)(as(1), { id: need.id, revision: 1 }));
  const read = await readPublication(known, slug);
  expect(read?.publication.figures.figures['needs.retainedPerYear:']?.text).toMatch(/logements/);
  expect(read?.publication.figures.figures['income.median:']?.text).toContain('ne s’additionne pas');
  expect((await demonstrationIn(known))?.scenarios).toEqual(['Inventé']);
});

test('a cube is kept without its counts, once a day', async () => {
  const row = (age: string, value: number) => ({ at: { age }, value });
  const cube = { id: 'essai.ages', title: 'Essai', rule: 'persons', dimensions: [{ name: 'age', total: 'tous' }], rows: [row('tous', 107), row('a', 4), row('b', 43), row('c', 60)] };
  value(await publishCube(as(0), cube));
  const read = await readCube(database.db, territory.code, 'essai.ages', '2026-12-31');
  expect(read?.rows.filter(({ status }) => status === 'secret').length).toBeGreaterThanOrEqual(2);
  for (const one of read?.rows ?? []) expect('value' in one).toBe(one.status === 'shown');
  const stored = JSON.stringify(await owner.selectFrom('publishing.cube').selectAll().execute());
  expect(stored).not.toMatch(/"value":\s*4\b/);
  expect(await publishCube(as(0), cube)).toMatchObject({ error: { code: 'cube.there' } });
  expect(await publishCube(as(0), { ...cube, id: 'essai.faux', rows: [row('tous', 10), row('a', 4)] })).toMatchObject({ ok: false });
});
