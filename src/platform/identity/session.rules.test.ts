import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { roles, type Role } from '../permission/matrix.ts';
import { deviceName, expiryFrom, isOver, isStaff, missingFactor } from './session.rules.ts';

const hour = 3_600_000;
const start = new Date('2026-11-24T08:00:00Z');
const after = (hours: number): Date => new Date(start.getTime() + hours * hour);

describe('how long a session lasts', () => {
  const session = (stage: 'secondFactor' | 'open', lastSeen: number, held: Role[]) => ({ stage, createdAt: start, lastSeenAt: after(lastSeen), expiresAt: expiryFrom(start, stage, held) });

  test.each([
    ['staff at work', 'open', ['lettingAdviser'], 1, 2.9, false],
    ['staff gone for two hours', 'open', ['lettingAdviser'], 1, 3, true],
    ['staff after twelve hours of work', 'open', ['lettingAdviser'], 11.9, 12, true],
    ['an employee after six days', 'open', ['employee'], 0, 6 * 24, false],
    ['an employee gone for a week', 'open', ['employee'], 0, 7 * 24, true],
    ['an employee after thirty days, seen yesterday', 'open', ['employee'], 29 * 24, 30 * 24, true],
    ['a second factor awaited for nine minutes', 'secondFactor', ['lettingAdviser'], 0, 0.15, false],
    ['a second factor awaited for ten minutes', 'secondFactor', ['lettingAdviser'], 0, 1 / 6, true],
  ] as const)('%s', (_, stage, held, lastSeen, now, over) => {
    expect(isOver(session(stage, lastSeen, [...held]), [...held], after(now))).toBe(over);
  });

  test('an employee who became staff since is held to staff’s limits', () => {
    const opened = session('open', 0, ['employee']);
    expect(isOver(opened, ['employee'], after(5))).toBe(false);
    expect(isOver(opened, ['employee', 'hrManager'], after(5))).toBe(true);
    // Seen ten minutes ago, but begun before staff's longest day.
    const long = session('open', 12.9, ['employee']);
    expect(isOver(long, ['employee'], after(13))).toBe(false);
    expect(isOver(long, ['employee', 'hrManager'], after(13))).toBe(true);
  });

  test('once over, a session stays over', () => {
    fc.assert(fc.property(fc.subarray([...roles]), fc.constantFrom('secondFactor', 'open'), fc.double({ min: 0, max: 800, noNaN: true }), fc.double({ min: 0, max: 800, noNaN: true }), (held, stage, now, more) => {
      const one = session(stage, 0, held);
      fc.pre(isOver(one, held, after(now)));
      expect(isOver(one, held, after(now + more))).toBe(true);
    }));
  });
});

describe('what still stands between a first factor and the house', () => {
  test.each([
    ['an employee without a second factor', { hasSecondFactor: false, demonstration: false, roles: ['employee'] }, 'secondFactor', undefined],
    ['an employee who has one', { hasSecondFactor: true, demonstration: false, roles: ['employee'] }, 'secondFactor', 'code'],
    ['staff who has one', { hasSecondFactor: true, demonstration: false, roles: ['housingOfficer'] }, 'secondFactor', 'code'],
    ['staff who gave the code', { hasSecondFactor: true, demonstration: false, roles: ['housingOfficer'] }, 'open', undefined],
    ['staff who has none', { hasSecondFactor: false, demonstration: false, roles: ['housingOfficer'] }, 'secondFactor', 'enrolment'],
    ['staff whose second factor was taken away meanwhile', { hasSecondFactor: false, demonstration: false, roles: ['housingOfficer'] }, 'open', 'enrolment'],
    ['an employee who became staff meanwhile', { hasSecondFactor: false, demonstration: false, roles: ['employee', 'hrManager'] }, 'open', 'enrolment'],
    ['a demonstration account', { hasSecondFactor: false, demonstration: true, roles: ['territoryAdmin'] }, 'secondFactor', undefined],
  ] as const)('%s', (_, account, stage, missing) => {
    expect(missingFactor({ ...account, roles: [...account.roles] }, stage)).toBe(missing);
  });

  test('nobody of staff passes without a second factor', () => {
    fc.assert(fc.property(fc.subarray([...roles], { minLength: 1 }), fc.constantFrom('secondFactor', 'open'), (held, stage) => {
      fc.pre(isStaff(held));
      expect(missingFactor({ hasSecondFactor: false, demonstration: false, roles: held }, stage)).toBe('enrolment');
    }));
  });
});

test.each([
  ['Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0.0.0 Safari/537.36', 'Chrome, Linux'],
  ['Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0.0.0 Safari/537.36 Edg/140.0.0.0', 'Edge, Windows'],
  ['Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:140.0) Gecko/20100101 Firefox/140.0', 'Firefox, Windows'],
  ['Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.0 Mobile/15E148 Safari/604.1', 'Safari, iPhone'],
  ['Mozilla/5.0 (Linux; Android 15) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0.0.0 Mobile Safari/537.36', 'Chrome, Android'],
  ['Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.0 Safari/605.1.15', 'Safari, macOS'],
  ['curl/8.5', ''],
])('%s is called « %s »', (userAgent, name) => {
  expect(deviceName(userAgent)).toBe(name);
});
