import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { FlowTotal } from '../../observatory/index.ts';
import { balanceFigures, balanceOf, givenOf, givenOfTerritory } from './balance.rules.ts';
import { isSecret } from './flow-secrecy.rules.ts';

const flow = (residence: string | null, work: string | null, people: number, respondents: number | null = people): FlowTotal => ({ residence, work, abroad: work !== null && work.length === 2, people, respondents });

/** A works in A (60) and in B (20), in Luxembourg (15) and elsewhere (35); B in A (30), in B (10) and in Germany (12); 200 come to A from outside. */
const flows = [
  flow('A', 'A', 60), flow('A', 'B', 20), flow('A', 'LU', 15), flow('A', null, 35), flow('B', 'A', 30), flow('B', 'B', 10), flow('B', 'AL', 12), flow(null, 'A', 200),
];
const place = (...names: string[]) => balanceOf(new Set(names), flows);
const given = [givenOf(place('A')), givenOf(place('B')), givenOfTerritory(place('A', 'B'), [place('A'), place('B')])];
const number = (value: number) => ({ kind: 'number', value }) as const;

test.each([
  ['commuting.jobs', number(290), { kind: 'number', value: 30 }, number(320)],
  ['commuting.employed', number(130), number(52), number(182)],
  ['commuting.jobsPerEmployed', number(29_000 / 130), number(100 * 30 / 52), number(100 * 320 / 182)],
  ['commuting.relativeBalance', number(160 / 420), number(-22 / 82), number(138 / 502)],
  ['commuting.selfContainment', number(60 / 130), { kind: 'secret' }, number(120 / 182)],
  ['commuting.selfSufficiency', number(60 / 290), { kind: 'secret' }, number(120 / 320)],
  ['commuting.fromOutside', number(230), { kind: 'secret' }, number(200)],
  ['commuting.toLuxembourg', number(15), number(0), number(15)],
  ['commuting.toGermany', number(0), number(12), number(12)],
] as const)('%s of A, of B, of both as one place', (figure, a, b, both) => {
  expect(given.map(balanceFigures[figure])).toEqual([a, b, both]);
});

test.each([
  [10, 10, true], [10.9, null, true], [11, null, false], [60, 10, true], [60, 11, false], [0, 0, false], [0, null, false],
])('%d people, %s asked: secret %s', (people, respondents, hidden) => expect(isSecret({ people, respondents })).toBe(hidden));

const figuresOf = (balance: Parameters<typeof givenOf>[0]) => Object.fromEntries(Object.entries(balanceFigures).map(([id, of]) => [id.slice('commuting.'.length), of(givenOf(balance))]));
const hidden = { kind: 'secret' };

test.each([
  ['few stay', 5, 200, 80, [hidden, hidden, hidden]], ['few come', 200, 90, 6, [hidden, hidden, hidden]], ['few leave', 60, 7, 40, [hidden, hidden, hidden]],
] as const)('where %s, nothing tells who stays: the others would follow from it, and from the jobs and the residents in work', (_, stays, leaves, comes, expected) => {
  const figures = figuresOf(balanceOf(new Set(['A']), [flow('A', 'A', stays), flow('A', null, leaves), flow(null, 'A', comes)]));
  expect(['selfContainment', 'selfSufficiency', 'fromOutside'].map((id) => figures[id])).toEqual(expected);
  expect([figures['jobs'], figures['employed']]).toEqual([number(stays + comes), number(stays + leaves)]);
});

test('who works elsewhere in France is a part of who leaves: where few do, a border is not given beside the others', () => {
  const figures = figuresOf(balanceOf(new Set(['A']), [flow('A', 'A', 40), flow('A', 'LU', 220), flow('A', 'AL', 31), flow('A', null, 9, 4), flow(null, 'A', 100)]));
  expect(figures).toMatchObject({ employed: number(300), jobs: number(140), selfContainment: number(40 / 300), toLuxembourg: number(220), toGermany: hidden });
});

