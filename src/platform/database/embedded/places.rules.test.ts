import { assert, nat, property, string } from 'fast-check';
import { expect, test } from 'vitest';
import { leastAccount } from './identity.ts';
import { longestSocketFolder, mayEnter, mustRelocate, placesIn, relocatedHome } from './places.rules.ts';

const nobody = { uid: 65534, gid: 65534 };
const root = { uid: 0, gid: 0 };
const folder = (mode: number, uid = 0, gid = 0) => ({ mode, uid, gid });

test.each([
  ['open to all', folder(0o755), true],
  ['only to pass through', folder(0o711), true],
  ['only root may enter', folder(0o700), false],
  ['readable by all, entered by none', folder(0o744), false],
  ['its own', folder(0o700, 65534), true],
  ['its own, closed to itself', folder(0o077, 65534), false],
  ['its group’s', folder(0o750, 0, 65534), true],
  ['closed to its group only', folder(0o705, 0, 65534), false],
])('a folder %s', (_name, rights, expected) => {
  expect(mayEnter(rights, nobody)).toBe(expected);
});

test('one closed folder on the way is enough to move, and root never moves', () => {
  const way = [folder(0o755), folder(0o700), folder(0o755)];
  expect(mustRelocate(way, nobody)).toBe(true);
  expect(mustRelocate([folder(0o755), folder(0o711)], nobody)).toBe(false);
  expect(mustRelocate(way, root)).toBe(false);
});

test('a socket’s path fits in 107 bytes, whatever the project’s path', () => {
  assert(property(string({ maxLength: 400 }), nat({ max: 2 ** 32 - 2 }), (path, uid) => {
    const { socketFolder } = placesIn(`/srv/${path}`, '/binaries', { uid, gid: uid });
    expect(Buffer.byteLength(socketFolder)).toBeLessThanOrEqual(longestSocketFolder);
  }), { numRuns: 30 });
});

test('each data folder and account has its own socket and its own place elsewhere', () => {
  expect(placesIn('/a/data', '/b', nobody).socketFolder).not.toBe(placesIn('/b/data', '/b', nobody).socketFolder);
  expect(placesIn('/a/data', '/b', nobody).socketFolder).not.toBe(placesIn('/a/data', '/b', { uid: 1000, gid: 1000 }).socketFolder);
  expect(relocatedHome('/var/lib/ancrage', '/a/data')).toMatch(/^\/var\/lib\/ancrage\/[0-9a-f]{12}$/);
});

test.each([
  ['the usual nobody', 'root:x:0:0::/root:/bin/sh\nnobody:x:65534:65534::/:/bin/false', { uid: 65534, gid: 65534 }],
  ['another nobody', 'root:x:0:0::/root:/bin/sh\nnobody:x:99:98::/:/bin/false', { uid: 99, gid: 98 }],
  ['a postgres account', 'root:x:0:0::/root:/bin/sh\npostgres:x:101:104::/:/bin/sh', { uid: 101, gid: 104 }],
  ['root alone', 'root:x:0:0::/root:/bin/sh\n', undefined],
])('the account under root: %s', (_name, passwd, expected) => {
  expect(leastAccount(passwd)).toEqual(expected);
});
