import { execFileSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, realpathSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';

const root = resolve(import.meta.dirname, '../..');
const packages = ['columnar-publicodes', 'regles-logement'];
/** What a person who takes the packages installs beside them. */
const beside = ['publicodes', 'csv-parse', 'yaml', 'zod'];

let workshop: string;
let outside: string;
/** Files of each tarball. */
const packed = new Map<string, string[]>();

const run = (command: string, args: readonly string[], cwd: string): string => execFileSync(command, args, { cwd, encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] });
const manifestOf = (folder: string): Record<string, unknown> => JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as Record<string, unknown>;

/** Packs copies of the packages as `npm publish` would, and installs the tarballs' content far from the workspace, without network. */
beforeAll(() => {
  workshop = mkdtempSync(join(tmpdir(), 'ancrage-workshop-'));
  outside = mkdtempSync(join(tmpdir(), 'ancrage-outside-'));
  cpSync(join(root, 'packages'), join(workshop, 'packages'), { recursive: true, filter: (path) => !path.includes('/dist') });
  symlinkSync(join(root, 'node_modules'), join(workshop, 'node_modules'));
  for (const name of packages) {
    const folder = join(workshop, 'packages', name);
    const manifest = manifestOf(folder);
    run('npm', ['pack', '--silent', '--pack-destination', workshop], folder);
    expect(manifestOf(folder), 'the workspace’s manifest is put back').toEqual(manifest);
    const home = join(outside, 'node_modules', name);
    mkdirSync(home, { recursive: true });
    const tarball = join(workshop, `${name}-${String(manifest['version'])}.tgz`);
    run('tar', ['-xzf', tarball, '-C', home, '--strip-components=1'], workshop);
    packed.set(name, run('tar', ['-tzf', tarball], workshop).trim().split('\n').map((path) => path.replace('package/', '')));
  }
  for (const name of beside) cpSync(realpathSync(join(root, 'node_modules', name)), join(outside, 'node_modules', name), { recursive: true });
}, 240_000);
afterAll(() => {
  for (const folder of [workshop, outside]) rmSync(folder, { recursive: true, force: true });
});

test.each(packages)('%s: its tarball stands alone', (name) => {
  const files = packed.get(name) ?? [];
  expect(files).toEqual(expect.arrayContaining(['package.json', 'README.md', 'LICENSE', 'dist/src/index.js', 'dist/src/index.d.ts']));
  expect(files.filter((file) => file.endsWith('.ts') && !file.endsWith('.d.ts'))).toEqual([]);
  expect(readFileSync(join(outside, 'node_modules', name, 'LICENSE'), 'utf8')).toBe(readFileSync(join(root, 'LICENSE'), 'utf8'));
  const manifest = manifestOf(join(outside, 'node_modules', name));
  expect(manifest).toMatchObject({ name, license: 'MIT', type: 'module', types: './dist/src/index.d.ts', peerDependencies: { publicodes: '1.10.3' } });
  for (const given of Object.values(manifest['exports'] as Record<string, Record<string, string>>).flatMap((entry) => Object.values(entry))) {
    expect(existsSync(join(outside, 'node_modules', name, given)), given).toBe(true);
  }
});

test('a stranger’s Node compiles two rules and reads the aids', { timeout: 60_000 }, () => {
  writeFileSync(join(outside, 'stranger.mjs'), `
    import Engine from 'publicodes';
    import { compile, ROW_STATE } from 'columnar-publicodes';
    import { fuzzSituations } from 'columnar-publicodes/fuzz';
    import { createEngine, loadRules } from 'regles-logement';
    import { checkVectors } from 'regles-logement/vecteurs';
    const engine = new Engine({ prix: { question: '?', unité: '€' }, double: { valeur: 'prix * 2', unité: '€' } });
    const { columns } = compile(engine, ['double']).run({ prix: { values: new Float64Array([3, 0]), state: new Uint8Array([ROW_STATE.VALUE, ROW_STATE.UNDEFINED]) } }, 2);
    const { differences, comparisons } = fuzzSituations({ engine, targets: ['double'], seed: 1, rows: 50 });
    let refusal = '';
    try { checkVectors('other.csv', 'a'); } catch (error) { refusal = error.message; }
    console.log(JSON.stringify({
      values: [...columns.double.values].slice(0, 1), state: [...columns.double.state], differences: differences.length, comparisons,
      aids: loadRules().aids.length > 10, grant: createEngine().setSituation({ date: '01/06/2022' }).evaluate('mon job mon logement . montant').nodeValue, refusal,
    }));
  `);
  expect(JSON.parse(run(process.execPath, ['stranger.mjs'], outside))).toEqual({
    values: [6], state: [0, 2], differences: 0, comparisons: 50, aids: true, grant: 1000, refusal: expect.stringContaining('other.csv') as string,
  });
});

test('a stranger’s TypeScript reads their types', { timeout: 60_000 }, () => {
  writeFileSync(join(outside, 'package.json'), '{ "type": "module" }');
  writeFileSync(join(outside, 'stranger.ts'), `
    import { compile, type Program } from 'columnar-publicodes';
    import { Random } from 'columnar-publicodes/fuzz';
    import { createEngine, type Aid } from 'regles-logement';
    import { checkVectors } from 'regles-logement/vecteurs';
    export const program: Program = compile(createEngine(), ['visale . éligible']);
    export const drawn: number = new Random(1).below(6);
    export const title = ({ title: own }: Aid): string => own;
    export const cases: number = checkVectors('a.csv', '').rows;
    // @ts-expect-error -- a number is no title
    export const wrong: string = drawn;
  `);
  const options = ['--noEmit', '--strict', '--skipLibCheck', '--target', 'es2023', '--lib', 'es2023', '--module', 'nodenext', '--types', ''];
  expect(run(process.execPath, [join(root, 'node_modules/typescript/bin/tsc'), ...options, 'stranger.ts'], outside)).toBe('');
});
