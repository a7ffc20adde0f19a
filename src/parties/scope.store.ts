import { sql, type RawBuilder } from 'kysely';
import type { Actor } from '../platform/permission/actor.ts';
import type { Permission, Scope } from '../platform/permission/matrix.ts';
import { scopeOf } from '../platform/permission/permission.rules.ts';

/** Which column holds a row's place in each scope; a scope without a column reaches no row. */
export type Columns = Partial<Record<Exclude<Scope, 'territory'>, string>>;

/** The first wall, for a WHERE clause: the actor's territory always, then the scope's column. */
export function within(actor: Actor, scope: Scope | undefined, table: string, columns: Columns): RawBuilder<boolean> {
  const here = sql<boolean>`${sql.ref(`${table}.territory`)} = ${actor.territory}`;
  if (scope === 'territory') return here;
  const column = scope && columns[scope];
  const value = { own: actor.personId, organisation: actor.organisationId, commune: actor.commune }[scope ?? 'own'];
  return column && value !== null ? sql<boolean>`(${here} and ${sql.ref(`${table}.${column}`)} = ${value})` : sql<boolean>`false`;
}

/** Whether an actor may do it to the rows of one organisation. */
export const reaches = (actor: Actor, permission: Permission, organisationId: string): boolean => {
  const scope = scopeOf(actor.role, permission);
  return scope === 'territory' || (scope === 'organisation' && actor.organisationId === organisationId);
};
