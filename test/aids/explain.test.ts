import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { columnarJudge } from '../../src/aids/columnar.judge.ts';
import { explain, nearestFirst, personas, ruleBook, type Facts, type Outcome } from '../../src/aids/index.ts';
import { nextQuestion } from '../../src/aids/question.rules.ts';
import { interpreterJudge } from '../../src/aids/interpreter.judge.ts';
import { conditionsOf } from '../../src/aids/rule-book.ts';
import { settleByTrying } from '../../src/aids/settle.rules.ts';
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

describe('what the missing answers cannot change', () => {
  test('a condition on one fact depends on it, at each date of the rules: trying its answers would settle nothing', () => {
    const judge = columnarJudge(book);
    const leaves = [...new Set(book.aids.flatMap(({ conditions }) => conditionsOf(conditions)).filter(({ kind }) => kind === 'feuille').map(({ rule }) => rule))].filter((rule) => book.factsOf(rule).size === 1);
    expect(leaves.length).toBeGreaterThan(80);
    const unsettled = leaves.map((rule) => ({ rule, missing: [...book.factsOf(rule)].flatMap((name) => book.inputs.get(name) ?? []) }));
    for (const day of new Set(book.rules.parameters.map(({ from }) => from).filter((from) => from >= '2019-01-01'))) {
      expect([day, ...settleByTrying(unsettled, {}, (people) => judge(people, day, leaves)).keys()]).toEqual([day]);
    }
  });

  const tenant: Facts = { 'logement . date du bail': '2026-12-20', 'logement . loyer': 400, 'logement . charges': 30, 'logement . proche parent': false, 'logement . autre garantie': false, 'personne . nationalité': 'européenne' };

  test('a rent under every zone’s ceiling: the zone is not asked, the amount says from which to which', () => {
    // Student ceilings since 2026-01-06: 1 000, 840 and 680 €; general ones 1 940, 1 575 and 1 365 € (AIDS.md §2).
    const facts: Facts = { ...tenant, 'personne . âge': 19, 'emploi . contrat': 'apprentissage', 'personne . activité': 'salarié' };
    const visale = explain(facts, '2026-11-24').aids.find(({ aid }) => aid.id === 'visale');
    expect([visale?.outcome, visale?.missing]).toEqual(['yes', []]);
    const over = explain({ ...facts, 'logement . loyer': 670 }, '2026-11-24').aids.find(({ aid }) => aid.id === 'visale');
    expect(over?.outcome).toBe('open');
  });

  test('what no source says leaves the other conditions asked, and one not met is a no', () => {
    // The PLI ceilings of 2026 are not known; the loan asks for 10 employees or more.
    const facts: Facts = { 'personne . activité': 'salarié', 'employeur . secteur': 'privé', 'employeur . effectif': 50 };
    const loan = (known: Facts) => explain(known, '2026-11-24').aids.find(({ aid }) => aid.id === 'pret-accession');
    expect(loan(facts)?.outcome).toBe('open');
    expect(loan(facts)?.missing).toContain('projet . opération');
    expect(loan({ ...facts, 'employeur . effectif': 8 })?.outcome).toBe('no');
    const all: Facts = { ...facts, 'projet . opération': 'neuf', 'logement . résidence principale': true, 'projet . coût': 200_000 };
    expect([loan(all)?.outcome, loan(all)?.amount]).toEqual(['unknown', { value: 30_000, unit: '€', rate: 1 }]);
  });
});

