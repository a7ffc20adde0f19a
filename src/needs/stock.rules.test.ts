import { describe, expect, test } from 'vitest';
import { correctionsOf, type Mode } from './corrections.ts';
import { overlapRatios } from './overlap.ts';
import { defaultParameters, parameterNames, parameters, type Parameters } from './parameters.ts';
import { blockIds, stockOf, type Block, type Stock } from './stock.rules.ts';
import type { StockFigures } from './otelo.schema.ts';
import { wantedFiles } from './wanted-files.ts';

const figures: StockFigures = {
  region: '44',
  outOfHousing: {
    census: { homeless: 10, makeshift: 20, hotel: 30 }, requests: { homeless: 1, camping: 2, squat: 3, hotel: 4 },
    places: { autreCentre: 10, demandeAsile: 20, reinsertion: 30, centreProvisoire: 41, autre: 1_000 },
  },
  hosted: { cohabitation: 1_000, byPrivate: 50, temporary: 25 },
  effort: { tenants: { 20: 9_000, 30: 5_000, 35: 4_000 }, buyers: { 30: 700 } },
  quality: { fiscal: { tenants: 300, owners: 100 }, census: { tenants: 40, owners: 60 }, land: { tenants: 7, owners: 5 } },
  overcrowding: { severe: { tenants: 2_000, owners: 500 }, moderate: { tenants: 3_000, owners: 900 } },
};
const years = { projection: 2050, horizonResorption: 2050 };
interface Otherwise { mode?: Mode; given?: StockFigures; over?: typeof years }
const stock = (changes: Partial<Parameters> = {}, { mode = 'default', given = figures, over = years }: Otherwise = {}): Stock =>
  stockOf(given, { ...defaultParameters, ...changes }, over, correctionsOf(mode));
const valueOf = (block: Block): number => (block.kind === 'value' ? block.value : Number.NaN);
const filesOf = (block: Block): string[] => (block.kind === 'missing' ? block.files : []);

describe('blocks', () => {
  // B14 = 400 × 0.5; B13 = 0.1 × (5000 − 0.0521 × 200); B15 = 0.1 × (2000 − 0.0025 × 375 − 0.0101 × B13 − 0.0116 × 200)
  const [b11, b12, b13, b14, b15] = [110.5, 375, 498.958, 200, 199.17030242];
  test('with their defaults, nothing rounded', () => {
    const { blocks, total, outOfHousing } = stock();
    expect(blockIds.map((id) => valueOf(blocks[id]))).toEqual([b11, b12, b13, b14, b15].map((value) => expect.closeTo(value, 6) as number));
    expect(valueOf(total)).toBeCloseTo(b11 + b12 + b13 + b14 + b15, 6);
    expect(valueOf(outOfHousing)).toBeCloseTo(b11 + b12, 9);
  });

  test('in the reference each is rounded before the next reads it', () => {
    const { blocks } = stock({}, { mode: 'reference' });
    expect(blockIds.map((id) => valueOf(blocks[id]))).toEqual([111, 375, 499, 200, 199]);
  });

  test('in the reference a projection before the horizon multiplies each by a ratio of calendar years', () => {
    const over = { projection: 2030, horizonResorption: 2050 };
    const k = 2030 / 2050;
    const { blocks } = stock({}, { mode: 'reference', over });
    const [B11, B12, B14] = [Math.round(111 * k), Math.round(375 * k), Math.round(200 * k)];
    const B13 = Math.round(k * 0.1 * (5_000 - 0.0521 * B14));
    expect(blockIds.map((id) => valueOf(blocks[id]))).toEqual([B11, B12, B13, B14, Math.round(k * 0.1 * (2_000 - 0.0025 * B12 - 0.0101 * B13 - 0.0116 * B14))]);
    expect(stock({}, { over })).toEqual(stock());
    expect(stock({}, { mode: 'reference', over: { projection: 2060, horizonResorption: 2050 } })).toEqual(stock({}, { mode: 'reference' }));
  });

  test.each<[string, Partial<Parameters>, 'B11' | 'B12' | 'B13' | 'B14' | 'B15', number]>([
    ['SNE: camping and squat are the makeshift homes', { outOfHousingSource: 'requests' }, 'B11', 60.5],
    ['without the hotel', { hotel: false }, 'B11', 80.5],
    ['all places', { placesShare: 1 }, 'B11', 161],
    ['no place', { placesShare: 0 }, 'B11', 60],
    ['one kind of place', { placeKinds: ['autre'] }, 'B11', 560],
    ['cohabitation alone', { hostedByPrivate: false, hostedTemporarily: false }, 'B12', 300],
    ['buyers too', { effortBuyers: true }, 'B13', 568.958],
    ['another threshold, and its ratio', { effortThreshold: 0.35 }, 'B13', 0.1 * (4_000 - 0.0441 * 200)],
    ['all are rehoused', { effortReallocation: 1 }, 'B13', 0],
    ['census, tenants', { qualitySource: 'census', qualityTenures: 'tenants' }, 'B14', 20],
    ['land files', { qualitySource: 'land' }, 'B14', 6],
    ['the fiscal files count both tenures', { qualityTenures: 'owners' }, 'B14', 200],
    ['moderate overcrowding', { overcrowding: 'moderate' }, 'B15', b15 + 100],
    ['owners too', { overcrowdingOwners: true }, 'B15', b15 + 50],
  ])('%s', (_, changes, id, expected) => {
    expect(valueOf(stock(changes).blocks[id])).toBeCloseTo(expected, 6);
  });

  test('an overlap larger than its block leaves less than nothing in the reference, and nothing by default', () => {
    const given = { ...figures, effort: { tenants: { 30: 0 } }, quality: { fiscal: { tenants: 1_000, owners: 1_000 } } };
    expect(valueOf(stock({}, { given, mode: 'reference' }).blocks.B13)).toBe(-5);
    expect(valueOf(stock({}, { given }).blocks.B13)).toBe(0);
  });
});

