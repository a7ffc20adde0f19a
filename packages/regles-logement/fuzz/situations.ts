import { Random, type SituationsOptions } from 'columnar-publicodes/fuzz';
import { createEngine, frenchDayOf, loadRules } from 'regles-logement';
import { dayOfIso, drawFact, rangesOf } from './facts.ts';

const { inputs, derived, aids, parameters } = loadRules();
const byName = new Map(inputs.map((input) => [input.name, input]));
const names = [...inputs, ...derived].map(({ name }) => name);
const targets = [...new Set(aids.flatMap(({ eligible, amount }) => (amount === undefined ? [eligible] : [eligible, amount])))];
const first = dayOfIso('2019-01-01');
const last = dayOfIso('2026-11-24');
/** Days on which a parameter changes. */
const changes = [...new Set(parameters.map(({ from }) => dayOfIso(from)))].filter((day) => day > first && day <= last);
let engine: ReturnType<typeof createEngine> | undefined;

/** A day in force, often one that changes a parameter or its eve. */
const drawDay = (random: Random): number => (random.chance(0.6) ? random.pick(changes) - random.below(2) : first + random.below(last - first + 1));

/**
 * What to try with a seed: one or two aids' eligibility or amount (the interpreter takes some 3 ms for each), the day folded in the
 * code or in a column, bounds given or not. Facts are drawn from their generators, at their boundaries, or at marks of the rules.
 */
export function situations(seed: number): Omit<SituationsOptions, 'seed' | 'rows'> {
  const random = new Random(seed);
  const day = random.chance(0.75) ? drawDay(random) : undefined;
  // Marks of the rules may lie out of the bounds.
  const bounded = random.chance(0.5);
  return {
    engine: (engine ??= createEngine()),
    // Each target in its turn, so that a short run tries them all.
    targets: [...new Set([targets[seed % targets.length] ?? '', random.pick(targets)])],
    compile: {
      inputs: day === undefined ? names : names.filter((name) => name !== 'date'),
      ...(day === undefined ? {} : { constants: { date: frenchDayOf(day) } }),
      ...(bounded ? { ranges: rangesOf(inputs) } : {}),
    },
    missing: { undefined: 0.2, notApplicable: 0 },
    draw: ({ name, type }, rows) => {
      if (name === 'date') return drawDay(rows);
      const input = byName.get(name);
      if (!input) return drawDay(rows) + rows.below(400);
      if (!bounded && rows.chance(0.2)) return undefined;
      const fact = drawFact(input, rows, 0.4);
      return type === 'boolean' ? fact === 1 : fact;
    },
  };
}
