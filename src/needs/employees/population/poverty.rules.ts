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
/** Rates are published in whole per cent: a commune that has next to none of the poor among owners is not taken for one that has none. */
const mostTenants = 0.97;

/** A commune whose poverty is known, with its zones. */
export interface PoorCommune {
  zones: readonly Standing[];
  poverty: Poverty;
}

/**
 * How far up owners stand in the order of incomes, in standard deviations, so that in all these communes together the poorest are owners and
 * tenants as the source has them: one lead, because rates in whole per cent say little of one commune. The source's poverty is of disposable
 * income: only the order is taken from it, never an amount. Undefined where no commune tells owners and tenants apart.
 */
export function ownersLead(communes: readonly PoorCommune[]): number | undefined {
  const told = communes.flatMap(({ zones, poverty }) => {
    const share = tenantsAmongPoor(zones, poverty);
    const limit = incomeBelowWhich(zones, poverty.all);
    return share === undefined ? [] : [{ zones, share, limits: zones.map(({ ladder }) => rankOf(ladder, limit)), poor: poverty.all * held(zones) }];
  });
  if (told.length === 0) return undefined;
  const target = told.reduce((so, { share, poor }) => so + share * poor, 0);
  const tenantsAt = (lead: number): number => told.reduce((so, { zones, limits }) => so + zones.reduce((all, zone, at) => all + poorTenants(zone, lead, limits[at]!), 0), 0);
  let [low, high] = [-widest, widest];
  for (let step = 0; step < 14; step += 1) {
    const middle = (low + high) / 2;
    // The farther up owners stand, the more of the poor are tenants.
    if (tenantsAt(middle) < target) low = middle;
    else high = middle;
  }
  return (low + high) / 2;
}

const held = (zones: readonly Standing[], owns?: boolean): number =>
  zones.reduce((so, zone) => so + zone.persons.reduce((all, persons, at) => all + (owns === undefined || zone.owns[at] === owns ? persons : 0), 0), 0);

function tenantsAmongPoor(zones: readonly Standing[], { all, owners, tenants }: Poverty): number | undefined {
  const [ofOwners, ofTenants] = [held(zones, true), held(zones, false)];
  if (ofOwners === 0 || ofTenants === 0 || all === 0 || (owners === undefined && tenants === undefined)) return undefined;
  const poor = tenants === undefined ? undefined : tenants * ofTenants;
  const others = owners === undefined ? undefined : owners * ofOwners;
  const share = poor !== undefined && others !== undefined ? poor / (poor + others) : poor !== undefined ? poor / (all * (ofOwners + ofTenants)) : 1 - (others ?? 0) / (all * (ofOwners + ofTenants));
  return Number.isFinite(share) ? Math.min(mostTenants, Math.max(0, share)) : undefined;
}

function poorTenants({ persons, draws, owns }: Standing, lead: number, limit: number): number {
  const total = persons.reduce((so, one) => so + one, 0);
  const keys = Float64Array.from(draws, (draw, at) => draw + (owns[at] ? lead : 0));
  const order = persons.map((_, at) => at).toSorted((a, b) => keys[a]! - keys[b]! || a - b);
  let [so, poor] = [0, 0];
  for (const at of order) {
    if (so >= limit * total) break;
    if (!owns[at]) poor += persons[at]!;
    so += persons[at]!;
  }
  return poor;
}
