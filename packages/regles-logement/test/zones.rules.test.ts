import { expect, test } from 'vitest';
import { communeZones, loadRules, zonesOn } from 'regles-logement';

test('46 communes: 7 in B1 of which 3 moved up in July 2024, 4 in C, 35 in B2; 19 in zone 2', () => {
  const all = [...communeZones().values()];
  const count = (holds: (zone: (typeof all)[number]) => boolean): number => all.filter(holds).length;
  expect([all.length, count(({ abc }) => abc === 'B1'), count(({ abc }) => abc === 'C'), count(({ abc }) => abc === 'B2'), count(({ apl }) => apl === 'zone 2'), count(({ apl }) => apl === 'zone 3')]).toEqual([46, 7, 4, 35, 19, 27]);
  expect(all.filter(({ abcIsOlder }) => !abcIsOlder).map(({ name }) => name)).toEqual(['Le Ban-Saint-Martin', 'Longeville-lès-Metz', 'Moulins-lès-Metz']);
});

test('a commune that moved has no market zone before the day it moved; answers are possibilities of the rules', () => {
  expect(zonesOn('57049', '2024-07-04')).toEqual({ 'logement . zone APL': "'zone 2'" });
  expect(zonesOn('57049', '2024-07-05')).toEqual({ 'logement . zone APL': "'zone 2'", 'logement . zone ABC': "'B1'" });
  expect(zonesOn('57463', '2019-01-01')['logement . zone ABC']).toBe("'B1'");
  expect(zonesOn('75056', '2026-01-01')).toEqual({});
  const options = loadRules().inputs.find(({ name }) => name === 'logement . zone APL')?.options?.map(({ value }) => value);
  expect(options).toEqual(['zone 1', 'zone 2', 'zone 3']);
});
