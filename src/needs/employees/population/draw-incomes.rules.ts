import { consumptionUnits, incomeAt, ladderOf, normal, ranksOf, type Ladder } from './income.rules.ts';
import { tenures, type Population } from './population.ts';
import { ownersLead, type Poverty, type Standing } from './poverty.rules.ts';
import { randomOf } from './random.rules.ts';
import type { CommuneReadings, IrisReadings } from './readings.rules.ts';

/** A zone's ladder of incomes by unit, and where it comes from (index in `incomeBases`). */
export interface ZoneLadder {
  basis: 0 | 1 | 2;
  ladder?: Ladder;
}

const deciles = ['d1', 'd2', 'd3', 'd4', 'median', 'd6', 'd7', 'd8', 'd9'] as const;

/** Declared deciles of the zone; else the commune's own disposable figures, which its readers are told; else none. */
export function zoneLadder(zone: Population['zones'][number], iris: IrisReadings, communes: CommuneReadings): ZoneLadder {
  const ofZone = ladderOf(deciles.map((name, at) => [(at + 1) / 10, iris.value(`iris.declared.${name}`, zone.code)] as const));
  if (ofZone) return { basis: 1, ladder: ofZone };
  const ofCommune = ladderOf(([['d1', 0.1], ['median', 0.5], ['d9', 0.9]] as const).map(([name, share]) => [share, communes.value(`income.${name}`, zone.commune)] as const));
  return ofCommune ? { basis: 2, ladder: ofCommune } : { basis: 0 };
}

export const povertyOf = (communes: CommuneReadings, commune: string): Poverty | undefined => {
  const [all, owners, tenants] = (['povertyRate', 'povertyOwners', 'povertyTenants'] as const).map((name) => communes.value(`income.${name}`, commune));
  if (all === undefined || (owners === undefined && tenants === undefined)) return undefined;
  return { all, ...(owners === undefined ? {} : { owners }), ...(tenants === undefined ? {} : { tenants }) };
};

export interface Incomes {
  income: Float64Array;
  incomeBasis: Uint8Array;
  /** Communes whose poverty by tenure the order of incomes follows. */
  communesWithPoverty: number;
}

/** An income for each household, zone by zone along its ladder. */
export function drawIncomes(population: Population, ladders: readonly ZoneLadder[], poverty: ReadonlyMap<string, Poverty>, seed: number): Incomes {
  const income = new Float64Array(population.households).fill(Number.NaN);
  const incomeBasis = Uint8Array.from(population.zone, (zone) => ladders[zone]?.basis ?? 0);
  const members = population.zones.map((): number[] => []);
  population.zone.forEach((zone, household) => members[zone]!.push(household));
  const owner = tenures.indexOf('owner');
  const standings = population.zones.map(({ code }, at): Standing | undefined => {
    const ladder = ladders[at]?.ladder;
    const random = randomOf(seed, `order ${code}`);
    return ladder && {
      ladder, persons: members[at]!.map((one) => population.persons[one]!), draws: members[at]!.map(() => normal(random)), owns: members[at]!.map((one) => population.tenure?.[one] === owner),
    };
  });
  const communes = population.tenure
    ? [...Map.groupBy(population.zones.keys(), (zone) => population.zones[zone]!.commune)].flatMap(([commune, at]) => {
      const [known, zones] = [poverty.get(commune), at.flatMap((zone) => standings[zone] ?? [])];
      return known && zones.length > 0 ? [{ zones, poverty: known }] : [];
    })
    : [];
  const lead = ownersLead(communes);
  for (const [at, { code }] of population.zones.entries()) {
    const zone = standings[at];
    if (!zone) continue;
    const ranks = ranksOf(zone.persons, zone.draws, zone.owns.map((owns) => (owns ? (lead ?? 0) : 0)), randomOf(seed, `ranks ${code}`));
    for (const [place, household] of members[at]!.entries()) {
      income[household] = Math.round(incomeAt(zone.ladder, ranks[place]!) * consumptionUnits(population.persons[household]!, population.children[household]!));
    }
  }
  return { income, incomeBasis, communesWithPoverty: lead === undefined ? 0 : communes.length };
}
