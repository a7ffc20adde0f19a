import type { DatasetReference } from '../indicators/index.ts';
import type { Db, Tx } from '../platform/database/database.ts';

/** An imported file's part for one source and vintage, with what was counted. */
export interface Dataset {
  id: number;
  source: string;
  vintage: string;
  title: string;
  producer: string;
  licence: string;
  /** The portal that publishes it. */
  origin: string;
  fileName: string;
  sha256: string;
  rowsRead: number;
  rowsKept: number;
  cellsSecret: number;
  rowsRejected: number;
  notes: string;
  importedAt: Date;
}

/** What a new dataset carries besides: the départements that it reaches, where its silence means "none", and whether it only repeats a source's figures. */
export interface DatasetNature {
  departments: readonly string[];
  covers: readonly string[];
  coveredPeriod: string | null;
  copied: boolean;
  /** Names of its flows' cells, in the order of their ranks (see `flow.writing.ts`). */
  flowCells: readonly string[];
}

/** A dataset that figures refer to, with the départements and the period for which its silence means "none". */
export type KnownDataset = DatasetReference & Pick<DatasetNature, 'departments' | 'covers' | 'coveredPeriod'>;

export const datasetStore = (db: Db | Tx) => ({
  /** Every dataset, oldest first. */
  list: async (asOf: Date): Promise<Dataset[]> =>
    db
      .selectFrom('observatory.dataset')
      .select([
        'id', 'source', 'vintage', 'title', 'producer', 'licence', 'origin', 'file_name as fileName', 'sha256', 'rows_read as rowsRead',
        'rows_kept as rowsKept', 'cells_secret as cellsSecret', 'rows_rejected as rowsRejected', 'notes', 'imported_at as importedAt',
      ])
      .where('imported_at', '<=', asOf)
      .orderBy('source').orderBy('vintage').orderBy('id')
      .execute(),

  /** Best first: a source's own file before a copy of it, then the newest vintage, then its newest import. */
  references: async (asOf: Date): Promise<KnownDataset[]> =>
    db
      .selectFrom('observatory.dataset')
      .select(['id', 'source', 'vintage', 'title', 'producer', 'licence', 'departments', 'covers', 'covered_period as coveredPeriod'])
      .where('imported_at', '<=', asOf)
      .orderBy('copied').orderBy('vintage', 'desc').orderBy('imported_at', 'desc').orderBy('id', 'desc')
      .execute(),

  hasContent: async (sha256: string): Promise<boolean> =>
    (await db.selectFrom('observatory.dataset').select('id').where('sha256', '=', sha256).limit(1).executeTakeFirst()) !== undefined,

  /** Returns no id where the same content of the same source and vintage is there already. */
  insert: async (dataset: Omit<Dataset, 'id'> & DatasetNature): Promise<number | undefined> => {
    const row = await db
      .insertInto('observatory.dataset')
      .values({
        source: dataset.source, vintage: dataset.vintage, title: dataset.title, producer: dataset.producer, licence: dataset.licence,
        origin: dataset.origin, file_name: dataset.fileName, sha256: dataset.sha256, rows_read: dataset.rowsRead, rows_kept: dataset.rowsKept,
        cells_secret: dataset.cellsSecret, rows_rejected: dataset.rowsRejected, notes: dataset.notes, imported_at: dataset.importedAt,
        departments: [...dataset.departments], covers: [...dataset.covers], covered_period: dataset.coveredPeriod, copied: dataset.copied, flow_cells: [...dataset.flowCells],
      })
      .onConflict((conflict) => conflict.constraint('dataset_once').doNothing())
      .returning('id')
      .executeTakeFirst();
    return row?.id;
  },
});
