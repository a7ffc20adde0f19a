import fc from 'fast-check';
import { expect, test } from 'vitest';
import { dwellingFor } from './assumptions.ts';
import { estimatedMinutes, greatCircleKm } from './distance.rules.ts';
import { effortOf, openStock, ranked, reachOf, standingOf, wageFor, type Reach } from './link.rules.ts';

const rent = (low: number | null, central: number, high: number | null, period = '2025') => ({ low, central, high, period });

test.each([
  ['the expected rent fits', rent(400, 570, 700), 'within'],
  ['it fits exactly', rent(null, 600, null), 'within'],
  ['it fits by an older map', rent(400, 570, 700, '2018'), 'older'],
  ['only the cheapest fit', rent(590, 640, 700), 'cheapest'],
  ['none fits', rent(601, 640, 700), 'beyond'],
  ['no bounds, and it does not fit', rent(null, 640, null), 'beyond'],
  ['no rent', null, 'unknown'],
] as const)('%s, at 30 %% of 2,000 euros: %s', (_what, one, reach) => expect(reachOf(one, 2000, '2025')).toBe(reach));

test('effort follows the interval, and is unknown where it is', () => {
  expect(effortOf(rent(400, 500, null), 2000)).toEqual({ low: 0.2, central: 0.25, high: null });
});

test('more income never puts a commune further out of reach, and none is lost or invented by the ranking', () => {
  const order: Reach[] = ['within', 'older', 'cheapest', 'beyond'];
  const any = fc.record({ low: fc.integer({ min: 100, max: 500 }), more: fc.integer({ min: 0, max: 500 }), income: fc.integer({ min: 500, max: 5000 }), raise: fc.integer({ min: 0, max: 3000 }) });
  fc.assert(fc.property(any, ({ low, more, income, raise }) => {
    const one = rent(low, low + more, low + 2 * more);
    expect(order.indexOf(reachOf(one, income + raise, '2025'))).toBeLessThanOrEqual(order.indexOf(reachOf(one, income, '2025')));
  }));
  const commune = fc.record({ name: fc.string(), reach: fc.constantFrom<Reach>('within', 'older', 'cheapest', 'beyond', 'unknown'), straightKm: fc.option(fc.integer({ min: 0, max: 90 })) });
  fc.assert(fc.property(fc.array(commune), (all) => {
    const sorted = ranked(all);
    expect(new Set(sorted)).toEqual(new Set(all));
    expect(sorted.map(({ reach }) => reach)).toEqual([...order, 'unknown'].flatMap((reach) => all.filter((one) => one.reach === reach).map(() => reach)));
  }));
});

test('then the nearest, an unknown distance last, and the name', () => {
  const one = (name: string, straightKm: number | null, reach: Reach = 'within') => ({ name, straightKm, reach });
  expect(ranked([one('d', null), one('c', 9), one('b', 3), one('a', 9), one('e', 0, 'beyond')]).map(({ name }) => name)).toEqual(['b', 'a', 'c', 'd', 'e']);
});

test('Metz to Nancy is 47 km as the crow flies', () => {
  // 49.1193 N 6.1727 E; 48.6921 N 6.1844 E: 0.4272° of latitude at 111.19 km, and a little of longitude.
  expect(greatCircleKm({ latitude: 49.1193, longitude: 6.1727 }, { latitude: 48.6921, longitude: 6.1844 })).toBeCloseTo(47.51, 1);
  expect(greatCircleKm({ latitude: 49, longitude: 6 }, { latitude: 49, longitude: 6 })).toBe(0);
});

test.each([[0, 0], [1, 5], [2.24, 5], [2.3, 10], [10, 25]])('%d km straight take about %d minutes (1.3 times, at 35 km/h)', (km, minutes) => expect(estimatedMinutes(km)).toBe(minutes));

test.each([
  [20_000, 21_000, 'under'], [20_000, 20_999, 'around'], [20_000, 17_600, 'around'], [20_000, 17_599, 'over'], [20_000, undefined, 'unknown'],
] as const)('%d euros of net wages against a ceiling of %s: %s', (wages, ceiling, standing) => expect(standingOf(wages, ceiling)).toBe(standing));

test.each([
  ['under', 'under', 'all'], ['around', 'under', 'part'], ['over', 'under', 'part'], ['over', 'around', 'part'], ['over', 'over', 'none'], ['unknown', 'unknown', 'unknown'], ['unknown', 'over', 'none'],
] as const)('PLAI %s, PLS %s: %s of the stock', (PLAI, PLS, open) => expect(openStock({ PLAI, PLS })).toBe(open));

test.each([[1, 'flat12'], [2, 'flat'], [3, 'flat3'], [4, 'flat3'], [5, 'house'], [9, 'house']])('%d persons look at %s', (persons, product) => expect(dwellingFor(persons)).toBe(product));

test.each([[600, 2000], [601, 2010], [0, 0]])('a rent of %d asks for %d euros a month', (euros, wage) => expect(wageFor(euros)).toBe(wage));
