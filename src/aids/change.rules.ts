import type { Aid, DateGenerator, Input, NumberGenerator } from 'regles-logement';
import { dayNumber, isoDay } from './columns.ts';
import type { FactValue, Facts } from './facts.ts';
import { truthOf, type Verdicts } from './judge.ts';

/** One fact that would have to be another. */
export interface Change { name: string; from: FactValue; to: FactValue }

/** What would open an aid: one fact, or two at once, from a day to come where it is `from` that day only; `sure` when no missing fact could still close it. */
export interface WayIn { changes: readonly Change[]; sure: boolean; from?: string }

const mostWays = 3;
/** An answer further than this is no advice. */
const mostMonths = 24;

interface Closed {
  facts: Facts;
  /** The day of the answer, AAAA-MM-JJ: what lies before it cannot change any more. */
  at: string;
  inputs: ReadonlyMap<string, Input>;
  /** Of each condition not met, the facts that it looks at: a way in changes one of each. */
  refusals: readonly ReadonlySet<string>[];
  judge: (people: readonly Facts[]) => Verdicts;
  /** Only changes of one fact. */
  single?: boolean;
}

/**
 * What would make an aid open to somebody whom it is closed to: the nearest value of one fact that can change (rent, date to come,
 * contract, distance, dwelling, employer's agreement; never age), or where no single one does, of two. At most three, the smallest first.
 */
export function waysIn(aid: Aid, { facts, at, inputs, refusals, judge, single: onlySingle = false }: Closed): WayIn[] {
  const canStillChange = ({ name, type, canChange }: Input): boolean => canChange && name in facts && (type !== 'date' || String(facts[name]) > at);
  const movable = [...new Set(refusals.flatMap((facts) => [...facts]))].map((name) => inputs.get(name)).filter((input) => input !== undefined).filter(canStillChange);
  // A day proposed is a day to come.
  const possible = ({ name, to }: Change): boolean => inputs.get(name)?.type !== 'date' || String(to) > at;
  const opens = (tries: readonly (readonly Change[])[]): (WayIn | undefined)[] => {
    const ways = new Map(tries.filter((changes) => changes.every(possible)).map((changes, person) => [changes, person]));
    const verdicts = judge([...ways.keys()].map((changes) => ({ ...facts, ...Object.fromEntries(changes.map(({ name, to }) => [name, to])) })));
    return tries.map((changes) => {
      const person = ways.get(changes);
      const truth = person === undefined ? 'no' : truthOf(verdicts.value(aid.eligible, person));
      return truth === 'no' ? undefined : { changes, sure: truth === 'yes' };
    });
  };
  const meets = (...tried: readonly Input[]): boolean => refusals.every((looked) => tried.some(({ name }) => looked.has(name)));
  const single = movable.filter((input) => meets(input)).flatMap((input) => nearest(input, facts, [], opens));
  if (single.length > 0 || onlySingle) return ranked(single, inputs);
  return ranked(pairs(movable).filter(([first, second]) => meets(first, second)).flatMap(([first, second]) => nearestPair(first, second, facts, opens)), inputs);
}

type Opens = (tries: readonly (readonly Change[])[]) => (WayIn | undefined)[];

/** The nearest value of one fact that opens, the others held: a coarse grid, then every unit between its first success and what is known to fail. */
function nearest(input: Input, facts: Facts, held: readonly Change[], opens: Opens): WayIn[] {
  const from = facts[input.name] as FactValue;
  const outcome = (values: readonly FactValue[]) => {
    const ways = opens(values.map((to) => [...held, { name: input.name, from, to }]));
    return values.map((to, at) => ({ to, way: ways[at] })).filter((one): one is { to: FactValue; way: WayIn } => one.way !== undefined);
  };
  const values = grid(input, from);
  const found = outcome(values);
  if (typeof from === 'boolean' || input.type === 'énumération') return found.map(({ way }) => way);
  return ([-1, 1] as const).flatMap((side) => {
    // The nearest stand first.
    const there = found.find(({ to }) => Math.sign(distance(from, to)) === side);
    if (!there) return [];
    const failing = values.slice(0, values.indexOf(there.to)).findLast((to) => Math.sign(distance(from, to)) === side) ?? from;
    const closer = outcome(between(failing, there.to))[0];
    return [(closer ?? there).way];
  });
}

