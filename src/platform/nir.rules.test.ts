import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { carriesNir, nirKey } from './nir.rules.ts';

test.each([
  // The example of the official documentation, and Corsica's.
  ['255081416802538'],
  ['2 55 08 14 168 025 38'],
  ['2.55.08.14.168.025'],
  ['N° 2550814168025, à vérifier'],
  ['255 0814 168 025'],
  ['1850578006084 12 rue des Clercs'],
  ['1 85 05 2A 004 015'],
  ['185052b004015'],
  ['２５５０８１４１６８０２５'],
  ['2 55 08 14 168 025 38'],
])('« %s » carries a NIR', (text) => {
  expect(carriesNir(text)).toBe(true);
});

test.each([
  ['06 12 34 56 78', 'a phone number'],
  ['06 12 34 56 78 / 03 87 12 34 56', 'two of them'],
  ['732 829 320 00074', 'a SIRET'],
  ['73282932000074', 'a SIRET at once'],
  ['FR76 3000 6000 0112 3456 7890 189', 'a bank account'],
  ['255081416802539', 'a wrong key'],
  ['5 55 08 14 168 025', 'no sex begins with 5'],
  ['2 55 13 14 168 025', 'there is no thirteenth month'],
  ['2 55 08 00 168 025', 'no department 00'],
  ['dossier 0572411000123456789', 'a longer number'],
  ['du 01/02/2026 au 01/03/2026, 650 €', 'two dates'],
  ['', 'nothing'],
])('« %s » does not (%s)', (text) => {
  expect(carriesNir(text)).toBe(false);
});

const two = (most: number, least = 1) => fc.integer({ min: least, max: most }).map((n) => String(n).padStart(2, '0'));
const three = fc.integer({ min: 1, max: 999 }).map((n) => String(n).padStart(3, '0'));
const bodies = fc.tuple(fc.constantFrom('1', '2'), two(99, 0), two(12), fc.oneof(two(95), fc.constantFrom('2A', '2B')), three, three);
const words = fc.constantFrom('', 'Appelé le matin. ', 'Réf. : ', '(', 'loyer 540 € ; ');

describe('any number', () => {
  test('is found with or without its key, whatever stands between its groups and around it', () => {
    fc.assert(fc.property(bodies, fc.boolean(), fc.constantFrom('', ' ', '.', '-', ' ', ' '), words, fc.constantFrom('', '.', ', rappeler', ')'), (parts, keyed, separator, before, after) => {
      const key = String(nirKey(parts.join(''))).padStart(2, '0');
      expect(carriesNir(before + [...parts, ...(keyed ? [key] : [])].join(separator) + after)).toBe(true);
    }));
  });

  test('inside a longer run of digits is none', () => {
    fc.assert(fc.property(bodies.filter((parts) => !parts[3].startsWith('2A') && !parts[3].startsWith('2B')), fc.integer({ min: 100, max: 99_999 }), (parts, more) => {
      expect(carriesNir(`9${parts.join('')}${more}`)).toBe(false);
    }));
  });
});
