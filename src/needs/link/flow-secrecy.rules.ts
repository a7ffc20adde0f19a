/** The fewest people asked by the census that a figure may rest on. */
const fewestRespondents = 11;

/** People of a place, or of a part of one; `respondents` null where the file does not say how many were asked. */
export interface People { people: number; respondents: number | null }

/** Who lives and works where, seen from one place: a commune, or the communes of a territory. */
export interface Balance {
  /** Employed people who live there (A), and jobs held there by people who live in France (E). */
  employed: People;
  jobs: People;
  /** Residents in work are who stays, who works elsewhere than in Luxembourg and Germany, and who works there. */
  inside: People;
  elsewhere: People;
  luxembourg: People;
  germany: People;
  /** Jobs are held by who stays and by who comes. */
  coming: People;
}

export type Part = keyof Balance;

/** Fewer than 11 asked. A weight is 1 at least: where a file does not count who was asked, fewer than 11 people were fewer than 11 asked. */
export const isSecret = ({ people, respondents }: People): boolean => people > 0 && (respondents ?? people) < fewestRespondents;

/** What hiding a part costs its readers: the totals carry most figures, who stays two shares; no figure gives who works elsewhere. */
const costs: Readonly<Record<Part, number>> = { elsewhere: 0, coming: 10, germany: 11, luxembourg: 15, inside: 22, jobs: 100, employed: 110 };
const parts = Object.keys(costs) as Part[];
const residents = ['elsewhere', 'luxembourg', 'germany'] as const;

/** Every set of parts, the one that costs least first. */
const patterns: readonly ReadonlySet<Part>[] = Array.from({ length: 2 ** parts.length }, (_, bits) => new Set(parts.filter((_part, at) => bits & (1 << at))))
  .toSorted((a, b) => costOf(a) - costOf(b));

function costOf(hidden: ReadonlySet<Part>): number {
  return [...hidden].reduce((sum, part) => sum + costs[part], 0);
}

/** The parts of a place that are not given: those that rest on too few, and what these would follow from, as little as can be. */
export function hiddenParts(balance: Balance): ReadonlySet<Part> {
  const own = parts.filter((part) => isSecret(balance[part]));
  if (own.length === 0) return new Set();
  return patterns.find((hidden) => own.every((part) => hidden.has(part)) && keeps(balance, hidden, own)) ?? new Set(parts);
}

/** Whether each secret may still be anything that its rule hides, and no difference of what is given rests on too few. */
function keeps(balance: Balance, hidden: ReadonlySet<Part>, own: readonly Part[]): boolean {
  const rests = [hidden.has('employed') ? [] : ['inside', ...residents] as const, hidden.has('jobs') ? [] : ['inside', 'coming'] as const];
  if (rests.some((rest) => isSecret(added(rest.filter((part) => hidden.has(part)).map((part) => balance[part]))))) return false;
  const range = rangesOf(balance, hidden);
  return own.every((part) => range[part].low <= 1 && range[part].high >= mostHidden(balance[part]));
}

/** What a secret must be able to be: up to 10 people, or beyond its value where few people stand for many. */
export const mostHidden = ({ people }: People): number => (people < fewestRespondents ? fewestRespondents - 1 : people + fewestRespondents - 1);

interface Range { low: number; high: number }

/** What anybody can work out of each part from those that are given: the two sums share who stays, and nothing else. */
function rangesOf(balance: Balance, hidden: ReadonlySet<Part>): Record<Part, Range> {
  const value = (part: Part): number => balance[part].people;
  const exact = (part: Part): Range => ({ low: value(part), high: value(part) });
  const left = (total: Part, given: readonly Part[]): number => given.filter((part) => !hidden.has(part)).reduce((sum, part) => sum - value(part), value(total));
  const unknown = residents.filter((part) => hidden.has(part));
  const homes = hidden.has('employed') ? Infinity : left('employed', residents);
  const posts = hidden.has('jobs') ? Infinity : left('jobs', ['coming']);
  const fromHomes = unknown.length === 0 && homes !== Infinity;
  const fromPosts = !hidden.has('coming') && posts !== Infinity;
  const most = Math.min(homes, posts);
  const inside = hidden.has('inside') ? { low: fromHomes || fromPosts ? most : 0, high: most } : exact('inside');
  const rest = (whole: number, alone: boolean): Range => ({ low: alone && whole !== Infinity ? Math.max(0, whole - inside.high) : 0, high: whole - inside.low });
  const total = (given: readonly Part[]): Range => ({ low: given.filter((part) => !hidden.has(part)).reduce((sum, part) => sum + value(part), inside.low), high: given.some((part) => hidden.has(part)) ? Infinity : given.reduce((sum, part) => sum + value(part), inside.high) });
  const of = (part: Part, range: Range): Range => (hidden.has(part) ? range : exact(part));
  const beside = rest(homes, unknown.length === 1);
  return {
    inside, elsewhere: of('elsewhere', beside), luxembourg: of('luxembourg', beside), germany: of('germany', beside), coming: of('coming', rest(posts, true)),
    employed: of('employed', total(residents)), jobs: of('jobs', total(['coming'])),
  };
}

/** The sum of parts; nobody knows how many were asked where one part does not say it. */
export const added = (all: readonly People[]): People => all.reduce<People>((sum, { people, respondents }) => (
  { people: sum.people + people, respondents: sum.respondents === null || respondents === null ? null : sum.respondents + respondents }), { people: 0, respondents: 0 });

/** What is given of the communes of a territory, added up. */
export interface GivenSums { employed: number; jobs: number; luxembourg: number; germany: number }

/**
 * Whether who stays in a territory taken as one place may be given. It adds two sums over the communes: who works in another commune of the territory
 * follows from it, and who leaves it or comes to it. These must not be too few, and where a commune hides something, enough to stand for any value of it.
 */
export function mayTellWhole(whole: Balance, communes: readonly Balance[], given: GivenSums): boolean {
  const stay = added(communes.map(({ inside }) => inside));
  const between: People = {
    people: Math.max(0, whole.inside.people - stay.people),
    respondents: whole.inside.respondents === null || stay.respondents === null ? null : whole.inside.respondents - stay.respondents,
  };
  const follow = [whole.inside, whole.elsewhere, whole.coming, between];
  if (follow.some(isSecret)) return false;
  const secrets = communes.flatMap((balance) => parts.map((part) => balance[part]).filter(isSecret));
  if (secrets.length === 0) return true;
  const least = Math.max(...secrets.map(mostHidden));
  return follow.every(({ people }) => people > least) && given.jobs >= whole.inside.people && given.employed >= whole.inside.people + given.luxembourg + given.germany;
}
