import { expect, test } from 'vitest';
import { originOf } from './origin.rules.ts';

test.each([
  ['127.0.0.1', 'localhost:3000', 'http://localhost:3000'],
  ['127.0.0.1', '127.0.0.1:3000', 'http://127.0.0.1:3000'],
  ['127.0.0.1', '[::1]:3000', 'http://[::1]:3000'],
  ['192.168.1.5', '192.168.1.5:3000', 'http://192.168.1.5:3000'],
  ['::1', '[::1]', 'http://[::1]'],
  ['Ancrage.local', 'ancrage.local:3000', 'http://ancrage.local:3000'],
  // Every address of the computer: none of them is known.
  ['0.0.0.0', '192.168.1.5:3000', null],
  ['127.0.0.1', 'pirate.example', null],
  ['127.0.0.1', '127.0.0.1.pirate.example', null],
  ['127.0.0.1', 'localhost.pirate.example:3000', null],
  ['127.0.0.1', 'a b', null],
])('served on %s and asked as %s: %s', (HOST, host, origin) => {
  expect(originOf({ HOST }, { protocol: 'http', host })).toBe(origin);
});

test('a configured address is the only one', () => {
  expect(originOf({ ANCRAGE_ORIGIN: 'https://ancrage.example', HOST: '127.0.0.1' }, { protocol: 'http', host: 'localhost:3000' })).toBe('https://ancrage.example');
});
