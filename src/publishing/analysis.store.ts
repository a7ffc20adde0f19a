import { sql } from 'kysely';
import type { Db, Tx } from '../platform/database/database.ts';
import type { Actor } from '../platform/permission/actor.ts';
import type { Scope } from '../platform/permission/matrix.ts';
import type { NoteFigures } from './analysis.figures.ts';
import type { Analysis, AnalysisLine, AnalysisState } from './analysis.schema.ts';

type Texts = Pick<Analysis, 'title' | 'summary' | 'body'>;

const columns = ['id', 'title', 'summary', 'state', 'revision', 'slug', 'demonstration', 'changed_at as changedAt'] as const;

/** Notes of the actor's territory; a narrower scope reaches none, for they belong to no organisation. */
export const analysisStore = (tx: Tx, actor: Actor, scope: Scope) => {
  const { territory } = actor;
  const reached = scope === 'territory' ? sql<boolean>`territory = ${territory}` : sql<boolean>`false`;
  return {
    list: async (): Promise<AnalysisLine[]> => (await tx.selectFrom('publishing.analysis').where(reached).select(columns).orderBy('changed_at', 'desc').execute()) as AnalysisLine[],
    find: async (id: string): Promise<Analysis | undefined> =>
      (await tx.selectFrom('publishing.analysis').where(reached).where('id', '=', id).select([...columns, 'body']).forUpdate().executeTakeFirst()) as Analysis | undefined,
    insert: async (texts: Texts & { demonstration: boolean }, at: Date): Promise<string> =>
      (await tx.insertInto('publishing.analysis').values({ ...texts, territory, state: 'draft', created_at: at, changed_at: at }).returning('id').executeTakeFirstOrThrow()).id,
    /** Anew a draft, under another revision. */
    update: async (id: string, texts: Texts, at: Date): Promise<void> =>
      void (await tx.updateTable('publishing.analysis').set({ ...texts, state: 'draft', revision: sql`revision + 1`, changed_at: at }).where(reached).where('id', '=', id).execute()),
    mark: async (id: string, state: AnalysisState, at: Date, slug?: string): Promise<void> =>
      void (await tx.updateTable('publishing.analysis').set({ state, changed_at: at, ...(slug === undefined ? {} : { slug }) }).where(reached).where('id', '=', id).execute()),
    wrote: async (id: string, account: string): Promise<void> =>
      void (await tx.insertInto('publishing.analysis_writer').values({ territory, analysis_id: id, account_id: account }).onConflict((conflict) => conflict.doNothing()).execute()),
    isWriter: async (id: string, account: string): Promise<boolean> =>
      (await tx.selectFrom('publishing.analysis_writer').where(reached).where('analysis_id', '=', id).where('account_id', '=', account).select('account_id').executeTakeFirst()) !== undefined,
    forgetWriters: async (id: string): Promise<void> => void (await tx.deleteFrom('publishing.analysis_writer').where(reached).where('analysis_id', '=', id).execute()),
    slugsLike: async (slug: string): Promise<Set<string>> =>
      new Set((await tx.selectFrom('publishing.analysis').where(reached).where('slug', 'like', `${slug}%`).select('slug').execute()).map((row) => row.slug ?? '')),
    lastVersion: async (id: string): Promise<number> =>
      Number((await tx.selectFrom('publishing.publication').where(reached).where('analysis_id', '=', id).select(({ fn }) => fn.max('version').as('last')).executeTakeFirst())?.last ?? 0),
    publish: async (id: string, version: number, slug: string, note: Texts & { demonstration: boolean }, figures: NoteFigures, asOf: Date): Promise<void> =>
      void (await tx.insertInto('publishing.publication').values({ territory, analysis_id: id, version, slug, title: note.title, summary: note.summary, body: note.body, demonstration: note.demonstration, figures: JSON.stringify(figures), as_of: asOf }).execute()),
    isLive: async (id: string): Promise<boolean> =>
      (await tx.selectFrom('publishing.publication').where(reached).where('analysis_id', '=', id).where('withdrawn_at', 'is', null).select('version').limit(1).executeTakeFirst()) !== undefined,
    withdraw: async (id: string, at: Date): Promise<boolean> =>
      (await tx.updateTable('publishing.publication').set({ withdrawn_at: at }).where(reached).where('analysis_id', '=', id).where('withdrawn_at', 'is', null).executeTakeFirst()).numUpdatedRows > 0n,
  };
};

/** One published version, as everybody reads it. */
export interface Publication extends Texts {
  slug: string;
  version: number;
  figures: NoteFigures;
  asOf: Date;
  demonstration: boolean;
}

/** Published notes of a territory that are not withdrawn: the second wall shows nobody the others. */
export const publicationStore = (db: Db, territory: string) => {
  const all = () => db.selectFrom('publishing.publication').where('territory', '=', territory).where('withdrawn_at', 'is', null);
  return {
    /** The last version of each, the newest first. */
    latest: async (): Promise<Omit<Publication, 'body' | 'figures'>[]> =>
      (await all().distinctOn('slug').select(['slug', 'version', 'title', 'summary', 'as_of as asOf', 'demonstration']).orderBy('slug').orderBy('version', 'desc').execute()).toSorted((a, b) => b.asOf.getTime() - a.asOf.getTime()),
    versions: async (slug: string): Promise<{ version: number; asOf: Date }[]> => all().where('slug', '=', slug).select(['version', 'as_of as asOf']).orderBy('version', 'desc').execute(),
    find: async (slug: string, version: number): Promise<Publication | undefined> => {
      const row = await all().where('slug', '=', slug).where('version', '=', version).select(['slug', 'version', 'title', 'summary', 'body', 'figures', 'as_of as asOf', 'demonstration']).executeTakeFirst();
      return row && { ...row, figures: row.figures as unknown as NoteFigures };
    },
  };
};
