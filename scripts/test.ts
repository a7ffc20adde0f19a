/**
 * `npm test`: sets up what the checks need (Chromium and a PDF reader from the system's packages, a PostgreSQL of its
 * own, the web build) and runs every one of them. The last line counts them: `N passed, 0 failed`.
 *
 * `--only <part of a path>…` runs the tests found there and nothing else; `--long` the full counts.
 */
import { chmodSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { ensureBuild } from '../bootstrap/build.mjs';
import { joinServer } from '../src/platform/database/server.ts';
import { installSystemTools } from './support/system-tools.ts';
import { run } from './support/run.ts';

const root = resolve(import.meta.dirname, '..');
const { values: { long, only }, positionals } = parseArgs({ allowPositionals: true, options: { long: { type: 'boolean', default: false }, only: { type: 'boolean', default: false } } });
const scratch = mkdtempSync(join(tmpdir(), 'ancrage-test-'));
// The database's own account must be able to enter.
chmodSync(scratch, 0o755);
const startedAt = Date.now();
let passed = 0;
let failed = 0;

const say = (line: string): void => void process.stderr.write(`${line}\n`);
const count = (ok: boolean, name: string): void => {
  if (ok) passed += 1;
  else failed += 1;
  say(`${ok ? '✓' : '✗'} ${name}`);
};
const tool = (path: string): string => join(root, 'node_modules', path);

interface VitestReport { numPassedTests: number; numFailedTests: number; numPendingTests: number; numTodoTests: number; numFailedTestSuites: number; success: boolean }

async function vitest(environment: NodeJS.ProcessEnv): Promise<void> {
  const report = join(scratch, 'vitest.json');
  const code = await run(process.execPath, [tool('vitest/vitest.mjs'), 'run', ...(only ? positionals : []), '--reporter=default', '--reporter=json', `--outputFile.json=${report}`], { cwd: root, env: environment });
  let result: VitestReport;
  try {
    result = JSON.parse(readFileSync(report, 'utf8')) as VitestReport;
  } catch {
    return count(false, `vitest left no report (exit code ${code})`);
  }
  passed += result.numPassedTests;
  failed += result.numFailedTests;
  const skipped = result.numPendingTests + result.numTodoTests;
  // Where the real files are given, nothing may hide behind a skip.
  if (skipped > 0 && process.env['ANCRAGE_SAMPLES']) count(false, `${skipped} checks were skipped although ANCRAGE_SAMPLES is set`);
  if (code !== 0 && result.numFailedTests === 0) count(false, 'vitest failed outside its tests');
}

await installSystemTools(say);
await ensureBuild();
const server = await joinServer(
  { ANCRAGE_DATA: join(scratch, 'data'), DATABASE_URL: process.env['DATABASE_URL'], DATABASE_OWNER_URL: process.env['DATABASE_OWNER_URL'] },
  { projectRoot: root },
);
if (!server.ok) {
  say(`No database to test on: ${JSON.stringify(server.error)}`);
  console.log('0 passed, 1 failed');
  process.exit(1);
}
let interrupted = false;
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => { interrupted = true; });

try {
  const environment = {
    ...process.env,
    ANCRAGE_TEST_OWNER_URL: server.value.ownerUrl,
    ANCRAGE_TEST_APP_URL: server.value.appUrl,
    ...(long ? { ANCRAGE_TEST_LONG: '1', COLUMNAR_LONG: '1' } : {}),
  };
  if (!only) {
    count((await run(process.execPath, [tool('@react-router/dev/bin.cjs'), 'typegen'], { cwd: root })) === 0, 'route types');
    count((await run(process.execPath, [tool('typescript/bin/tsc'), '--noEmit'], { cwd: root })) === 0, 'types');
    count((await run(process.execPath, [tool('oxlint/bin/oxlint')], { cwd: root })) === 0, 'linter and arrows');
    count((await run(process.execPath, [tool('knip/bin/knip.js')], { cwd: root })) === 0, 'no dead code, no unused dependency');
  }
  if (!interrupted) await vitest(environment);
  if (!only && !interrupted) count((await run(process.execPath, [join(root, 'scripts/crash.ts'), '--rounds', long ? '50' : '5'], { cwd: root })) === 0, 'no acknowledged write is lost over crashes');
} finally {
  await server.value.leave();
  rmSync(scratch, { recursive: true, force: true });
}
if (interrupted) count(false, 'interrupted');
say(`${((Date.now() - startedAt) / 1000).toFixed(0)} s`);
console.log(`${passed} passed, ${failed} failed`);
process.exit(failed === 0 ? 0 : 1);
