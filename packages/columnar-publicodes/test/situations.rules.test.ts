import Engine from 'publicodes';
import { describe, expect, test } from 'vitest';
import { compile, Interpreter, withConstants } from 'columnar-publicodes';
import { exampleSets } from '../bench/example.ts';
import { interpreted } from '../fuzz/compare.ts';
import { Random } from '../fuzz/random.ts';
import { marksOf, row } from '../fuzz/rows.ts';
import { fuzzSituations } from '../fuzz/situations.ts';
import { model } from '../fuzz/models.ts';

const logger = { log: () => undefined, warn: () => undefined, error: () => undefined };

describe('situations over one rule base', { timeout: 60_000 }, () => {
  test.each(exampleSets().map((set) => [set.name, set] as const))('%s: compiled = interpreted', (_, { engine, targets, constants, ranges }) => {
    const result = fuzzSituations({ engine, targets, seed: 3, rows: 600, compile: { constants, ...(ranges ? { ranges } : {}) }, draw: ({ type }, random) => (type === 'number' ? random.below(70_000) / 4 : undefined) });
    expect(result.refusals.size).toBe(0);
    expect(result.differences.slice(0, 3)).toEqual([]);
    expect(result.comparisons).toBe(600 * targets.length);
    expect([...result.live.values()].filter(({ distinct }) => distinct.size < 2)).toEqual([]);
  });

  test('a column of dates gives what a constant date gives', () => {
    const [set] = exampleSets();
    if (!set) throw new Error('No example.');
    const result = fuzzSituations({ engine: set.engine, targets: set.targets, seed: 4, rows: 400, draw: ({ type }, random) => (type === 'number' ? random.below(40_000) : undefined) });
    expect(result.refusals.size).toBe(0);
    expect(result.differences.slice(0, 3)).toEqual([]);
  });

  test('the interpreter asked without parsing again answers as its public interface', () => {
    let answers = 0;
    for (let seed = 500; seed < 540; seed++) {
      const random = new Random(seed);
      const { rules, tried, asked } = model(random, 10);
      let engine: Engine;
      try {
        engine = new Engine(structuredClone(rules) as ConstructorParameters<typeof Engine>[0], { logger });
      } catch {
        continue;
      }
      const targets = tried.map(({ name }) => name);
      const inputs = compile(engine, [], {}).inputs;
      expect(inputs).toEqual([]);
      const kinds = { plain: 'number', money: 'number', flow: 'number', percent: 'number', boolean: 'boolean', date: 'date', text: 'string' } as const;
      const columns = asked.map(({ name, kind }) => ({ name, type: kinds[kind], unit: undefined, optional: true }));
      const quick = new Interpreter(withConstants(engine, {}), asked.map(({ name }) => name));
      for (let k = 0; k < 6; k++) {
        const facts = row(random, columns, marksOf(rules), { undefined: 0.2, notApplicable: 0.05 });
        quick.set(facts);
        const oracle = interpreted(engine, facts, targets);
        for (const [t, target] of targets.entries()) {
          const expected = oracle[t];
          if (typeof expected === 'object' && expected) expect(() => quick.evaluate(target)).toThrow();
          else expect(quick.evaluate(target).nodeValue).toBe(expected);
          answers++;
        }
      }
    }
    expect(answers).toBeGreaterThan(1500);
  });
});
