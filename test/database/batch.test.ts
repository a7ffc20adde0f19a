import { afterAll, beforeAll, expect, test } from 'vitest';
import { createOrganisation, listOrganisations } from '../../src/parties/index.ts';
import { fixedClock } from '../../src/platform/clock.ts';
import { inOneTransaction } from '../../src/platform/database/batch.ts';
import type { Db } from '../../src/platform/database/database.ts';
import { freshDatabase, type TestDatabase } from '../support/database.ts';

let database: TestDatabase;
beforeAll(async () => { database = await freshDatabase(); });
afterAll(() => database.drop());

const session = (db: Db) => ({ db, clock: fixedClock(new Date('2026-11-24T10:00:00Z')), actor: { accountId: null, role: 'territoryAdmin' as const, territory: '200039865', organisationId: null, commune: null, personId: null } });
const employer = (db: Db, siren: string) => createOrganisation(session(db), { kind: 'employer', name: `Firme ${siren}`, siren });
const known = async (): Promise<number> => {
  const listed = await listOrganisations(session(database.db), {});
  return listed.ok ? listed.value.organisations.length : Number.NaN;
};

test('use cases of a batch see each other’s work, and nobody else does until the end', async () => {
  await inOneTransaction(database.db, 'turn', async (db) => {
    expect(await employer(db, '000000018')).toMatchObject({ ok: true });
    expect(await listOrganisations(session(db), {})).toMatchObject({ ok: true, value: { organisations: [{ siren: '000000018' }] } });
    expect(await known()).toBe(0);
  });
  expect(await known()).toBe(1);
});

test('a use case that fails takes the batch with it, though its caller goes on', async () => {
  await expect(inOneTransaction(database.db, 'turn', async (db) => {
    expect(await employer(db, '000000026')).toMatchObject({ ok: true });
    expect(await employer(db, '000000018')).toEqual({ ok: false, error: { code: 'organisation.known' } });
  })).rejects.toThrow('nothing of the batch is kept');
  expect(await known()).toBe(1);
});
