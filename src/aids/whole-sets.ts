import type { Input } from 'regles-logement';
import { dayNumber, isoDay } from './columns.ts';
import type { FactValue, Facts } from './facts.ts';
import { groupOf } from './question-groups.ts';

const samples = 64;
const known = new Map<string, readonly Facts[]>();
const mostDays = 64;

/** Whole sets of facts that go through every likely answer to each input, in steps of their own so that answers meet; the same ones each time, kept by day. */
export function wholeSets(inputs: ReadonlyMap<string, Input>, at: string): readonly Facts[] {
  const found = known.get(at);
  if (found) return found;
  const answers = [...inputs.values()].filter(({ name }) => name !== 'date').map((input, position) => ({ name: input.name, values: likelyAnswers(input, at), stride: position + 1 }));
  const sets = Array.from({ length: samples }, (_, row) => Object.fromEntries(answers.map(({ name, values, stride }): [string, FactValue] => [name, values[Math.floor(row * (1 + (stride * 0.618) % 1)) % values.length] as FactValue])));
  if (known.size >= mostDays) known.clear();
  known.set(at, sets);
  return sets;
}

/** A few answers that people give, the usual ones more often. */
function likelyAnswers(input: Input, at: string): FactValue[] {
  if (input.type === 'booléen') return groupOf(input.name) === undefined ? [true, false] : [true, false, false, false, false, false];
  if (input.options) return input.options.map(({ value }) => value);
  const { generator } = input;
  if (generator && 'step' in generator) return [...new Set([generator.min, ...[0.2, 0.4, 0.6, 0.8].map((share) => Math.round(generator.min + share * (generator.max - generator.min))), ...generator.boundaries.slice(0, 2)])];
  return [-400, -100, -20, 20, 100].map((days) => isoDay(dayNumber(at) + days));
}
