import type { Facts } from './facts.ts';
import type { RuleValue } from './judge.ts';
import type { RuleBook } from './rule-book.ts';

/**
 * The missing facts that may still change a rule's value. A rule in between whose value is known already (a young couple, of who lives alone)
 * hides the facts that only it looks at: they are not asked.
 */
export function awaitedFacts(rule: string, facts: Facts, valueOf: (rule: string) => RuleValue, { inputs, lookedAt }: Pick<RuleBook, 'inputs' | 'lookedAt'>): string[] {
  const [seen, waiting] = [new Set<string>(), [rule]];
  for (let one = waiting.pop(); one !== undefined; one = waiting.pop()) {
    if (seen.has(one) || one in facts || one === 'date') continue;
    seen.add(one);
    if (valueOf(one) === undefined) waiting.push(...lookedAt(one));
  }
  return [...inputs.keys()].filter((name) => seen.has(name));
}
