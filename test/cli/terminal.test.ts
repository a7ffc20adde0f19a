import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { freshDatabase, type TestDatabase } from '../support/database.ts';

const main = resolve(import.meta.dirname, '../../src/cli/main.ts');
const wild = '\u001b[31m\u009b2J\u202egpj\u2069\r';
let database: TestDatabase;
let folder: string;

beforeAll(async () => {
  database = await freshDatabase();
  folder = mkdtempSync(join(tmpdir(), 'ancrage-terminal-'));
  writeFileSync(join(folder, `${wild}.csv`), `${wild};b\n1;2\n`);
});
afterAll(async () => {
  rmSync(folder, { recursive: true, force: true });
  await database?.drop();
});

test.each([['for people', []], ['for programs', ['--json']]])('a file’s name and words never steer the terminal: %s', (_name, options) => {
  const run = spawnSync(process.execPath, ['--disable-warning=ExperimentalWarning', main, ...options, 'import', join(folder, `${wild}.csv`)], {
    encoding: 'utf8', env: { ...process.env, LOG_LEVEL: 'silent', DATABASE_URL: database.appUrl, DATABASE_OWNER_URL: database.ownerUrl },
  });
  expect(run.status).toBe(1);
  const shown = run.stdout + run.stderr;
  expect(shown).toContain('\\u001b[31m\\u009b2J\\u202egpj\\u2069');
  expect(shown.replaceAll(/[\n\t]/g, '')).not.toMatch(/[\p{Cc}\p{Bidi_Control}]/u);
  if (options.length > 0) expect(JSON.stringify(JSON.parse(run.stdout))).toContain('\u009b2J\u202egpj');
});

test('a reader that closes early, of answers or of progress, leaves nothing running', async () => {
  const people = join(folder, 'personnes.csv');
  writeFileSync(people, 'id;personne-age\nA;30\n');
  for (const closed of ['stdout', 'stderr'] as const) {
    const child = spawn(process.execPath, ['--disable-warning=ExperimentalWarning', main, 'simulate', people, '--at', '2026-11-24', '--out', join(folder, `${closed}.csv`)]);
    child[closed].destroy();
    child[closed === 'stdout' ? 'stderr' : 'stdout'].resume();
    const [code] = (await once(child, 'exit', { signal: AbortSignal.timeout(90_000) })) as [number];
    expect([closed, code]).toEqual([closed, 0]);
    expect(readdirSync(folder).filter((name) => name.includes('partiel'))).toEqual([]);
  }
}, 200_000);
