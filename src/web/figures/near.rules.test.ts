import fc from 'fast-check';
import { expect, test } from 'vitest';
import { fold, matching, stem } from './near.rules.ts';

const names = ['Longeville-lès-Metz', 'Metz', 'Montigny-lès-Metz', 'Féy', 'Le Ban-Saint-Martin'];

test.each([['Féy', 'fey'], ['Le Ban-Saint-Martin', 'le ban saint martin'], ['  L’Hôpital ', 'l hopital']])('%s is looked for as %s', (text, expected) => expect(fold(text)).toBe(expected));

test.each([['loyers', 'loyer'], ['sociaux', 'social'], ['niveaux', 'niveau'], ['metz', 'metz'], ['qpv', 'qpv'], ['57000', '57000']])('%s and %s are one word', (word, expected) => expect(stem(word)).toBe(expected));

test.each([
  ['metz', ['Metz', 'Longeville-lès-Metz', 'Montigny-lès-Metz']],
  ['FEY', ['Féy']],
  ['saint ban', ['Le Ban-Saint-Martin']],
  ['mont', ['Montigny-lès-Metz']],
  ['le ban', ['Le Ban-Saint-Martin']],
  ['ontigny', []],
  ['', []],
  ['zzz', []],
])('“%s” finds %j', (asked, expected) => expect(matching(asked, names, (name) => [name])).toEqual(expected));

test('found in the name comes before found in what explains it', () => {
  const all = [['Zone ABC', 'selon les loyers'], ['Loyer des maisons', ''], ['Annonces de loyer', '']];
  expect(matching('loyers', all, (texts) => texts).map(([name]) => name)).toEqual(['Loyer des maisons', 'Annonces de loyer', 'Zone ABC']);
});

test('an exact name comes first, then names that begin so, a whole word before the beginning of a longer one', () => {
  expect(matching('met', ['Au Metz', 'Metz', 'Le Met', 'Met Haut', 'Met'], (name) => [name])).toEqual(['Met', 'Met Haut', 'Metz', 'Le Met', 'Au Metz']);
});

test('small words count only where there is nothing else', () => {
  expect(matching('les', names, (name) => [name])).toEqual(['Longeville-lès-Metz', 'Montigny-lès-Metz']);
  expect(matching('la de metz', names, (name) => [name])).toHaveLength(3);
});

test('folding is done once and for all, and keeps nothing but letters, digits and single spaces', () => {
  fc.assert(fc.property(fc.string({ unit: 'grapheme' }), (text) => {
    expect(fold(fold(text))).toBe(fold(text));
    expect(fold(text)).toMatch(/^([a-z0-9]+( [a-z0-9]+)*)?$/);
  }));
});

test('whoever types a name finds it first', () => {
  fc.assert(fc.property(fc.constantFrom(...names), (name) => matching(name.toUpperCase(), names, (one) => [one])[0] === name));
});
