import type { Aid, Input } from 'regles-logement';
import type { FactValue, Facts } from './facts.ts';
import { truthOf, type Truth, type Verdicts } from './judge.ts';
import { askedAfter } from './question-order.ts';

/** An aid that missing facts still leave open. */
export interface OpenAid { aid: Aid; missing: readonly string[] }

interface Asking {
  inputs: ReadonlyMap<string, Input>;
  /** Whole sets of facts that somebody may have: each known fact as it is. */
  likely: readonly Facts[];
  judge: (people: readonly Facts[]) => Verdicts;
  /** Not asked again. */
  skipped: readonly string[];
}

/**
 * The question that decides most: the one whose answer takes away most of what is uncertain about the open aids (information gain over
 * likely people); then the one that the most aids wait for; then the order of the questions. Undefined when nothing is left to ask.
 */
export function nextQuestion(open: readonly OpenAid[], { inputs, likely, judge, skipped }: Asking): Input | undefined {
  const waited = new Map<string, number>();
  // What is alone in the way of an aid weighs more than one fact among many.
  for (const { missing } of open) for (const name of missing) waited.set(name, (waited.get(name) ?? 0) + 1 / missing.length);
  const asked = [...inputs.values()].filter(({ name }) => waited.has(name) && !skipped.includes(name));
  const candidates = asked.filter(({ name }) => !asked.some((other) => other.name === askedAfter[name]));
  if (candidates.length < 2) return candidates[0];
  const verdicts = judge(likely);
  const truths = open.map(({ aid, missing }) => ({ truth: likely.map((_, person) => truthOf(verdicts.value(aid.eligible, person))), missing }));
  const scores = new Map(candidates.map((input) => {
    const answers = likely.map((facts) => facts[input.name] as FactValue);
    const gained = truths.filter(({ missing }) => missing.includes(input.name)).reduce((sum, { truth }) => sum + gain(truth, answers), 0);
    return [input, gained + 0.1 * (waited.get(input.name) ?? 0)];
  }));
  return candidates.reduce((best, input) => ((scores.get(input) ?? 0) > (scores.get(best) ?? 0) + 1e-9 ? input : best));
}

/** How much less uncertain (in bits) the truth is once the answer is known; what chance alone would show is taken off (Miller and Madow's correction). */
function gain(truth: readonly Truth[], answers: readonly FactValue[]): number {
  const groups = Map.groupBy(truth, (_, person) => answers[person]);
  const left = [...groups.values()].reduce((sum, group) => sum + (group.length / truth.length) * entropy(group), 0);
  return Math.max(0, entropy(truth) - left - (groups.size - 1) / (2 * truth.length * Math.LN2));
}

function entropy(truth: readonly Truth[]): number {
  return [...Map.groupBy(truth, (one) => one).values()].reduce((sum, { length }) => sum - (length / truth.length) * Math.log2(length / truth.length), 0);
}
