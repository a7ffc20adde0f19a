import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { App } from '../../src/composition.ts';
import type { CliContext } from '../../src/cli/context.ts';
import { explain } from '../../src/cli/messages.ts';
import { ancrageProgram } from '../../src/cli/program.ts';
import { systemClock } from '../../src/platform/clock.ts';
import { readConfig } from '../../src/platform/config.ts';
import { openDatabase, type Db } from '../../src/platform/database/database.ts';
import { emptyDatabase, freshDatabase, type TestDatabase } from '../support/database.ts';

const folder = mkdtempSync(join(tmpdir(), 'ancrage-cli-'));
const secret = 'a secret of these tests, long enough';
let database: TestDatabase;
let owner: Db;
beforeAll(async () => {
  database = await freshDatabase();
  owner = openDatabase(database.ownerUrl, { max: 2 });
});
afterAll(async () => {
  await owner.destroy();
  await database.drop();
  rmSync(folder, { recursive: true, force: true });
});

/** What a command line says, and how it ends. */
async function ancrage(on: TestDatabase, args: readonly string[], environment: Record<string, string> = { ANCRAGE_SECRET: secret }): Promise<{ answer: string; said: string; code: number }> {
  const all = { DATABASE_URL: on.appUrl, DATABASE_OWNER_URL: on.ownerUrl, ANCRAGE_DATA: folder, ...environment };
  const config = readConfig(all);
  if (!config.ok) throw new Error(config.error.problems.join());
  const seen = { answer: '', said: '', code: 0 };
  const context: CliContext = {
    environment: all,
    answer: (text) => void (seen.answer += text),
    say: (line) => void (seen.said += line),
    end: (code) => void (seen.code = code),
    refuse: async (failure) => {
      const { sentence, exitCode } = explain(failure);
      Object.assign(seen, { said: sentence, code: exitCode });
    },
    withApp: (_command, work) => work({ db: on.db, clock: systemClock, config: config.value, territory: { code: '200039865' } } as unknown as App, new AbortController().signal),
  };
  await ancrageProgram(context).parseAsync(args, { from: 'user' });
  return seen;
}

const add = (...args: string[]) => ancrage(database, ['user', 'add', ...args]);

test('somebody is invited from the machine: the organisation is made once, the link shown once, the trace kept', async () => {
  const administrator = ['--email', 'A.Martin@metz.example', '--organisation', 'Eurométropole de Metz', '--role', 'territoryAdmin'];
  expect(await add(...administrator)).toMatchObject({ code: 1, said: 'Aucun organisme ne s’appelle « Eurométropole de Metz ». Vérifiez son nom, ou ajoutez --kind pour le créer.' });
  const invited = await add(...administrator, '--kind', 'metropole');
  expect(invited.code).toBe(0);
  expect(invited.answer).toMatch(/^Invitation créée pour .*\nhttp:\/\/127\.0\.0\.1:3000\/invitation\/[\w-]{43}$/);
  const link = invited.answer.split('\n')[1] ?? '';
  const mail = await owner.selectFrom('work.mail').select(['recipient', 'body']).executeTakeFirstOrThrow();
  expect([mail.recipient, mail.body.includes(link)]).toEqual(['a.martin@metz.example', true]);
  expect((await add('--email', 'b@metz.example', '--organisation', 'Eurométropole de Metz', '--role', 'housingOfficer', '--kind', 'metropole')).code).toBe(0);
  expect(await owner.selectFrom('party.organisation').select(['name', 'kind']).execute()).toEqual([{ name: 'Eurométropole de Metz', kind: 'metropole' }]);
  expect(await owner.selectFrom('audit.entry').select(['type', 'role', 'account_id']).where('type', '=', 'invitation.sent').execute()).toEqual(Array.from({ length: 2 }, () => ({ type: 'invitation.sent', role: 'territoryAdmin', account_id: null })));
});

test('a role that the organisation cannot give, and an address that is none, are refused', async () => {
  expect(await add('--email', 'b@metz.example', '--organisation', 'Eurométropole de Metz', '--role', 'hrManager')).toMatchObject({ code: 1, answer: '' });
  expect(await add('--email', 'no address', '--organisation', 'Eurométropole de Metz', '--role', 'housingOfficer')).toMatchObject({ code: 1, said: 'Ces renseignements manquent ou ne conviennent pas : email.' });
  for (const wrong of [['--email', 'b@metz.example', '--role', 'lettingAdviser'], ['--email', 'no address', '--role', 'landlordOfficer']]) {
    expect(await add(...wrong, '--organisation', 'Bailleur essai', '--kind', 'landlord')).toMatchObject({ code: 1, answer: '' });
  }
  expect(await owner.selectFrom('party.organisation').where('name', '=', 'Bailleur essai').select('id').execute(), 'nothing is made for a refused invitation').toEqual([]);
});

test('backup and restore by their commands: answers, refusals and exit codes', async () => {
  const file = join(folder, 'a.tar');
  expect(await ancrage(database, ['backup', file])).toMatchObject({ code: 0, answer: expect.stringMatching(/^Sauvegarde faite : /) as string });
  expect(await ancrage(database, ['backup', file])).toMatchObject({ code: 1, answer: '', said: expect.stringContaining('existe déjà') as string });
  const again = JSON.parse((await ancrage(database, ['--json', 'backup', file, '--force'])).answer) as { content: string };
  const empty = await emptyDatabase();
  expect(await ancrage(empty, ['restore', file], { ANCRAGE_SECRET: 'another secret, just as long as it' })).toMatchObject({ code: 1, said: expect.stringContaining('un autre secret') as string });
  // Nothing is made up: without its secret a backup is not opened.
  expect(await ancrage(empty, ['restore', file], {})).toMatchObject({ code: 3, said: expect.stringContaining('secret de l’installation d’origine') as string });
  const bytes = readFileSync(file);
  bytes[bytes.length - 2000] = bytes[bytes.length - 2000]! ^ 8;
  writeFileSync(join(folder, 'b.tar'), bytes);
  expect(await ancrage(empty, ['restore', join(folder, 'b.tar')])).toMatchObject({ code: 1, said: expect.stringMatching(/est abîmée \(table .+\) : rien n’a été restauré/) as string });
  expect(JSON.parse((await ancrage(empty, ['--json', 'restore', file])).answer)).toMatchObject({ content: again.content });
  expect(await ancrage(empty, ['restore', file])).toMatchObject({ code: 1, said: expect.stringContaining('contient déjà des données') as string });
  await empty.drop();
});

test('the doctor ends by 3 only where something is to be mended', async () => {
  const well = await ancrage(database, ['doctor']);
  expect([well.code, well.answer.includes('✗')]).toEqual([0, false]);
  const ill = await ancrage(database, ['--json', 'doctor'], { ANCRAGE_SECRET: secret, NODE_ENV: 'production', ANCRAGE_ORIGIN: 'http://ancrage.example' });
  expect([ill.code, (JSON.parse(ill.answer) as { id: string; state: string }[]).filter(({ state }) => state === 'failure').map(({ id }) => id)]).toEqual([3, ['settings']]);
});
