import type { App } from '../../composition.ts';
import { latest, type DatasetReference, type IndicatorDefinition, type Reading } from '../../indicators/index.ts';
import { linkHousing, nearestFirst, type LinkAnswer, type LinkProblem } from '../../needs/index.ts';
import { sourceCatalogue, type SourceDescription } from '../../observatory/index.ts';
import { readIndicators } from '../figures/data.ts';
import { readQuery, type LinkQuery } from './query.ts';

/** A balance's figure for the commune of the job, if one is asked, and for the territory. */
export interface BalanceLine { definition: IndicatorDefinition; commune: Reading | undefined; territory: Reading | undefined }

export interface LinkView {
  answer: LinkAnswer | null;
  problems: readonly LinkProblem[];
  balance: readonly BalanceLine[];
  balanceDatasets: readonly DatasetReference[];
  /** What to import to complete the page. */
  wanted: readonly SourceDescription[];
}

/** All that the page says for its address. */
export async function linkView(app: App, query: LinkQuery): Promise<LinkView> {
  const { territory } = app;
  const request = query.empty ? null : readQuery(query, territory);
  const definitions = app.indicators.definitions.filter(({ theme }) => theme === 'commuting').toSorted((a, b) => Number(a.grain !== 'commune') - Number(b.grain !== 'commune'));
  const [readings, found] = await Promise.all([readIndicators(app, definitions.map(({ id }) => id)), request?.ok ? linkHousing(app, request.value) : null]);
  const balance = definitions.map((definition): BalanceLine => {
    const own = readings.filter(({ indicator }) => indicator === definition.id);
    // What no source gives has a reading without a period.
    const at = (area: string): Reading | undefined => latest(own, area) ?? own.filter((reading) => reading.area === area).at(-1);
    return { definition, commune: found ? at(found.request.work) : undefined, territory: at(territory.code) };
  });
  const lacking = balance.filter(({ territory: whole }) => whole?.cell.kind === 'missing' && whole.cell.reason === 'notLoaded').flatMap(({ definition }) => definition.sources);
  const wanted = new Set([...(found?.wanted ?? []), ...lacking]);
  return {
    answer: found && ordered(found, query), problems: request && !request.ok ? request.error : [], balance,
    balanceDatasets: [...new Map(balance.flatMap(({ commune, territory: whole }) => [...(commune?.datasets ?? []), ...(whole?.datasets ?? [])]).map((one) => [one.id, one])).values()],
    wanted: sourceCatalogue.filter(({ id }) => wanted.has(id)),
  };
}

/** Rents have a threshold; social homes and prices go by nearness. */
function ordered(answer: LinkAnswer, { wish }: LinkQuery): LinkAnswer {
  if (wish === 'location') return answer;
  return { ...answer, communes: nearestFirst(answer.communes, ({ social, price }) => (wish === 'social' ? social.dwellings.kind === 'number' : price !== null)) };
}
