import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Cell } from '../../src/indicators/index.ts';
import { balanceFigures, balanceOf, givenOf, givenOfTerritory, type BalanceFigure } from '../../src/needs/link/balance.rules.ts';
import type { FlowTotal } from '../../src/observatory/index.ts';
import { workOut, type Fact } from '../publishing/attacker.ts';

/** An attacker by linear programming who knows every published figure of a territory's communes, and that each is made of flows from place to place. */
const communes = ['A', 'B', 'C'] as const;
/** Residents work in each commune, elsewhere, in Luxembourg, in Germany; others come from outside. */
const targets = [...communes, 'F', 'LU', 'AL'] as const;
type Flows = Readonly<Record<string, number>>;
const cellsOf = {
  employed: (here: readonly string[]) => here.flatMap((home) => targets.map((work) => `${home}>${work}`)),
  jobs: (here: readonly string[]) => here.flatMap((work) => [...communes, 'out'].map((home) => `${home}>${work}`)),
  inside: (here: readonly string[]) => here.flatMap((home) => here.map((work) => `${home}>${work}`)),
  luxembourg: (here: readonly string[]) => here.map((home) => `${home}>LU`),
  germany: (here: readonly string[]) => here.map((home) => `${home}>AL`),
};
const without = (all: readonly string[], some: readonly string[]): string[] => all.filter((cell) => !some.includes(cell));
const coming = (here: readonly string[]): string[] => without(cellsOf.jobs(here), cellsOf.inside(here));
const elsewhere = (here: readonly string[]): string[] => without(cellsOf.employed(here), [...cellsOf.inside(here), ...cellsOf.luxembourg(here), ...cellsOf.germany(here)]);

const tolerance = 1e-4;

/** Least × bottom ≤ top ≤ most × bottom, for what a figure says; a count stands over nothing. */
function factsOf(id: BalanceFigure, cell: Cell, here: readonly string[]): Fact[] {
  if (cell.kind !== 'number' && cell.kind !== 'interval') return [];
  const [low, high] = cell.kind === 'number' ? [cell.value, cell.value] : [cell.low ?? 0, cell.high ?? Infinity];
  const minus = (cells: readonly string[], weight: number): [string, number][] => cells.map((one) => [one, -weight]);
  const count = (cells: readonly string[]): Fact[] => [{ lower: low - tolerance, upper: high + tolerance, terms: cells.map((one) => [one, 1]) }];
  const over = (top: readonly string[], bottom: readonly string[], factor = 1): Fact[] => {
    const terms = (bound: number): [string, number][] => [...Map.groupBy([...top.map((one): [string, number] => [one, factor]), ...minus(bottom, bound)], ([one]) => one)].map(([one, all]) => [one, all.reduce((sum, [, weight]) => sum + weight, 0)]);
    return [{ lower: -tolerance, upper: Infinity, terms: terms(low) }, ...(high === Infinity ? [] : [{ lower: -Infinity, upper: tolerance, terms: terms(high) }])];
  };
  switch (id) {
    case 'commuting.jobs': return count(cellsOf.jobs(here));
    case 'commuting.employed': return count(cellsOf.employed(here));
    case 'commuting.toLuxembourg': return count(cellsOf.luxembourg(here));
    case 'commuting.toGermany': return count(cellsOf.germany(here));
    case 'commuting.fromOutside': return count(coming(here));
    case 'commuting.jobsPerEmployed': return over(cellsOf.jobs(here), cellsOf.employed(here), 100);
    case 'commuting.selfContainment': return over(cellsOf.inside(here), cellsOf.employed(here));
    case 'commuting.selfSufficiency': return over(cellsOf.inside(here), cellsOf.jobs(here));
    // It follows from the two counts, and is given with them only.
    case 'commuting.relativeBalance': return [];
  }
}

function published(flows: Flows): Fact[] {
  const totals = Object.entries(flows).filter(([, people]) => people > 0).map(([pair, people]): FlowTotal => {
    const [home, work] = pair.split('>') as [string, string];
    return { residence: home === 'out' ? null : home, work: work === 'F' ? null : work, abroad: work.length === 2, people, respondents: null };
  });
  const balances = communes.map((one) => balanceOf(new Set([one]), totals));
  const given = [...balances.map((balance, at) => [givenOf(balance), [communes[at]!]] as const), [givenOfTerritory(balanceOf(new Set(communes), totals), balances), communes] as const];
  return given.flatMap(([cells, here]) => (Object.keys(balanceFigures) as BalanceFigure[]).flatMap((id) => factsOf(id, balanceFigures[id](cells), here)));
}

const anyFlows: fc.Arbitrary<Flows> = fc.record(Object.fromEntries([...communes.flatMap((home) => targets.map((work) => `${home}>${work}`)), ...communes.map((work) => `out>${work}`)].map((pair) => [
  pair, fc.oneof(fc.constant(0), fc.integer({ min: 1, max: 10 }), fc.integer({ min: 1, max: 10 }), fc.integer({ min: 11, max: 60 }), fc.integer({ min: 100, max: 900 })),
])));

test('no figure of a commune or a territory gives back how many stay, come, cross a border or work elsewhere, where fewer than 11 do', async () => {
  await fc.assert(fc.asyncProperty(anyFlows, async (flows) => {
    const facts = published(flows);
    const people = (cells: readonly string[]): number => cells.reduce((sum, cell) => sum + flows[cell]!, 0);
    const isFew = (cells: readonly string[]): boolean => people(cells) > 0 && people(cells) < 11;
    const ofOne = communes.flatMap((one) => [cellsOf.employed, cellsOf.jobs, cellsOf.inside, cellsOf.luxembourg, cellsOf.germany, coming, elsewhere].map((of) => of([one]))).filter(isFew);
    const parts = [...ofOne, ...[elsewhere, coming, cellsOf.inside].map((of) => of(communes)).filter(isFew)];
    // Each sum gets a name of its own.
    const named = parts.map((cells, at): Fact => ({ lower: 0, upper: 0, terms: [[`part ${at}`, -1], ...cells.map((cell) => [cell, 1] as const)] }));
    const found = await workOut([...facts, ...named], parts.map((_, at) => `part ${at}`));
    const exposed = parts.flatMap((cells, at) => {
      const { low, high } = found.get(`part ${at}`)!;
      // Who comes to a territory, less who leaves it, is its jobs less its residents in work: where next to nobody does, these say how many at least.
      const told = at < ofOne.length && low > 1 + 1e-3;
      return told || high < 10 - 1e-3 ? [`${cells.join('+')} = ${people(cells)} in ${low}…${high}`] : [];
    });
    expect(exposed).toEqual([]);
  }), { numRuns: process.env['ANCRAGE_TEST_LONG'] ? 8_000 : 150 });
});
