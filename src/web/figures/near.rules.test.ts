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
