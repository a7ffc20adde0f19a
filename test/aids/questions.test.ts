import fc from 'fast-check';
import { resolve } from 'node:path';
import { expect, test } from 'vitest';
import { personas, projectIds, ruleBook, simulate, type Answers, type Facts, type FactValue, type Input } from '../../src/aids/index.ts';
import { columnarJudge } from '../../src/aids/columnar.judge.ts';
import { aidsOf } from '../../src/aids/projects.ts';
import { everyAnswer } from '../../src/aids/settle.rules.ts';
import { findTerritory } from '../../src/territory/index.ts';
import { answerOf } from './facts.ts';

const found = findTerritory('200039865', resolve(import.meta.dirname, '../../territories'));
if (!found.ok) throw new Error('no territory');
const territory = found.value;
const at = '2026-11-30';
const book = ruleBook();
const judge = columnarJudge(book);
const seed = 20_261_130;

/** The inputs of each page asked, in turn, whatever `answer` says to them; `check` sees each with what was known before it. */
function walk(start: Answers, answer: (input: Input) => FactValue, check: (input: Input, facts: Facts) => void = () => {}): string[] {
  let answers = start;
  const asked: string[] = [];
  for (let pages = 0; pages < 80; pages++) {
    const { question, facts } = simulate(answers, at, territory);
    if (!question || question.kind === 'projects') return asked;
    if (question.kind === 'commune') answers = { ...answers, commune: '57463' };
    else if (question.kind === 'dwelling') answers = { ...answers, dwelling: true };
    else {
      const inputs = question.kind === 'fact' ? [question.input] : question.inputs;
      for (const input of inputs) check(input, facts);
      asked.push(...inputs.map(({ name }) => name));
      answers = { ...answers, facts: { ...answers.facts, ...Object.fromEntries(inputs.map((input) => [input.name, answer(input)])) } };
    }
  }
  throw new Error('80 pages and no end');
}

const dayAfter = (days: number): string => new Date(Date.parse(at) + days * 86_400_000).toISOString().slice(0, 10);
/** Answers of each kind: all where they are few, else from the lowest to beyond the usual highest, or days around today's. */
function several(input: Input): readonly FactValue[] {
  const { generator } = input;
  const few = everyAnswer(input);
  if (few) return few;
  if (!generator || !('step' in generator)) return [-900, -250, -100, -20, 5, 20, 60, 200].map(dayAfter);
  return [...new Set([...Array.from({ length: 13 }, (_, k) => Math.round(generator.min + (k / 12) * (generator.max - generator.min))), 3 * generator.max, ...generator.boundaries])];
}
const tries = 640;
/** The eight examples, and each of them once more with any work. */
const work = ['personne . activité', 'emploi . contrat'];
const examples = personas(at).flatMap(({ facts }): Facts[] => [facts, Object.fromEntries(Object.entries(facts).filter(([name]) => !work.includes(name)))]);
const names = [...book.inputs.keys()].filter((name) => name !== 'date');
/** What the facts not asked yet may be: those of an example, some of them changed. */
const others: readonly Facts[] = (() => {
  const random = new Map(names.map((name, k) => [name, fc.sample(fc.constantFrom(...several(book.inputs.get(name) as Input)), { numRuns: tries, seed: seed + k })]));
  const changes = fc.sample(fc.array(fc.nat(4), { minLength: names.length, maxLength: names.length }), { numRuns: tries, seed });
  return changes.map((changed, row) => Object.fromEntries(names.map((name, k) => {
    const example = examples[row % examples.length]?.[name];
    return [name, example === undefined || changed[k] === 0 ? (random.get(name)?.[row] as FactValue) : example];
  })));
})();

/** Whether two answers to an input give some aid another outcome or amount, the other missing facts being the same. */
function canChange(name: string, facts: Facts, projects: readonly string[]): boolean {
  const values = several(book.inputs.get(name) as Input);
  const rules = aidsOf(projects, book.aids).flatMap(({ eligible, amount }) => (amount === undefined ? [eligible] : [eligible, amount]));
  // Most show it soon: the others are tried only where the first do not.
  return [0, 80, 160, 320, 480].some((from, turn, starts) => {
    const people = others.slice(from, starts[turn + 1]).flatMap((other) => values.map((value): Facts => ({ ...other, ...facts, [name]: value })));
    const verdicts = judge(people, at, rules);
    return rules.some((rule) => people.some((_, person) => person % values.length > 0 && verdicts.value(rule, person) !== verdicts.value(rule, person - 1)));
  });
}

/** Under every ceiling a couple's ages do not matter, but they are too many to be tried: what may make a household's category is asked; and the charges of a rent far under its ceiling, as they may be anything. */
const tooManyToTry = ['ménage . couple', 'ménage . handicap', 'ménage . à charge', 'logement . charges'];

test('who lives alone is never asked for two ages', () => {
  const mother: Facts = { 'ménage . couple': false, 'ménage . personnes': 3, 'ménage . à charge': 2 };
  const known: Facts = { ...personas(at).find(({ id }) => id === 'separated')?.facts, ...mother };
  expect(walk({ projects: ['socialHousing'], facts: {}, skipped: [] }, ({ name }) => known[name] ?? false)).not.toContain('ménage . somme des âges');
  fc.assert(fc.property(fc.infiniteStream(fc.nat(1e6)), (stream) => {
    const asked = walk({ projects: ['socialHousing'], facts: { 'ménage . couple': false }, skipped: [] }, (input) => fc.sample(answerOf(input), { numRuns: 1, seed: stream.next().value as number })[0] as FactValue);
    expect(asked).not.toContain('ménage . somme des âges');
  }), { numRuns: 8, seed });
});

test.each(personas(at).map(({ id, projects, facts }) => [id, projects, facts] as const))('%s is asked nothing that cannot change an outcome or an amount', (_, projects, known) => {
  const idle: string[] = [];
  for (const project of projects) {
    walk({ projects: [project], facts: {}, skipped: [] }, (input) => known[input.name] ?? (fc.sample(answerOf(input), { numRuns: 1, seed })[0] as FactValue), ({ name }, facts) => { if (!canChange(name, facts, [project])) idle.push(`${project}: ${name}`); });
  }
  expect([...new Set(idle)].filter((one) => !tooManyToTry.some((name) => one.endsWith(name)))).toEqual([]);
});

// Not of a rent: above every ceiling while its charges are not told, it stays open, as rules add before they compare; the examples walk that project.
test.each(projectIds.filter((id) => id !== 'rent'))('%s: no idle question, whatever is answered', (project) => {
  const idle: string[] = [];
  fc.assert(fc.property(fc.infiniteStream(fc.nat(1e6)), (stream) => {
    walk({ projects: [project], facts: {}, skipped: [] }, (input) => fc.sample(answerOf(input), { numRuns: 1, seed: stream.next().value as number })[0] as FactValue, ({ name }, facts) => { if (!canChange(name, facts, [project])) idle.push(name); });
  }), { numRuns: 3, seed });
  expect([...new Set(idle)]).toEqual([]);
});
