import type { Random } from './random.rules.ts';

/** Incomes by consumption unit below which these shares of a zone's persons live. */
export interface Ladder {
  shares: readonly number[];
  incomes: readonly number[];
}

/** @param incomes by share; those that the source hides or lacks are left out. Undefined where less than three are left, or none near the ends. */
export function ladderOf(steps: readonly (readonly [share: number, income: number | undefined])[]): Ladder | undefined {
  const known = steps.flatMap(([share, income]) => (income === undefined ? [] : [[share, income] as const]));
  const [first, last] = [known[0], known.at(-1)];
  if (known.length < 3 || !first || !last || first[0] > 0.25 || last[0] < 0.75) return undefined;
  return { shares: known.map(([share]) => share), incomes: known.map(([, income]) => income) };
}

/** Nobody's income by unit is drawn above so many times the last step: the tail's mean stays finite. */
const highestRatio = 10;

/**
 * The income at a rank between 0 and 1: uniform between two steps and from 0 to the first; above the last, Pareto's law, with the exponent
 * that the last two steps give.
 */
export function incomeAt({ shares, incomes }: Ladder, rank: number): number {
  const above = shares.findIndex((share) => rank < share);
  if (above >= 0) {
    const [fromShare, fromIncome] = above === 0 ? [0, 0] : [shares[above - 1]!, incomes[above - 1]!];
    return fromIncome + ((rank - fromShare) / (shares[above]! - fromShare)) * (incomes[above]! - fromIncome);
  }
  const last = incomes.length - 1;
  const [income, before] = [incomes[last]!, incomes[last - 1]!];
  const left = 1 - shares[last]!;
  if (before <= 0 || income <= before) return income;
  const exponent = Math.log((1 - shares[last - 1]!) / left) / Math.log(income / before);
  return income * Math.min(highestRatio, ((1 - rank) / left) ** (-1 / exponent));
}

/** The rank of an income, the inverse of `incomeAt` below the last step. */
export function rankOf({ shares, incomes }: Ladder, income: number): number {
  const above = incomes.findIndex((step) => income < step);
  if (above < 0) return shares.at(-1)!;
  const [fromShare, fromIncome] = above === 0 ? [0, 0] : [shares[above - 1]!, incomes[above - 1]!];
  return fromShare + ((income - fromIncome) / (incomes[above]! - fromIncome)) * (shares[above]! - fromShare);
}

/** OECD's modified scale: 1, then 0.5 from 15 on and 0.3 under (the source says 14; our children are under 15). */
export const consumptionUnits = (persons: number, children: number): number => {
  const others = Math.max(0, persons - 1);
  const young = Math.min(children, others);
  return 1 + 0.5 * (others - young) + 0.3 * young;
};

/**
 * Ranks of a zone's households on its ladder: each takes as much of it as it has persons, because deciles are of persons. They stand in the
 * order of a normal draw plus their lead.
 * @param lead of each household: how far up its group stands, in standard deviations
 */
export function ranksOf(persons: readonly number[], draws: readonly number[], lead: readonly number[], random: Random): number[] {
  const total = persons.reduce((so, one) => so + one, 0);
  const order = persons.map((_, at) => at).toSorted((a, b) => draws[a]! + lead[a]! - draws[b]! - lead[b]! || a - b);
  const ranks = persons.map(() => 0);
  let so = 0;
  for (const at of order) {
    ranks[at] = (so + persons[at]! * random()) / total;
    so += persons[at]!;
  }
  return ranks;
}

/** A normal draw (Box and Muller). */
export const normal = (random: Random): number => Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());
