import { spawn } from 'node:child_process';
import { createWriteStream } from 'node:fs';
import { join } from 'node:path';
import { once } from 'node:events';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { contentHash, freshDatabase, type TestDatabase } from '../support/database.ts';
import { scratchFolder, sound } from './files.ts';

let database: TestDatabase;
const folder = scratchFolder();
beforeAll(async () => {
  database = await freshDatabase();
});
afterAll(async () => {
  folder.remove();
  await database.drop();
});

/** A file whose last line never ends. */
async function endless(name: string, start: string, piece: string, megabytes: number): Promise<string> {
  const path = join(folder.path, name);
  const file = createWriteStream(path);
  file.write(start);
  const block = piece.repeat(Math.ceil(1_000_000 / piece.length));
  for (let megabyte = 0; megabyte < megabytes; megabyte += 1) {
    if (!file.write(block)) await once(file, 'drain');
  }
  file.end();
  await once(file, 'finish');
  return path;
}

/** Imports in a process of its own, whose memory can be told. */
async function importApart(path: string): Promise<{ status: string; message: string; rssMb: number; ms: number }> {
  const child = spawn(process.execPath, [join(import.meta.dirname, 'import-apart.ts'), database.appUrl, path], { stdio: ['ignore', 'pipe', 'inherit'] });
  let output = '';
  child.stdout.on('data', (chunk: Buffer) => {
    output += chunk.toString();
  });
  await once(child, 'close');
  return JSON.parse(output) as { status: string; message: string; rssMb: number; ms: number };
}

test.each([
  ['one endless line of a table', 'sans-fin.csv', sound.abc, '57447;57;Marly;B1;Non;', 300, /ligne 6 : ligne de plus de 1 Mio/],
  ['one endless line from the first byte', 'debut.csv', 'CODGEO', ';CODGEO', 20, /ligne 1 : ligne de plus de 1 Mio/],
  ['an endless JSON', 'sans-fin.geojson', '{"type":"FeatureCollection","features":[', `{"a":"${'Metz, une commune '.repeat(5)}"},`, 110, /JSON trop grand/],
  ['a JSON of brackets', 'crochets.geojson', '{"type":"FeatureCollection","features":[', '[],', 60, /trop d’éléments/],
  ['a JSON of zeros', 'zeros.geojson', '{"type":"FeatureCollection","features":[', '0,', 60, /trop d’éléments/],
  ['a JSON of members', 'membres.geojson', '{"type":"FeatureCollection","features":[{', '"aa":0,', 70, /trop d’éléments/],
  ['a JSON just below its limits, cut', 'limite.geojson', '{"type":"FeatureCollection","features":[', '[6.1234567890123],', 65, /JSON invalide/],
])('%s is refused early, in little memory', async (_what, name, start, piece, megabytes, says) => {
  const path = await endless(name, start, piece, megabytes);
  const before = await contentHash(database.db);
  const answer = await importApart(path);
  expect(answer.status).toBe('refused');
  expect(answer.message).toMatch(says);
  expect(answer.rssMb).toBeLessThan(1024);
  if (process.env['ANCRAGE_TEST_FIGURES']) process.stderr.write(`${name}: ${answer.rssMb} MB, ${answer.ms} ms\n`);
  expect(await contentHash(database.db)).toBe(before);
});
