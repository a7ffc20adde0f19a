import { expect, test } from 'vitest';
import { boundsOf, type Bounds } from './bounds.rules.ts';
import { missing, number, secret, type Cell } from './cell.rules.ts';

test.each<[Cell, Bounds | null]>([
  [number(-3), { low: -3, high: -3 }],
  [number(0), { low: 0, high: 0 }],
  [{ kind: 'interval', low: 2, high: 5 }, { low: 2, high: 5 }],
  [{ kind: 'interval', low: 2, high: null }, { low: 2, high: Infinity }],
  [{ kind: 'interval', low: null, high: 5 }, { low: -Infinity, high: 5 }],
  [{ kind: 'category', value: 'B1' }, null],
  [secret, null],
  [missing('partial'), null],
])('%j is bounded by %j', (cell, expected) => expect(boundsOf(cell)).toEqual(expected));
