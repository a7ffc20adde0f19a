import { expect, test } from 'vitest';
import { communeWithOf } from './name.rules.ts';

test.each([
  ['Metz', 'de Metz'], ['Augny', 'd’Augny'], ['Éblange', 'd’Éblange'], ['Le Ban-Saint-Martin', 'du Ban-Saint-Martin'], ['Les Étangs', 'des Étangs'], ['La Maxe', 'de La Maxe'], ['Lessy', 'de Lessy'], ['L’Hôpital', 'de L’Hôpital'],
])('of %s: %s', (name, expected) => expect(communeWithOf(name)).toBe(expected));
