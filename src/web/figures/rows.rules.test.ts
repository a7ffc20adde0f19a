import { describe, expect, test } from 'vitest';
import { missing, number, secret, type Cell, type Reading } from '../../indicators/index.ts';
import { exclusionsOf, rowsOf, sortRows, standingAmong } from './rows.rules.ts';

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

describe('zones that have an order', () => {
  const zones = ['B2', 'Abis', 'C', 'A', 'B1'];
  const zoned = rowsOf(zones.map((value, at): Reading => ({ indicator: 'x', area: String(at), level: 'commune', period: '2025', cell: { kind: 'category', value }, datasets: [], perimeter: null })), communes, new Set());
  const sorted = (order: 'asc' | 'desc') => sortRows(zoned, 'valeur', order, ['Abis', 'A', 'B1', 'B2', 'C']).map(({ reading: { cell } }) => cell.kind === 'category' && cell.value);
  test('run from the tightest', () => expect(sorted('desc')).toEqual(['Abis', 'A', 'B1', 'B2', 'C']));
  test('or from the least', () => expect(sorted('asc')).toEqual(['C', 'B2', 'B1', 'A', 'Abis']));
});

test.each([
  ['a number has its rank among the known', number(12), cells, { rank: 2, known: 3, total: 5, median: 12 }],
  ['a secret has none', secret, cells, { rank: null, known: 3, total: 5, median: 12 }],
  ['an even number of values has its median between two', number(1), [number(1), number(2), secret], { rank: 2, known: 2, total: 3, median: 1.5 }],
  ['one value is no median', number(1), [number(1), missing('notInSource')], { rank: 1, known: 1, total: 2, median: null }],
])('%s', (_name, cell, all, expected) => expect(standingAmong(cell, all)).toEqual(expected));
