import fc from 'fast-check';
import { ruleBook, type FactValue, type Facts, type Input } from '../../src/aids/index.ts';

/** Any answer to an input, boundaries often. */
export function answerOf(input: Input): fc.Arbitrary<FactValue> {
  if (input.type === 'booléen') return fc.boolean();
  if (input.options) return fc.constantFrom(...input.options.map(({ value }) => value));
  const { generator } = input;
  if (generator && 'step' in generator) {
    const { min, max, boundaries } = generator;
    const near = boundaries.flatMap((value) => [value - 1, value, value + 1]).filter((value) => value >= 0);
    return fc.oneof(fc.integer({ min: Math.ceil(min), max: Math.floor(max) }), ...(near.length > 0 ? [fc.constantFrom(...near)] : []));
  }
  const day = (iso: string): number => Date.parse(iso) / 86_400_000;
  return fc.integer({ min: day(generator?.min.toString() ?? '2019-01-01'), max: day(generator?.max.toString() ?? '2026-11-24') }).map((n) => new Date(n * 86_400_000).toISOString().slice(0, 10));
}

/** Answers to every input. */
export const wholeFacts = (): fc.Arbitrary<Facts> => fc.record(Object.fromEntries([...ruleBook().inputs.values()].filter(({ name }) => name !== 'date').map((input) => [input.name, answerOf(input)])));

/** Days of the rules' years, changes and their eves often. */
export const anyDay = (): fc.Arbitrary<string> => {
  const changes = [...new Set(ruleBook().rules.parameters.map(({ from }) => from))].filter((day) => day >= '2019-01-01');
  const shifted = (day: string, by: number): string => new Date(Date.parse(day) + by * 86_400_000).toISOString().slice(0, 10);
  return fc.oneof(fc.constantFrom(...changes.flatMap((day) => [day, shifted(day, -1)]).filter((day) => day >= '2019-01-01')), fc.integer({ min: 17_897, max: 20_781 }).map((n) => new Date(n * 86_400_000).toISOString().slice(0, 10)));
};
