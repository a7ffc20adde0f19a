import { expect, test } from 'vitest';
import { explain, personas, simulate, type Answers, type Facts } from '../../src/aids/index.ts';

const at = '2026-11-24';
const territory = { zones: {} } as Parameters<typeof simulate>[2];
const amountOf = (id: string, facts: Facts, day = at) => explain(facts, day).aids.find(({ aid }) => aid.id === id)?.amount;

const apprentice: Facts = {
  'personne . âge': 19, 'personne . activité': 'salarié', 'emploi . contrat': 'apprentissage', 'emploi . salaire net': 960, 'ménage . ressources mensuelles': 960,
  'personne . nationalité': 'européenne', 'logement . en Île-de-France': false,
};

test.each<[string, Facts, object]>([
  ['half of low resources is under the students’ ceiling', { ...apprentice, 'logement . zone Visale': 'II' }, { value: 840, unit: '€/mois' }],
  ['a zone not known gives a range', apprentice, { value: 680, upTo: 840, unit: '€/mois' }],
  ['above it no source says which resources are asked for', { ...apprentice, 'logement . zone Visale': 'II', 'ménage . ressources mensuelles': 2000 }, { value: 840, unit: '€/mois', least: true }],
])('an apprentice without a home learns a rent: %s', (_, facts, amount) => expect(amountOf('visale', facts)).toEqual(amount));

const buyer = personas(at).find(({ id }) => id === 'buyer')?.facts ?? {};
const withoutCost = Object.fromEntries(Object.entries(buyer).filter(([name]) => name !== 'projet . coût'));

test('a loan that no source decides still has its ceiling and its rate, and asks what its amount waits for', () => {
  const answers: Answers = { projects: ['buy'], facts: withoutCost, skipped: [] };
  const { explanation, question } = simulate(answers, at, territory);
  const loan = explanation.aids.find(({ aid }) => aid.id === 'pret-accession');
  expect([loan?.outcome, loan?.amount, loan?.unpriced]).toEqual(['unknown', { value: 0, upTo: 30_000, unit: '€', rate: 1 }, ['projet . coût']]);
  expect(question?.kind === 'fact' && question.input.name).toBe('projet . coût');
  expect(amountOf('pret-accession', { ...buyer, 'projet . coût': 60_000 })).toEqual({ value: 24_000, unit: '€', rate: 1 });
});
