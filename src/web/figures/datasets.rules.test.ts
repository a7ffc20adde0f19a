import { expect, test } from 'vitest';
import { standingOf } from './datasets.rules.ts';

const two = [{ id: 1, vintage: '2023' }, { id: 2, vintage: '2025' }, { id: 3, vintage: '2025' }];

test.each([
  ['the one that gives figures is in use', two, [1, 3], [[2, 'replaced'], [3, 'inUse']]],
  ['both may still give some', two, [2, 3], [[2, 'inUse'], [3, 'inUse']]],
  ['nobody can say where none gives a figure here', two, [1], []],
  ['one file a vintage needs no mark', two.slice(0, 2), [1, 2], []],
] as const)('%s', (_name, datasets, used, expected) => expect([...standingOf(datasets, new Set(used))]).toEqual(expected));
