import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readNumber, readValue, type DecimalSign } from './value.rules.ts';

const fresh = (): DecimalSign => ({ seen: undefined });
const value = (result: ReturnType<typeof readNumber>): unknown => (result.ok ? result.value : result.error.code);

test.each<[string, unknown]>([
  ['0', 0], ['007', 7], ['-3', -3], ['12,5', 12.5], ['12.5', 12.5],
  ['', 'row.empty'], ['1 000', 'row.notANumber'], ['1e3', 'row.notANumber'], ['NaN', 'row.notANumber'], ['Infinity', 'row.notANumber'], ['0x10', 'row.notANumber'],
  ['12,', 'row.notANumber'], [',5', 'row.notANumber'], ['1.000,5', 'row.notANumber'], ['+3', 'row.notANumber'], ['−3', 'row.notANumber'],
])('“%s” reads %s', (raw, expected) => {
  expect(value(readNumber(raw, fresh()))).toBe(expected);
});

test('a number written either way is read back, and one sign excludes the other', () => {
  fc.assert(fc.property(fc.integer({ min: -1e9, max: 1e9 }), fc.integer({ min: 1, max: 999_999 }), fc.constantFrom(',', '.'), (whole, decimals, mark) => {
    const text = `${whole}${mark}${decimals}`;
    const signs = fresh();
    expect(value(readNumber(text, signs))).toBe(Number(`${whole}.${decimals}`));
    expect(value(readNumber(text.replace(mark, mark === ',' ? '.' : ','), signs))).toBe('row.decimalMixed');
  }));
});

const count = { kind: 'count', min: 0, max: 100 } as const;
const share = { kind: 'fraction', min: 0, max: 1 } as const;
const zone = { kind: 'category', min: 0, max: 0, oneOf: ['B1', 'C'] } as const;

test.each([
  ['a count', '100', count, false, { value: 100 }],
  ['one past its maximum', '101', count, false, 'row.outOfRange'],
  ['one below zero', '-1', count, false, 'row.negative'],
  ['a count with decimals', '1,5', count, false, 'row.notWhole'],
  ['a percentage is a fraction', '68,6', share, true, { value: 0.686 }],
  ['a percentage of more than everything', '100,1', share, true, 'row.outOfRange'],
  ['a zone of the list', 'B1', zone, false, { category: 'B1' }],
  ['a zone of no list', 'b1', zone, false, 'row.notInList'],
  ['no zone', '', zone, false, 'row.empty'],
] as const)('%s', (_what, raw, measure, percent, expected) => {
  const result = readValue(raw, measure, fresh(), percent);
  if (typeof expected === 'string') expect(result).toMatchObject({ ok: false, error: { code: expected } });
  else expect(result).toMatchObject({ ok: true, value: { status: 'value', ...expected } });
});
