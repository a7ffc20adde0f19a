import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';

const root = resolve(import.meta.dirname, '../..');

/** Who imports what: the room's folder, and the file imported from there. */
const allowed = [
  ['an area enters one before it by its door', 'src/observatory', '../territory/index.ts'],
  ['the platform shares set-up’s lock', 'src/platform', '../../bootstrap/lock.mjs'],
  ['a command builds the pages', 'src/cli', '../../bootstrap/build.mjs'],
  ['an area uses a package', 'src/steering', 'columnar-publicodes'],
  ['the rules’ checks use the compiler', 'packages/regles-logement/fuzz', 'columnar-publicodes/fuzz'],
  ['a package enters itself by name', 'packages/statistical-secrecy/bench', 'statistical-secrecy'],
  ['a package’s test knows its own source', 'packages/columnar-publicodes/test', '../fuzz/random.ts'],
] as const;

/** The same, and what the linter says of it. */
const refused = [
  ['the platform knows an area', 'src/platform', '../territory/index.ts', 'knows no area'],
  ['an area knows one after it', 'src/territory', '../observatory/index.ts', 'only areas before it'],
  ['an area enters another by its back door', 'src/observatory', '../territory/inside.ts', 'index.ts only'],
  ['an area knows a door', 'src/steering', '../web/page.ts', 'nothing imports a door'],
  ['an area knows the composition', 'src/steering', '../composition.ts', 'Only doors'],
  ['an area knows the demonstration', 'src/steering', '../../demo/index.ts', 'nothing imports a door'],
  ['a page knows the demonstration', 'src/web', '../../demo/index.ts', 'nothing outside it depends on it'],
  ['a door enters an area by its back door', 'src/web', '../territory/inside.ts', 'through its index.ts'],
  ['the platform knows more of set-up than its lock', 'src/platform', '../../bootstrap/run.mjs', 'sets it up and checks it'],
  ['the platform knows the checks', 'src/platform', '../../scripts/test.ts', 'sets it up and checks it'],
  ['an area knows set-up', 'src/steering', '../../bootstrap/lock.mjs', 'sets it up and checks it'],
  ['an area knows the checks', 'src/steering', '../../scripts/test.ts', 'sets it up and checks it'],
  ['a door knows more of set-up than its build', 'src/web', '../../bootstrap/lock.mjs', 'sets it up and checks it'],
  ['a door knows the checks', 'src/cli', '../../scripts/test.ts', 'sets it up and checks it'],
  ['a package knows the app', 'packages/columnar-publicodes/src', '../../../src/territory/index.ts', 'knows nothing of the app'],
  ['a package’s check knows set-up', 'packages/regles-logement/scripts', '../../../bootstrap/lock.mjs', 'knows nothing of the app'],
  ['the compiler knows the rules', 'packages/columnar-publicodes/src', 'regles-logement', 'stands alone'],
  ['the rules know the compiler', 'packages/regles-logement/src', 'columnar-publicodes', 'stands alone'],
  ['the rules’ case files know the compiler', 'packages/regles-logement/vecteurs', 'columnar-publicodes/fuzz', 'stands alone'],
  ['secrecy knows the rules', 'packages/statistical-secrecy/src', 'regles-logement', 'stands alone'],
  ['secrecy knows the app', 'packages/statistical-secrecy/src', '../../../src/territory/index.ts', 'knows nothing of the app'],
  ['the rules’ checks know secrecy', 'packages/regles-logement/fuzz', 'statistical-secrecy', 'stands alone'],
  ['the rules’ checks enter the compiler by its back door', 'packages/regles-logement/fuzz', '../../columnar-publicodes/fuzz/random.ts', 'by name'],
  ['an area enters a package by its back door', 'src/steering', '../../packages/columnar-publicodes/fuzz/random.ts', 'by name'],
  ['a door enters a package by its back door', 'src/web', '../../packages/columnar-publicodes/fuzz/random.ts', 'by name'],
  ['an area enters secrecy by its back door', 'src/publishing', '../../packages/statistical-secrecy/src/need.ts', 'by name'],
  ['the platform enters a package by its back door', 'src/platform', '../../packages/columnar-publicodes/fuzz/random.ts', 'by name'],
] as const;

/** However it is written, it is an import: from the platform into an area. */
const imports = [
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
];

const importing = (file: string): string => `import { here } from '${file}';\nexport const there = here;\n`;
let house: string;
let code: number | null;
/** What the linter says, by file. */
let said: Map<string, string>;

