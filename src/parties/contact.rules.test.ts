import { expect, test } from 'vitest';
import { freshness } from './contact.rules.ts';

test.each([
  ['2026-11-24', 'fresh'], ['2025-11-25', 'fresh'], ['2025-11-24', 'toCheck'], ['2024-11-25', 'toCheck'], ['2024-11-24', 'stale'], ['2020-02-29', 'stale'],
] as const)('a contact checked on %s is, on 24 November 2026, %s', (checkedOn, expected) => {
  expect(freshness(checkedOn, '2026-11-24')).toBe(expected);
});
