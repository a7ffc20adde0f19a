import { expect, test } from 'vitest';
import { missing, number, secret, type Cell, type IndicatorDefinition } from '../indicators/index.ts';
import type { Territory } from '../territory/index.ts';
import type { Formula } from './definitions/indicator.ts';
import { computeReadings } from './readings.rules.ts';

/** Three communes today; the third came in 2023. */
const territory: Territory = {
  code: '200039865', name: 'Essai', nameWithOf: 'd’Essai', listYear: 2026, currentCommunes: ['57001', '57002', '57003'],
  communes: new Map(['57001', '57002', '57003'].map((code) => [code, { code, name: code }])),
  changes: [{ year: 2023, joined: ['57003'], left: [] }], colours: undefined, indicators: [], folder: undefined,
} as unknown as Territory;

const definition = (more: Partial<IndicatorDefinition> = {}): IndicatorDefinition =>
  ({ id: 'essai', grain: 'commune', territoryValue: 'computed', sources: ['rpls'], ...more }) as IndicatorDefinition;

/** The texts `secret` and `none` are statuses; any other is a category. */
type Said = readonly [measure: string, area: string, period: string, value: number | string, dataset?: number];

function read(formula: Formula, said: readonly Said[], options: { covers?: readonly string[]; period?: string; departments?: readonly string[]; definition?: Partial<IndicatorDefinition>; loaded?: readonly string[] } = {}) {
  const loaded = options.loaded ?? ['rpls'];
  return computeReadings({
    territory,
    indicators: [{ definition: definition(options.definition), formula }],
    observations: said.map(([measure, area, period, value, datasetId = 1]) => ({
      measure, area, period, datasetId,
      status: value === 'secret' || value === 'none' ? value : 'value',
      value: typeof value === 'number' ? value : null,
      category: typeof value === 'string' && value !== 'secret' && value !== 'none' ? value : null,
    })),
    datasets: loaded.map((source, at) => ({ id: at + 1, source, vintage: '2024', title: source, producer: 'x', licence: 'x', departments: options.departments ?? ['57'], covers: options.covers ?? [], coveredPeriod: options.period ?? '2024-01-01' })),
  });
}

const at = (readings: ReturnType<typeof read>, area: string, period: string): Cell | undefined => readings.find((one) => one.area === area && one.period === period)?.cell;

const stock: Formula = { kind: 'measure', measure: 'social.dwellings' };
const two: Said[] = [['social.dwellings', '57001', '2024-01-01', 10], ['social.dwellings', '57002', '2024-01-01', 20]];

test.each<[string, readonly Said[], readonly string[], Cell, Cell]>([
  ['a silent commune is unknown', two, [], missing('notInSource'), missing('partial')],
  ['a complete list’s silence means none', two, ['57'], missing('noneListed'), number(30)],
  ['a list complete elsewhere says nothing here', two, ['01', '54'], missing('notInSource'), missing('partial')],
  ['a file may say “none”', [...two, ['social.dwellings', '57003', '2024-01-01', 'none']], [], missing('noneListed'), number(30)],
  ['a secret is bounded, never zero', [...two, ['social.dwellings', '57003', '2024-01-01', 'secret']], [], secret, { kind: 'interval', low: 30, high: 40 }],
])('%s', (_what, said, covers, third, whole) => {
  const readings = read(stock, said, { covers });
  expect(at(readings, '57003', '2024-01-01')).toEqual(third);
  expect(at(readings, territory.code, '2024-01-01')).toEqual(whole);
});

test('a complete list speaks of a territory that has none of it, and is cited for it', () => {
  const readings = read(stock, [], { covers: ['57'] });
  expect(at(readings, '57001', '2024-01-01')).toEqual(missing('noneListed'));
  expect(at(readings, territory.code, '2024-01-01')).toEqual(missing('noneListed'));
  expect(readings.every((one) => one.datasets.map(({ id }) => id).join() === '1')).toBe(true);
  expect(read(stock, [], { covers: ['01'] }).map((one) => one.period)).toEqual(['', '', '', '']);
});

test('a better complete list goes before an older row; a worse one does not', () => {
  // Dataset 1 is the better: the list of sources is in that order.
  const older: Said[] = [['social.dwellings', '57001', '2024-01-01', 10, 2]];
  expect(at(read(stock, older, { covers: ['57'], loaded: ['rpls', 'rpls'] }), '57001', '2024-01-01')).toEqual(missing('noneListed'));
  expect(at(read(stock, [['social.dwellings', '57001', '2024-01-01', 10, 1]], { covers: ['57'], loaded: ['rpls', 'rpls'] }), '57001', '2024-01-01')).toEqual(number(10));
  expect(at(read(stock, older, { covers: ['57'], period: '2023-01-01', loaded: ['rpls', 'rpls'] }), '57001', '2024-01-01')).toEqual(number(10));
});

