import { expect, test } from 'vitest';
import { isAfter, isPeriod } from './day.rules.ts';

test.each([['2024', true], ['2024-02-29', true], ['2023-02-29', false], ['2025-02-30', false], ['2025-13-01', false], ['2025-1-1', false], ['25', false], ['', false], ['2025-01', false]])('%s is a period: %s', (text, expected) => {
  expect(isPeriod(text)).toBe(expected);
});

test.each([['2026', false], ['2027', true], ['2026-11-24', false], ['2026-11-25', true], ['2025-12-31', false]])('%s is after 2026-11-24: %s', (period, expected) => {
  expect(isAfter(period, '2026-11-24')).toBe(expected);
});
