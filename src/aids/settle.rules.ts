import type { Input } from 'regles-logement';
import { boundsOf, type FactValue, type Facts } from './facts.ts';
import { truthOf, type RuleValue, type Truth, type Verdicts } from './judge.ts';

/** A rule that facts leave undefined, a condition or an amount: the facts that are still missing. */
export interface Unsettled { rule: string; missing: readonly Input[] }

/** What holds whatever the answers; of an amount, from the lowest to the highest. */
export type Settled = { truth: Truth } | { amounts: { from: number; to: number } };

/** More combinations of answers than this are not tried: the facts are asked. */
const mostTries = 64;

/** The answers that an input can have, when they are few: yes or no, one of a list, a number of persons. */
export function everyAnswer(input: Input): readonly FactValue[] | undefined {
  if (input.type === 'booléen') return [true, false];
  if (input.type !== 'nombre' || input.unit !== 'personnes') return input.options?.map(({ value }) => value);
  const { min, max } = boundsOf(input);
  return Array.from({ length: max - min + 1 }, (_, count) => min + count);
}

/**
 * Tries each possible answer to what is missing, one fact at a time, then all of them where they are few: what comes out the same each time
 * is settled without asking. A rule that a fact divides in cases may give one answer in all of them, which the rule alone can't tell.
 *
 * @param judge what the rules say of several sets of facts
 */
export function settleByTrying(unsettled: readonly Unsettled[], facts: Facts, judge: (people: readonly Facts[]) => Verdicts): Map<string, Settled> {
  const settled = new Map<string, Settled>();
  const wanted = unsettled.map(({ rule, missing }) => ({ rule, missing: missing.filter((input) => everyAnswer(input) !== undefined) }));
  const byInput = new Map<Input, Facts[]>();
  const answers = (input: Input): Facts[] => {
    const tries = byInput.get(input) ?? answersTo([input], facts);
    byInput.set(input, tries);
    return tries;
  };
  const alone = valuesOf(wanted.flatMap(({ rule, missing }) => missing.map((input) => ({ rule, tries: answers(input) }))), judge);
  const together = wanted.filter(({ rule, missing }) => keep(rule, alone) && missing.length > 1 && combinationsOf(missing) <= mostTries && !differ(alone.get(rule) ?? []));
  // Of most, one combination that stays open tells that the others need not be tried.
  const first = valuesOf(together.map(({ rule, missing }) => ({ rule, tries: [openOne(missing, alone.get(rule) ?? [], facts)] })), judge);
  const rest = together.filter(({ rule }) => first.get(rule)?.[0]?.[0] !== undefined);
  const all = valuesOf(rest.map(({ rule, missing }) => ({ rule, tries: answersTo(missing, facts) })), judge);
  for (const { rule } of rest) keep(rule, all);
  return settled;

  /** Whether a rule stays open after these tries. */
  function keep(rule: string, tried: ReadonlyMap<string, readonly RuleValue[][]>): boolean {
    const one = tried.get(rule)?.map(alike).find((found) => found !== undefined);
    if (one) settled.set(rule, one);
    return one === undefined;
  }
}

/** What one answer decides holds whatever the others: two truths that differ differ in all combinations too. */
const differ = (tries: readonly RuleValue[][]): boolean => new Set(tries.flat().map(truthOf).filter((truth) => truth !== 'open')).size > 1;

/** Of each input the first answer that alone decides nothing, together. */
const openOne = (inputs: readonly Input[], tries: readonly RuleValue[][], facts: Facts): Facts =>
  ({ ...facts, ...Object.fromEntries(inputs.map((input, k) => [input.name, everyAnswer(input)?.[Math.max(0, tries[k]?.indexOf(undefined) ?? 0)] as FactValue])) });

const combinationsOf = (inputs: readonly Input[]): number => inputs.reduce((product, input) => product * (everyAnswer(input)?.length ?? 1), 1);

/** The facts with every answer to these inputs. */
const answersTo = (inputs: readonly Input[], facts: Facts): Facts[] =>
  inputs.reduce<Facts[]>((all, input) => all.flatMap((one) => (everyAnswer(input) ?? []).map((value) => ({ ...one, [input.name]: value }))), [facts]);

/** Of each rule, its values for each list of tries; all are judged at once, the same list only once. */
function valuesOf(asked: readonly { rule: string; tries: readonly Facts[] }[], judge: (people: readonly Facts[]) => Verdicts): Map<string, RuleValue[][]> {
  const people: Facts[] = [];
  const places = new Map<readonly Facts[], number>();
  for (const { tries } of asked) {
    if (places.has(tries)) continue;
    places.set(tries, people.length);
    people.push(...tries);
  }
  const verdicts = people.length === 0 ? undefined : judge(people);
  const byRule = Map.groupBy(asked, ({ rule }) => rule);
  return new Map([...byRule].map(([rule, lists]) => [rule, lists.map(({ tries }) => tries.map((_, k) => verdicts?.value(rule, (places.get(tries) ?? 0) + k)))]));
}

/** The one truth of several values, or the amounts that they all are; undefined when they are neither. */
function alike(values: readonly RuleValue[]): Settled | undefined {
  const numbers = values.filter((value) => typeof value === 'number');
  if (numbers.length === values.length) return { amounts: { from: Math.min(...numbers), to: Math.max(...numbers) } };
  const [truth, ...others] = values.map(truthOf);
  return truth === undefined || truth === 'open' || others.some((other) => other !== truth) ? undefined : { truth };
}
