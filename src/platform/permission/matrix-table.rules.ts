import { compartments, matrix, roles, type Compartment, type Resource, type Role, type Scope } from './matrix.ts';

export type Action = 'read' | 'create' | 'update' | 'erase';

export interface MatrixLine {
  action: Action;
  /** Who may, on which rows: roles of one scope together, the widest scope last. */
  allowed: { scope: Scope; roles: Role[] }[];
}

export interface MatrixTable {
  resource: Resource;
  lines: MatrixLine[];
}

const actions: readonly Action[] = ['read', 'create', 'update', 'erase'];
const scopes: readonly Scope[] = ['own', 'organisation', 'commune', 'territory'];

/** The matrix as it is read: one table a resource, one line an action. */
export const matrixTables = (): MatrixTable[] =>
  (Object.keys(matrix) as Resource[]).map((resource) => {
    const given: Partial<Record<string, Partial<Record<Role, Scope>>>> = matrix[resource];
    return {
      resource,
      lines: actions.filter((action) => given[action]).map((action) => ({
        action,
        allowed: scopes.map((scope) => ({ scope, roles: roles.filter((role) => given[action]?.[role] === scope) })).filter((one) => one.roles.length > 0),
      })),
    };
  });

/** Roles that read a resource, whatever the scope. */
export const readersOf = (resource: Resource): Role[] => roles.filter((role) => role in (matrix[resource].read as Partial<Record<Role, Scope>>));

/** Who sees into each compartment. */
export const compartmentTable = (): { name: Compartment; roles: readonly Role[] }[] => (Object.keys(compartments) as Compartment[]).map((name) => ({ name, roles: compartments[name] }));
