import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { ADAPTERS, checkVectors } from '../vecteurs/check.ts';

const folder = process.env['ANCRAGE_VECTORS'];

test('a file whose columns no adapter knows is refused', () => {
  expect(() => checkVectors('other.csv', 'a,b\n1,2\n')).toThrow('other.csv');
});

describe.skipIf(folder === undefined)('case files of another engine (ANCRAGE_VECTORS names their folder)', () => {
  test.each(ADAPTERS.map(({ name }) => name))('%s: every difference has a name', { timeout: 240_000 }, (name) => {
    const path = join(folder ?? '', `${name}.csv`);
    if (!existsSync(path)) throw new Error(`${path} is missing`);
    const report = checkVectors(name, readFileSync(path, 'utf8'));
    console.info(`${name}: ${report.equal} of ${report.rows} rows equal`, report.departures);
    expect(report.kind).toBe(name);
    expect(report.unexplained).toEqual([]);
  });
});
