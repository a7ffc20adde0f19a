import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { ADAPTERS, checkVectors } from '../vecteurs/check.ts';

const folder = process.env['ANCRAGE_VECTORS'];
/** One row in four, and all of them in the long run: the interpreter answers each. */
const step = process.env['ANCRAGE_TEST_LONG'] ? 1 : 4;
const slice = (text: string): string => text.trimEnd().split(/\r?\n/u).filter((_, row) => row === 0 || row % step === 0).join('\n');

test('a file whose columns no adapter knows is refused', () => {
  expect(() => checkVectors('other.csv', 'a,b\n1,2\n')).toThrow('other.csv');
});

describe.skipIf(folder === undefined)('case files of another engine (ANCRAGE_VECTORS names their folder)', () => {
  test.each(ADAPTERS.map(({ name }) => name))('%s: every difference has a name', { timeout: 240_000 }, (name) => {
    const path = join(folder ?? '', `${name}.csv`);
    if (!existsSync(path)) throw new Error(`${path} is missing`);
    const report = checkVectors(name, slice(readFileSync(path, 'utf8')));
    console.info(`${name}: ${report.equal} of ${report.rows} rows equal`, report.departures);
    expect(report.kind).toBe(name);
    expect(report.unexplained).toEqual([]);
  });
});
