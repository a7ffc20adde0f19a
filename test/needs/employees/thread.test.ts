import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { expect, test } from 'vitest';

const folder = join(import.meta.dirname, '../../../src/needs/employees/population');

/** The files that a file loads, itself among them; types are erased. */
function loadedBy(file: string, so = new Set<string>()): Set<string> {
  if (so.has(file)) return so;
  so.add(file);
  for (const [, path = ''] of readFileSync(file, 'utf8').matchAll(/^(?:import|export) (?!type\b)[^;]*?from '(\.[^']+)'/gm)) loadedBy(join(dirname(file), path), so);
  return so;
}

test('the thread of the population loads the numbers’ rules, and nothing else of the house', () => {
  const files = [...loadedBy(join(folder, 'population.thread.ts'))];
  expect(files.length).toBeGreaterThan(5);
  expect(files.filter((file) => dirname(file) !== folder || /\.(?:service|store)\.ts$/.test(file))).toEqual([]);
});
