import { expect, test } from 'vitest';
import { urgencyOf } from './urgency.rules.ts';

test.each([['2026-11-23', 'late'], ['2026-11-24', 'soon'], ['2026-12-01', 'soon'], ['2026-12-02', 'inTime']])('due on %s, seen on 24 November: %s', (due, expected) => {
  expect(urgencyOf(due, '2026-11-24')).toBe(expected);
});
