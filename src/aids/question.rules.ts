import type { Aid, Input } from 'regles-logement';
import { missingFacts, type AnsweredCondition } from './condition.rules.ts';
import { dayNumber, isoDay } from './columns.ts';
import type { FactValue, Facts } from './facts.ts';
import { truthOf, type Judge } from './judge.ts';

/** An aid that missing facts still leave open. */
export interface OpenAid { aid: Aid; conditions: AnsweredCondition }

interface Asking {
  judge: Judge;
  inputs: ReadonlyMap<string, Input>;
  factsOf: (rule: string) => ReadonlySet<string>;
  /** Conditions that no answer settles. */
  unsaid: ReadonlySet<string>;
  /** Eligibility of every aid, always the same list. */
  rules: readonly string[];
  /** Not asked again. */
  skipped: readonly string[];
}

/**
 * The question that decides most: the one whose possible answers, each taken alone, settle the most aids on average; then the one
 * that the most open aids wait for; then the order of the questions. Undefined when nothing is left to ask.
 */
export function nextQuestion(open: readonly OpenAid[], facts: Facts, at: string, { judge, inputs, factsOf, unsaid, rules, skipped }: Asking): Input | undefined {
  const wanted = new Map<string, number>();
  for (const { conditions } of open) {
    const missing = missingFacts(conditions, facts, factsOf, unsaid);
    // What is alone in the way of an aid weighs more than one fact among many.
    for (const name of missing) wanted.set(name, (wanted.get(name) ?? 0) + 1 / missing.length);
  }
  const candidates = [...inputs.values()].filter(({ name }) => wanted.has(name) && !skipped.includes(name));
  const tries = candidates.flatMap((input) => likelyAnswers(input, at).map((value) => ({ input, facts: { ...facts, [input.name]: value } })));
  if (tries.length === 0) return undefined;
  const verdicts = judge(tries.map((one) => one.facts), at, rules);
  const settled = tries.map((_, person) => open.filter(({ aid }) => truthOf(verdicts.value(aid.eligible, person)) !== 'open').length);
  const score = (input: Input): number => {
    const own = tries.flatMap((one, person) => (one.input === input ? [settled[person] ?? 0] : []));
    return own.reduce((sum, count) => sum + count, 0) / own.length + (wanted.get(input.name) ?? 0) / (open.length + 1);
  };
  const scores = new Map(candidates.map((input) => [input, score(input)]));
  return candidates.reduce((best, input) => ((scores.get(input) ?? 0) > (scores.get(best) ?? 0) + 1e-9 ? input : best));
}

/** A few answers that people give, to see what a question would settle. */
export function likelyAnswers(input: Input, at: string): FactValue[] {
  if (input.type === 'booléen') return [true, false];
  if (input.options) return input.options.map(({ value }) => value);
  const { generator } = input;
  if (generator && 'step' in generator) return [...new Set([generator.min, ...[0.2, 0.4, 0.6, 0.8].map((share) => Math.round(generator.min + share * (generator.max - generator.min))), ...generator.boundaries.slice(0, 2)])];
  return [-400, -100, -20, 20, 100].map((days) => isoDay(dayNumber(at) + days));
}
