import { expect, test } from 'vitest';
import { fold, matching } from './near.rules.ts';

const names = ['Longeville-lès-Metz', 'Metz', 'Montigny-lès-Metz', 'Féy', 'Le Ban-Saint-Martin'];

test.each([['Féy', 'fey'], ['Le Ban-Saint-Martin', 'le ban saint martin'], ['  L’Hôpital ', 'l hopital']])('%s is looked for as %s', (text, expected) => expect(fold(text)).toBe(expected));

test.each([
  ['metz', ['Metz', 'Longeville-lès-Metz', 'Montigny-lès-Metz']],
  ['FEY', ['Féy']],
  ['saint ban', ['Le Ban-Saint-Martin']],
  ['', []],
  ['zzz', []],
])('“%s” finds %j', (asked, expected) => expect(matching(asked, names, (name) => [name])).toEqual(expected));
