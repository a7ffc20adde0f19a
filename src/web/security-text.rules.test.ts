import { expect, test } from 'vitest';
import { securityText } from './security-text.rules.ts';

test('contact, expiry, languages, address', () => {
  expect(securityText('Direction du numérique, securite@metz.example ou 03 87 00 00 00', 'https://ancrage.example', '2026-11-24')).toBe(
    'Contact: mailto:securite@metz.example\nExpires: 2027-05-23T00:00:00Z\nPreferred-Languages: fr, en\nCanonical: https://ancrage.example/.well-known/security.txt\n',
  );
});

test.each([
  ['https://metz.example/signaler', 'Contact: https://metz.example/signaler'],
  ['a.b+c@x-y.metz.example', 'Contact: mailto:a.b+c@x-y.metz.example'],
])('%s', (contact, line) => {
  expect(securityText(contact, undefined, '2026-11-24')?.split('\n')[0]).toBe(line);
});

test.each([undefined, '', '03 87 00 00 00'])('%s names nobody whom a machine could reach', (contact) => {
  expect(securityText(contact, undefined, '2026-11-24')).toBeUndefined();
});
