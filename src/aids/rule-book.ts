import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { createEngine, loadRules, RULES_FOLDER, type Aid, type Condition, type Input, type Rules, type RulesEngine } from 'regles-logement';

/** The rules as the app uses them: read once, as they do not change while it runs. */
export interface RuleBook {
  rules: Rules;
  aids: readonly Aid[];
  inputs: ReadonlyMap<string, Input>;
  /** Inputs by their name in forms and addresses: `personne-age`. */
  bySlug: ReadonlyMap<string, Input>;
  /** Made when it is first asked for: pages that only name the rules do not need it. */
  readonly engine: RulesEngine;
  /** The unit of a rule's value as its file writes it; empty for none. */
  unitOf: (rule: string) => string;
  /** Every rule whose value an answer shows (conditions, sides of comparisons, amounts, windows), and those between them and the facts. */
  shown: readonly string[];
  /** Each aid's eligibility and amount, or the bounds of it: what is judged of the many situations that a question or an advice tries. */
  outcomes: readonly string[];
  /** The facts that a rule may look at. */
  factsOf: (rule: string) => ReadonlySet<string>;
  /** The rules that a rule stands on, itself included. */
  rulesUnder: (rule: string) => ReadonlySet<string>;
  /** The rules that a rule looks at itself; none of a fact. */
  lookedAt: (rule: string) => readonly string[];
}

/** A file of the rules as it is written. */
export const ruleFileText = (file: string): string => readFileSync(join(RULES_FOLDER, file), 'utf8');

let book: RuleBook | undefined;

/** The rules in force; reading them takes some tenths of a second, the first time. */
export const ruleBook = (): RuleBook => (book ??= openRuleBook());

function openRuleBook(): RuleBook {
  const rules = loadRules();
  let engine: RulesEngine | undefined;
  const engineInUse = (): RulesEngine => (engine ??= createEngine());
  const inputs = new Map(rules.inputs.map((input) => [input.name, input]));
  const bySlug = new Map(rules.inputs.map((input) => [slugOf(input.name), input]));
  const own = dependencies(engineInUse, rules, inputs);
  let shown: readonly string[] | undefined;
  return {
    rules, aids: rules.aids, inputs, bySlug, outcomes: rules.aids.flatMap(({ eligible, amount, atLeast, atMost }) => [eligible, amount, atLeast, atMost].filter((rule) => rule !== undefined)), ...own,
    get shown() { return (shown ??= withInner(shownRules(rules), rules, own)); },
    get engine() { return engineInUse(); },
    unitOf: (rule) => rules.written.get(rule)?.value.unité ?? '',
  };
}

/** A rule's name in forms and addresses: `personne . âge` is `personne-age`. */
export const slugOf = (name: string): string => name.normalize('NFD').replaceAll(/\p{Mn}/gu, '').toLowerCase().replaceAll(/[^a-z0-9]+/g, '-');

/** The day since which a value under a rule, itself left out, is one that no source read says; undefined for none. */
export function unknownSince(rule: string, at: string): string | undefined {
  const { rules, rulesUnder } = ruleBook();
  const under = rulesUnder(rule);
  const inForce = new Map(rules.parameters.filter((one) => under.has(one.rule) && one.rule !== rule && one.from <= at).map((one) => [one.rule, one]));
  return [...inForce.values()].find(({ value }) => value === null)?.from;
}

/** The conditions of a tree, itself first. */
export const conditionsOf = (condition: Condition): Condition[] => [condition, ...condition.children.flatMap(conditionsOf)];

function shownRules({ aids, model }: Rules): string[] {
  const shown = new Set<string>();
  for (const aid of aids) {
    for (const { rule, comparison } of conditionsOf(aid.conditions)) {
      shown.add(rule);
      for (const side of comparison ? [comparison.left, comparison.right] : []) if (side in model) shown.add(side);
    }
    for (const rule of [aid.amount, aid.atLeast, aid.atMost, aid.rate, aid.opening, aid.window?.first, aid.window?.last]) if (rule !== undefined) shown.add(rule);
  }
  return [...shown];
}

/** With the rules under them that look at facts: a day's parameters alone decide the others. */
const withInner = (rules: readonly string[], { model }: Rules, { rulesUnder, factsOf, lookedAt }: Dependencies): string[] =>
  [...new Set([...rules, ...rules.flatMap((rule) => [...rulesUnder(rule)]).filter((rule) => rule in model && lookedAt(rule).length > 0 && factsOf(rule).size > 0)])];

type Dependencies = Pick<RuleBook, 'factsOf' | 'rulesUnder' | 'lookedAt'>;

function dependencies(engine: () => RulesEngine, { derived }: Rules, inputs: ReadonlyMap<string, Input>): Dependencies {
  // Internal to publicodes, whose exact version is pinned.
  const references = (rule: string): Iterable<string> => (engine() as unknown as { context: { referencesMaps: { referencesIn: Map<string, Set<string>> } } }).context.referencesMaps.referencesIn.get(rule) ?? [];
  const startOf = new Map(derived.map(({ name, from }) => [name, from]));
  const [factsByRule, rulesByRule, lookedAtByRule] = [new Map<string, ReadonlySet<string>>(), new Map<string, ReadonlySet<string>>(), new Map<string, readonly string[]>()];
  const lookedAt = (rule: string): readonly string[] => once(lookedAtByRule, rule, () => {
    const start = startOf.get(rule);
    return inputs.has(rule) ? [] : [...(start === undefined ? [] : [start]), ...references(rule)].filter((one) => !one.endsWith('$SITUATION'));
  });
  const rulesUnder = (rule: string): ReadonlySet<string> => once(rulesByRule, rule, () => {
    const [seen, waiting] = [new Set<string>(), [rule]];
    for (let one = waiting.pop(); one !== undefined; one = waiting.pop()) {
      if (seen.has(one)) continue;
      seen.add(one);
      waiting.push(...lookedAt(one));
    }
    return seen;
  });
  return { lookedAt, rulesUnder, factsOf: (rule) => once(factsByRule, rule, () => new Set([...rulesUnder(rule)].filter((one) => inputs.has(one) && one !== 'date'))) };
}

function once<Value>(known: Map<string, Value>, key: string, make: () => Value): Value {
  const found = known.get(key) ?? make();
  known.set(key, found);
  return found;
}