describe('a block that lacks a figure says which file it wants, and is never 0', () => {
  const nothing: StockFigures = { region: '44', outOfHousing: {}, hosted: {}, effort: {}, quality: {}, overcrowding: {} };
  test('nothing is given', () => {
    const { blocks, total } = stock({}, { given: nothing });
    expect(Object.fromEntries(blockIds.map((id) => [id, filesOf(blocks[id])]))).toEqual({
      B11: ['places', 'census'], B12: ['fiscal', 'requests'], B13: ['fiscal', 'allowances'], B14: ['fiscal'], B15: ['fiscal', 'requests', 'allowances'],
    });
    expect(filesOf(total)).toEqual(['places', 'census', 'fiscal', 'requests', 'allowances']);
  });

  test('what the parameters leave out is not asked for', () => {
    expect(valueOf(stock({ hostedByPrivate: false, hostedTemporarily: false }, { given: { ...nothing, hosted: { cohabitation: 100 } } }).blocks.B12)).toBe(30);
    expect(filesOf(stock({ qualitySource: 'land' }, { given: nothing }).blocks.B14)).toEqual(['land']);
  });

  test('a threshold that its file does not give is missing, not another’s count', () => {
    expect(filesOf(stock({ effortThreshold: 0.4 }).blocks.B13)).toEqual(['allowances']);
  });
});

test('overlaps by region and threshold (ENL 2013)', () => {
  expect(overlapRatios('11', 0.3)).toEqual({ r25: 0.1729, r35: 0.077, r43: 0.0257, r45: 0.1001 });
  expect(overlapRatios('11', 0.35)).toEqual({ r25: 0.1729, r35: 0.0753, r43: 0.017, r45: 0.1001 });
  expect(overlapRatios('44', 0.3)).toEqual({ r25: 0.0025, r35: 0.0101, r43: 0.0521, r45: 0.0116 });
  expect(overlapRatios('04', 0.4)).toEqual({ r25: 0.0025, r35: 0.0142, r43: 0.0441, r45: 0.0116 });
});

test('every parameter has a label, a unit, a default and known sources', () => {
  expect(parameterNames.every((name) => parameters[name].label && parameters[name].unit && parameters[name].files.every((file) => wantedFiles[file]))).toBe(true);
  expect(defaultParameters).toMatchObject({
    placesShare: 0.5, cohabitationShare: 0.3, effortThreshold: 0.3, effortReallocation: 0.9, effortBuyers: false, qualityReallocation: 0.5, overcrowding: 'severe', overcrowdingReallocation: 0.9,
  });
});
