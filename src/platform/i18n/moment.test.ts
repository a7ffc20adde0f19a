import { expect, test } from 'vitest';
import { dayOf, formatMoment } from './moment.ts';

test.each([
  ['2026-11-24T10:05:00Z', '24\u00a0novembre 2026 à 11\u00a0h\u00a005', '24\u00a0November 2026 at 11:05'],
  ['2026-06-30T22:30:00Z', '1er\u00a0juillet 2026 à 0\u00a0h\u00a030', '1\u00a0July 2026 at 00:30'],
])('%s', (at, french, english) => expect([formatMoment(new Date(at), 'fr'), formatMoment(new Date(at), 'en')]).toEqual([french, english]));

test('the day is France’s', () => expect(dayOf(new Date('2026-06-30T22:30:00Z'))).toBe('2026-07-01'));
