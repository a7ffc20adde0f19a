import { afterAll, beforeAll, expect, test } from 'vitest';
import { openHouse, type House } from '../../e2e/support/house.ts';
import { perimeterOf } from '../../src/territory/index.ts';
import { tooMuch, workOut, type Bounds, type Fact } from './attacker.ts';
import { readEveryDoor, type Published } from './doors.ts';

/**
 * Somebody who reads every public page and file of the demonstration, knows what the figures' published definitions say (which
 * are sums, which are rates of which), and computes. Written apart from what hides: it reads doors, never the database.
 */
let house: House;
beforeAll(async () => { house = await openHouse(); }, 240_000);
afterAll(() => house.close());

/** What the definitions say. A territory's value of these is the sum of its communes'. */
const sums = ['population.municipal', 'population.households', 'income.fiscalHouseholds', 'social.dwellings', 'private.dwellings', 'private.vacant', 'private.structuralVacancy'];
/** rate = factor × numerator ÷ sum of denominators, these of the last period known then. */
const rates: Readonly<Record<string, { numerator: string; denominators: string[]; factor: number }>> = {
  'social.vacancyRate': { numerator: 'social.vacantDwellings', denominators: ['social.rented', 'social.vacantDwellings'], factor: 1 },
  'social.per100Households': { numerator: 'social.dwellings', denominators: ['population.households'], factor: 100 },
  'private.vacancyRate': { numerator: 'private.vacant', denominators: ['private.dwellings'], factor: 1 },
  'private.structuralVacancyRate': { numerator: 'private.structuralVacancy', denominators: ['private.dwellings'], factor: 1 },
  'income.personsPerHousehold': { numerator: 'income.fiscalPersons', denominators: ['income.fiscalHouseholds'], factor: 1 },
};
/** Counts that are parts of another. */
const within: readonly { parts: string[]; whole: string }[] = [
  { parts: ['private.structuralVacancy'], whole: 'private.vacant' }, { parts: ['private.vacant'], whole: 'private.dwellings' }, { parts: ['social.rented', 'social.vacantDwellings'], whole: 'social.dwellings' },
];

const at = (indicator: string, area: string, period: string): string => `${indicator} ${area} ${period}`;
const tolerance = 1e-4;

/** What the figures say of counts, as linear facts. */
function factsOf(figures: readonly Published[], territory: string, communesIn: (period: string) => readonly string[]): Fact[] {
  const periodOf = lastPeriods(figures);
  const cellsOf = (indicator: string, area: string, period: string): (readonly [string, number])[] =>
    (area === territory ? communesIn(period) : [area]).map((one) => [at(indicator, one, periodOf(indicator, period)), 1] as const);
  return figures.flatMap(({ indicator, area, period, kind, value, low, high }): Fact[] => {
    if (kind !== 'value' && kind !== 'interval') return [];
    const [least, most] = kind === 'value' ? [value!, value!] : [low ?? 0, high ?? Infinity];
    const rate = rates[indicator];
    if (!rate) return sums.includes(indicator) ? [{ lower: least - tolerance, upper: most + tolerance, terms: cellsOf(indicator, area, period) }] : [];
    const bounded = (bound: number): (readonly [string, number])[] => added([
      ...cellsOf(rate.numerator, area, period).map(([cell]) => [cell, rate.factor] as const), ...rate.denominators.flatMap((one) => cellsOf(one, area, period)).map(([cell]) => [cell, -bound] as const)]);
    return [{ lower: -tolerance, upper: Infinity, terms: bounded(least) }, ...(most === Infinity ? [] : [{ lower: -Infinity, upper: tolerance, terms: bounded(most) }])];
  });
}

/** Of an indicator, its last period up to another; one that no door gives has every period. */
function lastPeriods(figures: readonly Published[]): (indicator: string, period: string) => string {
  const periods = new Map([...Map.groupBy(figures, ({ indicator }) => indicator)].map(([indicator, all]) => [indicator, [...new Set(all.map(({ period }) => period))].toSorted()] as const));
  return (indicator, period) => periods.get(indicator)?.filter((one) => one <= period).at(-1) ?? period;
}

const added = (terms: readonly (readonly [string, number])[]): (readonly [string, number])[] =>
  [...Map.groupBy(terms, ([cell]) => cell)].map(([cell, all]) => [cell, all.reduce((total, [, one]) => total + one, 0)] as const);

const partsOf = (areas: readonly string[], periods: readonly string[]): Fact[] => within.flatMap(({ parts, whole }) => areas.flatMap((area) => periods.map((period) => (
  { lower: 0, upper: Infinity, terms: [[at(whole, area, period), 1] as const, ...parts.map((part) => [at(part, area, period), -1] as const)] }))));