/** A house of empty rooms with the project's own linter configuration, into which each import is planted in a file of its own; then one look at all. */
beforeAll(() => {
  house = mkdtempSync(join(tmpdir(), 'ancrage-arrows-'));
  for (const file of ['oxlint.config.ts', 'tsconfig.json', 'package.json']) cpSync(join(root, file), join(house, file));
  symlinkSync(join(root, 'node_modules'), join(house, 'node_modules'));
  for (const room of ['platform/clock', 'territory/index', 'territory/inside', 'observatory/index', 'steering/index', 'web/page', 'composition']) {
    write(`src/${room}.ts`, `export const here = '${room}';\nexport interface There { room: string }\n`);
  }
  for (const file of ['columnar-publicodes/fuzz/random.ts', 'statistical-secrecy/src/need.ts']) write(`packages/${file}`, "export const here = 'inside';\n");
  for (const tool of ['bootstrap/lock.mjs', 'bootstrap/build.mjs', 'bootstrap/run.mjs', 'scripts/test.ts']) write(tool, "export const here = 'tool';\n");
  for (const [k, [, room, imported]] of allowed.entries()) write(`${room}/allowed${k}.ts`, importing(imported));
  for (const [k, [, room, imported]] of refused.entries()) write(`${room}/refused${k}.ts`, importing(imported));
  for (const [k, line] of imports.entries()) write(`src/platform/written${k}.ts`, `${line}\n`);
  for (const kind of ['service', 'store']) {
    write(`src/observatory/one.${kind}.ts`, "export const here = 'made';\nexport interface There { room: string }\n");
    write(`src/observatory/runs-${kind}.rules.ts`, importing(`./one.${kind}.ts`));
    write(`src/observatory/inner/runs-${kind}.rules.ts`, importing(`../one.${kind}.ts`));
    write(`src/observatory/knows-${kind}.rules.ts`, `import type { There } from './one.${kind}.ts';\nexport const there = ({ room }: There): string => room;\n`);
  }
  write('src/observatory/one.ts', "import { two } from './two.ts';\nexport const one = (): string => two();\n");
  write('src/observatory/two.ts', "import { one } from './one.ts';\nexport const two = (): string => one();\n");

  const run = spawnSync(process.execPath, [join(root, 'node_modules/oxlint/bin/oxlint'), '--format=json', 'src', 'packages'], { cwd: house, encoding: 'utf8' });
  code = run.status;
  said = new Map();
  for (const { filename, code: rule, message, help } of (JSON.parse(run.stdout) as { diagnostics: { filename: string; code: string; message: string; help?: string }[] }).diagnostics) {
    said.set(filename, `${said.get(filename) ?? ''}${rule} ${message} ${help ?? ''}\n`);
  }
}, 60_000);
afterAll(() => rmSync(house, { recursive: true, force: true }));

function write(file: string, content: string): void {
  mkdirSync(dirname(join(house, file)), { recursive: true });
  writeFileSync(join(house, file), content);
}

test('the linter fails', () => expect(code).toBe(1));

test.each(allowed.map(([name, room], k) => [name, `${room}/allowed${k}.ts`]))('allowed: %s', (_, file) => {
  expect(said.get(file)).toBeUndefined();
});

test.each(refused.map(([name, room, , message], k) => [name, `${room}/refused${k}.ts`, message]))('refused: %s', (_, file, message) => {
  expect(said.get(file)).toContain(message);
});

test.each(imports.map((line, k) => [line, `src/platform/written${k}.ts`]))('refused, as any import: %s', (_, file) => {
  expect(said.get(file)).toMatch(/knows no area|`import\(\)` type annotations are forbidden/);
});

test.each([['a service of its own area', 'service', 'a rule is pure'], ['a store of its own area', 'store', 'a rule is pure']])('refused: a rule runs %s', (_, kind, message) => {
  expect(said.get(`src/observatory/runs-${kind}.rules.ts`)?.toLowerCase()).toContain(message);
  expect(said.get(`src/observatory/knows-${kind}.rules.ts`)).toBeUndefined();
  expect(said.get(`src/observatory/inner/runs-${kind}.rules.ts`)?.toLowerCase()).toContain(message);
});

test('refused: a cycle', () => {
  expect(said.get('src/observatory/one.ts')).toContain('no-cycle');
});
