import { sql, type Kysely } from 'kysely';

/** Open data: what was imported (dataset), what it says (observation), and the communes' shapes. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`create schema observatory`.execute(db);

  await db.schema
    .createTable('observatory.dataset')
    .addColumn('id', 'integer', (c) => c.primaryKey().generatedAlwaysAsIdentity())
    .addColumn('source', 'text', (c) => c.notNull())
    .addColumn('vintage', 'text', (c) => c.notNull())
    .addColumn('title', 'text', (c) => c.notNull())
    .addColumn('producer', 'text', (c) => c.notNull())
    .addColumn('licence', 'text', (c) => c.notNull())
    .addColumn('origin', 'text', (c) => c.notNull())
    .addColumn('file_name', 'text', (c) => c.notNull())
    .addColumn('sha256', 'text', (c) => c.notNull())
    .addColumn('rows_read', 'integer', (c) => c.notNull())
    .addColumn('rows_kept', 'integer', (c) => c.notNull())
    .addColumn('cells_secret', 'integer', (c) => c.notNull())
    .addColumn('rows_rejected', 'integer', (c) => c.notNull())
    // What was supposed at import (a vintage read in a file's name…), shown with the dataset.
    .addColumn('notes', 'text', (c) => c.notNull())
    .addColumn('imported_at', 'timestamptz', (c) => c.notNull())
    .addUniqueConstraint('dataset_once', ['sha256', 'source', 'vintage'])
    .execute();
  await db.schema.createIndex('dataset_source_vintage').on('observatory.dataset').columns(['source', 'vintage']).execute();

  // No foreign key on this table: a dataset and its observations are written in one transaction and never deleted,
  // and checking hundreds of thousands of rows doubles the time of a national file's import.
  await db.schema
    .createTable('observatory.observation')
    .addColumn('dataset_id', 'integer', (c) => c.notNull())
    // Codes, compared byte by byte: a language's order makes this index several times slower to fill.
    .addColumn('measure', sql`text collate "C"`, (c) => c.notNull())
    .addColumn('area', sql`text collate "C"`, (c) => c.notNull())
    .addColumn('period', sql`text collate "C"`, (c) => c.notNull())
    .addColumn('status', 'text', (c) => c.notNull().check(sql`status in ('value', 'secret', 'missing', 'merged')`))
    .addColumn('value', 'double precision')
    .addColumn('category', 'text')
    .addPrimaryKeyConstraint('observation_key', ['area', 'measure', 'period', 'dataset_id'])
    .addCheckConstraint('observation_has_one_content', sql`(status = 'value') = (num_nonnulls(value, category) = 1) and (status = 'value' or num_nonnulls(value, category) = 0)`)
    .execute();

  await db.schema
    .createTable('observatory.contour')
    .addColumn('dataset_id', 'integer', (c) => c.notNull().references('observatory.dataset.id').onDelete('cascade'))
    .addColumn('commune', 'text', (c) => c.notNull())
    .addColumn('polygons', 'jsonb', (c) => c.notNull())
    .addPrimaryKeyConstraint('contour_key', ['commune', 'dataset_id'])
    .execute();

  await db.schema
    .createTable('observatory.centroid')
    .addColumn('dataset_id', 'integer', (c) => c.notNull().references('observatory.dataset.id').onDelete('cascade'))
    .addColumn('commune', 'text', (c) => c.notNull())
    .addColumn('longitude', 'double precision', (c) => c.notNull())
    .addColumn('latitude', 'double precision', (c) => c.notNull())
    .addPrimaryKeyConstraint('centroid_key', ['commune', 'dataset_id'])
    .execute();
}
