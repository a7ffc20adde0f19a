import { expect, test } from 'vitest';
import type { Cell } from './cell.rules.ts';
import { cellNumber, cellText, missingReasonText, unitAfter, unitText, type CellStyle } from './cell.text.ts';

const dwellings: CellStyle = { unit: 'dwellings', digits: 0 };
const share: CellStyle = { unit: 'fraction', digits: 1 };
const euros: CellStyle = { unit: 'eurosPerYear', digits: 0 };

test.each<[Cell, CellStyle, string]>([
  [{ kind: 'number', value: 27465 }, dwellings, '27\u202f465'],
  [{ kind: 'number', value: 0 }, dwellings, '0'],
  [{ kind: 'number', value: 0.24 }, share, '24,0\u202f%'],
  [{ kind: 'number', value: 23000 }, euros, '23\u202f000\u202f€'],
  [{ kind: 'interval', low: 2284, high: 2574 }, dwellings, 'entre\u00a02\u202f284 et\u00a02\u202f574'],
  [{ kind: 'interval', low: 91904, high: null }, dwellings, 'au moins\u00a091\u202f904'],
  [{ kind: 'interval', low: null, high: 0.07482 }, share, 'au plus\u00a07,5\u202f%'],
  [{ kind: 'interval', low: 0.03651, high: 0.03652 }, share, 'entre\u00a03,6 et\u00a03,7\u202f%'],
  [{ kind: 'category', value: 'B1' }, { unit: 'category', digits: 0 }, 'B1'],
  [{ kind: 'secret' }, dwellings, 'secret'],
  [{ kind: 'missing', reason: 'notLoaded' }, dwellings, 'non disponible'],
  [{ kind: 'missing', reason: 'neverAggregated' }, euros, 'non calculable'],
])('%o as %o reads %s', (cell, style, text) => {
  expect(cellText(cell, style, 'fr')).toBe(text);
});

test('in English', () => {
  expect(cellText({ kind: 'interval', low: 10, high: 20 }, euros, 'en')).toBe('between\u00a0€10 and\u00a0€20');
  expect(cellText({ kind: 'interval', low: null, high: 0.07482 }, share, 'en')).toBe('at most\u00a07.5%');
  expect(cellText({ kind: 'interval', low: null, high: 20 }, euros, 'en')).toBe('at most\u00a0€20');
  expect(cellText({ kind: 'missing', reason: 'partial' }, dwellings, 'en')).toBe('not available');
  expect(unitText('dwellings', 'en')).toBe('dwellings');
  expect(unitText('eurosPerM2', 'fr')).toBe('€ par m²');
  expect(['eurosPerM2', 'fraction', 'dwellings'].map((unit) => unitAfter(unit as 'fraction', 'fr'))).toEqual(['par m²', '', 'logements']);
});

test('only a number is a number', () => {
  expect(cellNumber({ kind: 'number', value: 0 })).toBe(0);
  expect(cellNumber({ kind: 'secret' })).toBeNull();
  expect(cellNumber({ kind: 'interval', low: 1, high: 2 })).toBeNull();
  expect(missingReasonText('notLoaded', 'fr')).toContain('importé');
});
