import type { Input } from 'regles-logement';
import type { FactValue, Facts } from './facts.ts';
import { truthOf, type RuleValue, type Truth, type Verdicts } from './judge.ts';

/** A rule that facts leave open, or whose amount they do: the facts that are still missing. */
export interface Unsettled { rule: string; amount?: string | undefined; missing: readonly Input[] }

/** What holds whatever the answers; amounts from the lowest to the highest. */
export interface Settled { truth: Truth; amounts?: { from: number; to: number } }

/** More combinations of answers than this are not tried: the facts are asked. */
const mostTries = 64;

/** The answers that an input can have, when they are few. */
export const everyAnswer = (input: Input): readonly FactValue[] | undefined => (input.type === 'booléen' ? [true, false] : input.options?.map(({ value }) => value));

/**
 * Tries each possible answer to what is missing, one fact at a time, then all of them where they are few: what comes out the same each time
 * is settled without asking. A rule that a fact divides in cases may give one answer in all of them, which the rule alone can't tell.
 *
 * @param judge what the rules say of several sets of facts
 */
export function settleByTrying(unsettled: readonly Unsettled[], facts: Facts, judge: (people: readonly Facts[]) => Verdicts): Map<string, Settled> {
  const tries: Facts[] = [];
  const sets = new Map<string, { first: number; count: number }>();
  const tried = (inputs: readonly Input[]): { first: number; count: number } => {
    const key = inputs.map(({ name }) => name).join('|');
    const known = sets.get(key);
    if (known) return known;
    const combinations = inputs.reduce<Facts[]>((all, input) => all.flatMap((one) => (everyAnswer(input) ?? []).map((value) => ({ ...one, [input.name]: value }))), [facts]);
    const set = { first: tries.length, count: combinations.length };
    tries.push(...combinations);
    sets.set(key, set);
    return set;
  };
  const wanted = unsettled.map(({ missing, ...asked }) => {
    const listed = missing.filter((input) => everyAnswer(input) !== undefined);
    const all = listed.length > 1 && listed.reduce((product, input) => product * (everyAnswer(input)?.length ?? 1), 1) <= mostTries ? [listed] : [];
    return { ...asked, ways: [...listed.map((input) => [input]), ...all].map(tried) };
  });
  if (tries.length === 0) return new Map();
  const verdicts = judge(tries);
  return new Map(wanted.flatMap(({ ways, ...asked }) => {
    const outcomes = ways.map(({ first, count }) => alike(Array.from({ length: count }, (_, k) => first + k), asked, verdicts)).filter((one) => one !== undefined);
    const best = outcomes.find(({ amounts }) => amounts) ?? outcomes[0];
    return best ? [[asked.rule, best] as const] : [];
  }));
}

/** The one truth of a rule on several rows, with the amounts met; undefined when it is not one or not sure. */
function alike(rows: readonly number[], { rule, amount }: Pick<Unsettled, 'rule' | 'amount'>, verdicts: Verdicts): Settled | undefined {
  const [truth, ...others] = rows.map((row) => truthOf(verdicts.value(rule, row)));
  if (truth === undefined || truth === 'open' || others.some((other) => other !== truth)) return undefined;
  const amounts = amount === undefined ? [] : rows.map((row): RuleValue => verdicts.value(amount, row));
  const numbers = amounts.filter((amount) => typeof amount === 'number');
  return { truth, ...(truth === 'yes' && numbers.length === rows.length ? { amounts: { from: Math.min(...numbers), to: Math.max(...numbers) } } : {}) };
}
