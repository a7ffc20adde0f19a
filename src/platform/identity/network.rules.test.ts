import fc from 'fast-check';
import { expect, test } from 'vitest';
import { networkOf } from './network.rules.ts';

test.each([
  ['192.0.2.7', '192.0.2.7'],
  ['::ffff:192.0.2.7', '192.0.2.7'],
  ['2001:db8:1:2:3:4:5:6', '2001:db8:1:2::/64'],
  ['2001:0DB8:0001:0002::9', '2001:db8:1:2::/64'],
  ['2001:db8::1', '2001:db8:0:0::/64'],
  ['::1', '0:0:0:0::/64'],
  ['fe80::1%eth0', 'fe80:0:0:0::/64'],
  ['', ''],
])('%s is counted as %s', (ip, network) => {
  expect(networkOf(ip)).toBe(network);
});

test('whoever holds a /64 is counted once, whichever of its addresses is used', () => {
  const part = fc.integer({ min: 0, max: 0xffff }).map((number) => number.toString(16));
  fc.assert(fc.property(fc.array(part, { minLength: 4, maxLength: 4 }), fc.array(part, { minLength: 4, maxLength: 4 }), fc.array(part, { minLength: 4, maxLength: 4 }), (network, one, other) => {
    expect(networkOf([...network, ...one].join(':'))).toBe(networkOf([...network, ...other].join(':')));
  }));
});
