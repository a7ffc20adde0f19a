import { incomeAt, rankOf, type Ladder } from './income.rules.ts';

/** A commune's poverty, as shares of persons: all, owners', tenants'. */
export interface Poverty {
  all: number;
  owners?: number;
  tenants?: number;
}

/** Households of one zone, for the search of an order: the zone's ladder, persons, draws, who owns. */
export interface Standing {
  ladder: Ladder;
  persons: readonly number[];
  draws: readonly number[];
  owns: readonly boolean[];
}

/** The income below which this share of the zones' persons live. */
export function incomeBelowWhich(zones: readonly Standing[], share: number): number {
  const persons = zones.map((zone) => zone.persons.reduce((so, one) => so + one, 0));
  const total = persons.reduce((so, one) => so + one, 0);
  let [low, high] = [0, Math.max(...zones.map(({ ladder }) => incomeAt(ladder, 0.999)))];
  for (let step = 0; step < 40; step += 1) {
    const middle = (low + high) / 2;
    const below = zones.reduce((so, { ladder }, at) => so + rankOf(ladder, middle) * persons[at]!, 0);
    if (below < share * total) low = middle;
    else high = middle;
  }
  return (low + high) / 2;
}

const widest = 3;

/**
 * How far up owners stand in the order of incomes, in standard deviations, so that the poorest of the commune are owners and tenants as the
 * source has them. The source's poverty is of disposable income: only the order is taken from it, never an amount.
 */
export function ownersLead(zones: readonly Standing[], poverty: Poverty): number | undefined {
  const held = (owns: boolean): number => zones.reduce((so, zone) => so + zone.persons.reduce((all, persons, at) => all + (zone.owns[at] === owns ? persons : 0), 0), 0);
  const [ofOwners, ofTenants] = [held(true), held(false)];
  const known = poverty.tenants !== undefined ? { owns: false, share: poverty.tenants, of: ofTenants } : poverty.owners !== undefined ? { owns: true, share: poverty.owners, of: ofOwners } : undefined;
  if (!known || ofOwners === 0 || ofTenants === 0) return undefined;
  const limit = incomeBelowWhich(zones, poverty.all);
  const limits = zones.map(({ ladder }) => rankOf(ladder, limit));
  const poorShare = (lead: number): number => zones.reduce((so, zone, at) => so + poorIn(zone, lead, limits[at]!, known.owns), 0) / known.of;
  let [low, high] = [-widest, widest];
  for (let step = 0; step < 20; step += 1) {
    const middle = (low + high) / 2;
    // The farther up owners stand, the more of the poor are tenants.
    if (poorShare(middle) < known.share === !known.owns) low = middle;
    else high = middle;
  }
  return (low + high) / 2;
}

function poorIn({ persons, draws, owns }: Standing, lead: number, limit: number, asked: boolean): number {
  const total = persons.reduce((so, one) => so + one, 0);
  const order = persons.map((_, at) => at).toSorted((a, b) => draws[a]! + (owns[a] ? lead : 0) - draws[b]! - (owns[b] ? lead : 0) || a - b);
  let [so, poor] = [0, 0];
  for (const at of order) {
    if (so >= limit * total) break;
    if (owns[at] === asked) poor += persons[at]!;
    so += persons[at]!;
  }
  return poor;
}