describe('the question that decides most', () => {
  const [first, second] = ruleBook().aids as [typeof book.aids[number], typeof book.aids[number]];
  const asked = (...names: string[]) => new Map(names.map((name) => [name, book.inputs.get(name) as never]));
  const truths = (rows: readonly (readonly [boolean, boolean])[]) => () => ({ value: (rule: string, person: number) => rows[person]?.[rule === first.eligible ? 0 : 1] });

  test('one that tells two aids apart comes before one that tells nothing', () => {
    const [deciding, idle] = ['ménage . handicap', 'ménage . couple'];
    const likely: Facts[] = [[true, true], [true, false], [false, true], [false, false]].map(([a, b]) => ({ [deciding]: a as boolean, [idle]: b as boolean }));
    const judge = truths(likely.map((facts) => [facts[deciding] as boolean, facts[deciding] as boolean]));
    const missing = [deciding, idle];
    const open = [{ aid: first, missing }, { aid: second, missing }];
    expect(nextQuestion(open, { inputs: asked(idle, deciding), likely, judge, skipped: [] })?.name).toBe(deciding);
    expect(nextQuestion(open, { inputs: asked(idle, deciding), likely, judge, skipped: [deciding] })?.name).toBe(idle);
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
        for (const { changes, sure, from } of waysIn) {
          expect(changes.every(({ name, from }) => book.inputs.get(name)?.canChange === true && facts[name] === from && name !== 'date')).toBe(true);
          const value = interpreted([{ ...facts, ...Object.fromEntries(changes.map(({ name, to }) => [name, to])) }], from ?? at, [aid.eligible]).value(aid.eligible, 0);
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

  test('a day gone by is no advice; a day to come is brought as near as it goes', () => {
    // A Loca-Pass advance is asked for from 3 months before the lease to 2 months after (AIDS.md §3).
    const facts = (day: string): Facts => ({ ...personas('2026-11-24').find(({ id }) => id === 'firstJob')?.facts, 'logement . date du bail': day });
    const advance = (day: string) => explain(facts(day), '2026-11-24').aids.find(({ aid }) => aid.id === 'avance-loca-pass');
    expect([advance('2026-09-23')?.outcome, advance('2026-09-23')?.waysIn]).toEqual(['no', []]);
    expect(advance('2026-09-24')?.outcome).toBe('yes');
    // Too early: nothing to change, a day to wait for.
    expect([advance('2027-03-01')?.outcome, advance('2027-03-01')?.opensOn, advance('2027-03-01')?.waysIn]).toEqual(['no', '2026-12-01', []]);
  });

  test('a transfer to come: Visale opens that day, with a lease no earlier; the way that only lacks the day is told first', () => {
    // A transfer opens it for six months from its day (AIDS.md §2, route c); the lease stands five days before it.
    const visale = explain(personas('2026-11-30').find(({ id }) => id === 'mobile')?.facts ?? {}, '2026-11-30').aids.find(({ aid }) => aid.id === 'visale');
    expect(visale?.waysIn[0]).toEqual({ from: '2026-12-20', sure: true, changes: [{ name: 'logement . date du bail', from: '2026-12-15', to: '2026-12-20' }] });
    const ways = visale?.conditions.children.find(({ rule }) => rule === 'visale . personne admise')?.children ?? [];
    const canMove = (rule: string): boolean => [...book.factsOf(rule)].some((name) => book.inputs.get(name)?.canChange === true);
    expect(nearestFirst(ways, canMove)[0]?.rule).toBe('visale . mutation récente');
    const later = explain({ ...personas('2026-11-30').find(({ id }) => id === 'mobile')?.facts, 'logement . date du bail': '2026-12-28' }, '2026-11-30').aids.find(({ aid }) => aid.id === 'visale');
    expect([later?.opensOn, later?.waysIn]).toEqual(['2026-12-20', []]);
  });

  test('a change that opens it today is not told again for a day to come', () => {
    const firstJob = personas('2026-03-15').find(({ id }) => id === 'firstJob')?.facts;
    const facts: Facts = { ...firstJob, 'logement . autre garantie': true, 'aides . FSL de même nature': true, 'emploi . début': '2026-07-08', 'logement . date du bail': '2026-07-30' };
    const visale = explain(facts, '2026-03-15').aids.find(({ aid }) => aid.id === 'visale');
    expect(visale?.waysIn).toEqual([{ changes: [{ name: 'logement . autre garantie', from: true, to: false }], sure: true }]);
  });

  test('no way is looked for into a duty', () => {
    const owed = explain(personas('2026-11-24').find(({ id }) => id === 'mobile')?.facts ?? {}, '2026-11-24').aids.find(({ aid }) => aid.id === 'supplement-loyer');
    expect([owed?.outcome, owed?.waysIn]).toEqual(['no', []]);
  });

  test('nothing is promised of a bonus that nobody knows to be open still', () => {
    const bonus = explain(personas('2026-11-30').find(({ id }) => id === 'buyer')?.facts ?? {}, '2026-11-30').aids.find(({ aid }) => aid.id === 'prime-accession');
    expect([bonus?.outcome, bonus?.openingUnsaid, bonus?.waysIn]).toEqual(['no', true, []]);
  });

  test('the nearest value is found between those of the grid', () => {
    // Visale: at most half of the resources.
    const facts: Facts = { ...personas('2026-11-24').find(({ id }) => id === 'firstJob')?.facts, 'personne . âge': 28, 'logement . loyer': 811, 'logement . charges': 40, 'ménage . ressources mensuelles': 1_607 };
    const visale = explain(facts, '2026-11-24').aids.find(({ aid }) => aid.id === 'visale');
    expect([visale?.outcome, visale?.waysIn[0]?.changes]).toEqual(['no', [{ name: 'logement . loyer', from: 811, to: 763 }]]);
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
