import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';

const root = join(import.meta.dirname, '../..');
const papers = ['README.md', 'ARCHITECTURE.md', 'CONTRIBUTING.md'];
const scripts = Object.keys((JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { scripts: Record<string, string> }).scripts);

test.each(papers)('every path that %s names exists', (paper) => {
  const text = readFileSync(join(root, paper), 'utf8');
  const paths = [
    ...[...text.matchAll(/`((?:src|test|docs|scripts|e2e|bootstrap|territories\/metz)\/[\w./-]*|oxlint\.config\.ts|\.env\.example)`/g)].map((found) => found[1]!),
    ...[...text.matchAll(/\]\(([^)h#][^)]*)\)/g)].map((found) => found[1]!),
  ];
  expect(paths.filter((path) => !existsSync(join(root, path)))).toEqual([]);
});

test.each(papers)('every npm script that %s names exists', (paper) => {
  const named = [...readFileSync(join(root, paper), 'utf8').matchAll(/npm run ([\w:]+)/g)].map((found) => found[1]!);
  expect(named.filter((name) => !scripts.includes(name))).toEqual([]);
});
