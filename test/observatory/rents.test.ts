import { afterAll, beforeAll, expect, test } from 'vitest';
import { observationsOf } from '../../src/observatory/index.ts';
import { freshDatabase, type TestDatabase } from '../support/database.ts';
import { importAsMetz, scratchFolder, sound, territoryOf } from './files.ts';

let database: TestDatabase;
const folder = scratchFolder();
beforeAll(async () => {
  database = await freshDatabase();
});
afterAll(async () => {
  folder.remove();
  await database.drop();
});

test('a rent is stored with the bounds of its estimate', async () => {
  const report = await importAsMetz(database.db, folder.write('pred-app-mef-dhup.csv', Buffer.from(sound.rents2025, 'latin1')), { vintage: '2025' });
  expect(report.message).toBeNull();
  const said = await observationsOf(database.db, territoryOf('metz'), ['rents.flat', 'rents.flatLow', 'rents.flatHigh'], new Date('2027-01-01T00:00:00Z'));
  expect(said.filter(({ area }) => area === '57463').map(({ measure, period, value }) => [measure, period, value])).toEqual([['rents.flat', '2025', 13.381], ['rents.flatHigh', '2025', 16.2], ['rents.flatLow', '2025', 11.1]]);
});
