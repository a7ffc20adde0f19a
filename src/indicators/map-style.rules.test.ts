import { expect, test } from 'vitest';
import type { Unit } from './indicator.schema.ts';
import { mapStyleOf, type MapStyle } from './map-style.rules.ts';

const styles: Record<Unit, MapStyle> = {
  persons: 'symbols', households: 'symbols', dwellings: 'symbols', count: 'symbols',
  eurosPerYear: 'classes', eurosPerM2: 'classes', fraction: 'classes', ratio: 'classes', perHundred: 'classes',
  category: 'categories',
};

test.each(Object.entries(styles))('%s is drawn as %s', (unit, style) => expect(mapStyleOf({ unit: unit as Unit })).toBe(style));
