import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { ceilAt, floorAt, formatBetween, formatCount, formatDay, formatEuros, formatInteger, formatNumber, formatPercent, formatPeriod, type Language } from './format.ts';

describe('numbers', () => {
  test.each<[number, number, Language, string]>([
    [1710, 0, 'fr', '1\u202f710'],
    [222000, 0, 'fr', '222\u202f000'],
    [1234567.891, 2, 'fr', '1\u202f234\u202f567,89'],
    [-0.3, 1, 'fr', '\u22120,3'],
    [-0.04, 1, 'fr', '0,0'],
    [1710, 0, 'en', '1,710'],
  ])('%d with %d digits in %s reads %s', (value, digits, language, text) => {
    expect(formatNumber(value, digits, language)).toBe(text);
  });

  test('a percentage, euros', () => {
    expect(formatPercent(0.24, 0, 'fr')).toBe('24\u202f%');
    expect(formatPercent(0.0366, 1, 'fr')).toBe('3,7\u202f%');
    expect(formatPercent(0.24, 0, 'en')).toBe('24%');
    expect(formatEuros(1710, 0, 'fr')).toBe('1\u202f710\u202f€');
    expect(formatEuros(-5, 0, 'en')).toBe('\u2212€5');
  });

  test('intervals and counts', () => {
    expect(formatBetween('2', '3', 'fr')).toBe('entre\u00a02 et\u00a03');
    expect(formatBetween(formatInteger(91904, 'fr'), null, 'fr')).toBe('au moins\u00a091\u202f904');
    expect([formatBetween(null, '7,5', 'fr'), formatBetween(null, '7.5', 'en')]).toEqual(['au plus\u00a07,5', 'at most\u00a07.5']);
    expect(formatCount(1, { one: 'jour', many: 'jours' }, 'fr')).toBe('1\u00a0jour');
    expect(formatCount(0, { one: 'jour', many: 'jours' }, 'fr')).toBe('0\u00a0jour');
    expect(formatCount(0, { one: 'day', many: 'days' }, 'en')).toBe('0\u00a0days');
  });

  test('rounding bounds outwards keeps the true value between them', () => {
    fc.assert(fc.property(fc.double({ min: -1e6, max: 1e6, noNaN: true }), fc.integer({ min: 0, max: 3 }), (value, digits) => {
      expect(floorAt(value, digits)).toBeLessThanOrEqual(value + 1e-6);
      expect(ceilAt(value, digits)).toBeGreaterThanOrEqual(value - 1e-6);
    }));
    expect(floorAt(24.3, 1)).toBe(24.3);
    expect(ceilAt(24.3, 1)).toBe(24.3);
  });
});

describe('dates', () => {
  test.each<[string, boolean, Language, string]>([
    ['2026-03-03', true, 'fr', 'mardi 3\u00a0mars 2026'],
    ['2025-01-01', false, 'fr', '1er\u00a0janvier 2025'],
    ['2026-03-03', true, 'en', 'Tuesday 3\u00a0March 2026'],
  ])('%s', (day, weekday, language, text) => {
    expect(formatDay(day, language, { weekday })).toBe(text);
  });

  test('a period is a year or a day', () => {
    expect(formatPeriod('2023', 'fr')).toBe('2023');
    expect(formatPeriod('2025-01-01', 'fr')).toBe('1er\u00a0janvier 2025');
  });
});
