import { sql, type Kysely } from 'kysely';

/** Which column holds the row's place in each scope; a scope without a column reaches no row. */
export interface Guard {
  table: string;
  /** Its resource in the permission matrix. */
  resource: string;
  own?: string;
  organisation?: string;
  commune?: string;
  /** A column that names the compartment of a row, null for none. */
  compartment?: string;
  /** Another way to see a row, whatever the role's scope. */
  seen?: string;
  /** Another way to reach a row, to change it too. */
  also?: string;
  /** What the app's role may do on rows at all, whatever its actor. */
  grants: readonly ('select' | 'insert' | 'update' | 'delete')[];
}

const actionOf = { select: 'read', insert: 'create', update: 'update', delete: 'erase' } as const;

/**
 * The second wall: row-level security that asks the copy of the permission matrix which rows the actor's role reaches.
 * Forced, so that it holds for the tables' owner too; settings are read once a statement, not once a row.
 */
export async function protect(db: Kysely<unknown>, { table, resource, grants, ...columns }: Guard): Promise<void> {
  const run = (text: string): Promise<unknown> => sql.raw(text).execute(db);
  await forceRowSecurity(run, table);
  for (const command of grants) {
    const ways = [reach(resource, actionOf[command], columns), ...(columns.also ? [columns.also] : []), ...(command === 'select' && columns.seen ? [columns.seen] : [])];
    const condition = ways.length === 1 ? ways.join('') : ways.map((way) => `(${way})`).join(' or ');
    const clauses = {
      select: `using (${condition})`,
      insert: `with check (${condition})`,
      update: `using (${condition}) with check (${condition})`,
      delete: `using (${condition})`,
    }[command];
    await run(`create policy actor_${command} on ${table} for ${command} ${clauses}`);
  }
}

/** Without another policy nobody reads or writes a row but the owner, whose work (backup, restore, expiry) goes through one that says so. */
export async function forceRowSecurity(run: (text: string) => Promise<unknown>, table: string): Promise<void> {
  await run(`alter table ${table} enable row level security`);
  await run(`alter table ${table} force row level security`);
  await run(`create policy owner on ${table} to current_user using (true) with check (true)`);
}

function reach(resource: string, action: string, columns: Omit<Guard, 'table' | 'resource' | 'grants'>): string {
  const cases = [
    `when 'territory' then true`,
    ...(columns.organisation ? [`when 'organisation' then ${columns.organisation} = (select permission.organisation())`] : []),
    ...(columns.commune ? [`when 'commune' then ${columns.commune} = (select permission.commune())`] : []),
    ...(columns.own ? [`when 'own' then ${columns.own} = (select permission.person())`] : []),
  ];
  const inReach = `territory = (select permission.territory()) and case (select permission.scope_of('${resource}', '${action}')) ${cases.join(' ')} else false end`;
  return columns.compartment ? `${inReach} and (${columns.compartment} is null or ${columns.compartment} = any((select permission.compartments())::text[]))` : inReach;
}
