import fc from 'fast-check';
import { resolve } from 'node:path';
import { describe, expect, test } from 'vitest';
import { dwellingFacts, fieldOf, passedOver, personas, projectIds, questionOfField, readAnswers, ruleBook, simulate, slugOf, steppedBack, withReply, writeAnswers, type Answers, type Reply } from '../../src/aids/index.ts';
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
      else if (question.kind === 'dwelling') answers = { ...answers, dwelling: true };
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
    const answers: Answers = { projects: chosen, facts, dwelling: true, commune: '57463', skipped: ['logement . surface'], trail: ['logement-trouve', 'plusieurs-lease', 'commune', 'logement-surface'] };
    const { answers: read, problems } = again(answers);
    expect(problems).toEqual([]);
    expect({ ...read, projects: [...read.projects].toSorted() }).toEqual({ ...answers, projects: [...chosen].toSorted() });
  }
});

test('each example opens a result at once', () => {
  for (const { id, projects: chosen, facts } of personas(at)) expect([id, simulate({ projects: chosen, facts, skipped: [] }, at, territory).question]).toEqual([id, undefined]);
});

const reply = (question: string, texts: readonly string[] = [], offered: readonly string[] = []): Reply => ({ question, texts, offered });
const start: Answers = { projects: ['rent'], facts: {}, skipped: [] };

test('passing every question over ends at once with what is certain', () => {
  let answers: Answers = start;
  for (let asked = 0; asked < 120; asked++) {
    const { question, left } = simulate(answers, at, territory);
    if (!question) return expect(left).toBe(0);
    if (question.kind === 'projects') throw new Error('a project was chosen');
    answers = passedOver(answers, reply(fieldOf(question), [], question.kind === 'several' ? question.inputs.map(({ name }) => slugOf(name)) : []));
  }
  throw new Error('it never ends');
});

describe('a reply', () => {
  test('to a question that was answered before takes its place, and one that cannot be read leaves it', () => {
    const before: Answers = { ...start, facts: { 'personne . âge': 23 }, skipped: ['logement . loyer'] };
    expect(withReply(before, reply('personne-age', ['24']), territory)).toEqual({ answers: { ...before, facts: { 'personne . âge': 24 }, trail: ['personne-age'] }, problems: [] });
    expect(withReply(before, reply('personne-age', ['douze']), territory)).toMatchObject({ answers: before, problems: [{ field: 'personne-age', failure: { code: 'fact.notNumber' } }] });
    expect(withReply(before, reply('logement-loyer', ['480']), territory).answers).toMatchObject({ facts: { 'logement . loyer': 480 }, skipped: [] });
  });

  test('passed over takes back what was answered to it', () => {
    expect(passedOver({ ...start, facts: { 'personne . âge': 23 } }, reply('personne-age'))).toEqual({ ...start, skipped: ['personne . âge'], trail: ['personne-age'] });
  });

  test('of several facts: those ticked are true, the others of its group false, and nothing else is touched', () => {
    const { answers } = withReply(start, reply('plusieurs-lease', ['logement-chambre'], ['logement-chambre', 'logement-colocation', 'emploi-mutation', 'rien', 'logement-chambre']), territory);
    expect(answers).toEqual({ ...start, facts: { 'logement . chambre': true, 'logement . colocation': false }, trail: ['plusieurs-lease'] });
  });

  test.each(['date', 'rien', 'projet', 'plusieurs-rien', 'plusieurs-constructor', 'constructor', ''])('to %s answers nothing, and is no question', (field) => {
    expect(withReply(start, reply(field, ['2026-01-01']), territory)).toEqual({ answers: start, problems: [] });
    expect(passedOver(start, reply(field))).toEqual(start);
    expect(questionOfField(field, start)).toBeUndefined();
    expect(readAnswers((name) => (name === 'suite' ? [field] : []), territory).answers.trail).toBeUndefined();
  });

  test.each([['57463', '57463'], ['ailleurs', '']])('commune: %s', (text, commune) => expect(withReply(start, reply('commune', [text]), territory).answers.commune).toBe(commune));
  test.each(['', '75056', 'Metz'])('commune: “%s” is refused', (text) => expect(withReply(start, reply('commune', [text]), territory).problems).toEqual([{ field: 'commune', failure: { code: 'commune.unknown' } }]));

  test('goes back by the way it came, each answer standing until it is changed', () => {
    let answers = withReply(start, reply('logement-trouve', ['oui']), territory).answers;
    answers = withReply(answers, reply('personne-age', ['23']), territory).answers;
    const back = steppedBack(passedOver(answers, reply('commune')));
    expect(back).toEqual({ answers: { ...answers, commune: '' }, again: 'commune' });
    expect(steppedBack(back.answers)).toEqual({ answers: { ...answers, commune: '', trail: ['logement-trouve'] }, again: 'personne-age' });
    expect(steppedBack(start)).toEqual({ answers: start });
  });

  test('goes back from an answer that is changed to the one before it', () => {
    const trail = ['logement-trouve', 'personne-age', 'commune', 'personne-activite'];
    expect(steppedBack({ ...start, trail }, 'commune')).toEqual({ answers: { ...start, trail: ['logement-trouve'] }, again: 'personne-age' });
    expect(steppedBack({ ...start, trail }, 'logement-trouve')).toEqual({ answers: { ...start, trail } });
    expect(steppedBack({ ...start, trail }, 'logement-loyer').again).toBe('personne-activite');
  });
});

