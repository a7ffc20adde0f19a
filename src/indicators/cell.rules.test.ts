import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { missing, number, ratio, secret, sum, yearlyGrowth, type Cell } from './cell.rules.ts';

const fewerThanEleven = { low: 0, high: 10 };
const noBound = { low: 0, high: null };

test.each<[string, Cell[], Cell]>([
  ['known counts add up', [number(3), number(4)], number(7)],
  ['a secret is 0 to 10, never zero', [number(100), secret], { kind: 'interval', low: 100, high: 110 }],
  ['an absent commune makes the sum unknown', [number(3), missing('notInSource')], missing('partial')],
  ['a commune that its source does not list, having none, adds nothing', [number(3), missing('noneListed')], number(3)],
  ['nor does it hide another’s absence', [number(3), missing('noneListed'), missing('notInSource')], missing('partial')],
  ['only secrets: at most what they may hide', [secret, number(0)], { kind: 'interval', low: null, high: 10 }],
  ['nothing said at all is not a zero', [missing('notInSource'), missing('noneListed')], missing('notInSource')],
  ['none listed anywhere is said so', [missing('noneListed'), missing('noneListed')], missing('noneListed')],
  ['a merged commune stays unknown even then', [number(3), missing('noneListed'), missing('mergedCommune')], missing('mergedCommune')],
  ['categories are never added', [{ kind: 'category', value: 'B1' }, number(1)], missing('neverAggregated')],
  ['an empty perimeter has no figure', [], missing('notInSource')],
])('sum: %s', (_name, cells, expected) => {
  expect(sum(cells, fewerThanEleven)).toEqual(expected);
});

test.each<[string, Cell, Cell, Cell]>([
  ['two numbers', number(1), number(4), number(0.25)],
  ['a zero denominator', number(0), number(0), missing('undefinedRatio')],
  ['a secret cell hides it', secret, number(4), secret],
  ['an interval above', { kind: 'interval', low: 1, high: 2 }, number(4), { kind: 'interval', low: 0.25, high: 0.5 }],
  ['a denominator with no maximum', number(10), { kind: 'interval', low: 100, high: null }, { kind: 'interval', low: null, high: 0.1 }],
  ['a numerator that may be zero', { kind: 'interval', low: null, high: 10 }, number(100), { kind: 'interval', low: null, high: 0.1 }],
  ['nothing of an unbounded stock', number(0), { kind: 'interval', low: 100, high: null }, number(0)],
  ['a denominator that may be zero', number(10), { kind: 'interval', low: 0, high: null }, secret],
  ['a missing part', missing('partial'), number(4), missing('partial')],
])('ratio: %s', (_name, numerator, denominator, expected) => {
  expect(ratio(numerator, denominator, 1)).toEqual(expected);
});

test('growth of a hidden count is bounded, not guessed', () => {
  expect(yearlyGrowth(number(100), number(121), 2)).toEqual(number(expect.closeTo(0.1, 10) as unknown as number));
  expect(yearlyGrowth({ kind: 'interval', low: 100, high: 110 }, number(110), 1)).toEqual({ kind: 'interval', low: 0, high: expect.closeTo(0.1, 10) as unknown });
  expect(yearlyGrowth(secret, number(110), 1)).toEqual(secret);
  // Nothing bounds the start above: the loss may be of any size, which says nothing below.
  expect(yearlyGrowth({ kind: 'interval', low: 100, high: null }, number(110), 1)).toEqual({ kind: 'interval', low: null, high: expect.closeTo(0.1, 10) as unknown });
  expect(sum([secret], noBound)).toEqual(secret);
});

/** A count, and whether its source hides it. */
const count: fc.Arbitrary<{ hidden: boolean; value: number }> = fc.oneof(
  fc.record({ hidden: fc.constant<boolean>(true), value: fc.nat(10) }),
  fc.record({ hidden: fc.constant<boolean>(false), value: fc.nat(100_000) }),
);
const counts = fc.array(count, { minLength: 1, maxLength: 40 });
const shown = (list: readonly { hidden: boolean; value: number }[]): Cell[] => list.map((one) => (one.hidden ? secret : number(one.value)));
const total = (list: readonly { value: number }[]): number => list.reduce((all, one) => all + one.value, 0);

const contains = (cell: Cell, truth: number): boolean => {
  if (cell.kind === 'number') return Math.abs(cell.value - truth) < 1e-9;
  if (cell.kind === 'interval') return (cell.low === null || cell.low <= truth + 1e-9) && (cell.high === null || truth <= cell.high + 1e-9);
  return cell.kind === 'secret';
};

describe('whatever the hidden values are', () => {
  test('the sum’s bounds contain the truth', () => {
    fc.assert(fc.property(counts, fc.boolean(), (list, bounded) =>
      contains(sum(shown(list), bounded ? fewerThanEleven : noBound), total(list))));
  });

  test('the ratio’s bounds contain the truth', () => {
    fc.assert(fc.property(counts, counts, fc.boolean(), (top, bottom, bounded) => {
      fc.pre(total(bottom) > 0);
      const cell = ratio(sum(shown(top), fewerThanEleven), sum(shown(bottom), bounded ? fewerThanEleven : noBound), 1);
      return contains(cell, total(top) / total(bottom));
    }));
  });

  test('the growth’s bounds contain the truth', () => {
    fc.assert(fc.property(counts, counts, fc.integer({ min: 1, max: 10 }), (before, after, years) => {
      fc.pre(total(before) > 0);
      return contains(yearlyGrowth(sum(shown(before), fewerThanEleven), sum(shown(after), fewerThanEleven), years), (total(after) / total(before)) ** (1 / years) - 1);
    }));
  });
});

const anyCell: fc.Arbitrary<Cell> = fc.oneof(
  fc.nat(1000).map(number),
  fc.constant(secret),
  fc.record({ low: fc.nat(10), more: fc.option(fc.nat(10)) }).map(({ low, more }): Cell => ({ kind: 'interval', low, high: more === null ? null : low + more })),
  fc.nat(10).map((high): Cell => ({ kind: 'interval', low: null, high })),
  fc.constantFrom(missing('notInSource'), missing('noneListed'), missing('partial'), missing('mergedCommune'), missing('notLoaded')),
  fc.constant<Cell>({ kind: 'category', value: 'C' }),
);

test('a sum does not depend on the order of its cells', () => {
  fc.assert(fc.property(fc.array(anyCell), fc.func(fc.nat()), (cells, rank) => {
    const shuffled = cells.toSorted((a, b) => rank(a) - rank(b));
    expect(sum(shuffled, fewerThanEleven)).toEqual(sum(cells, fewerThanEleven));
  }));
});

test('an interval never has its bounds the wrong way round, and a single value is a number', () => {
  fc.assert(fc.property(fc.array(anyCell), fc.array(anyCell), (top, bottom) => {
    for (const cell of [sum(top, fewerThanEleven), ratio(sum(top, fewerThanEleven), sum(bottom, fewerThanEleven), 1)]) {
      if (cell.kind !== 'interval') continue;
      expect(cell.high === null || cell.low === null || cell.low < cell.high).toBe(true);
      // One side at least is bounded, and never by what the quantity cannot pass anyway.
      expect(cell.low !== null || cell.high !== null).toBe(true);
      expect(cell.low).not.toBe(0);
    }
  }));
});
