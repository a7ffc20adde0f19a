import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';

/** A house of empty rooms with the project's own linter configuration, into which violations are planted. */
const root = resolve(import.meta.dirname, '../..');
let house: string;

beforeAll(() => {
  house = mkdtempSync(join(tmpdir(), 'ancrage-arrows-'));
  for (const file of ['oxlint.config.ts', 'tsconfig.json', 'package.json']) cpSync(join(root, file), join(house, file));
  symlinkSync(join(root, 'node_modules'), join(house, 'node_modules'));
  for (const room of ['platform/clock', 'territory/index', 'territory/inside', 'observatory/index', 'steering/index', 'web/page', 'composition']) {
    write(`src/${room}.ts`, `export const here = '${room}';\nexport interface There { room: string }\n`);
  }
  for (const tool of ['bootstrap/lock.mjs', 'bootstrap/build.mjs', 'bootstrap/run.mjs', 'scripts/test.ts']) write(tool, "export const here = 'tool';\n");
});

afterAll(() => rmSync(house, { recursive: true, force: true }));

function write(file: string, content: string): void {
  mkdirSync(dirname(join(house, file)), { recursive: true });
  writeFileSync(join(house, file), content);
}

function lint(): { code: number | null; output: string } {
  const run = spawnSync(process.execPath, [join(root, 'node_modules/oxlint/bin/oxlint'), 'src'], { cwd: house, encoding: 'utf8' });
  return { code: run.status, output: run.stdout + run.stderr };
}

test.each([
  ['an area enters one before it by its door', 'src/observatory/planted.ts', '../territory/index.ts'],
  ['the platform shares set-up’s lock', 'src/platform/planted.ts', '../../bootstrap/lock.mjs'],
  ['a command builds the pages', 'src/cli/planted.ts', '../../bootstrap/build.mjs'],
])('allowed: %s', (_, file, imported) => {
  write(file, `import { here } from '${imported}';\nexport const there = here;\n`);
  const { code, output } = lint();
  rmSync(join(house, file));
  expect(output).not.toContain('planted');
  expect(code).toBe(0);
});

test.each([
  ['the platform knows an area', 'src/platform/planted.ts', '../territory/index.ts', 'knows no area'],
  ['an area knows one after it', 'src/territory/planted.ts', '../observatory/index.ts', 'only areas before it'],
  ['an area enters another by its back door', 'src/observatory/planted.ts', '../territory/inside.ts', 'index.ts only'],
  ['an area knows a door', 'src/steering/planted.ts', '../web/page.ts', 'nothing imports a door'],
  ['an area knows the composition', 'src/steering/planted.ts', '../composition.ts', 'Only doors'],
  ['an area knows the demonstration', 'src/steering/planted.ts', '../../demo/index.ts', 'nothing imports a door'],
  ['a page knows the demonstration', 'src/web/planted.ts', '../../demo/index.ts', 'nothing outside it depends on it'],
  ['a door enters an area by its back door', 'src/web/planted.ts', '../territory/inside.ts', 'through its index.ts'],
  ['the platform knows more of set-up than its lock', 'src/platform/planted.ts', '../../bootstrap/run.mjs', 'sets it up and checks it'],
  ['the platform knows the checks', 'src/platform/planted.ts', '../../scripts/test.ts', 'sets it up and checks it'],
  ['an area knows set-up', 'src/steering/planted.ts', '../../bootstrap/lock.mjs', 'sets it up and checks it'],
  ['an area knows the checks', 'src/steering/planted.ts', '../../scripts/test.ts', 'sets it up and checks it'],
  ['a door knows more of set-up than its build', 'src/web/planted.ts', '../../bootstrap/lock.mjs', 'sets it up and checks it'],
  ['a door knows the checks', 'src/cli/planted.ts', '../../scripts/test.ts', 'sets it up and checks it'],
])('refused: %s', (_, file, imported, message) => {
  write(file, `import { here } from '${imported}';\nexport const there = here;\n`);
  const { code, output } = lint();
  rmSync(join(house, file));
  expect(output.replaceAll(/\s+/g, ' ')).toContain(message);
  expect(code).toBe(1);
});

/** However it is written, it is an import: from the platform into an area. */
test.each([
  "import type { There } from '../territory/index.ts';\nexport const there: There = { room: '' };",
  "import { type There } from '../territory/index.ts';\nexport const there: There = { room: '' };",
  "import * as there from '../territory/index.ts';\nexport const room = there.here;",
  "import '../territory/index.ts';",
  "export { here } from '../territory/index.ts';",
  "export * from '../territory/index.ts';",
  "export type { There } from '../territory/index.ts';",
  "export const there = (): Promise<unknown> => import('../territory/index.ts');",
  "export type Here = import('../territory/index.ts').There;",
  "export type Here = typeof import('../territory/index.ts');",
])('refused, as any import: %s', (line) => {
  write('src/platform/planted.ts', `${line}\n`);
  const { code, output } = lint();
  rmSync(join(house, 'src/platform/planted.ts'));
  expect(output).toContain('src/platform/planted.ts');
  expect(code).toBe(1);
});

test('refused: a cycle', () => {
  write('src/observatory/one.ts', "import { two } from './two.ts';\nexport const one = (): string => two();\n");
  write('src/observatory/two.ts', "import { one } from './one.ts';\nexport const two = (): string => one();\n");
  const { code, output } = lint();
  expect(output).toContain('no-cycle');
  expect(code).toBe(1);
});
