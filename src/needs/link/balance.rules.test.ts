import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { FlowTotal } from '../../observatory/index.ts';
import { balanceFigures, balanceOf, isSecret, withinSums } from './balance.rules.ts';

const flow = (residence: string | null, work: string | null, people: number, respondents: number | null = people): FlowTotal => ({ residence, work, abroad: work !== null && work.length === 2, people, respondents });

/** A works in A (60) and in B (20), in Luxembourg (15) and elsewhere (5); B in A (30), in B (10) and in Germany (12); 200 come to A from outside. */
const flows = [
  flow('A', 'A', 60), flow('A', 'B', 20), flow('A', 'LU', 15), flow('A', null, 5), flow('B', 'A', 30), flow('B', 'B', 10), flow('B', 'AL', 12), flow(null, 'A', 200),
];
const at = (...places: string[]) => balanceOf(new Set(places), flows);
const number = (value: number) => ({ kind: 'number', value }) as const;

test.each([
  ['commuting.jobs', number(290), { kind: 'number', value: 30 }, number(320)],
  ['commuting.employed', number(100), number(52), number(152)],
  ['commuting.jobsPerEmployed', number(290), number(100 * 30 / 52), number(100 * 320 / 152)],
  ['commuting.relativeBalance', number(190 / 390), number(-22 / 82), number(168 / 472)],
  ['commuting.selfContainment', number(0.6), { kind: 'secret' }, number(120 / 152)],
  ['commuting.selfSufficiency', number(60 / 290), { kind: 'secret' }, number(120 / 320)],
  ['commuting.fromOutside', number(230), { kind: 'secret' }, number(200)],
  ['commuting.toLuxembourg', number(15), number(0), number(15)],
  ['commuting.toGermany', number(0), number(12), number(12)],
] as const)('%s of A, of B, of both as one place', (figure, a, b, both) => {
  expect([at('A'), at('B'), at('A', 'B')].map(balanceFigures[figure])).toEqual([a, b, both]);
});

test.each([
  [10, 10, true], [10.9, null, true], [11, null, false], [60, 10, true], [60, 11, false], [0, 0, false], [0, null, false],
])('%d people, %s asked: secret %s', (people, respondents, hidden) => expect(isSecret({ people, respondents })).toBe(hidden));

test.each([
  ['few stay', 5, 200, 80], ['few leave', 60, 7, 40], ['few come', 200, 90, 6],
] as const)('where %s, nothing tells who stays: the others would follow from it, and from the jobs and the residents in work', (_, stays, leaves, comes) => {
  const balance = balanceOf(new Set(['A']), [flow('A', 'A', stays), flow('A', null, leaves), flow(null, 'A', comes)]);
  for (const figure of ['commuting.selfContainment', 'commuting.selfSufficiency', 'commuting.fromOutside'] as const) expect([figure, balanceFigures[figure](balance)]).toEqual([figure, { kind: 'secret' }]);
  expect([balanceFigures['commuting.jobs'](balance), balanceFigures['commuting.employed'](balance)]).toEqual([number(stays + comes), number(stays + leaves)]);
});

test('a territory whose sum is a minimum gives no exact figure from which the sum would follow', () => {
  const both = at('A', 'B');
  const [exact, minimum] = [{ jobs: number(320), employed: number(152) }, { jobs: { kind: 'interval', low: 290, high: null }, employed: number(152) }] as const;
  const figures = ['commuting.jobsPerEmployed', 'commuting.relativeBalance', 'commuting.selfContainment', 'commuting.selfSufficiency', 'commuting.fromOutside'] as const;
  const all = (sums: Parameters<typeof withinSums>[3]) => figures.map((figure) => withinSums(figure, balanceFigures[figure](both), both, sums));
  expect(all(exact)).toEqual([number(100 * 320 / 152), number(168 / 472), number(120 / 152), number(120 / 320), number(200)]);
  expect(all(minimum)).toEqual([
    { kind: 'interval', low: 100 * 290 / 152, high: null }, { kind: 'secret' }, number(120 / 152), { kind: 'interval', low: null, high: 120 / 290 }, { kind: 'interval', low: 170, high: null },
  ]);
});

test('nobody in work makes no ratio', () => {
  const empty = balanceOf(new Set(['Z']), flows);
  for (const figure of ['commuting.jobsPerEmployed', 'commuting.relativeBalance', 'commuting.selfContainment', 'commuting.selfSufficiency'] as const) {
    expect(balanceFigures[figure](empty)).toEqual({ kind: 'missing', reason: 'undefinedRatio' });
  }
});

test('shares stay from 0 to 1, the balance from −1 to 1, and places add up', () => {
  const place = fc.constantFrom('A', 'B', 'C', null);
  const any = fc.array(fc.tuple(place, fc.constantFrom('A', 'B', 'C', 'LU', null), fc.integer({ min: 11, max: 500 })).map(([home, work, people]) => flow(home, work, people)), { maxLength: 20 });
  fc.assert(fc.property(any, (all) => {
    const one = balanceOf(new Set(['A', 'B']), all);
    for (const [figure, floor] of [['commuting.selfContainment', 0], ['commuting.selfSufficiency', 0], ['commuting.relativeBalance', -1]] as const) {
      const cell = balanceFigures[figure](one);
      if (cell.kind === 'number') expect(cell.value >= floor && cell.value <= 1).toBe(true);
    }
    expect(one.inside.people + one.leaving.people).toBe(one.employed.people);
    expect(one.inside.people + one.coming.people).toBe(one.jobs.people);
    expect(balanceOf(new Set(['A']), all).jobs.people + balanceOf(new Set(['B']), all).jobs.people).toBe(one.jobs.people);
  }));
});
