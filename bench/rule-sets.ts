import { createEngine, loadRules } from 'regles-logement';
import type { RuleSet } from '../packages/columnar-publicodes/bench/example.ts';
import { Random } from '../packages/columnar-publicodes/fuzz/random.ts';
import { drawColumns } from '../packages/regles-logement/fuzz/facts.ts';
import { rangesOf } from '../src/aids/columns.ts';

const AT = '2026-06-01';

/** The rule sets that `npm run bench:rules` times: the rules in force on one day, ceilings and rental allowance apart, then every aid. */
export function ruleSets(): RuleSet[] {
  const { inputs, derived, aids } = loadRules();
  const engine = createEngine();
  const set = (name: string, targets: readonly string[]): RuleSet => {
    const read = factsRead(engine, targets, new Set([...inputs, ...derived].map((fact) => fact.name)));
    // Drawing ten million rows of the facts that no target looks at would only fill the memory.
    const facts = { inputs: inputs.filter((input) => read.has(input.name) || derived.some((date) => read.has(date.name) && date.from === input.name)), derived: derived.filter((date) => read.has(date.name)) };
    return {
      name, engine, targets,
      inputs: [...inputs, ...derived].map((fact) => fact.name).filter((fact) => fact !== 'date'),
      constants: { date: AT.split('-').toReversed().join('/') },
      ranges: rangesOf(inputs),
      make: (n, code) => drawColumns(facts, AT, n, new Random(n), code),
    };
  };
  return [
    set('ceilings', ['plafonds . PLAI . respecté', 'plafonds . PLUS . respecté', 'plafonds . PLS . respecté']),
    set('housing allowance', ['aide au logement . montant']),
    set('all aids', aids.flatMap(({ eligible, amount }) => (amount === undefined ? [eligible] : [eligible, amount]))),
  ];
}

/** The facts that targets may look at, through the rules that they stand on. */
function factsRead(engine: RuleSet['engine'], targets: readonly string[], facts: ReadonlySet<string>): Set<string> {
  // Internal to publicodes, whose exact version is pinned.
  const { referencesIn } = (engine as unknown as { context: { referencesMaps: { referencesIn: Map<string, Set<string>> } } }).context.referencesMaps;
  const [seen, waiting] = [new Set<string>(), [...targets]];
  for (let one = waiting.pop(); one !== undefined; one = waiting.pop()) {
    if (seen.has(one)) continue;
    seen.add(one);
    if (!facts.has(one)) waiting.push(...(referencesIn.get(one) ?? []));
  }
  return new Set([...seen].filter((name) => facts.has(name)));
}