function nearestPair(first: Input, second: Input, facts: Facts, opens: Opens): WayIn[] {
  const values = (input: Input): Change[] => coarse(input, facts[input.name] as FactValue).map((to) => ({ name: input.name, from: facts[input.name] as FactValue, to }));
  const tries = values(first).flatMap((one) => values(second).map((other) => [one, other] as const));
  const found = opens(tries).filter((way) => way !== undefined);
  const best = found[0];
  if (!best) return [];
  // Each of the two is brought as near as it goes while the other stands.
  const [one, other] = best.changes as [Change, Change];
  const nearer = nearest(second, facts, [one], opens)[0] ?? best;
  const moved = nearer.changes.find(({ name }) => name === other.name) ?? other;
  return [nearest(first, facts, [moved], opens)[0] ?? nearer];
}

const pairs = (movable: readonly Input[]): [Input, Input][] => movable.flatMap((first, at) => movable.slice(at + 1).map((second): [Input, Input] => [first, second]));

/** Values to try of one fact, its present one left out, the nearest first. */
function grid(input: Input, from: FactValue): FactValue[] {
  if (typeof from === 'boolean') return [!from];
  if (input.options) return input.options.map(({ value }) => value).filter((value) => value !== from);
  if (typeof from === 'number') {
    const { min, max, step, boundaries } = input.generator as NumberGenerator;
    const stride = Math.max(step, (max - min) / 300);
    const steps = Array.from({ length: Math.floor((max - min) / stride) + 1 }, (_, at) => min + at * stride);
    return nearestFirst([...steps, ...boundaries.flatMap((value) => [value - 1, value, value + 1])].filter((value) => value >= 0), from);
  }
  const { boundaries } = input.generator as DateGenerator;
  const months = Array.from({ length: 2 * mostMonths + 1 }, (_, at) => shifted(from, (at - mostMonths) * 30));
  return nearestFirst([...months, ...boundaries.filter((day) => Math.abs(distance(from, day)) <= mostMonths * 30)], from);
}

/** Fewer values, for two facts at once. */
const coarse = (input: Input, from: FactValue): FactValue[] => {
  const all = grid(input, from);
  if (all.length <= 8) return all;
  return Array.from({ length: 8 }, (_, at) => all[Math.round((at * (all.length - 1)) / 7)] as FactValue);
};

const nearestFirst = <Value extends FactValue>(values: readonly Value[], from: Value): Value[] =>
  [...new Set(values)].filter((value) => value !== from).toSorted((a, b) => Math.abs(distance(from, a)) - Math.abs(distance(from, b)));

/** From the value that fails, every whole unit (or day) to the one that opens. */
function between(failing: FactValue, opening: FactValue): FactValue[] {
  const gap = distance(failing, opening);
  const count = Math.min(Math.ceil(Math.abs(gap)), 2_000);
  const steps = Array.from({ length: count }, (_, at) => Math.sign(gap) * (at + 1));
  if (typeof failing !== 'number') return steps.map((days) => shifted(failing as string, days));
  // Amounts are proposed in whole units, whatever the present one.
  const start = Math.sign(gap) > 0 ? Math.floor(failing) : Math.ceil(failing);
  return steps.map((units) => start + units).filter((value) => Math.sign(value - (opening as number)) !== Math.sign(gap) || value === opening);
}

/** Signed, in units or days; of options there is none. */
const distance = (from: FactValue, to: FactValue): number =>
  typeof from === 'number' && typeof to === 'number' ? to - from : typeof from === 'string' && typeof to === 'string' ? dayNumber(to) - dayNumber(from) : 1;

const shifted = (day: string, days: number): string => isoDay(dayNumber(day) + days);

/** Fewer facts first, then the smaller part of what the fact can be, then the order of the questions; one way for each set of facts. */
function ranked(ways: readonly WayIn[], inputs: ReadonlyMap<string, Input>): WayIn[] {
  const order = [...inputs.keys()];
  const effort = ({ name, from, to }: Change): number => {
    const generator = inputs.get(name)?.generator;
    if (typeof from === 'number' && generator && 'step' in generator) return Math.abs(distance(from, to)) / (generator.max - generator.min);
    return generator ? Math.abs(distance(from, to)) / (mostMonths * 30) : 0.5;
  };
  const cost = ({ changes }: WayIn): number => changes.reduce((sum, change) => sum + 1 + effort(change), 0);
  const sorted = ways.toSorted((a, b) => cost(a) - cost(b) || Number(b.sure) - Number(a.sure) || order.indexOf(a.changes[0]?.name ?? '') - order.indexOf(b.changes[0]?.name ?? ''));
  const seen = new Set<string>();
  return sorted.filter(({ changes }) => {
    const key = changes.map(({ name }) => name).join('|');
    return !seen.has(key) && seen.add(key);
  }).slice(0, mostWays);
}
