import type { Problem, Spec } from './types.ts';

/** What of the spec cannot be meant. */
export function checkSpec({ dimensions, rules, protection = {} }: Spec): Problem[] {
  const problems: Problem[] = [];
  const expect = (holds: boolean, path: string, expected: string): void => void (holds || problems.push({ code: 'spec.invalid', path, expected }));
  const positive = (value: number | undefined): boolean => value === undefined || (Number.isFinite(value) && value >= 0);
  expect(dimensions.length > 0, 'dimensions', 'at least one');
  expect(new Set(dimensions.map(({ name }) => name)).size === dimensions.length, 'dimensions', 'each name once');
  expect(positive(rules.threshold), 'rules.threshold', 'a number from 0');
  expect(positive(rules.contributors), 'rules.contributors', 'a number from 0');
  expect(rules.dominance === undefined || (rules.dominance > 0 && rules.dominance <= 1), 'rules.dominance', 'a share above 0 and at most 1');
  expect(rules.kind !== 'frequency' || rules.whole !== false, 'rules.whole', 'true: frequencies are whole numbers');
  expect(positive(protection.relative), 'protection.relative', 'a share from 0');
  expect(positive(protection.absolute), 'protection.absolute', 'a number from 0');
  return problems;
}
