import { expect, test } from 'vitest';
import { factsOfCommune, ruleBook, rulesOfRows, truth, type CeilingId, type RuleColumns } from '../../aids/index.ts';
import { madePopulation } from '../../../test/needs/employees/made-population.ts';
import { effortOf } from './effort.rules.ts';
import { factsOf } from './facts.rules.ts';
import { countAll, countTarget } from './figures.rules.ts';
import { ageClasses } from './population/population.ts';
import { profilesOf, type Profile } from './profiles.rules.ts';

const targets = ['plafonds . PLUS . respecté', 'plafonds . PLAI . respecté', 'plafonds . PLS . respecté', 'plafonds . PLI . respecté', 'al-in . éligible', 'mobili-jeune . éligible', 'mobili-pass . éligible'] as const;
const rules = rulesOfRows(ruleBook(), targets);
const at = '2026-06-01';
const place = factsOfCommune('57463', at, {});
const one: Profile = { place: 0, kind: 0, persons: 1, children: 0, age: 1, income: [23_000, 23_500], hasEmployee: true };
const outcome = (profile: Partial<Profile>, target: (typeof targets)[number], favour: 'strict' | 'generous', moves?: Partial<Record<CeilingId, number>>, day = at) =>
  rules.judge(factsOf([{ ...one, ...profile }], [place], favour), 1, day, moves).get(target)?.[0];

// Ceilings of 2026, other regions, of the order of 19 December 2025: 23,403 € for one person, 31,254 for two, 37,584 for three.
test.each([
  ['one person below', { income: [22_000, 22_500] }, truth.yes, truth.yes],
  ['one person at the ceiling by the step and the tenth', { income: [23_000, 23_500] }, truth.no, truth.yes],
  ['one person above even with the tenth off', { income: [26_500, 27_000] }, truth.no, truth.no],
  ['two who may be a young couple', { kind: 2, persons: 2, income: [36_000, 36_500] }, truth.no, truth.yes],
  ['two who are no young couple', { kind: 2, persons: 2, age: 2, income: [36_000, 36_500] }, truth.no, truth.no],
  ['a parent alone with a child, of the third category', { kind: 1, persons: 2, children: 1, income: [37_000, 37_500] }, truth.yes, truth.yes],
  ['a parent alone whose child is 15 or more', { kind: 1, persons: 2, children: 0, income: [37_000, 37_500] }, truth.no, truth.yes],
  ['no income known', { income: undefined }, truth.open, truth.open],
] as const)('%s', (_, profile, strict, generous) => {
  expect([outcome(profile, 'plafonds . PLUS . respecté', 'strict'), outcome(profile, 'plafonds . PLUS . respecté', 'generous')]).toEqual([strict, generous]);
});

test('a ceiling moved moves those that follow it, and no other', () => {
  const above = { income: [24_000, 24_500] } as const;
  expect(outcome(above, 'plafonds . PLUS . respecté', 'strict')).toBe(truth.no);
  // 24,573 €.
  expect(outcome(above, 'plafonds . PLUS . respecté', 'strict', { PLUS: 1.05 })).toBe(truth.yes);
  expect(outcome(above, 'plafonds . PLUS . respecté', 'strict', { PLAI: 1.05 })).toBe(truth.no);
  // PLS: 130 % of the PLUS, 30,424 €; then 31,945 €.
  const higher = { income: [31_000, 31_500] } as const;
  expect([undefined, { PLUS: 1.05 }, { PLS: 1.05 }].map((moves) => outcome(higher, 'plafonds . PLS . respecté', 'strict', moves))).toEqual([truth.no, truth.yes, truth.yes]);
});

test('another day has its own ceilings', () => {
  // One person: 21,878 € in 2023.
  expect([at, '2023-06-01'].map((day) => outcome({ income: [22_500, 23_000] }, 'plafonds . PLUS . respecté', 'strict', undefined, day))).toEqual([truth.yes, truth.no]);
});

test('what no source says is open: intermediate ceilings of 2026, those of overseas, sector and employer', () => {
  expect(outcome({ income: [10_000, 10_500] }, 'plafonds . PLI . respecté', 'strict')).toBe(truth.open);
  const overseas = rules.judge(factsOf([one], [factsOfCommune('97302', at, {})], 'strict'), 1, at);
  expect(overseas.get('plafonds . PLUS . respecté')?.[0]).toBe(truth.open);
  expect(outcome({ income: [10_000, 10_500] }, 'al-in . éligible', 'strict')).toBe(truth.open);
  expect(outcome({ income: [60_000, 60_500] }, 'al-in . éligible', 'generous')).toBe(truth.no);
  expect(outcome({ age: 2 }, 'mobili-jeune . éligible', 'generous')).toBe(truth.no);
  expect(outcome({ hasEmployee: false }, 'al-in . éligible', 'generous')).toBe(truth.no);
  expect(outcome({}, 'mobili-pass . éligible', 'generous')).toBe(truth.no);
});

