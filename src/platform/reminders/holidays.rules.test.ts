import fc from 'fast-check';
import { expect, test } from 'vitest';
import { easter, holidays } from './holidays.rules.ts';

// From the calendars of these years (IMCCE); 1818 and 2285 hold the earliest Easter, 2038 the latest.
test.each([
  [1818, '1818-03-22'], [2000, '2000-04-23'], [2016, '2016-03-27'], [2024, '2024-03-31'], [2025, '2025-04-20'], [2026, '2026-04-05'], [2027, '2027-03-28'], [2038, '2038-04-25'], [2285, '2285-03-22'],
])('Easter of %i is on %s', (year, day) => {
  expect(easter(year)).toBe(day);
});

test('the public holidays of 2026', () => {
  expect([...holidays(2026)].toSorted()).toEqual([
    '2026-01-01', '2026-04-03', '2026-04-06', '2026-05-01', '2026-05-08', '2026-05-14', '2026-05-25', '2026-07-14', '2026-08-15', '2026-11-01', '2026-11-11', '2026-12-25', '2026-12-26',
  ]);
});

test('Easter is a Sunday between 22 March and 25 April', () =>
  fc.assert(fc.property(fc.integer({ min: 1583, max: 4099 }), (year) => {
    const day = easter(year);
    expect(new Date(`${day}T00:00:00Z`).getUTCDay()).toBe(0);
    expect(day >= `${year}-03-22` && day <= `${year}-04-25`).toBe(true);
  })));