test('the attacker finds what a careless table tells', async () => {
  const base = (area: string, value?: number): Published => ({ door: 'x', area, indicator: 'private.vacant', period: '2024', kind: value === undefined ? 'secret' : 'value', ...(value === undefined ? {} : { value }) });
  const communes = ['a', 'b', 'c'];
  const told = async (figures: readonly Published[], cell: string): Promise<Bounds> => (await workOut(factsOf(figures, 'all', () => communes), [cell])).get(cell)!;
  const hidden = [base('a', 40), base('b', 30), base('c')];
  const before = await told(hidden, at('private.vacant', 'c', '2024'));
  expect(before).toEqual({ low: 0, high: Infinity });
  const summed = await told([...hidden, base('all', 77)], at('private.vacant', 'c', '2024'));
  expect(summed.low).toBeCloseTo(7, 2);
  expect(tooMuch(before, summed)).toBe(true);
  const careful = await told([...hidden, { ...base('all'), kind: 'interval', low: 70, high: 80 }], at('private.vacant', 'c', '2024'));
  expect([careful.low, careful.high].map(Math.round)).toEqual([0, 10]);
  expect(tooMuch(before, careful)).toBe(false);
  const rate: Published = { ...base('c'), indicator: 'private.vacancyRate', kind: 'value', value: 0.04 };
  expect(tooMuch(before, await told([...hidden, { ...base('c', 200), indicator: 'private.dwellings' }, rate], at('private.vacant', 'c', '2024')))).toBe(true);
});

test('every door gives a figure alike, and all together give no secret back', async () => {
  const { territory, indicators } = house.app;
  const communes = [...territory.communes.keys()];
  const figures = await readEveryDoor(house, { indicators: indicators.definitions.map(({ id }) => id), communes, territory: territory.code });
  const doors = new Set(figures.map(({ door }) => door.replace(/\?.*|\w*\d{5}$/, '')));
  expect([...doors]).toEqual(expect.arrayContaining(['/observatoire.csv', '/observatoire.xlsx', '/observatoire', '/donnees/parc-prive.csv', '/donnees/parc-prive.parquet', '/observatoire/communes/']));
  expect(figures.filter(({ door }) => door === '/comite.xlsx')).toEqual([]);

  const unlike: string[] = [];
  for (const [key, same] of Map.groupBy(figures, ({ indicator, area, period }) => at(indicator, area, period))) {
    const secret = same.find(({ kind }) => kind === 'secret');
    const clear = same.find(({ kind }) => kind !== 'secret');
    if (secret && clear) unlike.push(`${key}: secret at ${secret.door}, ${clear.kind} at ${clear.door}`);
    const values = same.flatMap(({ value }) => (value === undefined ? [] : [value]));
    if (values.some((value) => Math.abs(value - values[0]!) > 1e-9 * Math.abs(value))) unlike.push(`${key}: ${values.join(' ')}`);
  }
  expect(unlike).toEqual([]);

  const periodOf = lastPeriods(figures);
  const once = [...new Map(figures.filter(({ kind }) => kind === 'value' || kind === 'interval').map((one) => [at(one.indicator, one.area, one.period), one])).values()];
  const periods = [...new Set(figures.map(({ period }) => period))];
  const secrets = [...new Set(figures.filter(({ kind }) => kind === 'secret').flatMap(({ indicator, area, period }) => {
    const rate = rates[indicator];
    return (rate ? [rate.numerator, ...rate.denominators] : [indicator]).map((one) => at(one, area, periodOf(one, period)));
  }))].filter((cell) => !once.some((one) => one.kind === 'value' && at(one.indicator, one.area, one.period) === cell));
  expect(secrets.length).toBeGreaterThan(100);

  const communesIn = (period: string): readonly string[] => perimeterOf(territory, Number(period.slice(0, 4))).communes;
  const known = partsOf(communes, periods);
  // The sources publish each commune's own line themselves.
  const ofSources = once.filter(({ area, indicator }) => area !== territory.code && !rates[indicator]);
  const before = await workOut([...known, ...factsOf(ofSources, territory.code, communesIn)], secrets);
  const after = await workOut([...known, ...factsOf(once, territory.code, communesIn)], secrets);
  const recovered = secrets.filter((cell) => tooMuch(before.get(cell)!, after.get(cell)!)).map((cell) => `${cell}: ${JSON.stringify([before.get(cell), after.get(cell)])}`);
  expect(recovered).toEqual([]);
}, 600_000);
