import { z } from 'zod';
import { failure, success } from '../platform/result.ts';
import { useCase } from '../platform/use-case.ts';
import { readPackGeometry } from '../steering/index.ts';
import { noteFigures, type NoteFigures } from './analysis.figures.ts';
import { insertsOf, parseMarkup } from './analysis.markup.ts';
import { changedAnalysis, newAnalysis, oneAnalysis, readAnalysis } from './analysis.schema.ts';
import { analysisStore, publicationStore, type Publication } from './analysis.store.ts';
import type { PublishingHouse } from './open-data.service.ts';
import { slugOf } from './slug.rules.ts';

/** The figures that a note inserts, as they are now. */
export async function readNoteFigures(house: PublishingHouse, body: string): Promise<NoteFigures> {
  const { db, territory, indicators } = house;
  const { figures, pictures } = insertsOf(parseMarkup(body));
  const asked = [...new Set([...figures, ...pictures].map(({ indicator }) => indicator))].filter((id) => indicators.find(id));
  const definitions = new Map(asked.map((id) => [id, indicators.find(id)!]));
  const [readings, geometry] = await Promise.all([
    asked.length === 0 ? [] : indicators.read(db, { territory, asOf: house.clock.now(), indicators: asked }),
    pictures.some(({ shape }) => shape === 'map') ? readPackGeometry(house) : new Map<string, never>(),
  ]);
  return noteFigures(body, { territory, definitions, readings, geometry });
}

export const draftAnalysis = useCase('analysis.create', newAnalysis, async ({ input, actor, scope, tx, clock, record }) => {
  const analyses = analysisStore(tx, actor, scope);
  const id = await analyses.insert(input, clock.now());
  if (actor.accountId) await analyses.wrote(id, actor.accountId);
  await record.changed({ type: 'analysis.drafted', subject: { kind: 'analysis', id } });
  return success({ id });
});

/** A change makes a note a draft anew, even one that was read over: nobody publishes what nobody read. */
export const editAnalysis = useCase('analysis.update', changedAnalysis, async ({ input: { id, ...texts }, actor, scope, tx, clock, record }) => {
  const analyses = analysisStore(tx, actor, scope);
  const analysis = await analyses.find(id);
  if (!analysis) return failure({ code: 'analysis.unknown' as const });
  // What stands published was read over: only who writes from here on is its writer. What was withdrawn keeps those who wrote it.
  if (analysis.state === 'published') await analyses.forgetWriters(id);
  await analyses.update(id, texts, clock.now());
  if (actor.accountId) await analyses.wrote(id, actor.accountId);
  await record.changed({ type: 'analysis.edited', subject: { kind: 'analysis', id } });
  return success(undefined);
});

/** Only a draft is submitted: what was withdrawn is written anew first, and so is what is published. */
export const submitAnalysis = useCase('analysis.update', oneAnalysis, async ({ input: { id }, actor, scope, tx, clock, record }) => {
  const analyses = analysisStore(tx, actor, scope);
  const analysis = await analyses.find(id);
  if (!analysis) return failure({ code: 'analysis.unknown' as const });
  if (analysis.state !== 'draft') return failure({ code: 'analysis.notDraft' as const });
  await analyses.mark(id, 'review', clock.now());
  await record.changed({ type: 'analysis.submitted', subject: { kind: 'analysis', id } });
  return success(undefined);
});

/** Notes of the territory, the last changed first. */
export const listAnalyses = useCase('analysis.read', z.object({}), async ({ actor, scope, tx }) => success(await analysisStore(tx, actor, scope).list()));

/** One note to write or to read over; `mine` where the reader wrote some of it, `live` where a version of it is on the public pages. */
export const openAnalysis = useCase('analysis.read', oneAnalysis, async ({ input: { id }, actor, scope, tx }) => {
  const analyses = analysisStore(tx, actor, scope);
  const analysis = await analyses.find(id);
  if (!analysis) return failure({ code: 'analysis.unknown' as const });
  return success({ ...analysis, live: await analyses.isLive(id), mine: actor.accountId !== null && (await analyses.isWriter(id, actor.accountId)) });
});

/**
 * Publishes what was read over, as a new version with its figures as they are now. Another person than who wrote it does.
 * @param house whose figures are read
 */
export const publishAnalysis = (house: Omit<PublishingHouse, 'clock'>) => useCase('publication.create', readAnalysis, async ({ input: { id, revision }, actor, scope, tx, clock, record }) => {
  const analyses = analysisStore(tx, actor, scope);
  const analysis = await analyses.find(id);
  if (!analysis) return failure({ code: 'analysis.unknown' as const });
  if (analysis.revision !== revision) return failure({ code: 'analysis.changed' as const });
  if (analysis.state !== 'review') return failure({ code: 'analysis.notSubmitted' as const });
  if (actor.accountId === null || (await analyses.isWriter(id, actor.accountId))) return failure({ code: 'analysis.ownWork' as const });
  // Figures are public ones, read as anybody reads them: some of them open a transaction of their own.
  const figures = await readNoteFigures({ ...house, clock }, analysis.body);
  if (figures.unknown.length > 0) return failure({ code: 'analysis.badInserts' as const });
  const slug = analysis.slug ?? freeSlug(slugOf(analysis.title), await analyses.slugsLike(slugOf(analysis.title)));
  const version = 1 + (await analyses.lastVersion(id));
  await analyses.publish(id, version, slug, analysis, figures, clock.now());
  await analyses.mark(id, 'published', clock.now(), slug);
  await record.changed({ type: 'analysis.published', subject: { kind: 'analysis', id }, details: { version } });
  return success({ slug, version });
});

const freeSlug = (slug: string, taken: ReadonlySet<string>): string => {
  for (let at = 1; ; at += 1) {
    const one = at === 1 ? slug : `${slug}-${at}`;
    if (!taken.has(one)) return one;
  }
};

/** Takes every version off the public pages. What was published stays in the house, with its day. */
export const withdrawAnalysis = useCase('publication.update', oneAnalysis, async ({ input: { id }, actor, scope, tx, clock, record }) => {
  const analyses = analysisStore(tx, actor, scope);
  if (!(await analyses.find(id))) return failure({ code: 'analysis.unknown' as const });
  if (!(await analyses.withdraw(id, clock.now()))) return failure({ code: 'analysis.notPublished' as const });
  await analyses.mark(id, 'withdrawn', clock.now());
  await record.changed({ type: 'analysis.withdrawn', subject: { kind: 'analysis', id } });
  return success(undefined);
});

type PublicHouse = Pick<PublishingHouse, 'db' | 'territory'>;

/** The last version of each published note, the newest first. */
export const listPublications = ({ db, territory }: PublicHouse) => publicationStore(db, territory.code).latest();

/** A published note, its last version unless another is asked for, with the versions that there are. */
export async function readPublication({ db, territory }: PublicHouse, slug: string, version?: number): Promise<{ publication: Publication; versions: { version: number; asOf: Date }[] } | undefined> {
  const publications = publicationStore(db, territory.code);
  const versions = await publications.versions(slug);
  const wanted = version ?? versions[0]?.version;
  const publication = wanted === undefined ? undefined : await publications.find(slug, wanted);
  return publication && { publication, versions };
}
