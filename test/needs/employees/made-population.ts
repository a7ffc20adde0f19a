import { ageClasses, householdKinds, tenures, type Population } from '../../../src/needs/employees/population/population.ts';
import type { Synthesise } from '../../../src/needs/employees/population/population.service.ts';
import { success } from '../../../src/platform/result.ts';

/** A generator of numbers from 0 to 1 (mulberry32): the same seed, the same numbers. */
export function numbersFrom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296;
  };
}

/** A population made by chance, for tests: nothing of it describes a place. */
export function madePopulation(communes: readonly string[], households: number, seed: number): Population {
  const next = numbersFrom(seed);
  const whole = (below: number): number => Math.floor(next() * below);
  const rows = <Values extends Uint8Array | Uint16Array | Float64Array>(values: Values, of: (row: number) => number): Values => {
    for (let row = 0; row < households; row += 1) values[row] = of(row);
    return values;
  };
  const kind = rows(new Uint8Array(households), () => whole(householdKinds.length));
  const children = rows(new Uint8Array(households), (row) => (['singleParent', 'coupleWithChildren'].includes(householdKinds[kind[row] ?? 0] ?? '') ? 1 + whole(3) : 0));
  const adults = { alone: 1, singleParent: 1, couple: 2, coupleWithChildren: 2, other: 2 };
  const persons = rows(new Uint8Array(households), (row) => adults[householdKinds[kind[row] ?? 0] ?? 'alone'] + (children[row] ?? 0) + (householdKinds[kind[row] ?? 0] === 'singleParent' && next() < 0.2 ? 1 : 0));
  const age = rows(new Uint8Array(households), () => whole(ageClasses.length));
  const atWork = rows(new Uint8Array(households), (row) => (ageClasses[age[row] ?? 0] === '65+' ? Number(next() < 0.05) : next() < 0.8 ? 1 + Number(next() < 0.4) : 0));
  return {
    households, zones: communes.map((commune) => ({ code: commune, commune })), zone: rows(new Uint16Array(households), () => Math.floor(next() ** 3 * communes.length)),
    kind, persons, children, age, tenure: rows(new Uint8Array(households), () => whole(tenures.length)), atWork,
    employees: rows(new Uint8Array(households), (row) => (next() < 0.9 ? (atWork[row] ?? 0) : 0)),
    // Most about 25,000, some much more.
    income: rows(new Float64Array(households), () => Math.round(Math.exp(10.1 + 0.6 * (next() + next() + next() + next() - 2) * 1.7))),
  };
}

export const madeSynthesis = (households: number): Synthesise => async (_db, territory, seed) =>
  success({ population: madePopulation([...territory.currentCommunes], households, seed), outsideHouseholds: 0, fit: [{ id: 'households', label: 'Ménages par commune', level: 'commune', source: 'census', vintage: '2022', cells: 1, asked: households, obtained: households, relativeError: 0, weightedError: 0, worst: null }], missing: [], notes: [], datasets: [], isDemonstration: false });
