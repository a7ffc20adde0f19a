import { sql, type Kysely } from 'kysely';

/** Employed residents of a commune by the place where they work: from the census, added up from weighted rows. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('observatory.flow')
    .addColumn('dataset_id', 'integer', (c) => c.notNull())
    .addColumn('residence', sql`text collate "C"`, (c) => c.notNull())
    // A commune of today, or where `abroad` is true a country as the census writes it: LU, AL, BE, SU, MO, ZZ.
    .addColumn('work', sql`text collate "C"`, (c) => c.notNull())
    .addColumn('abroad', 'boolean', (c) => c.notNull())
    // Sum of the weights.
    .addColumn('people', 'double precision', (c) => c.notNull())
    // How many rows of the census stand behind the sum; null where the file does not say it.
    .addColumn('respondents', 'integer')
    // Weights by variable and code: {"STOCD": {"10": 12.5, "22": 4}, …}.
    .addColumn('margins', 'jsonb', (c) => c.notNull())
    .addPrimaryKeyConstraint('flow_key', ['residence', 'work', 'dataset_id'])
    .execute();
  await db.schema.createIndex('flow_work').on('observatory.flow').columns(['work', 'dataset_id']).execute();
}