describe('who has not found a home yet', () => {
  test('is asked so first, and not again once it is known', () => {
    for (const project of ['rent', 'move']) expect(simulate({ ...start, projects: [project] }, at, territory).question).toEqual({ kind: 'dwelling' });
    for (const known of [{ dwelling: true }, { facts: { 'logement . loyer': 480 } }, { projects: ['rent', 'works'] }, { projects: ['buy'] }]) expect(simulate({ ...start, ...known }, at, territory).question?.kind).not.toBe('dwelling');
  });

  test('is asked nothing of it, and learns the rent that Visale covers', () => {
    let answers: Answers = { ...start, dwelling: false };
    const known = { ...personas(at).find(({ id }) => id === 'firstJob')?.facts };
    for (let asked = 0; asked < 40; asked++) {
      const { question, explanation } = simulate(answers, at, territory);
      if (!question) {
        // 1 560 € of resources a month, half of them; zone II would allow 1 575 €.
        expect(explanation.aids.find(({ aid }) => aid.id === 'visale')).toMatchObject({ outcome: 'open', amount: { value: 780, unit: '€/mois' } });
        return;
      }
      const inputsAsked = question.kind === 'fact' ? [question.input] : question.kind === 'several' ? question.inputs : [];
      expect(inputsAsked.filter(({ name }) => dwellingFacts.includes(name))).toEqual([]);
      answers = question.kind === 'commune' ? { ...answers, commune: '57463' } : { ...answers, facts: { ...answers.facts, ...Object.fromEntries(inputsAsked.map(({ name }) => [name, known[name] ?? false])) } };
    }
    throw new Error('it never ends');
  });
});

describe('before a home is found', () => {
  const known = Object.entries(personas(at).find(({ id }) => id === 'firstJob')?.facts ?? {}).filter(([name]) => !name.startsWith('logement . '));
  const answers: Answers = { projects: ['rent'], facts: Object.fromEntries(known), commune: '', dwelling: false, skipped: ['logement . zone Visale'] };

  test('the rent to look for is told whatever the zone, and the visa is to be asked for now', () => {
    // Half of 1 560 €, under the ceiling of every zone.
    const { explanation, askNow } = simulate(answers, at, territory);
    expect(explanation.aids.find(({ aid }) => aid.id === 'visale')?.amount).toEqual({ value: 780, unit: '€/mois' });
    expect([...askNow]).toEqual(['visale']);
  });

  test('to whom the home alone could open it, nothing is to be asked for yet', () => {
    expect([...simulate({ ...answers, facts: { ...answers.facts, 'personne . âge': 45, 'emploi . salaire net': 2_500, 'emploi . contrat': 'CDI confirmé', 'emploi . promesse': false, 'emploi . mutation': false } }, at, territory).askNow]).toEqual([]);
  });

  test('not to say whether one has found is no “no”, and asks nothing of the home either', () => {
    const unsaid = passedOver(start, reply('logement-trouve'));
    expect(unsaid.dwelling).toBe('unsaid');
    expect(again(unsaid).answers).toEqual(unsaid);
    expect(simulate(unsaid, at, territory).explanation.next).not.toMatch(/logement \. loyer/);
  });

  test('the commune is asked before the zone that only Visale knows', () => {
    expect(simulate({ projects: ['visale'], dwelling: false, facts: Object.fromEntries(known), skipped: [] }, at, territory).question?.kind).toBe('commune');
  });

  test('of an allowance whose scale is not read yet, no private question is asked', () => {
    const { explanation, question } = simulate({ projects: ['aide-au-logement'], facts: { 'logement . statut': 'location vide', 'logement . résidence principale': true }, skipped: [] }, '2026-11-30', territory);
    expect([explanation.aids[0]?.outcome, question]).toEqual(['unknown', undefined]);
  });
});

test('how many questions are left counts those asked together once, and is never too few', () => {
  let answers: Answers = { ...start, dwelling: true };
  const counted: number[] = [];
  for (let asked = 0; asked < 60; asked++) {
    const { question, left } = simulate(answers, at, territory);
    if (!question || question.kind === 'projects') break;
    counted.push(left);
    answers = passedOver(answers, reply(fieldOf(question), [], question.kind === 'several' ? question.inputs.map(({ name }) => slugOf(name)) : []));
  }
  expect(counted.length).toBeGreaterThan(5);
  for (const [asked, left] of counted.entries()) expect(left).toBeGreaterThanOrEqual(counted.length - asked);
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
  expect(dwellingFacts.filter((name) => !inputs.has(name))).toEqual([]);
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
  expect(factsOfCommune('57463', '2024-07-05', territory.zones)).toHaveProperty('logement . zone ABC', 'B1');
  expect(factsOfCommune('75056', at, {})).toEqual({ 'logement . en Île-de-France': true, 'logement . région des plafonds': 'Paris et limitrophes' });
  expect(factsOfCommune('92050', at, {})).toEqual({ 'logement . en Île-de-France': true });
  expect(factsOfCommune('97411', at, {})).toEqual({ 'logement . en Île-de-France': false, 'logement . région des plafonds': 'outre-mer', 'logement . zone Visale': 'II' });
  expect(factsOfCommune('2A004', at, {})).toMatchObject({ 'logement . zone Visale': 'II' });
  expect(factsOfCommune('57463', at, territory.zones)).not.toHaveProperty('logement . zone Visale');
});
