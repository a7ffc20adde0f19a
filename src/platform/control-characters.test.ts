import fc from 'fast-check';
import { expect, test } from 'vitest';
import { withoutControls } from './control-characters.ts';

test.each([
  ['plain, accents and spaces', 'Évry – 1\u202f710\u00a0€, « où ? »\tœuf 🏠\n', 'Évry – 1\u202f710\u00a0€, « où ? »\tœuf 🏠\n'],
  ['an escape sequence', 'a\u001b[31mrouge', 'a\\u001b[31mrouge'],
  ['a window title', '\u001b]0;titre\u0007', '\\u001b]0;titre\\u0007'],
  ['a carriage return', 'refusé\raccepté', 'refusé\\u000daccepté'],
  ['one-byte sequences', '\u009b31m\u007f\u0085', '\\u009b31m\\u007f\\u0085'],
  ['a reversed file name', 'fac\u202efdp.csv\u202c', 'fac\\u202efdp.csv\\u202c'],
  ['isolates and marks', '\u2066a\u2069\u200e\u200f\u061c', '\\u2066a\\u2069\\u200e\\u200f\\u061c'],
  ['nothing but a zero', '\u0000', '\\u0000'],
])('%s', (_name, text, shown) => {
  expect(withoutControls(text)).toBe(shown);
});

test('what JSON says is what it said', () => {
  fc.assert(fc.property(fc.string({ unit: 'binary' }), (text) => {
    const written = withoutControls(JSON.stringify({ text }, null, 2));
    expect(JSON.parse(written)).toEqual({ text });
    // eslint-disable-next-line no-control-regex -- the very characters in question
    expect(written).not.toMatch(/[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]/);
  }));
});