test('silence means none only where the source lists some communes and leaves others out', () => {
  const readings = read({ kind: 'measure', measure: 'private.vacant' }, [['private.vacant', '57001', '2024-01-01', 10]], { covers: ['57'] });
  expect(at(readings, '57002', '2024-01-01')).toEqual(missing('notInSource'));
});

test('each period is summed on the perimeter of its year', () => {
  const readings = read({ kind: 'measure', measure: 'population.municipal' }, ['57001', '57002', '57003'].flatMap((area): Said[] => [['population.municipal', area, '2021', 100], ['population.municipal', area, '2023', 110]]));
  expect(at(readings, territory.code, '2021')).toEqual(number(200));
  expect(at(readings, territory.code, '2023')).toEqual(number(330));
  expect(readings.find((one) => one.area === territory.code && one.period === '2021')?.perimeter).toEqual({ year: 2021, communes: 2, datedByFile: true });
});

test('a growth needs its start, and takes both ends on the perimeter of the last', () => {
  const growth: Formula = { kind: 'growth', measure: 'population.municipal', years: 2 };
  const readings = read(growth, ['57001', '57002', '57003'].flatMap((area): Said[] => [['population.municipal', area, '2021', 100], ['population.municipal', area, '2022', 300], ['population.municipal', area, '2023', 121]]));
  expect([...new Set(readings.map((one) => one.period))]).toEqual(['2023']);
  expect(at(readings, territory.code, '2023')).toEqual(number(expect.closeTo(0.1, 12) as unknown as number));
});

test('a ratio takes its denominator at its last period before', () => {
  const ratio: Formula = { kind: 'ratio', numerator: 'social.dwellings', denominator: ['population.households'], factor: 100 };
  const said: Said[] = [['social.dwellings', '57001', '2024-01-01', 10], ['population.households', '57001', '2020', 40], ['population.households', '57001', '2021', 50], ['population.households', '57001', '2025', 80]];
  expect(at(read(ratio, said), '57001', '2024-01-01')).toEqual(number(20));
  expect(at(read(ratio, said.slice(0, 1)), '57001', '2024-01-01')).toEqual(missing('notLoaded'));
  // The very same day counts.
  const vacancy: Formula = { kind: 'ratio', numerator: 'private.vacant', denominator: ['private.dwellings'], factor: 1 };
  expect(at(read(vacancy, [['private.vacant', '57001', '2024-01-01', 5], ['private.dwellings', '57001', '2023-01-01', 50], ['private.dwellings', '57001', '2024-01-01', 20]]), '57001', '2024-01-01')).toEqual(number(0.25));
});

test('an entry shared by two communes counts once, and an unknown list makes the number unknown', () => {
  const distinct: Formula = { kind: 'distinct', list: 'zoning.qpvList' };
  const said: Said[] = [['zoning.qpvList', '57001', '2024', 'QN1, QN2'], ['zoning.qpvList', '57002', '2024', 'QN2, QN3']];
  expect(at(read(distinct, said, { covers: ['57'], period: '2024', loaded: ['qpv'] }), territory.code, '2024')).toEqual(number(3));
  expect(at(read(distinct, said), territory.code, '2024')).toEqual(missing('partial'));
  expect(at(read(distinct, said), '57002', '2024')).toEqual(number(2));
});

test('without any period, the reason tells a source that is not loaded from one that says nothing of here', () => {
  expect(at(read(stock, [], { loaded: [] }), '57001', '')).toEqual(missing('notLoaded'));
  expect(at(read(stock, []), '57001', '')).toEqual(missing('notInSource'));
  // An extract of elsewhere is not this territory's file.
  expect(at(read(stock, [], { departments: ['54'] }), '57001', '')).toEqual(missing('notLoaded'));
  expect(at(read(stock, [], { departments: [] }), '57001', '')).toEqual(missing('notInSource'));
});

test('what a territory’s value may be depends on the definition', () => {
  const rent: Formula = { kind: 'measure', measure: 'rents.flat' };
  const said: Said[] = [['rents.flat', '57001', '2025', 13]];
  expect(at(read(rent, said, { definition: { territoryValue: 'never' } }), territory.code, '2025')).toEqual(missing('neverAggregated'));
  const given = read({ kind: 'measure', measure: 'construction.started' }, [['construction.started', territory.code, '2024', 1242]], { definition: { grain: 'intercommunality', territoryValue: 'given' } });
  expect(given.map((one) => [one.area, one.cell])).toEqual([[territory.code, number(1242)]]);
  expect(given[0]?.datasets).toEqual([{ id: 1, source: 'rpls', vintage: '2024', title: 'rpls', producer: 'x', licence: 'x' }]);
});
