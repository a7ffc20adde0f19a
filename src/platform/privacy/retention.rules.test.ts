import { expect, test } from 'vitest';
import { cutoff, cutoffDay, retentionText } from './retention.rules.ts';

const now = new Date('2026-11-24T10:00:00.000Z');

test.each([
  ['note', '2024-11-24T10:00:00.000Z'], ['session', '2026-10-25T10:00:00.000Z'], ['mail', '2026-10-25T10:00:00.000Z'], ['trace', '2025-11-24T10:00:00.000Z'],
  ['request', '2021-11-24T10:00:00.000Z'], ['invitation', '2026-05-24T10:00:00.000Z'],
] as const)('%s: what is older than %s goes', (id, expected) => expect(cutoff(id, now).toISOString()).toBe(expected));

test('a file closed a year ago, a contact checked three years ago', () => {
  expect(cutoffDay('closedFile', '2026-11-24')).toBe('2025-11-24');
  expect(cutoffDay('contact', '2026-11-24')).toBe('2023-11-24');
});

test('the register says the same durations', () => {
  expect(retentionText('contact')).toBe('3\u00a0ans après la dernière vérification, puis effacement.');
  expect(retentionText('session')).toMatch(/^30\u00a0jours /);
  expect(retentionText('invitation')).toMatch(/^6\u00a0mois /);
});
