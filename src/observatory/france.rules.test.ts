import { expect, test } from 'vitest';
import { isInFrance } from './france.rules.ts';

test.each([
  ['57463', 6.18, 49.12], ['29019', -4.49, 48.39], ['2A004', 8.74, 41.92], ['97120', -61.53, 16.24], ['97209', -61.07, 14.61], ['97302', -52.33, 4.94],
  ['97411', 55.45, -20.88], ['97608', 45.23, -12.78], ['97501', -56.38, 47.1], ['97801', -63.08, 18.07], ['98818', 166.45, -22.27], ['98735', -149.57, -17.54],
] as const)('commune %s is where it is, and nowhere else', (commune, longitude, latitude) => {
  expect(isInFrance(longitude, latitude, commune)).toBe(true);
  // The same place with its coordinates swapped, as in latitude, longitude.
  expect(isInFrance(latitude, longitude, commune)).toBe(false);
  // Metz in Martinique, and the others in the middle of France.
  const [elsewhere, there] = commune === '57463' || commune === '29019' || commune === '2A004' ? [-61.07, 14.61] : [2.35, 48.86];
  expect(isInFrance(elsewhere, there, commune)).toBe(false);
});

test.each([['metres of Lambert 93', 931_234, 6_896_541], ['zero', 0, 0], ['Moscow', 37.6, 55.7], ['nothing', Number.NaN, Number.NaN]])('%s is not in Metz', (_name, longitude, latitude) => {
  expect(isInFrance(longitude, latitude, '57463')).toBe(false);
});
