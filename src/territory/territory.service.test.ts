import { join } from 'node:path';
import { expect, test } from 'vitest';
import { currentCommuneOf, findTerritory } from './index.ts';

const folder = join(import.meta.dirname, '../../territories');

test.each([
  ['metz', 'Eurométropole de Metz', 'de l’Eurométropole de Metz', 46],
  ['200039865', 'Eurométropole de Metz', 'de l’Eurométropole de Metz', 46],
  ['245400676', 'Métropole du Grand Nancy', 'de la Métropole du Grand Nancy', 20],
  ['243300316', 'Bordeaux Métropole', 'de Bordeaux Métropole', 28],
])('%s is %s', (asked, name, nameWithOf, communes) => {
  const found = findTerritory(asked, folder);
  expect(found.ok && { name: found.value.name, nameWithOf: found.value.nameWithOf, communes: found.value.currentCommunes.length }).toEqual({ name, nameWithOf, communes });
});

test.each(['999999999', '', 'paris', '57463'])('%j is no territory', (asked) => {
  expect(findTerritory(asked, folder)).toEqual({ ok: false, error: { code: 'territory.unknown', asked } });
});

test.each([
  ['57463', '57463'], // Metz
  ['57094', '57463'], // a commune that Metz absorbed
  ['75101', '75056'], // a district of Paris
  ['97302', '97302'], // Cayenne
  ['57999', undefined],
])('%s is today %s', (code, today) => expect(currentCommuneOf(code)).toBe(today));
