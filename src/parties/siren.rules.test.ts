import fc from 'fast-check';
import { expect, test } from 'vitest';
import { isSiren, isSiret } from './siren.rules.ts';

test.each([
  ['732829320', true], ['200039865', true], ['356000000', true], ['732829321', false], ['000000000', false], ['73282932', false], ['7328293200', false], ['73282932a', false], ['', false],
])('%s is a SIREN: %s', (digits, expected) => {
  expect(isSiren(digits)).toBe(expected);
});

test.each([
  ['73282932000074', true],
  ['73282932000075', false],
  // The company's number itself is wrong, although the whole passes the check.
  ['12345678900007', false],
  ['35600000000048', true],
  // A post office: its digits add up to 45, and Luhn says no.
  ['35600000049837', true],
  ['35600000049838', false],
])('%s is a SIRET: %s', (digits, expected) => {
  expect(isSiret(digits)).toBe(expected);
});

const digits = (length: number) => fc.array(fc.integer({ min: 0, max: 9 }), { minLength: length, maxLength: length }).map((all) => all.join(''));

test('one digit typed wrong is always seen, and so are two neighbours exchanged (but 09 and 90)', () => {
  const sirens = digits(8).map((start) => Array.from({ length: 10 }, (_, last) => start + last).find(isSiren)).filter((siren) => siren !== undefined);
  fc.assert(fc.property(sirens, fc.integer({ min: 0, max: 8 }), fc.integer({ min: 1, max: 9 }), (siren, at, more) => {
    const wrong = siren.slice(0, at) + ((Number(siren[at]) + more) % 10) + siren.slice(at + 1);
    expect(isSiren(wrong)).toBe(false);
  }));
  fc.assert(fc.property(sirens, fc.integer({ min: 0, max: 7 }), (siren, at) => {
    const [one = '', other = ''] = [siren[at], siren[at + 1]];
    fc.pre(one !== other && !['09', '90'].includes(one + other));
    expect(isSiren(siren.slice(0, at) + other + one + siren.slice(at + 2))).toBe(false);
  }));
});
