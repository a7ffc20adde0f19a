import type { Db, Tx } from '../platform/database/database.ts';
import type { ProtectedCube } from './cube.rules.ts';
import type { NewCube, PublishedCube } from './cube.schema.ts';

export const cubeStore = (db: Db | Tx, territory: string) => ({
  /** False where that day's cube is there already: it never changes. */
  insert: async ({ id, title, dimensions, rule, demonstration }: NewCube, { rows, counts }: ProtectedCube, day: string, at: Date): Promise<boolean> =>
    ((await db.insertInto('publishing.cube').values({
      territory, id, day, title, dimensions: JSON.stringify(dimensions), rows: JSON.stringify(rows), rule: JSON.stringify(rule), demonstration, made_at: at,
      // How many cells are hidden and how many are not; which for themselves would be telling.
      loss: JSON.stringify({ cells: counts.cells, shown: counts.shown, missing: counts.missing, hidden: counts.cells - counts.shown - counts.missing }),
    }).onConflict((conflict) => conflict.doNothing()).executeTakeFirst()).numInsertedOrUpdatedRows ?? 0n) > 0n,
  /** The last one of that name, by that day. */
  latest: async (id: string, day: string): Promise<PublishedCube | undefined> =>
    (await db.selectFrom('publishing.cube').where('territory', '=', territory).where('id', '=', id).where('day', '<=', day).select(['id', 'day', 'title', 'dimensions', 'rows', 'rule', 'demonstration']).orderBy('day', 'desc').limit(1).executeTakeFirst()) as PublishedCube | undefined,
});
