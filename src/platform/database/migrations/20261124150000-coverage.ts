import { sql, type Kysely } from 'kysely';

/** What a dataset's silence means, who wrote it, and values that are numbers. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .alterTable('observatory.dataset')
    // Départements that its rows reach; none for rows of intercommunalities, which may be anywhere.
    .addColumn('departments', sql`text[]`, (c) => c.notNull().defaultTo(sql`'{}'`))
    // Départements in which a commune that a list leaves out has none of what it lists.
    .addColumn('covers', sql`text[]`, (c) => c.notNull().defaultTo(sql`'{}'`))
    // The period that such a list describes.
    .addColumn('covered_period', 'text')
    // Figures copied by hand into an indicator file, under a source's name: the source's own file goes before them.
    .addColumn('copied', 'boolean', (c) => c.notNull().defaultTo(false))
    .execute();

  await sql`
    alter table observatory.observation
      drop constraint observation_status_check,
      add constraint observation_status_check check (status in ('value', 'none', 'secret', 'missing', 'merged')),
      add constraint observation_value_is_finite check (value not in ('NaN', 'Infinity', '-Infinity'))
  `.execute(db);
}