test('ages that stand for a class stand for all of it: no threshold of the rules is inside', () => {
  const generator = ruleBook().inputs.get('personne . âge')?.generator;
  const boundaries = generator && 'step' in generator ? generator.boundaries : [];
  // Of 15 to 24, those who hold a home are of age; the rules then tell apart 25, 29, 30 and 31.
  expect(boundaries.filter((age) => age > 18 && age < 24)).toEqual([]);
  expect(boundaries.filter((age) => age >= 55)).toEqual([]);
  expect(boundaries.length).toBeGreaterThan(3);
});

const population = madePopulation(['57463', '57480'], 20_000, 7);
const atWork = population.atWork ?? new Uint8Array();
const none = effortOf(population, atWork, () => undefined).difficulty;
const profiles = profilesOf(population, atWork, none, () => 0);
const judged = (facts: RuleColumns) => rules.judge(facts, profiles.profiles.length, at);

test('every household at work stands in one cell, and equal ones are judged once', () => {
  const working = [...atWork].filter((count) => count > 0).length;
  expect(profiles.cells.reduce((sum, { households }) => sum + households, 0)).toBe(working);
  expect(profiles.profiles.length).toBeLessThan(working / 2);
});

test('strict and generous bound every case between them', () => {
  const [strict, generous] = [factsOf(profiles.profiles, [place], 'strict'), factsOf(profiles.profiles, [place], 'generous')];
  const [least, most] = [judged(strict), judged(generous)];
  for (const mask of [1, 2, 3, 4, 5, 6]) {
    const facts = { ...strict, ...Object.fromEntries(['ménage . revenu fiscal N moins 2', 'ménage . somme des âges', 'ménage . à charge'].filter((_, bit) => mask & (1 << bit)).map((name) => [name, generous[name] ?? false])) };
    const between = judged(facts);
    for (const target of targets.slice(0, 3)) {
      for (let row = 0; row < profiles.profiles.length; row += 1) {
        const [low, here, high] = [least, between, most].map((one) => one.get(target)?.[row]);
        if (low === truth.yes) expect(here, target).toBe(truth.yes);
        if (high === truth.no) expect(here, target).toBe(truth.no);
      }
    }
  }
});

test('a count by profile is the count of households one by one', () => {
  const counted = countTarget(profiles, judged(factsOf(profiles.profiles, [place], 'strict')).get(targets[0]) ?? new Uint8Array(), judged(factsOf(profiles.profiles, [place], 'generous')).get(targets[0]) ?? new Uint8Array());
  const rows = [...atWork.keys()].filter((row) => atWork[row]);
  const singles = rows.map((row): Profile => {
    const income = population.income?.[row] ?? 0;
    return { place: 0, kind: population.kind[row] ?? 0, persons: population.persons[row] ?? 1, children: population.children[row] ?? 0, age: population.age?.[row], income: [income, income], hasEmployee: true };
  });
  const yes = rules.judge(factsOf(singles, [place], 'strict'), singles.length, at).get(targets[0]) ?? new Uint8Array();
  const exact = yes.reduce((sum, value) => sum + Number(value === truth.yes), 0);
  // The steps of income only widen: by half a step of households near the ceilings.
  expect(counted.low).toBeLessThanOrEqual(exact);
  expect(counted.low).toBeGreaterThan(exact * 0.97);
  expect(counted.high).toBeGreaterThan(counted.low);
  expect(counted.byCommune.reduce((sum, { low }) => sum + low, 0)).toBe(counted.low);
  expect(counted.byCommune.reduce((sum, { high }) => sum + high, 0)).toBe(counted.high);
});

test('groups: 15 to 24 for sure under 30, 25 to 54 maybe; tenures share out the whole', () => {
  const groups = new Map(countAll(profiles).byGroup.map((group) => [group.group, group]));
  const ofClass = (name: (typeof ageClasses)[number]) => [...atWork.keys()].filter((row) => atWork[row] && ageClasses[population.age?.[row] ?? 0] === name).length;
  expect(groups.get('under30')).toMatchObject({ low: ofClass('15-24'), high: ofClass('15-24') + ofClass('25-54') });
  const tenures = (['owner', 'privateTenant', 'socialTenant', 'free'] as const).map((id) => groups.get(id)?.low ?? 0);
  expect(tenures.reduce((sum, count) => sum + count)).toBe([...atWork].filter((count) => count > 0).length);
  // No rent is loaded: nobody can say who is in difficulty.
  expect(groups.has('inDifficulty')).toBe(false);
});
