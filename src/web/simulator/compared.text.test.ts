import { expect, test } from 'vitest';
import { comparedText } from './compared.text.ts';

const plain = (text: string): string => text.replaceAll(/[\u00a0\u202f]/g, ' ');

test.each([
  ['>=', 'no', 'à partir du 20 décembre 2026, pas encore arrivé'], ['>=', 'yes', 'depuis le 20 décembre 2026'],
  ['<=', 'no', 'le délai a pris fin le 20 décembre 2026'], ['<=', 'yes', 'jusqu’au 20 décembre 2026'],
  ['<', 'no', 'le délai a pris fin le 19 décembre 2026'],
] as const)('a day of the rules is no answer of the person’s: %s %s', (operator, state, text) => {
  expect(plain(comparedText({ leftRule: 'date', met: '2026-11-30', operator, required: '2026-12-20' }, state, 'fr', undefined))).toBe(text);
});

test('other values stand beside what is required', () => {
  expect(plain(comparedText({ leftRule: 'personne . âge', met: 42, operator: '<', required: 30 }, 'no', 'fr', undefined))).toBe('vous : 42 ans ; moins de 30 ans');
  expect(comparedText({ leftRule: 'emploi . contrat', met: 'CDD', operator: '=', required: 'saisonnier' }, 'yes', 'fr', { CDD: 'CDD' })).toBe('');
});