test('where few stay and nobody works elsewhere, those who cross a border would tell it', () => {
  const figures = figuresOf(balanceOf(new Set(['A']), [flow('A', 'A', 5), flow('A', 'LU', 295), flow(null, 'A', 100)]));
  expect(figures).toMatchObject({ employed: number(300), jobs: number(105), selfContainment: hidden, selfSufficiency: hidden, fromOutside: hidden, toLuxembourg: hidden, toGermany: number(0) });
});

test('two secrets do not hide each other: together they rest on too few as well', () => {
  const figures = figuresOf(balanceOf(new Set(['A']), [flow('A', 'A', 300), flow('A', null, 4), flow('A', 'LU', 3), flow('A', 'AL', 60), flow(null, 'A', 100)]));
  expect(figures).toMatchObject({ employed: number(367), selfContainment: number(300 / 367), toLuxembourg: hidden, toGermany: hidden });
});

test('a territory whose sum is a minimum gives bounds only, and nothing as one place where a commune’s secret would follow', () => {
  // C has 4 jobs only: who works there is secret, and so are its jobs.
  const more = [...flows, flow('C', 'C', 4), flow('C', null, 96), flow('C', 'B', 60)];
  const of = (all: typeof flows) => {
    const [a, b, c] = ['A', 'B', 'C'].map((one) => balanceOf(new Set([one]), all));
    const cells = givenOfTerritory(balanceOf(new Set(['A', 'B', 'C']), all), [a, b, c]);
    return Object.values(balanceFigures).map((figure) => figure(cells));
  };
  expect(of(more)).toEqual([
    { kind: 'interval', low: 380, high: null }, number(342), { kind: 'interval', low: 100 * 380 / 342, high: null }, hidden, number(184 / 342), { kind: 'interval', low: null, high: 184 / 380 }, { kind: 'interval', low: 196, high: null },
    number(15), number(12),
  ]);
  // Nobody leaves the three for elsewhere: residents in work, less who stays, would be who crosses a border.
  const [, , , , share, sufficiency, outside] = of(more.map((one) => (one.work === null ? { ...one, work: 'B' } : one)).map((one) => (one.work === 'AL' ? { ...one, people: 8, respondents: 8 } : one)));
  expect([share, sufficiency, outside]).toEqual([hidden, hidden, hidden]);
});

test('nobody in work makes no ratio', () => {
  const empty = balanceOf(new Set(['Z']), flows);
  for (const figure of ['commuting.jobsPerEmployed', 'commuting.relativeBalance', 'commuting.selfContainment', 'commuting.selfSufficiency'] as const) {
    expect(balanceFigures[figure](givenOf(empty))).toEqual({ kind: 'missing', reason: 'undefinedRatio' });
  }
});

test('shares stay from 0 to 1, the balance from −1 to 1, and places add up', () => {
  const anywhere = fc.constantFrom('A', 'B', 'C', null);
  const any = fc.array(fc.tuple(anywhere, fc.constantFrom('A', 'B', 'C', 'LU', 'AL', 'BE', null), fc.integer({ min: 11, max: 500 })).map(([home, work, people]) => flow(home, work, people)), { maxLength: 20 });
  fc.assert(fc.property(any, (all) => {
    const one = balanceOf(new Set(['A', 'B']), all);
    for (const [figure, floor] of [['commuting.selfContainment', 0], ['commuting.selfSufficiency', 0], ['commuting.relativeBalance', -1]] as const) {
      const cell = balanceFigures[figure](givenOf(one));
      if (cell.kind === 'number') expect(cell.value >= floor && cell.value <= 1).toBe(true);
    }
    expect(one.inside.people + one.elsewhere.people + one.luxembourg.people + one.germany.people).toBe(one.employed.people);
    expect(one.inside.people + one.coming.people).toBe(one.jobs.people);
    expect(balanceOf(new Set(['A']), all).jobs.people + balanceOf(new Set(['B']), all).jobs.people).toBe(one.jobs.people);
  }));
});
