import fc from 'fast-check';
import { expect, test } from 'vitest';
import { checkShape } from './password.rules.ts';

const owner = { name: 'Jeanne-Marie Dupont', email: 'jm.dupont@metz.example' };
const codeOf = (password: string): string => {
  const checked = checkShape(password, owner);
  return checked.ok ? 'good' : checked.error.code;
};

test.each([
  ['tramway vert lune colle', 'good'],
  ['onze signes', 'password.tooShort'],
  ['éééééééééééé', 'good'],
  ['😀😀😀😀😀😀', 'password.tooShort'],
  ['x'.repeat(128), 'good'],
  ['x'.repeat(129), 'password.tooLong'],
  ['jm.dupont@metz.example', 'password.personal'],
  ['Jeanne Marie Dupont', 'password.personal'],
  ['dupont-jeanne-57', 'password.personal'],
  ['JEANNEMARIE2026', 'password.personal'],
  ['Dupont aime les mirabelles bleues', 'good'],
])('« %s »: %s', (password, expected) => {
  expect(codeOf(password)).toBe(expected);
});

test('what a person is called never makes a password by itself, in whatever case and order', () => {
  fc.assert(fc.property(fc.shuffledSubarray(['jeanne', 'marie', 'dupont', 'metz', 'example'], { minLength: 2 }), fc.constantFrom(' ', '-', '.', ''), fc.boolean(), (words, joint, upper) => {
    const password = upper ? words.join(joint).toUpperCase() : words.join(joint);
    fc.pre(password.length >= 12);
    expect(codeOf(password)).toBe('password.personal');
  }));
});
