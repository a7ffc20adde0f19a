import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { isDemo, readConfig } from '../../src/platform/config.ts';
import { keyFor, openSecret, seal, unseal } from '../../src/platform/secret.ts';

let folder: string;
beforeAll(() => { folder = mkdtempSync(join(tmpdir(), 'ancrage-secret-')); });
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe('the secret', () => {
  test('is the environment’s, else made once, for its owner’s eyes', () => {
    const said: string[] = [];
    const data = join(folder, 'made');
    expect(openSecret({ ANCRAGE_SECRET: 'x'.repeat(40), ANCRAGE_DATA: data }, (file) => said.push(file))).toEqual({ ok: true, value: 'x'.repeat(40) });
    expect(said).toEqual([]);
    const first = openSecret({ ANCRAGE_SECRET: undefined, ANCRAGE_DATA: data }, (file) => said.push(file));
    expect(said).toEqual([join(data, 'secret')]);
    expect(statSync(join(data, 'secret')).mode & 0o777).toBe(0o600);
    expect(openSecret({ ANCRAGE_SECRET: undefined, ANCRAGE_DATA: data }, (file) => said.push(file))).toEqual(first);
    expect(said).toHaveLength(1);
    expect(first.ok && first.value.length).toBe(43);
  });

  test('is one and the same for processes that start together', async () => {
    const data = join(folder, 'together');
    const script = `import('${join(import.meta.dirname, '../../src/platform/secret.ts')}').then(({ openSecret }) => { const made = []; const { value } = openSecret({ ANCRAGE_DATA: ${JSON.stringify(data)} }, (file) => made.push(file)); console.log(JSON.stringify({ value, made: made.length })); });`;
    const answers = await Promise.all(Array.from({ length: 4 }, () => new Promise<{ value: string; made: number }>((resolve, reject) => {
      const child = spawn(process.execPath, ['-e', script], { stdio: ['ignore', 'pipe', 'inherit'] });
      let out = '';
      child.stdout.on('data', (chunk: Buffer) => { out += chunk.toString(); });
      child.on('error', reject);
      child.on('close', () => resolve(JSON.parse(out) as { value: string; made: number }));
    })));
    expect(new Set(answers.map(({ value }) => value))).toEqual(new Set([readFileSync(join(data, 'secret'), 'utf8').trim()]));
    expect(answers.reduce((sum, { made }) => sum + made, 0)).toBe(1);
    expect(readdirSync(data)).toEqual(['secret']);
  });

  test('a file that was cut is refused, and one that cannot be kept is said', () => {
    writeFileSync(join(folder, 'secret'), 'short\n');
    expect(openSecret({ ANCRAGE_SECRET: undefined, ANCRAGE_DATA: folder }, () => {})).toMatchObject({ ok: false, error: { code: 'secret.badFile' } });
    expect(openSecret({ ANCRAGE_SECRET: undefined, ANCRAGE_DATA: join(folder, 'secret', 'below') }, () => {})).toMatchObject({ ok: false, error: { code: 'secret.unwritable' } });
  });

  test('gives one key a purpose; what is sealed opens whole, with that key, where it belongs', () => {
    const key = keyFor('x'.repeat(40), 'one');
    expect(key).toHaveLength(32);
    expect(key.equals(keyFor('x'.repeat(40), 'two'))).toBe(false);
    const sealed = seal(key, Buffer.from('plain'), 'account');
    expect(unseal(key, sealed, 'account')?.toString()).toBe('plain');
    expect(seal(key, Buffer.from('plain'), 'account').equals(sealed)).toBe(false);
    expect(unseal(key, sealed, 'another account')).toBeUndefined();
    expect(unseal(keyFor('x'.repeat(40), 'two'), sealed, 'account')).toBeUndefined();
    for (let at = 0; at < sealed.length; at += 1) {
      const changed = Buffer.from(sealed);
      changed[at] = (changed[at] ?? 0) ^ 1;
      expect(unseal(key, changed, 'account'), `byte ${at}`).toBeUndefined();
    }
    expect(unseal(key, sealed.subarray(0, 20), 'account')).toBeUndefined();
  });
});

describe('settings', () => {
  const production = { NODE_ENV: 'production', ANCRAGE_SECRET: 'x'.repeat(32) };
  test.each([
    [{ NODE_ENV: 'production' }, 'ANCRAGE_SECRET'],
    [{ ANCRAGE_SECRET: 'x'.repeat(31) }, 'ANCRAGE_SECRET'],
    [{ ...production, ANCRAGE_DEMO: 'on' }, 'ANCRAGE_DEMO'],
    [{ ANCRAGE_DEMO: 'yes' }, 'ANCRAGE_DEMO'],
  ])('%j is refused, and the setting named', (environment, name) => {
    const read = readConfig(environment);
    expect(read.ok ? [] : read.error.problems).toEqual([expect.stringContaining(name)]);
  });

  test.each([
    [{}, true], [{ ANCRAGE_DEMO: 'off' }, false], [production, false], [{ ...production, ANCRAGE_DEMO: 'off' }, false],
    [{ DATABASE_URL: 'postgresql://a@b/c', DATABASE_OWNER_URL: 'postgresql://o@b/c' }, false],
    [{ DATABASE_URL: 'postgresql://a@b/c', DATABASE_OWNER_URL: 'postgresql://o@b/c', ANCRAGE_DEMO: 'on' }, true],
  ])('%j: demonstration is %s', (environment, demo) => {
    const read = readConfig(environment);
    expect(read.ok && isDemo(read.value)).toBe(demo);
  });
});
