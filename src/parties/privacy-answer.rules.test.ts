import { expect, test } from 'vitest';
import { dueOn, erasureAnswer } from './privacy-answer.rules.ts';

test.each([['2026-11-24', '2026-12-24'], ['2027-01-31', '2027-02-28'], ['2026-12-05', '2027-01-05']])('asked on %s, due on %s', (asked, due) => expect(dueOn(asked)).toBe(due));

test('the answer to an erasure says what stays, why and until when', () => {
  const answer = erasureAnswer('2026-11-24', [{ what: 'La trace', why: 'article 32', until: 'un an' }]);
  expect(answer).toContain('Le 24\u00a0novembre 2026, votre identité');
  expect(answer).toContain('– La trace (article 32) : un an.');
  expect(erasureAnswer('2026-11-24', [])).not.toContain('Restent');
});
