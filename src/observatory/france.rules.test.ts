import { expect, test } from 'vitest';
import { isInFrance } from './france.rules.ts';

test.each([
  ['Metz', 6.18, 49.12], ['Brest', -4.49, 48.39], ['Ajaccio', 8.74, 41.92], ['Pointe-à-Pitre', -61.53, 16.24], ['Cayenne', -52.33, 4.94],
  ['Saint-Denis', 55.45, -20.88], ['Mamoudzou', 45.23, -12.78], ['Miquelon', -56.38, 47.1], ['Nouméa', 166.45, -22.27], ['Papeete', -149.57, -17.54],
])('%s is in France', (_name, longitude, latitude) => {
  expect(isInFrance(longitude, latitude)).toBe(true);
  // The same place with its coordinates swapped, as in latitude, longitude.
  expect(isInFrance(latitude, longitude)).toBe(false);
});

test.each([['metres of Lambert 93', 931_234, 6_896_541], ['zero', 0, 0], ['Moscow', 37.6, 55.7], ['nothing', Number.NaN, Number.NaN]])('%s is not', (_name, longitude, latitude) => {
  expect(isInFrance(longitude, latitude)).toBe(false);
});
