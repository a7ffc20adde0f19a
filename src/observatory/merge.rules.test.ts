import { expect, test } from 'vitest';
import { mergeCells, withoutDistricts, type PlacedRow } from './merge.rules.ts';
import type { FieldCell } from './sources/table.ts';

const value = (count: number): FieldCell => ({ status: 'value', value: count });
const secret: FieldCell = { status: 'secret' };
const missing: FieldCell = { status: 'missing' };
const zone = (category: string): FieldCell => ({ status: 'value', category });
const count = { additive: true, kind: 'count' } as const;
const rate = { additive: false, kind: 'fraction' } as const;
const category = { additive: false, kind: 'category' } as const;

const rows = (...cells: readonly (readonly [string, FieldCell])[]): PlacedRow<FieldCell>[] => cells.map(([code, cell]) => ({ code, cells: cell }));

test.each([
  ['its own row is taken as it is', rows(['01187', value(5)]), rate, value(5)],
  ['counts of former communes add up', rows(['01187', value(5)], ['01330', value(7)]), count, value(12)],
  ['a secret part hides the sum', rows(['01187', value(5)], ['01330', secret]), count, secret],
  ['a rate of a part is not the rate of the whole', rows(['01187', value(0.1)], ['01330', value(0.1)]), rate, { status: 'merged' }],
  ['nor is a lone former commune’s', rows(['01330', value(0.1)]), rate, { status: 'merged' }],
  ['a shared zone stands', rows(['01187', zone('C')], ['01330', zone('C')]), category, zone('C')],
  ['two zones do not', rows(['01187', zone('C')], ['01330', zone('B2')]), category, { status: 'merged' }],
] as const)('%s', (_name, given, measure, expected) => {
  expect(mergeCells('01187', given, measure, 'unknown')).toEqual(expected);
});

test('a blank part existed no more, or leaves the sum unknown, as the source has it', () => {
  const given = rows(['01187', value(5)], ['01330', missing]);
  expect(mergeCells('01187', given, count, 'gone')).toEqual(value(5));
  expect(mergeCells('01187', given, count, 'unknown')).toEqual({ status: 'merged' });
});

test('a whole city and its districts are not counted twice', () => {
  expect(withoutDistricts('75056', [{ code: '75056' }, { code: '75101' }])).toEqual([{ code: '75056' }]);
  expect(withoutDistricts('75056', [{ code: '75101' }, { code: '75102' }])).toHaveLength(2);
});
