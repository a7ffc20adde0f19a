import fc from 'fast-check';
import { resolve } from 'node:path';
import { expect, test } from 'vitest';
import { personas, projectIds, readAnswers, ruleBook, simulate, writeAnswers, type Answers } from '../../src/aids/index.ts';
import { aidsOf, projects } from '../../src/aids/projects.ts';
import { questionGroups } from '../../src/aids/question-groups.ts';
import { factsOfCommune } from '../../src/aids/place.rules.ts';
import { findTerritory } from '../../src/territory/index.ts';
import { answerOf } from './facts.ts';

const found = findTerritory('200039865', resolve(import.meta.dirname, '../../territories'));
if (!found.ok) throw new Error('no territory');
const territory = found.value;
const at = '2026-11-24';
const { inputs, aids } = ruleBook();
const again = (answers: Answers) => {
  const fields = writeAnswers(answers);
  return readAnswers((name) => fields.filter(([own]) => own === name).map(([, value]) => value), territory);
};

test.each(projectIds)('%s ends, whatever is answered, with nothing left open', (project) => {
  fc.assert(fc.property(fc.infiniteStream(fc.nat()), fc.nat(), (choices, seed) => {
    let answers: Answers = { projects: [project], facts: {}, skipped: [] };
    for (let asked = 0; asked < 60; asked++) {
      const { question, explanation } = simulate(answers, at, territory);
      if (!question) {
        expect(explanation.aids.filter(({ outcome }) => outcome === 'open')).toEqual([]);
        return;
      }
      if (question.kind === 'commune') answers = { ...answers, commune: '57463' };
      else if (question.kind !== 'projects') {
        for (const input of question.kind === 'fact' ? [question.input] : question.inputs) {
          const [value] = fc.sample(answerOf(input), { numRuns: 1, seed: seed + (choices.next().value ?? 0) });
          answers = { ...answers, facts: { ...answers.facts, [input.name]: value as never } };
        }
      }
      answers = again(answers).answers;
    }
    throw new Error('60 questions and no end');
  }), { numRuns: 6, seed: 20_261_124 });
});

test('answers come back from their fields as they were', () => {
  for (const { projects: chosen, facts } of personas(at)) {
    const answers: Answers = { projects: chosen, facts, commune: '57463', skipped: ['logement . surface'] };
    const { answers: read, problems } = again(answers);
    expect(problems).toEqual([]);
    expect({ ...read, projects: [...read.projects].toSorted() }).toEqual({ ...answers, projects: [...chosen].toSorted() });
  }
});

test('passing every question over ends at once with what is certain', () => {
  let answers: Answers = { projects: ['rent'], facts: {}, skipped: [] };
  for (let asked = 0; asked < 120; asked++) {
    const { question } = simulate(answers, at, territory);
    if (!question) return;
    answers = question.kind === 'commune' ? { ...answers, commune: '' } : question.kind === 'projects' ? answers : { ...answers, skipped: [...answers.skipped, ...(question.kind === 'fact' ? [question.input] : question.inputs).map(({ name }) => name)] };
  }
  throw new Error('it never ends');
});

test('what cannot be read is told and left out', () => {
  const { answers, problems } = readAnswers((name) => (({ 'personne-age': ['douze'], commune: ['75056'], projet: ['rent', 'nothing'], passe: ['x'] }) as Record<string, string[]>)[name] ?? [], territory);
  expect(answers).toEqual({ projects: ['rent'], facts: {}, skipped: [] });
  expect(problems.map(({ field, failure }) => [field, failure.code])).toEqual([['personne-age', 'fact.notNumber'], ['commune', 'commune.unknown']]);
});

test('every aid is asked by some project or is of nobody’s housing; every name exists', () => {
  const asked = new Set(aidsOf(projectIds, aids).map(({ id }) => id));
  // Closed for years, or the employer's and the landlord's own: their pages stand among the rules.
  const others = ['garantie-loca-pass', 'peec', 'supplement-loyer', 'loc-avantages'];
  expect(aids.map(({ id }) => id).filter((id) => !asked.has(id) && !others.includes(id))).toEqual([]);
  expect(Object.values(projects).flat().filter((id) => !aids.some((aid) => aid.id === id))).toEqual([]);
  expect(Object.values(questionGroups).flat().filter((name) => inputs.get(name)?.type !== 'booléen')).toEqual([]);
});

test.each([
  ['57463', { 'logement . zone ABC': 'B1', 'logement . zone APL': 'zone 2' }],
  ['57140', { 'logement . zone ABC': 'C', 'logement . zone APL': 'zone 3' }],
  ['57049', { 'logement . zone ABC': 'B1', 'logement . zone APL': 'zone 2' }],
])('zones of %s are the territory’s', (code, expected) => {
  expect(factsOfCommune(code, at, territory.zones)).toEqual({ 'logement . en Île-de-France': false, 'logement . région des plafonds': 'autres régions', ...expected });
});

test('zones of before their order are asked; a commune around Paris keeps its region to be asked', () => {
  expect(factsOfCommune('57463', '2024-07-04', territory.zones)).not.toHaveProperty('logement . zone ABC');
  expect(factsOfCommune('75056', at, {})).toEqual({ 'logement . en Île-de-France': true, 'logement . région des plafonds': 'Paris et limitrophes' });
  expect(factsOfCommune('92050', at, {})).toEqual({ 'logement . en Île-de-France': true });
  expect(factsOfCommune('97411', at, {})).toEqual({ 'logement . en Île-de-France': false, 'logement . région des plafonds': 'outre-mer' });
});
