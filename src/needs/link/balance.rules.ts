import { missing, number, ratio, secret, sum, type Cell } from '../../indicators/index.ts';
import type { FlowTotal } from '../../observatory/index.ts';
import { added, hiddenParts, mayTellWhole, type Balance, type Part, type People } from './flow-secrecy.rules.ts';

/** Adds up the flows of some communes, taken as one place. */
export function balanceOf(communes: ReadonlySet<string>, flows: readonly FlowTotal[]): Balance {
  const lives = ({ residence }: FlowTotal): boolean => residence !== null && communes.has(residence);
  const works = ({ work, abroad }: FlowTotal): boolean => !abroad && work !== null && communes.has(work);
  const abroadIn = (country: string) => (flow: FlowTotal): boolean => lives(flow) && flow.abroad && flow.work === country;
  const total = (of: (flow: FlowTotal) => boolean): People => added(flows.filter(of));
  return {
    employed: total(lives), jobs: total(works), inside: total((flow) => lives(flow) && works(flow)),
    elsewhere: total((flow) => lives(flow) && !works(flow) && !abroadIn('LU')(flow) && !abroadIn('AL')(flow)), coming: total((flow) => works(flow) && !lives(flow)),
    luxembourg: total(abroadIn('LU')), germany: total(abroadIn('AL')),
  };
}

/** What is given of a place: each part's number, its bounds, or that it is secret. */
export type Given = Readonly<Record<Exclude<Part, 'elsewhere'>, Cell>>;

/** What may be given of a commune. */
export function givenOf(balance: Balance): Given {
  const hidden = hiddenParts(balance);
  const cell = (part: keyof Given): Cell => (hidden.has(part) ? secret : number(balance[part].people));
  return { employed: cell('employed'), jobs: cell('jobs'), inside: cell('inside'), luxembourg: cell('luxembourg'), germany: cell('germany'), coming: cell('coming') };
}

/**
 * What may be given of a territory: the sums of what is given of its communes, a minimum where one is hidden; and the territory taken as one place where
 * that gives no commune's secret back.
 * @param whole the communes as one place, undefined where the file lacks one
 */
export function givenOfTerritory(whole: Balance | undefined, communes: readonly (Balance | undefined)[]): Given {
  const given = communes.map((balance) => balance && givenOf(balance));
  const sumOf = (part: keyof Given): Cell => sum(given.map((one) => one?.[part] ?? missing('notInSource')), { low: 0, high: null });
  const shared = { employed: sumOf('employed'), jobs: sumOf('jobs'), luxembourg: sumOf('luxembourg'), germany: sumOf('germany') };
  if (!whole) return { ...shared, inside: missing('partial'), coming: missing('partial') };
  const known = communes.filter((balance) => balance !== undefined);
  const { employed, jobs, luxembourg, germany } = shared;
  if (!mayTellWhole(whole, known, { employed: least(employed), jobs: least(jobs), luxembourg: least(luxembourg), germany: least(germany) })) return { ...shared, inside: secret, coming: secret };
  const inside = whole.inside.people;
  const coming = jobs.kind === 'number' ? number(whole.coming.people) : least(jobs) > inside ? { kind: 'interval' as const, low: least(jobs) - inside, high: null } : secret;
  return { ...shared, inside: number(inside), coming };
}

const least = (cell: Cell): number => (cell.kind === 'number' ? cell.value : cell.kind === 'interval' ? cell.low ?? 0 : 0);

/** A difference of two counts over their sum, from −1 to 1: nothing is said of it where one is a bound only. */
function relative(jobs: Cell, employed: Cell): Cell {
  if (jobs.kind === 'missing') return jobs;
  if (employed.kind === 'missing') return employed;
  if (jobs.kind !== 'number' || employed.kind !== 'number') return secret;
  const all = jobs.value + employed.value;
  return all === 0 ? missing('undefinedRatio') : number((jobs.value - employed.value) / all);
}

/** How each figure follows from what is given (facts of the field: the commuting indices in use in France). */
export const balanceFigures = {
  'commuting.jobs': ({ jobs }: Given): Cell => jobs,
  'commuting.employed': ({ employed }: Given): Cell => employed,
  'commuting.jobsPerEmployed': ({ jobs, employed }: Given): Cell => ratio(jobs, employed, 100),
  'commuting.relativeBalance': ({ jobs, employed }: Given): Cell => relative(jobs, employed),
  'commuting.selfContainment': ({ inside, employed }: Given): Cell => ratio(inside, employed, 1),
  'commuting.selfSufficiency': ({ inside, jobs }: Given): Cell => ratio(inside, jobs, 1),
  'commuting.fromOutside': ({ coming }: Given): Cell => coming,
  'commuting.toLuxembourg': ({ luxembourg }: Given): Cell => luxembourg,
  'commuting.toGermany': ({ germany }: Given): Cell => germany,
} as const;

export type BalanceFigure = keyof typeof balanceFigures;
