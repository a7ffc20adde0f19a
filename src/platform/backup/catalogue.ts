import type { Client } from 'pg';

/**
 * What stands outside of a backup: the queue (what is to do stands in the areas' tables), the copy of the permission matrix
 * (each start writes it), the list of migrations (the manifest names them), the record of backups themselves.
 */
const leftOut = ['pg_catalog', 'information_schema', 'job', 'permission', 'migration', 'operation'];

export interface Table {
  /** As SQL writes it: `party.person`. */
  name: string;
  /** Those that are stored as given: a generated one follows from them. */
  columns: string[];
}

/** A session whose texts do not depend on the server's settings: the same row is the same line everywhere. */
export const settle = (client: Client): Promise<unknown> =>
  client.query(`set timezone = 'UTC'; set datestyle = 'ISO, YMD'; set intervalstyle = 'postgres'; set bytea_output = 'hex'; set extra_float_digits = 1; set client_encoding = 'UTF8'; set search_path = ''`);

/** Every table, those that others refer to first. */
export async function listTables(client: Client): Promise<Table[]> {
  const { rows } = await client.query<Table & { refersTo: string[] | null }>(`
    select format('%I.%I', n.nspname, c.relname) as name,
      (select array_agg(format('%I', a.attname) order by a.attnum) from pg_attribute a where a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped and a.attgenerated = '') as columns,
      (select array_agg(distinct format('%I.%I', fn.nspname, f.relname)) from pg_constraint k join pg_class f on f.oid = k.confrelid join pg_namespace fn on fn.oid = f.relnamespace
        where k.conrelid = c.oid and k.contype = 'f' and k.confrelid <> c.oid) as "refersTo"
    from pg_class c join pg_namespace n on n.oid = c.relnamespace
    where c.relkind in ('r', 'p') and not c.relispartition and n.nspname <> all($1) and n.nspname not like 'pg\\_%' order by 1`, [leftOut]);
  const ordered: Table[] = [];
  let rest = rows;
  while (rest.length > 0) {
    const waiting = new Set(rest.map(({ name }) => name));
    const free = rest.filter(({ refersTo }) => !(refersTo ?? []).some((name) => waiting.has(name)));
    if (free.length === 0) throw new Error(`tables refer to each other in a circle: ${[...waiting].join(', ')}`);
    ordered.push(...free.map(({ name, columns }) => ({ name, columns })));
    rest = rest.filter((one) => !free.includes(one));
  }
  return ordered;
}

export interface Sequence {
  name: string;
  value: string;
  called: boolean;
}

/** Where each sequence stands. It moves outside of any snapshot: read last, it is behind no row. */
export async function listSequences(client: Client): Promise<Sequence[]> {
  const { rows } = await client.query<{ name: string }>(`
    select format('%I.%I', n.nspname, c.relname) as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
    where c.relkind = 'S' and n.nspname <> all($1) and n.nspname not like 'pg\\_%' order by 1`, [leftOut]);
  const sequences: Sequence[] = [];
  for (const { name } of rows) {
    const { rows: [at] } = await client.query<{ value: string; called: boolean }>(`select last_value::text as value, is_called as called from ${name}`);
    if (at) sequences.push({ name, ...at });
  }
  return sequences;
}

/** The migrations that made the schema, in order; none on a database that never was opened. */
export async function listMigrations(client: Client): Promise<string[]> {
  const { rows: [exists] } = await client.query<{ found: string | null }>(`select to_regclass('migration.kysely_migration')::text as found`);
  if (!exists?.found) return [];
  return (await client.query<{ name: string }>('select name from migration.kysely_migration order by name')).rows.map(({ name }) => name);
}
