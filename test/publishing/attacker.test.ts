import { afterAll, beforeAll, expect, test } from 'vitest';
import { openHouse, type House } from '../../e2e/support/house.ts';
import { importAsMetz, scratchFolder } from '../observatory/files.ts';
import { perimeterOf } from '../../src/territory/index.ts';
import { tooMuch, workOut, type Bounds, type Fact } from './attacker.ts';
import { readEveryDoor, type Published } from './doors.ts';

/**
 * Somebody who reads every public page and file of the demonstration, knows what the figures' published definitions say (which
 * are sums, which are rates of which), and computes. Written apart from what hides: it reads doors, never the database.
 */
let house: House;
const folder = scratchFolder();
beforeAll(async () => {
  house = await openHouse();
  const report = await importAsMetz(house.app.db, folder.write('base-flux.csv', flowBase(house.app.territory.currentCommunes)), { clock: house.app.clock });
  expect(report.message).toBeNull();
}, 240_000);
afterAll(async () => {
  folder.remove();
  await house.close();
});

/** Who lives and works where, with every sort of small number: who stays, who works elsewhere in France, who comes, who crosses a border; one commune has next to no job. */
function flowsFrom(communes: readonly string[]): { code: string; stays: number; elsewhere: number; comes: number; luxembourg: number; germany: number }[] {
  return communes.map((code, at) => {
    const [stays, elsewhere, comes, luxembourg, germany] = ([
      [400, 300, 120, 20, 15], [5, 200, 80, 5, 0], [60, 7, 40, 0, 20], [200, 90, 6, 12, 3], [0, 150, at === 4 ? 3 : 30, 8, 0], [40, 9, 100, 220, 31], [5, 0, 100, 295, 0],
    ] as const)[at % 7]!;
    return { code, stays, elsewhere, comes, luxembourg, germany };
  });
}

function flowBase(communes: readonly string[]): string {
  const outside = '54395';
  const rows = flowsFrom(communes).flatMap(({ code, stays, elsewhere, comes, luxembourg, germany }) => [[code, code, stays], [code, outside, elsewhere], [outside, code, comes], [code, 'LU001', luxembourg], [code, 'AL001', germany]] as const);
  return ['CODGEO;LIBGEO;DCLT;L_DCLT;NBFLUX_C22_ACTOCC15P', ...rows.filter(([, , people]) => people > 0).map(([home, work, people]) => `${home};x;${work};x;${people}`), ''].join('\n');
}

/** The parts of each commune that fewer than 11 people are, whether a door calls them secret or not. */
const fewIn = (communes: readonly string[]): string[] => flowsFrom(communes).flatMap(({ code, stays, elsewhere, comes, luxembourg, germany }) =>
  ([['stays', stays], ['elsewhere', elsewhere], ['comes', comes], ['commuting.toLuxembourg', luxembourg], ['commuting.toGermany', germany], ['commuting.jobs', stays + comes]] as const)
    .flatMap(([part, people]) => (people > 0 && people < 11 ? [at(part, code, '2022')] : [])));

/** What the definitions say. A territory's value of these is the sum of its communes'. */
const sums = ['population.municipal', 'population.households', 'income.fiscalHouseholds', 'social.dwellings', 'private.dwellings', 'private.vacant', 'private.structuralVacancy', 'commuting.jobs', 'commuting.employed', 'commuting.toLuxembourg', 'commuting.toGermany'];
/** rate = factor × numerator ÷ sum of denominators, these of the last period known then. */
const rates: Readonly<Record<string, { numerator: string; denominators: string[]; factor: number }>> = {
  'social.vacancyRate': { numerator: 'social.vacantDwellings', denominators: ['social.rented', 'social.vacantDwellings'], factor: 1 },
  'social.per100Households': { numerator: 'social.dwellings', denominators: ['population.households'], factor: 100 },
  'private.vacancyRate': { numerator: 'private.vacant', denominators: ['private.dwellings'], factor: 1 },
  'private.structuralVacancyRate': { numerator: 'private.structuralVacancy', denominators: ['private.dwellings'], factor: 1 },
  'commuting.jobsPerEmployed': { numerator: 'commuting.jobs', denominators: ['commuting.employed'], factor: 100 },
  'income.personsPerHousehold': { numerator: 'income.fiscalPersons', denominators: ['income.fiscalHouseholds'], factor: 1 },
};
/** Residents in work stay or leave, jobs are held by who stays or comes: the weights of each figure over [who stays, residents in work, jobs], for a value. */
const ofFlows: Readonly<Record<string, (value: number) => readonly [stays: number, employed: number, jobs: number]>> = {
  'commuting.selfContainment': (value) => [1, -value, 0],
  'commuting.selfSufficiency': (value) => [1, 0, -value],
  'commuting.fromOutside': () => [-1, 0, 1],
  'commuting.relativeBalance': (value) => [0, -1 - value, 1 - value],
};
/** What the census's flows give. */
const flowsGiven = new Set([...Object.keys(ofFlows), 'commuting.jobs', 'commuting.employed', 'commuting.jobsPerEmployed', 'commuting.toLuxembourg', 'commuting.toGermany']);
const isDerived = (indicator: string): boolean => indicator in rates || indicator in ofFlows;
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
    const flow = ofFlows[indicator];
    if (flow) {
      const constant = indicator === 'commuting.fromOutside';
      const sideOf = (bound: number, lower: number, upper: number): Fact => {
        const [stays, employed, jobs] = flow(bound);
        const terms = added([[at('stays', area, period), stays] as const, ...cellsOf('commuting.employed', area, period).map(([cell]) => [cell, employed] as const), ...cellsOf('commuting.jobs', area, period).map(([cell]) => [cell, jobs] as const)]);
        return { lower: lower + (constant ? bound : 0), upper: upper + (constant ? bound : 0), terms: terms.filter(([, weight]) => weight !== 0) };
      };
      return [sideOf(least, -tolerance, Infinity), ...(most === Infinity ? [] : [sideOf(most, -Infinity, tolerance)])];
    }
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

