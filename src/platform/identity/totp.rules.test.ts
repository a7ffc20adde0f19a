import fc from 'fast-check';
import { expect, test } from 'vitest';
import { typedRecoveryCode } from './recovery-code.rules.ts';
import { enrolmentAddress, enrolmentKey, stepOf, typedCode } from './totp.rules.ts';

/** RFC 6238, appendix B: the secret « 12345678901234567890 », SHA-1, last six digits of the published eight. */
const secret = Buffer.from('12345678901234567890');
const published = [[59, '287082'], [1_111_111_109, '081804'], [1_111_111_111, '050471'], [1_234_567_890, '005924'], [2_000_000_000, '279037']] as const;
const at = (seconds: number): Date => new Date(seconds * 1000);

test.each(published)('at %i s the code is %s', (seconds, code) => {
  expect(stepOf(code, secret, at(seconds), 0)).toBe(Math.floor(seconds / 30));
});

test.each([
  ['30 s late', 30, true], ['30 s early', -30, true], ['a minute late', 61, false], ['a minute early', -61, false],
])('a clock that is %s: accepted is %s', (_, shift, accepted) => {
  expect(stepOf('050471', secret, at(1_111_111_111 + (shift as number)), 0) !== undefined).toBe(accepted);
});

test('a code serves once, and none before the last one used', () => {
  const step = Math.floor(1_111_111_111 / 30);
  expect(stepOf('050471', secret, at(1_111_111_111), step - 1)).toBe(step);
  expect(stepOf('050471', secret, at(1_111_111_111), step)).toBeUndefined();
  expect(stepOf('081804', secret, at(1_111_111_111), step)).toBeUndefined();
});

test('another code is refused', () => {
  fc.assert(fc.property(fc.integer({ min: 0, max: 999_999 }), (number) => {
    const code = String(number).padStart(6, '0');
    fc.pre(!['081804', '050471'].includes(code));
    const found = stepOf(code, secret, at(1_111_111_111), 0);
    // Only the neighbouring step's code may stand beside the two published ones.
    expect(found === undefined || found === Math.floor(1_111_111_111 / 30) + 1).toBe(true);
  }));
});

test.each([['123456', '123456'], [' 123 456 ', '123456'], ['12345', undefined], ['1234567', undefined], ['12345a', undefined], ['', undefined]])('« %s » is read as %s', (typed, code) => {
  expect(typedCode(typed)).toBe(code);
});

test.each([
  ['k7m2p-x9qrt', 'k7m2p-x9qrt'], ['K7M2P X9QRT', 'k7m2p-x9qrt'], ['k7m2px9qrt', 'k7m2p-x9qrt'], ['k7m2p‑x9qrt', 'k7m2p-x9qrt'], ['k7m2p-x9qr', undefined], ['k7m2p-x9qr0', undefined], ['', undefined],
])('the recovery code « %s » is read as %s', (typed, code) => {
  expect(typedRecoveryCode(typed)).toBe(code);
});

test('what the application reads says whose account it is; the key is in groups of four', () => {
  const address = new URL(enrolmentAddress(secret, 'a.b@exemple.fr'));
  expect([address.protocol, address.host, decodeURIComponent(address.pathname)]).toEqual(['otpauth:', 'totp', '/Ancrage:a.b@exemple.fr']);
  expect(address.searchParams.get('secret')).toBe('GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ');
  expect(enrolmentKey(secret)).toBe('GEZD GNBV GY3T QOJQ GEZD GNBV GY3T QOJQ');
});
