import fc from 'fast-check';
import { expect, test } from 'vitest';
import { localPath, withReturn } from './return-path.rules.ts';

test.each([
  ['/espace/personnes?etat=closed', '/espace/personnes?etat=closed'],
  ['/', '/'],
  ['//ailleurs.example', undefined], ['/\\ailleurs.example', undefined], ['https://ailleurs.example/', undefined], ['javascript:alert(1)', undefined], ['espace', undefined],
  ['/\t/ailleurs.example', undefined], ['/a\n/b', undefined], ['/a\\b', undefined], ['/..//ailleurs.example', undefined], ['/./\\x', undefined], ['', undefined], [null, undefined],
])('%j leads to %j', (given, path) => {
  expect(localPath(given)).toBe(path);
});

test('it never leaves the site', () => {
  fc.assert(fc.property(fc.oneof(fc.string(), fc.webUrl(), fc.webPath(), fc.string().map((text) => `/${text}`)), (given) => {
    const path = localPath(given);
    if (path !== undefined) expect(new URL(path, 'https://ancrage.example').origin).toBe('https://ancrage.example');
  }));
});

test('a page to go back to travels whole', () => {
  fc.assert(fc.property(fc.webPath().map((path) => `/a${path}?b=c&d=é`), (path) => {
    expect(new URL(withReturn('/connexion', path), 'http://local').searchParams.get('retour')).toBe(path);
  }));
  expect(withReturn('/connexion', undefined)).toBe('/connexion');
});

test('an address that no page has is not gone back to: a header would not hold it', () => {
  const long = `/espace?nom=${'%F0%9F%91%A9'.repeat(1_000)}`;
  expect(withReturn('/connexion', long)).toBe('/connexion');
  expect(localPath(long)).toBe(undefined);
  expect(localPath(`/espace?nom=${' '.repeat(1_900)}x`)).toBe(undefined);
});
