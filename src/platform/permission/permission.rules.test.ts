import { expect, test } from 'vitest';
import { compartments, matrix, organisationKinds, roles, rolesOfKind, staffRoles } from './matrix.ts';
import { compartmentsOf, mayGive, rules, scopeOf } from './permission.rules.ts';

test('what does not stand in the matrix is refused', () => {
  expect(scopeOf('hrManager', 'person.read')).toBeUndefined();
  expect(scopeOf('landlordOfficer', 'person.read')).toBeUndefined();
  expect(scopeOf('communeOfficial', 'person.read')).toBeUndefined();
  expect(scopeOf('committeeMember', 'contact.read')).toBeUndefined();
});

test.each([
  ['lettingAdviser', 'person.read', 'organisation'], ['employee', 'person.read', 'own'], ['dataProtectionOfficer', 'audit.read', 'territory'],
  ['organisationManager', 'invitation.create', 'organisation'], ['territoryAdmin', 'membership.update', 'territory'],
] as const)('%s may %s on the rows of its %s', (role, permission, scope) => {
  expect(scopeOf(role, permission)).toBe(scope);
});

test('nobody may change the trace, and no role changes a file that it may not read', () => {
  expect(Object.keys(matrix.audit)).toEqual(['read']);
  for (const rule of rules) {
    if (rule.action === 'read' || rule.action === 'create') continue;
    expect(rules.some((one) => one.resource === rule.resource && one.role === rule.role && one.action === 'read'), `${rule.role} ${rule.resource}.${rule.action}`).toBe(true);
  }
});

test('an employer, a landlord, an elected person see no accompanied person', () => {
  const barred = ['hrManager', 'landlordOfficer', 'communeOfficial', 'committeeMember', 'stateObserver', 'housingOfficer'];
  for (const resource of ['person', 'household', 'note', 'consent']) {
    expect(rules.filter((rule) => rule.resource === resource && barred.includes(rule.role))).toEqual([]);
  }
});

test('social support is a compartment of its own', () => {
  expect(compartments.socialSupport).toEqual(['supportAdviser']);
  expect(compartmentsOf('lettingAdviser')).toEqual([]);
  expect(compartmentsOf('dataProtectionOfficer')).toEqual([]);
  expect(compartmentsOf('supportAdviser')).toEqual(['socialSupport']);
});

test('each role is given by some organisation, but those of nobody’s', () => {
  const given = new Set(organisationKinds.flatMap((kind) => rolesOfKind[kind]));
  expect(roles.filter((role) => !given.has(role))).toEqual(['employee', 'job']);
  expect(staffRoles).not.toContain('employee');
});

test.each([
  ['territoryAdmin', 'metropole', 'territoryAdmin', true],
  ['organisationManager', 'metropole', 'territoryAdmin', false],
  ['organisationManager', 'metropole', 'housingOfficer', true],
  ['organisationManager', 'lettingService', 'dataProtectionOfficer', false],
  ['territoryAdmin', 'lettingService', 'dataProtectionOfficer', true],
  ['organisationManager', 'employer', 'hrManager', true],
  ['territoryAdmin', 'employer', 'lettingAdviser', false],
  ['territoryAdmin', 'supportService', 'employee', false],
] as const)('%s gives, in a %s, the role %s: %s', (giver, kind, role, expected) => {
  expect(mayGive(giver, kind, role)).toBe(expected);
});

test('nobody gives a role that the organisation’s kind does not have', () => {
  for (const giver of roles) for (const kind of organisationKinds) for (const role of roles) {
    if (mayGive(giver, kind, role)) expect(rolesOfKind[kind]).toContain(role);
  }
});
