import { expect, test } from 'vitest';
import { inflationGuard } from './inflation.rules.ts';

const megabyte = 1024 * 1024;

test.each([
  ['a census table, 30 times smaller', 20, 600, false],
  ['a small file of blanks', 0.01, 10, false],
  ['zeros', 1, 1000, true],
])('%s', (_what, packed, content, refused) => {
  const swollen = inflationGuard(packed * megabyte);
  expect(Array.from({ length: content }, () => swollen(megabyte)).some(Boolean)).toBe(refused);
});
