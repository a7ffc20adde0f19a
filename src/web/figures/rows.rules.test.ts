import { expect, test } from 'vitest';
import { missing, number, secret, type Cell, type Reading } from '../../indicators/index.ts';
import { exclusionsOf, rowsOf, sortRows } from './rows.rules.ts';

const communes = new Map(['Aube', 'Étain', 'Briey', 'Cuvry', 'Dornot'].map((name, at) => [String(at), { name }]));
const cells: Cell[] = [number(12), secret, number(40), missing('notInSource'), number(12)];
const readings = cells.map((cell, at): Reading => ({ indicator: 'x', area: String(at), level: 'commune', period: '2021', cell, datasets: [], perimeter: null }));
const rows = rowsOf(readings, communes, new Set(['0', '1', '2', '3']));
const names = (sort: 'valeur' | 'commune', order: 'asc' | 'desc'): string[] => sortRows(rows, sort, order).map((row) => row.name);

test('ranks come from the highest, ties share one, and what is not a number has none', () =>
  expect(rows.map((row) => row.rank)).toEqual([2, null, 1, null, 2]));

test.each([
  ['valeur', 'desc', ['Briey', 'Aube', 'Dornot', 'Étain', 'Cuvry']],
  ['valeur', 'asc', ['Aube', 'Dornot', 'Briey', 'Étain', 'Cuvry']],
  ['commune', 'asc', ['Aube', 'Briey', 'Cuvry', 'Dornot', 'Étain']],
  ['commune', 'desc', ['Étain', 'Dornot', 'Cuvry', 'Briey', 'Aube']],
] as const)('by %s, %s: secret then missing stay last', (sort, order, expected) => expect(names(sort, order)).toEqual(expected));

test('a total says what it leaves out', () => expect(exclusionsOf(rows)).toEqual({ secret: 1, missing: 1, outside: ['Dornot'] }));
