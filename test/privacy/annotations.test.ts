import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { annotations } from '../../src/platform/privacy/annotations/index.ts';
import { processings } from '../../src/platform/privacy/processings.ts';
import { retentions } from '../../src/platform/privacy/retention.rules.ts';
import { openDatabase, type Db } from '../../src/platform/database/database.ts';
import { freshDatabase, type TestDatabase } from '../support/database.ts';

let database: TestDatabase;
let owner: Db;
beforeAll(async () => {
  database = await freshDatabase();
  owner = openDatabase(database.ownerUrl, { max: 1 });
});
afterAll(async () => {
  await owner.destroy();
  await database.drop();
});

/** Schemas without a person's datum: open data, scenarios of needs, rights, limits (hashes), the queue and the software's own. */
const impersonal = ['observatory', 'needs', 'permission', 'limits', 'job', 'migration', 'operation', 'pg_catalog', 'information_schema'];

test('every column of every schema of people has its purpose, legal basis, retention, recipients and category', async () => {
  const { rows } = await sql<{ table: string; column: string }>`
    select table_schema || '.' || table_name as table, column_name as column from information_schema.columns where table_schema != all(${impersonal}) order by 1, 2`.execute(owner);
  const annotated = Object.entries(annotations).flatMap(([table, note]) => Object.keys(note.columns).map((column) => ({ table, column })));
  expect(rows.length).toBeGreaterThan(150);
  expect(annotated.map(({ table, column }) => `${table}.${column}`).toSorted()).toEqual(rows.map(({ table, column }) => `${table}.${column}`).toSorted());
});

test('each annotation has its words, and each retention and processing serves', () => {
  for (const [table, note] of Object.entries(annotations)) {
    expect(note.processings.length, table).toBeGreaterThan(0);
    for (const [column, [label]] of Object.entries(note.columns)) expect(label, `${table}.${column}`).not.toBe('');
  }
  expect(new Set(Object.values(annotations).flatMap((note) => note.processings))).toEqual(new Set(Object.keys(processings)));
  expect(new Set(Object.values(annotations).map((note) => note.retention))).toEqual(new Set(Object.keys(retentions)));
});
