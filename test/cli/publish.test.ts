import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openHouse, type House } from '../../e2e/support/house.ts';
import type { CliContext } from '../../src/cli/context.ts';
import { ancrageProgram } from '../../src/cli/program.ts';
import { openDatabase } from '../../src/platform/database/database.ts';

let house: House;
const folder = mkdtempSync(join(tmpdir(), 'ancrage-publish-'));
beforeAll(async () => { house = await openHouse(); }, 240_000);
afterAll(async () => {
  await house.close();
  rmSync(folder, { recursive: true });
});

async function publish(...args: string[]): Promise<{ answer: string; said: string; code: number }> {
  const seen = { answer: '', said: '', code: 0 };
  const context: CliContext = {
    environment: {}, answer: (text) => void (seen.answer += text), say: (line) => void (seen.said += `${line}\n`), end: (code) => void (seen.code = code),
    refuse: () => Promise.reject(new Error('nothing is refused')), withApp: (_command, work) => work(house.app, new AbortController().signal),
  };
  await ancrageProgram(context).parseAsync(['publish', ...args], { from: 'user' });
  return seen;
}

test('a site is written once, and replaced when it is asked', async () => {
  const out = join(folder, 'site');
  expect(await publish('--out', out)).toMatchObject({ code: 0, answer: expect.stringContaining(join(out, 'index.html')) as string });
  expect(await publish('--out', out)).toMatchObject({ code: 1, answer: '', said: expect.stringContaining('existe déjà') as string });
  // Of a former edition, and no page any more.
  const manifest = join(out, '.ancrage-site.json');
  const { files } = JSON.parse(readFileSync(manifest, 'utf8')) as { files: string[] };
  writeFileSync(join(out, 'ancien.html'), 'x');
  writeFileSync(manifest, JSON.stringify({ files: [...files, 'ancien.html'] }));
  expect(await publish('--out', out, '--replace')).toMatchObject({ code: 0 });
  expect([existsSync(join(out, 'ancien.html')), existsSync(join(out, 'index.html')), readdirSync(folder)]).toEqual([false, true, ['site']]);
}, 240_000);

test('replacing a site keeps what its host put there, and refuses what a person did', async () => {
  const out = join(folder, 'site');
  mkdirSync(join(out, '.git'));
  writeFileSync(join(out, '.git', 'HEAD'), 'ref');
  writeFileSync(join(out, 'CNAME'), 'habitat.exemple.fr');
  writeFileSync(join(out, 'index.html'), 'ancien');
  expect(await publish('--out', out, '--replace')).toMatchObject({ code: 0 });
  expect(['.git/HEAD', 'CNAME'].map((file) => readFileSync(join(out, file), 'utf8'))).toEqual(['ref', 'habitat.exemple.fr']);
  expect(readFileSync(join(out, 'index.html'), 'utf8')).not.toBe('ancien');
  for (const path of ['notes.txt', 'donnees/brouillon.ods']) {
    writeFileSync(join(out, path), 'à garder');
    expect(await publish('--out', out, '--replace')).toMatchObject({ code: 1, answer: '', said: expect.stringContaining(`contient ce qu’Ancrage n’y a pas écrit (${path})`) as string });
    expect(readFileSync(join(out, path), 'utf8')).toBe('à garder');
    rmSync(join(out, path));
  }
  expect(readdirSync(folder)).toEqual(['site']);
}, 240_000);

test('what is no site of ours is never replaced', async () => {
  const out = join(folder, 'documents');
  mkdirSync(out);
  writeFileSync(join(out, 'thèse.txt'), 'dix ans de travail');
  for (const path of [out, join(out, 'thèse.txt')]) expect(await publish('--out', path, '--replace')).toMatchObject({ code: 1, said: expect.stringContaining('n’est pas un site écrit par Ancrage') as string });
  expect([readdirSync(out), readFileSync(join(out, 'thèse.txt'), 'utf8')]).toEqual([['thèse.txt'], 'dix ans de travail']);
});

test('nothing of a demonstration is published, nor takes the place of a site', async () => {
  const owner = openDatabase(house.ownerUrl, { max: 1 });
  await owner.insertInto('party.organisation').values({ territory: house.app.territory.code, kind: 'landlord', name: 'Inventée', demonstration: true, created_at: new Date() }).execute();
  await owner.destroy();
  const out = join(folder, 'site');
  const { code, said, answer } = await publish('--out', out, '--replace', '--json');
  expect([code, answer]).toEqual([1, '']);
  expect(said).toContain('Rien n’est publié : Eurométropole de Metz contient des données de démonstration (organisations inventées : 1).');
  expect(existsSync(join(out, 'index.html'))).toBe(true);
});
