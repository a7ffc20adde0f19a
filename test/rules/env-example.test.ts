import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { configSchema, readConfig } from '../../src/platform/config.ts';

const lines = readFileSync(join(import.meta.dirname, '../../.env.example'), 'utf8').split('\n');
const example = Object.fromEntries(lines.filter((line) => /^[A-Z_]+=/.test(line)).map((line) => line.split('=', 2) as [string, string]));

test('.env.example names every setting and no other', () => {
  expect(Object.keys(example).toSorted()).toEqual(Object.keys(configSchema.shape).toSorted());
});

test('.env.example writes the defaults', () => {
  expect(readConfig(example)).toEqual(readConfig({}));
});

test.each([
  [{ PORT: 'abc' }, 'PORT'],
  [{ PORT: '70000' }, 'PORT'],
  [{ LOG_LEVEL: 'loud' }, 'LOG_LEVEL'],
  [{ DATABASE_URL: 'postgresql://app@host/db' }, 'DATABASE_OWNER_URL'],
  [{ ANCRAGE_ORIGIN: 'not an address' }, 'ANCRAGE_ORIGIN'],
  [{ SMTP_URL: 'http://host' }, 'SMTP_URL'],
  [{ SMTP_URL: 'smtp://host' }, 'MAIL_FROM'],
  [{ ANCRAGE_ORIGIN: 'ftp://ancrage.example' }, 'ANCRAGE_ORIGIN'],
  [{ ANCRAGE_ORIGIN: 'https://ancrage.example/metz' }, 'ANCRAGE_ORIGIN'],
  [{ DATABASE_URL: 'mysql://app:hidden@host/db', DATABASE_OWNER_URL: 'postgresql://owner@host/db' }, 'DATABASE_URL'],
  [{ DATABASE_URL: 'postgresql://app@host/db', DATABASE_OWNER_URL: 'postgres//owner:hidden@host/db' }, 'DATABASE_OWNER_URL'],
])('a wrong setting is named: %j', (environment, name) => {
  const read = readConfig(environment);
  expect(read.ok).toBe(false);
  if (!read.ok) expect(read.error.problems.join()).toContain(name);
  expect(JSON.stringify(read)).not.toContain('hidden');
});

test('the site’s address is kept without what a browser adds', () => {
  expect(readConfig({ ANCRAGE_ORIGIN: 'https://Ancrage.example/' })).toMatchObject({ value: { ANCRAGE_ORIGIN: 'https://ancrage.example' } });
});
