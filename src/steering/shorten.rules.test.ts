import fc from 'fast-check';
import { expect, test } from 'vitest';
import { shortened } from './shorten.rules.ts';

test.each([
  ['court', 5, 'court'],
  ['un peu long', 8, 'un peu…'],
  ['un peu long', 7, 'un peu…'],
  ['', 5, ''],
])('“%s” in %d letters reads “%s”', (text, longest, expected) => expect(shortened(text, longest)).toBe(expected));

test('it never passes its length, and a text that holds stays whole', () => {
  fc.assert(fc.property(fc.string(), fc.integer({ min: 1, max: 60 }), (text, longest) => {
    const short = shortened(text, longest);
    expect(short.length).toBeLessThanOrEqual(longest);
    expect(short === text).toBe(text.length <= longest);
  }));
});
