import { missing, number, ratio, secret, type Cell } from '../../indicators/index.ts';
import type { FlowTotal } from '../../observatory/index.ts';

/** The fewest people asked by the census that a figure may rest on. */
export const fewestRespondents = 11;

/** People of a place, or of a part of one; `respondents` null where the file does not say how many were asked. */
interface People { people: number; respondents: number | null }

/** Who lives and works where, seen from one place: a commune, or the communes of a territory. */
export interface Balance {
  /** Employed people who live there (A), and jobs held there by people who live in France (E). */
  employed: People;
  jobs: People;
  /** Who live and work there. */
  inside: People;
  /** Who live there and work elsewhere; who work there and live elsewhere. */
  leaving: People;
  coming: People;
  luxembourg: People;
  germany: People;
}

/** Adds up the flows of some communes, taken as one place. */
export function balanceOf(communes: ReadonlySet<string>, flows: readonly FlowTotal[]): Balance {
  const lives = ({ residence }: FlowTotal): boolean => residence !== null && communes.has(residence);
  const works = ({ work, abroad }: FlowTotal): boolean => !abroad && work !== null && communes.has(work);
  const abroadIn = (country: string) => (flow: FlowTotal): boolean => lives(flow) && flow.abroad && flow.work === country;
  const total = (of: (flow: FlowTotal) => boolean): People => flows.filter(of).reduce<People>((sum, { people, respondents }) =>
    ({ people: sum.people + people, respondents: sum.respondents === null || respondents === null ? null : sum.respondents + respondents }), { people: 0, respondents: 0 });
  return {
    employed: total(lives), jobs: total(works), inside: total((flow) => lives(flow) && works(flow)),
    leaving: total((flow) => lives(flow) && !works(flow)), coming: total((flow) => works(flow) && !lives(flow)),
    luxembourg: total(abroadIn('LU')), germany: total(abroadIn('AL')),
  };
}

/** Fewer than 11 asked. A weight is 1 at least: where a file does not count who was asked, fewer than 11 people were fewer than 11 asked. */
export const isSecret = ({ people, respondents }: People): boolean => people > 0 && (respondents ?? people) < fewestRespondents;

const countOf = (part: People): Cell => (isSecret(part) ? secret : number(part.people));

/** Residents in work and jobs being given, who stays tells who leaves and who comes, and either tells who stays: all is hidden where one rests on too few. */
const hidesWhoStays = ({ inside, leaving, coming, employed, jobs }: Balance): boolean => [inside, leaving, coming, employed, jobs].some(isSecret);

function shareOf(balance: Balance, whole: People): Cell {
  if (whole.people === 0) return missing('undefinedRatio');
  return hidesWhoStays(balance) ? secret : number(balance.inside.people / whole.people);
}

function quotient({ jobs, employed }: Balance, of: (jobs: number, employed: number) => number): Cell {
  if (isSecret(jobs) || isSecret(employed)) return secret;
  const value = of(jobs.people, employed.people);
  return Number.isFinite(value) ? number(value) : missing('undefinedRatio');
}

/** How each figure follows from a balance (facts of the field: the commuting indices in use in France). */
export const balanceFigures = {
  'commuting.jobs': (balance: Balance): Cell => countOf(balance.jobs),
  'commuting.employed': (balance: Balance): Cell => countOf(balance.employed),
  'commuting.jobsPerEmployed': (balance: Balance): Cell => quotient(balance, (jobs, employed) => (100 * jobs) / employed),
  'commuting.relativeBalance': (balance: Balance): Cell => quotient(balance, (jobs, employed) => (jobs - employed) / (jobs + employed)),
  'commuting.selfContainment': (balance: Balance): Cell => shareOf(balance, balance.employed),
  'commuting.selfSufficiency': (balance: Balance): Cell => shareOf(balance, balance.jobs),
  'commuting.fromOutside': (balance: Balance): Cell => (hidesWhoStays(balance) ? secret : number(balance.coming.people)),
  'commuting.toLuxembourg': (balance: Balance): Cell => countOf(balance.luxembourg),
  'commuting.toGermany': (balance: Balance): Cell => countOf(balance.germany),
} as const;

export type BalanceFigure = keyof typeof balanceFigures;

/**
 * A figure of a territory taken as one place, no narrower than its sums of communes: where a commune's jobs or residents in work are secret, the
 * sum is a minimum, and an exact share would give it back.
 * @param sums the territory's jobs and residents in work, as they are given
 */
export function withinSums(id: BalanceFigure, cell: Cell, { inside }: Balance, { jobs, employed }: { jobs: Cell; employed: Cell }): Cell {
  if (cell.kind !== 'number' || (jobs.kind === 'number' && employed.kind === 'number')) return cell;
  const stays = number(inside.people);
  switch (id) {
    case 'commuting.jobsPerEmployed': return ratio(jobs, employed, 100);
    case 'commuting.relativeBalance': return secret;
    case 'commuting.selfContainment': return ratio(stays, employed, 1);
    case 'commuting.selfSufficiency': return ratio(stays, jobs, 1);
    case 'commuting.fromOutside': return jobs.kind === 'interval' && jobs.low !== null && jobs.low > inside.people ? { kind: 'interval', low: jobs.low - inside.people, high: null } : jobs.kind === 'number' ? cell : secret;
    default: return cell;
  }
}
