import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { columnarJudge } from '../../src/aids/columnar.judge.ts';
import { explain, personas, ruleBook, type Facts, type Outcome } from '../../src/aids/index.ts';
import { interpreterJudge } from '../../src/aids/interpreter.judge.ts';
import { anyDay, wholeFacts } from './facts.ts';

const book = ruleBook();
const outcomeOf = (facts: Facts, at: string, id: string): Outcome | undefined => explain(facts, at).aids.find(({ aid }) => aid.id === id)?.outcome;
const seed = { seed: 20_261_124 };

describe('partial answers are sound', () => {
  test('what is yes or no with some facts stays so with any others', () => {
    const names = [...book.inputs.keys()];
    fc.assert(fc.property(wholeFacts(), anyDay(), fc.subarray(names), (whole, at, kept) => {
      const some = Object.fromEntries(Object.entries(whole).filter(([name]) => kept.includes(name)));
      const after = new Map(explain(whole, at).aids.map(({ aid, outcome }) => [aid.id, outcome]));
      for (const { aid, outcome } of explain(some, at).aids) if (outcome === 'yes' || outcome === 'no') expect(`${aid.id} ${after.get(aid.id)}`).toBe(`${aid.id} ${outcome}`);
    }), { numRuns: 60, ...seed });
  });

  test('nothing waits for a fact once every fact is known', () => {
    fc.assert(fc.property(wholeFacts(), anyDay(), (whole, at) => {
      for (const { aid, outcome, missing } of explain(whole, at).aids) expect([aid.id, outcome === 'open', missing]).toEqual([aid.id, false, []]);
    }), { numRuns: 40, ...seed });
  });
});

test('compiled rules and publicodes’ interpreter explain alike', () => {
  const [compiled, interpreted] = [columnarJudge(book), interpreterJudge(book)];
  const names = [...book.inputs.keys()];
  fc.assert(fc.property(wholeFacts(), anyDay(), fc.subarray(names), (whole, at, kept) => {
    const facts = Object.fromEntries(Object.entries(whole).filter(([name]) => kept.includes(name)));
    const [a, b] = [compiled([facts], at, book.shown), interpreted([facts], at, book.shown)];
    for (const rule of book.shown) {
      const [got, wanted] = [a.value(rule, 0), b.value(rule, 0)];
      if (typeof got === 'number' && typeof wanted === 'number') expect(Math.abs(got - wanted), rule).toBeLessThanOrEqual(1e-9 * Math.max(1, Math.abs(wanted)));
      else expect(`${rule} ${String(got)}`).toBe(`${rule} ${String(wanted)}`);
    }
  }), { numRuns: 30, ...seed });
});

describe('what would open a closed aid', () => {
  test('every way in opens it, by the interpreter, and changes only what can change', () => {
    const interpreted = interpreterJudge(book);
    fc.assert(fc.property(wholeFacts(), anyDay(), (facts, at) => {
      for (const { aid, outcome, waysIn } of explain(facts, at).aids) {
        expect(outcome === 'no' || waysIn.length === 0).toBe(true);
        for (const { changes, sure } of waysIn) {
          expect(changes.every(({ name, from }) => book.inputs.get(name)?.canChange === true && facts[name] === from && name !== 'date')).toBe(true);
          const value = interpreted([{ ...facts, ...Object.fromEntries(changes.map(({ name, to }) => [name, to])) }], at, [aid.eligible]).value(aid.eligible, 0);
          expect([aid.id, changes, value]).toEqual([aid.id, changes, sure ? true : undefined]);
        }
      }
    }), { numRuns: 15, ...seed });
  });

  test('a rent too high: the highest whole rent that Visale covers, and no other', () => {
    const facts: Facts = { ...personas('2026-11-24').find(({ id }) => id === 'firstJob')?.facts, 'logement . en Île-de-France': false, 'logement . zone Visale': 'II', 'logement . loyer': 1_600, 'logement . charges': 55, 'ménage . ressources mensuelles': 4_000 };
    const visale = explain(facts, '2026-11-24').aids.find(({ aid }) => aid.id === 'visale');
    // Zone II since 2026-01-06: 1 575 € with charges.
    expect(visale?.outcome).toBe('no');
    expect(visale?.waysIn[0]?.changes).toEqual([{ name: 'logement . loyer', from: 1_600, to: 1_520 }]);
    expect(outcomeOf({ ...facts, 'logement . loyer': 1_520 }, '2026-11-24', 'visale')).toBe('yes');
    expect(outcomeOf({ ...facts, 'logement . loyer': 1_521 }, '2026-11-24', 'visale')).toBe('no');
  });

  test('age is never advised', () => {
    const facts: Facts = { ...personas('2026-11-24').find(({ id }) => id === 'apprentice')?.facts, 'personne . âge': 30 };
    const aid = explain(facts, '2026-11-24').aids.find((one) => one.aid.id === 'mobili-jeune');
    expect([aid?.outcome, aid?.waysIn]).toEqual(['no', []]);
  });
});

test('a closed aid says so at its dates, and asks nothing', () => {
  // Mon job mon logement closed in October 2022; the Loca-Pass guarantee in May 2019.
  expect(outcomeOf({}, '2026-11-24', 'mon-job-mon-logement')).toBe('no');
  expect(outcomeOf({}, '2022-06-01', 'mon-job-mon-logement')).toBe('open');
  expect(outcomeOf({}, '2026-11-24', 'garantie-loca-pass')).toBe('no');
});