/** In each area, residents in work stay, work elsewhere in France or cross a border; jobs are held by who stays and who comes. */
const flowsOf = (areas: readonly string[], period: string): Fact[] => areas.flatMap((area) => ([['commuting.employed', 'stays', 'elsewhere', 'commuting.toLuxembourg', 'commuting.toGermany'], ['commuting.jobs', 'stays', 'comes']] as const).map(([whole, ...parts]) => (
  { lower: 0, upper: 0, terms: [[at(whole, area, period), 1] as const, ...parts.map((part) => [at(part, area, period), -1] as const)] })));

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
  // What stays follows from jobs and who comes, though its share is hidden.
  const flow = (indicator: string, value: number): Published => ({ ...base('c', value), indicator });
  const [jobs, stays] = [flow('commuting.jobs', 85), at('stays', 'c', '2024')];
  const sides = async (figures: readonly Published[]): Promise<Bounds> => (await workOut([...flowsOf(['c'], '2024'), ...factsOf(figures, 'all', () => communes)], [stays])).get(stays)!;
  expect(tooMuch(await sides([jobs]), await sides([jobs, flow('commuting.fromOutside', 80)]))).toBe(true);
  const rate: Published = { ...base('c'), indicator: 'private.vacancyRate', kind: 'value', value: 0.04 };
  expect(tooMuch(before, await told([...hidden, { ...base('c', 200), indicator: 'private.dwellings' }, rate], at('private.vacant', 'c', '2024')))).toBe(true);
});

test('every door gives a figure alike, and all together give no secret back', async () => {
  const { territory, indicators } = house.app;
  const communes = [...territory.communes.keys()];
  const figures = await readEveryDoor(house, { indicators: indicators.definitions.map(({ id }) => id), communes, territory: territory.code });
  const doors = new Set(figures.map(({ door }) => door.replace(/\?.*|\w*\d{5}$/, '')));
  expect([...doors]).toEqual(expect.arrayContaining(['/observatoire.csv', '/observatoire.xlsx', '/observatoire', '/donnees/parc-prive.csv', '/donnees/parc-prive.parquet', '/donnees/emploi-et-deplacements.csv', '/vivre-ou-l-on-travaille', '/vivre-et-travailler-ici', '/observatoire/communes/']));
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
  // Where people work, a figure is also hidden for another's sake: what must not be found is known from the file itself.
  const isFlow = (indicator: string): boolean => flowsGiven.has(indicator);
  const few = fewIn(territory.currentCommunes);
  const secrets = [...new Set(figures.filter(({ kind, indicator }) => kind === 'secret' && !isFlow(indicator)).flatMap(({ indicator, area, period }) => {
    const rate = rates[indicator];
    return (rate ? [rate.numerator, ...rate.denominators] : [indicator]).map((one) => at(one, area, periodOf(one, period)));
  }))].filter((cell) => !once.some((one) => one.kind === 'value' && at(one.indicator, one.area, one.period) === cell)).concat(few);
  expect(secrets.length).toBeGreaterThan(100);
  expect(few.length).toBeGreaterThan(50);

  const communesIn = (period: string): readonly string[] => perimeterOf(territory, Number(period.slice(0, 4))).communes;
  const known = [...partsOf(communes, periods), ...flowsOf(communes, '2022')];
  // The sources publish each commune's own line themselves.
  const ofSources = once.filter(({ area, indicator }) => area !== territory.code && !isDerived(indicator) && !isFlow(indicator));
  const before = await workOut([...known, ...factsOf(ofSources, territory.code, communesIn)], secrets);
  const after = await workOut([...known, ...factsOf(once, territory.code, communesIn)], secrets);
  const recovered = secrets.filter((cell) => tooMuch(before.get(cell)!, after.get(cell)!)).map((cell) => `${cell}: ${JSON.stringify([before.get(cell), after.get(cell)])}`);
  expect(recovered).toEqual([]);
}, 600_000);

test('what is not public answers nobody who is not signed in', async () => {
  for (const path of ['/besoins', '/besoins?pour=PLUS', '/besoins/scenarios', '/besoins/scenarios/comparaison.csv', '/espace/analyses']) {
    const response = await fetch(`${house.origin}${path}`, { redirect: 'manual' });
    expect([path, [302, 303, 403].includes(response.status)]).toEqual([path, true]);
    expect(await response.text(), path).not.toMatch(/id="plafonds"|scenario/);
  }
});
