import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { actNames } from '../../src/platform/audit/act.text.ts';

const root = join(import.meta.dirname, '../..');
const source = globSync('src/**/*.ts', { cwd: root }).filter((file) => !file.endsWith('.test.ts') && !file.startsWith('src/web/')).map((file) => readFileSync(join(root, file), 'utf8')).join('\n');
const acts = new Set([...source.matchAll(/\btype: '([a-zA-Z]+\.[a-zA-Z]+)'/g)].map((found) => found[1]!));

test('every act that is traced has a French name, and no name is left over', () => {
  expect(acts.size).toBeGreaterThan(30);
  expect(Object.keys(actNames).toSorted()).toEqual([...acts].toSorted());
});
