import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openDatabase, type Db } from '../../src/platform/database/database.ts';
import { hashPassword } from '../../src/platform/identity/password-hash.ts';
import { here, makePlace } from '../permissions/place.ts';
import { freshDatabase, type TestDatabase } from '../support/database.ts';

/** Two whole app processes on one database: what one grants, ends or counts holds in the other, and one's death takes nothing along. */
const rounds = process.env['ANCRAGE_TEST_LONG'] ? 10 : 1;
const root = resolve(import.meta.dirname, '../..');
const password = 'tramway vert lune colle';
const folder = mkdtempSync(join(tmpdir(), 'ancrage-two-'));
let database: TestDatabase;
let owner: Db;
let hash: string;
const running = new Set<ChildProcess>();

beforeAll(async () => {
  database = await freshDatabase();
  owner = openDatabase(database.ownerUrl, { max: 2 });
  hash = await hashPassword(password);
});
afterAll(async () => {
  await Promise.all([...running].map(async (child) => {
    child.kill('SIGTERM');
    await once(child, 'exit');
  }));
  await owner.destroy();
  await database.drop();
  rmSync(folder, { recursive: true, force: true });
});

interface Process { child: ChildProcess; origin: string }

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, 'close');
  return port;
}

async function startProcess(): Promise<Process> {
  const port = await freePort();
  const child = spawn(process.execPath, ['--disable-warning=ExperimentalWarning', join(root, 'src/cli/main.ts'), 'start'], {
    cwd: root, stdio: ['ignore', 'ignore', 'pipe'],
    env: { ...process.env, PORT: String(port), HOST: '127.0.0.1', ANCRAGE_DEMO: 'off', ANCRAGE_DATA: folder, ANCRAGE_SECRET: 'a secret of these tests, long enough', LOG_LEVEL: 'silent', DATABASE_URL: database.appUrl, DATABASE_OWNER_URL: database.ownerUrl },
  });
  running.add(child);
  child.on('exit', () => running.delete(child));
  let said = '';
  child.stderr.on('data', (chunk: Buffer) => { said += chunk.toString(); });
  const origin = `http://127.0.0.1:${port}`;
  for (const patience = Date.now() + 90_000; Date.now() < patience;) {
    if (child.exitCode !== null) throw new Error(`the process ended: ${said}`);
    if (await fetch(`${origin}/readyz`).then(({ status }) => status === 200, () => false)) return { child, origin };
    await new Promise((done) => { setTimeout(done, 100); });
  }
  child.kill('SIGKILL');
  throw new Error(`the process does not answer: ${said}`);
}

let accounts = 0;
/** An accompanied person with a password, who needs no second factor. */
async function newAccount(): Promise<string> {
  accounts += 1;
  const email = `personne${accounts}@exemple.fr`;
  const { person } = await makePlace(owner, { territory: here, commune: '57463', kind: 'lettingService' });
  await owner.insertInto('identity.account').values({ territory: here, email, name: 'Camille', person_id: person, password_hash: hash, created_at: new Date() }).execute();
  return email;
}

const send = (on: Process, path: string, form: Record<string, string>, cookie = ''): Promise<Response> =>
  fetch(on.origin + path, { method: 'POST', redirect: 'manual', headers: { origin: on.origin, cookie }, body: new URLSearchParams(form) });
const signIn = (on: Process, email: string, given = password): Promise<Response> => send(on, '/connexion', { moyen: 'mot-de-passe', email, 'mot-de-passe': given });
const cookieOf = (response: Response): string => response.headers.getSetCookie().map((one) => one.split(';')[0]).join('; ');
const opens = async (on: Process, cookie: string): Promise<boolean> => (await fetch(`${on.origin}/compte`, { redirect: 'manual', headers: { cookie } })).status === 200;

let one: Process | undefined;
test.each(Array.from({ length: rounds }, (_, at) => at + 1))('round %i', async () => {
  // All rounds come from one network, which may try so many times in a quarter of an hour.
  await sql`delete from limits.throttle`.execute(owner);
  one ??= await startProcess();
  const staying = one;
  const other = await startProcess();

  // A session opened here is one there; ended there, it is ended here.
  const email = await newAccount();
  const cookie = cookieOf(await signIn(staying, email));
  expect([await opens(staying, cookie), await opens(other, cookie)]).toEqual([true, true]);
  await send(other, '/deconnexion', {}, cookie);
  expect([await opens(staying, cookie), await opens(other, cookie)]).toEqual([false, false]);

  // Tries are counted together, however they are dealt out.
  const attacked = await newAccount();
  const statuses: number[] = [];
  for (let attempt = 0; attempt < 5; attempt += 1) statuses.push((await signIn(attempt % 2 ? other : staying, attacked, 'wrong')).status);
  expect(statuses).toEqual([400, 400, 400, 400, 400]);
  expect([(await signIn(staying, attacked)).status, (await signIn(other, attacked)).status]).toEqual([429, 429]);

  // What the dying one acknowledged stands, with its trace, once.
  const renamed = await newAccount();
  const entered = cookieOf(await signIn(other, renamed));
  const named: string[] = [];
  const writing = (async () => {
    for (let n = 0; ; n += 1) {
      const answer = await send(other, '/compte', { geste: 'nom', nom: `Nom ${n}` }, entered);
      if (answer.status >= 400) throw new Error(`renaming answered ${answer.status}`);
      named.push(`Nom ${n}`);
    }
  })().catch((error: unknown) => { if (named.length === 0) throw error; });
  while (named.length < 20) await new Promise((done) => { setTimeout(done, 5); });
  other.child.kill('SIGKILL');
  await once(other.child, 'exit');
  await writing;
  const account = await owner.selectFrom('identity.account').where('email', '=', renamed).select(['id', 'name']).executeTakeFirstOrThrow();
  const traced = await owner.selectFrom('audit.entry').where('account_id', '=', account.id).where('type', '=', 'account.renamed').select('id').execute();
  // The last one may have been done and not acknowledged.
  expect(traced.length - named.length).toBeOneOf([0, 1]);
  expect(account.name).toBe(`Nom ${traced.length - 1}`);
  expect(await opens(staying, entered)).toBe(true);
}, 240_000);
