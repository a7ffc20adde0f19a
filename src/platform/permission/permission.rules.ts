import { compartments, matrix, rolesOfKind, type Compartment, type OrganisationKind, type Permission, type Role, type Scope } from './matrix.ts';

export interface Rule {
  resource: string;
  action: string;
  role: Role;
  scope: Scope;
}

/** Every line of the matrix. */
export const rules: readonly Rule[] = Object.entries(matrix).flatMap(([resource, actions]) =>
  Object.entries(actions).flatMap(([action, byRole]: [string, Partial<Record<Role, Scope>>]) =>
    Object.entries(byRole).map(([role, scope]) => ({ resource, action, role: role as Role, scope: scope as Scope }))));

const byKey = new Map(rules.map((rule) => [`${rule.resource}.${rule.action} ${rule.role}`, rule.scope]));

/** On which rows a role may do it; undefined where it may not at all. */
export const scopeOf = (role: Role, permission: Permission): Scope | undefined => byKey.get(`${permission} ${role}`);

/** Roles that reach everybody's files, or change everybody's rights. */
const reserved: readonly Role[] = ['territoryAdmin', 'dataProtectionOfficer'];

/** An organisation gives the roles of its kind; those that reach the whole territory, only the territory's administrator gives or takes. */
export const mayGive = (giver: Role, kind: OrganisationKind, role: Role): boolean =>
  rolesOfKind[kind].includes(role) && (giver === 'territoryAdmin' || !reserved.includes(role));

/** Compartments that a role sees into. */
export const compartmentsOf = (role: Role): Compartment[] =>
  (Object.keys(compartments) as Compartment[]).filter((name) => (compartments[name] as readonly Role[]).includes(role));
