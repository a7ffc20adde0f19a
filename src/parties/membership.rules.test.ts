import { expect, test } from 'vitest';
import { invitationExpiry, invitationState, leavesNobody } from './membership.rules.ts';

const [manager, otherManager, officer, admin] = [{ id: '1', role: 'organisationManager' }, { id: '2', role: 'organisationManager' }, { id: '3', role: 'housingOfficer' }, { id: '4', role: 'territoryAdmin' }] as const;

test.each([
  ['the last manager, by a manager', 'organisationManager', manager, [manager, officer], true],
  ['one manager of two', 'organisationManager', manager, [manager, otherManager], false],
  ['the last manager, by the territory’s administrator', 'territoryAdmin', manager, [manager], false],
  ['the last administrator, by herself', 'territoryAdmin', admin, [admin, manager], true],
  ['anybody else', 'organisationManager', officer, [manager, officer], false],
] as const)('ending %s', (_, ender, ending, current, expected) => {
  expect(leavesNobody(ender, ending, current)).toBe(expected);
});

const now = new Date('2026-11-24T10:00:00Z');
const open = { expiresAt: new Date('2026-12-01T10:00:00Z'), acceptedAt: null, revokedAt: null };

test.each([
  ['pending', open, now],
  ['expired', open, open.expiresAt],
  ['accepted', { ...open, acceptedAt: now }, new Date('2027-01-01')],
  ['revoked', { ...open, revokedAt: now }, now],
] as const)('an invitation is %s', (expected, invitation, at) => {
  expect(invitationState(invitation, at)).toBe(expected);
});

test('an invitation lasts seven days', () => {
  expect(invitationExpiry(now)).toEqual(new Date('2026-12-01T10:00:00Z'));
});
