import fc from 'fast-check';
import { expect, test } from 'vitest';
import { plainName, searchText } from './search-text.rules.ts';

test.each([
  ['Müller', 'Zoé', 'muller zoe'],
  ['D’Angelo', 'Jean-Pierre', 'd angelo jean pierre'],
  ['LE GOFF', 'Maël', 'le goff mael'],
  ['Lebœuf', 'François', 'leboeuf francois'],
  ['Weiß', 'Łucja', 'weiss lucja'],
  ['Ñúñez', ' İpek ', 'nunez ipek'],
  ['Нгуен', 'Ань', 'нгуен ань'],
])('%s %s is searched as « %s »', (familyName, givenName, expected) => {
  expect(searchText({ familyName, givenName })).toBe(expected);
});

test('doing it twice changes nothing, and neither capitals, accents nor doubled spaces count', () => {
  fc.assert(fc.property(fc.string({ unit: 'grapheme', maxLength: 60 }), (text) => {
    const plain = plainName(text);
    expect(plainName(plain)).toBe(plain);
    expect(plainName(text.normalize('NFD'))).toBe(plainName(text.normalize('NFC')));
    expect(plain).not.toMatch(/[%_\\]|^\s|\s$|\s\s|\p{M}/u);
  }));
  fc.assert(fc.property(fc.array(fc.constantFrom('é', 'E', 'à', 'ç', 'Ö', 'n', ' ', '-', '’'), { maxLength: 30 }), (letters) => {
    expect(plainName(letters.join('').toUpperCase())).toBe(plainName(letters.join('').toLowerCase()));
  }));
});
