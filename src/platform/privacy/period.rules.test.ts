import fc from 'fast-check';
import { expect, test } from 'vitest';
import { instantMonthsBefore, monthsAfter, monthsBefore } from './period.rules.ts';

test.each([
  ['2026-11-24', 1, '2026-12-24'], ['2026-01-31', 1, '2026-02-28'], ['2028-01-31', 1, '2028-02-29'], ['2026-12-15', 1, '2027-01-15'], ['2024-02-29', 12, '2025-02-28'],
])('%s and %d months: %s', (day, months, expected) => expect(monthsAfter(day, months)).toBe(expected));

test.each([
  ['2026-11-24', 12, '2025-11-24'], ['2026-03-31', 1, '2026-02-28'], ['2024-02-29', 12, '2023-02-28'], ['2025-03-01', 12, '2024-03-01'],
])('%s, %d months before: %s', (day, months, expected) => expect(monthsBefore(day, months)).toBe(expected));

const days = fc.date({ min: new Date('2000-01-01'), max: new Date('2100-01-01'), noInvalidDate: true }).map((date) => date.toISOString().slice(0, 10));

test('what goes today has had its whole time, and what stays has not', () => {
  fc.assert(fc.property(days, days, fc.integer({ min: 1, max: 60 }), (today, dated, months) => {
    if (dated <= monthsBefore(today, months)) expect(monthsAfter(dated, months) <= today).toBe(true);
    else expect(monthsAfter(dated, months) >= today).toBe(true);
  }));
});

test('moments go as days do', () => {
  expect(instantMonthsBefore(new Date('2026-11-24T10:30:00.000Z'), 24)).toEqual(new Date('2024-11-24T10:30:00.000Z'));
});
