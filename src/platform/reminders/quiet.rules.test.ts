import fc from 'fast-check';
import { expect, test } from 'vitest';
import { isQuiet, nextAllowed } from './quiet.rules.ts';

test.each([
  ['a Tuesday morning', '2026-11-24T09:30:00+01:00', '2026-11-24T09:30:00+01:00'],
  ['at 8:00 sharp', '2026-11-24T08:00:00+01:00', '2026-11-24T08:00:00+01:00'],
  ['a minute before 8:00', '2026-11-24T07:59:00+01:00', '2026-11-24T08:00:00+01:00'],
  ['at 20:00 sharp', '2026-11-24T20:00:00+01:00', '2026-11-25T08:00:00+01:00'],
  ['a Saturday night', '2026-11-28T22:00:00+01:00', '2026-11-30T08:00:00+01:00'],
  ['a Sunday at noon', '2026-11-29T12:00:00+01:00', '2026-11-30T08:00:00+01:00'],
  ['the night before winter time', '2026-10-24T23:00:00+02:00', '2026-10-26T08:00:00+01:00'],
  ['the night before summer time', '2026-03-28T21:00:00+01:00', '2026-03-30T08:00:00+02:00'],
  ['Christmas Eve at night: 25, 26 and a Sunday follow', '2026-12-24T20:30:00+01:00', '2026-12-28T08:00:00+01:00'],
  ['Good Friday, Saturday free', '2026-04-03T10:00:00+02:00', '2026-04-04T08:00:00+02:00'],
  ['New Year’s Eve', '2026-12-31T23:59:00+01:00', '2027-01-02T08:00:00+01:00'],
])('%s', (_, at, expected) => {
  expect(nextAllowed(new Date(at)).toISOString()).toBe(new Date(expected).toISOString());
});

const moments = fc.date({ min: new Date('2020-01-01T00:00:00Z'), max: new Date('2060-01-01T00:00:00Z'), noInvalidDate: true });

test('what is allowed is never quiet, never earlier, and stays where it is', () =>
  fc.assert(fc.property(moments, (at) => {
    const allowed = nextAllowed(at);
    expect(isQuiet(allowed)).toBe(false);
    expect(allowed.getTime()).toBeGreaterThanOrEqual(at.getTime());
    expect(nextAllowed(allowed)).toEqual(allowed);
    if (!isQuiet(at)) expect(allowed).toEqual(at);
  })));

test('nothing waits longer than the longest run of quiet days, nor past an allowed quarter of an hour', () =>
  fc.assert(fc.property(moments, (at) => {
    const allowed = nextAllowed(at).getTime();
    // A Friday evening, three quiet days, and the hour that a change of time adds.
    expect(allowed - at.getTime()).toBeLessThanOrEqual((4 * 24 + 13) * 3_600_000);
    for (let between = at.getTime(); between < allowed; between += 900_000) expect(isQuiet(new Date(between))).toBe(true);
  }), { numRuns: 300 }));
