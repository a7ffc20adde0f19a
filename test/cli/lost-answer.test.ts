import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';

const main = resolve(import.meta.dirname, '../../src/cli/main.ts');
let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'ancrage-answer-'));
  writeFileSync(join(folder, 'ancrage'), `#!/bin/sh\nexec "${process.execPath}" --disable-warning=ExperimentalWarning "${main}" "$@"\n`, { mode: 0o755 });
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** A line of a shell in which `ancrage` is the real command line. */
const shell = (line: string) => spawnSync('bash', ['-c', line], { encoding: 'utf8', cwd: folder, env: { ...process.env, PATH: `${folder}:${process.env['PATH']}` } });

const lost = 'La réponse n’est pas complète : elle n’a pas pu être écrite (le disque est plein). '
  + 'Le travail demandé est peut-être fait : vérifiez-le, libérez de la place, puis relancez.\n';

test.each(['ancrage simulate --facts --json > /dev/full', 'ancrage --help > /dev/full', 'ancrage --version > /dev/full'])('a full disk loses no answer in silence: %s', (line) => {
  const { status, stderr } = shell(line);
  expect([status, stderr]).toEqual([3, lost]);
});

test('a disk that takes the beginning of an answer only, without a word, loses no answer in silence', () => {
  // The first write of a kilobyte is cut there; only the next one is refused.
  const { status, stderr } = shell('ulimit -f 1; ancrage simulate --facts --json > reponse.json');
  expect(readFileSync(join(folder, 'reponse.json'))).toHaveLength(1024);
  expect([status, stderr]).toEqual([3, expect.stringContaining('n’est pas complète')]);
});

test('a refusal keeps its own code', () => {
  // A difference that nothing explains: its answer is lost too.
  writeFileSync(join(folder, 'cas.csv'), 'case,period,age,etudiant,nationalite,depcom,base_ressources_mensuelle,loyer,charges_locatives,date_entree_logement,residence_ile_de_france,visale_montant_max,visale_eligibilite\n'
    + 'a,2025-05,25,0,FR,57463,2000,600,50,2025-06-01,0,900,1\n');
  const { status, stderr } = shell('ancrage simulate cas.csv --check > /dev/full');
  expect([status, stderr]).toEqual([1, expect.stringContaining('n’est pas complète')]);
});

test.each([
  'ancrage simulate --facts | true', 'ancrage simulate --facts --json | head -1', 'ancrage --help | head -1', 'ancrage simulate --facts > facts.txt', 'ancrage --version 2> /dev/full',
])('a reader that leaves, a file with place, a full standard error are no failure: %s', (line) => {
  const { status, stderr } = shell(`set -o pipefail; ${line}`);
  expect([status, stderr]).toEqual([0, '']);
});
