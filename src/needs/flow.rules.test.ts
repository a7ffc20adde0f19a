import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { sheet } from '../../test/needs/sheet.ts';
import { arras, arrasTotals, householdsFrom2020, territory } from '../../test/needs/territories.ts';
import { correctionsOf, type Mode } from './corrections.ts';
import { flowOf, type Flow, type FlowYear } from './flow.rules.ts';

const flow = (changes: Record<string, unknown>, mode: Mode = 'reference', outOfHousing?: number): Flow => {
  const given = territory(changes);
  return flowOf(given, { stockDeficit: given.stockDeficit ?? 0, outOfHousing, applied: correctionsOf(mode) });
};
const yearOf = (given: Flow, year: number): FlowYear => given.years.find((one) => one.year === year)!;
const none = { rateDisappearance: 0, rateRestructuring: 0, longVacancyRateStart: 0, shortVacancyRate: 0, secondaryRate: 0, stockDeficit: 0 };

test('the State’s spreadsheet, to a millionth: CU d’Arras', () => {
  const { totals, peakYear, years } = flow(arras);
  for (const [name, expected] of Object.entries(arrasTotals)) expect(Math.abs(totals[name as keyof typeof totals] - expected), name).toBeLessThan(1e-6);
  expect(peakYear).toBe(2050);
  expect(years.at(-1)!.parc).toBeCloseTo(61263.097819684655, 6);
});

describe('by hand', () => {
  test('dwellings are 1.25 times the households: 20 more, 10 of the deficit, 5 of vacancy and second homes, 2.5 replaced', () => {
    const { totals, years, flux, stockBeforePeak } = flow({});
    expect(years[0]).toMatchObject({ year: 2021, demographic: 20, deficit: 10, longVacancy: 1.25, shortVacancy: 1.25, secondary: 2.5, renewal: 2.5, surplus: 0 });
    expect(years[0]!.need).toBeCloseTo(37.5, 9);
    expect(years[1]!.renewal).toBeCloseTo((1_250 + 37.5) * 0.002, 9);
    expect(totals).toMatchObject({ demographicEvolution: 80, surplusHousing: 0 });
    expect(stockBeforePeak).toBe(40);
    expect(flux + stockBeforePeak).toBeCloseTo(totals.housingNeeds, 9);
  });

  test.each([
    ['the deficit ends with its horizon', 2022, [50, 50, 0, 0]],
    ['a horizon at the projection', 2024, [25, 25, 25, 25]],
    ['a horizon after it leaves the rest for later', 2040, [5, 5, 5, 5]],
  ])('%s', (_, horizonResorption, deficit) => {
    expect(flow({ horizonResorption }).years.map((year) => year.deficit)).toEqual(deficit);
  });

  test.each([
    ['always more: the last year', [100, 110, 120, 130, 140], 2024],
    ['always fewer: the base year', [100, 90, 80, 70, 60], 2020],
    ['a peak between', [100, 120, 130, 110, 90], 2022],
    ['two equal heights: the first', [100, 120, 110, 120, 90], 2021],
    ['a second and higher rise', [100, 120, 110, 130, 120], 2023],
    ['nobody comes or goes', [100, 100, 100, 100, 100], 2020],
    ['nobody at all', [0, 0, 0, 0, 0], 2020],
  ])('%s', (_, households, peakYear) => {
    expect(flow({ ...none, householdsByYear: householdsFrom2020(...households) }).peakYear).toBe(peakYear);
  });

  test('the deficit may put the peak off', () => {
    const householdsByYear = householdsFrom2020(100, 120, 115, 100, 80);
    expect(flow({ ...none, householdsByYear }).peakYear).toBe(2021);
    expect(flow({ ...none, stockDeficit: 100, householdsByYear }).peakYear).toBe(2022);
  });

  test('a peak in the base year: nothing is needed, households that leave make a surplus', () => {
    const { totals } = flow({ stockDeficit: 0, rateDisappearance: 0, longVacancyRateTarget: 0.01, secondaryRateTarget: 0.2, householdsByYear: householdsFrom2020(1_000, 990, 980, 970, 960) });
    expect(totals).toEqual({ demographicEvolution: 0, renewalNeeds: 0, secondaryResidence: 0, longTermVacant: 0, shortTermVacant: 0, housingNeeds: 0, surplusHousing: 40 });
  });

  test('after the peak only households and renewal count, and totals stop at the peak', () => {
    const changes = { ...none, rateDisappearance: 0.01, shortVacancyRate: 0.2, initialParc: 125, householdsByYear: householdsFrom2020(100, 120, 110, 112, 112) };
    const reference = flow(changes);
    expect(reference.peakYear).toBe(2021);
    expect(yearOf(reference, 2021)).toMatchObject({ demographic: 20, renewal: 1.25, parc: 151.25 });
    expect(yearOf(reference, 2021).shortVacancy).toBeCloseTo(5, 9);
    expect(yearOf(reference, 2022)).toMatchObject({ shortVacancy: 0, renewal: 1.5125, surplus: 8.4875, need: 0, parc: 151.25 });
    expect(yearOf(reference, 2023)).toMatchObject({ demographic: 2, need: 3.5125, parc: 151.25 });
    expect(reference.totals).toMatchObject({ demographicEvolution: 20, housingNeeds: 26.25, surplusHousing: 8.4875 });
    const corrected = flow(changes, 'default');
    expect(yearOf(corrected, 2022)).toMatchObject({ surplus: 8.4875, parc: 142.7625 });
    expect(yearOf(corrected, 2023).renewal).toBeCloseTo(1.427625, 9);
  });

  test('long vacancy: back into use as far as there is demand, none where households leave, a rise as it is', () => {
    const falling = { ...none, initialParc: 1_100, longVacancyRateStart: 0.1, longVacancyRateTarget: 0.05, longVacancyTargetYear: 2021 };
    const limited = flow({ ...falling, householdsByYear: householdsFrom2020(1_000, 1_002, 1_002, 1_002, 1_002) });
    expect(yearOf(limited, 2021)).toMatchObject({ demographic: 2, longVacancy: -2, need: 0, surplus: 0 });
    const leaving = flow({ ...falling, longVacancyTargetYear: 2022, householdsByYear: householdsFrom2020(1_000, 990, 1_200, 1_200, 1_200) });
    expect(yearOf(leaving, 2021)).toMatchObject({ demographic: -10, longVacancy: 0, surplus: 10 });
    expect(yearOf(leaving, 2022).longVacancy).toBeCloseTo(1_200 / 0.95 * 0.05 - 990 / 0.925 * 0.075, 9);
    const rising = flow({ ...none, longVacancyRateTarget: 0.1, longVacancyTargetYear: 2021, householdsByYear: householdsFrom2020(900, 909, 918, 927, 936) });
    expect(yearOf(rising, 2021).longVacancy).toBeCloseTo(101, 9);
  });

  test('rates reach their aim at the peak where the file names no year', () => {
    const { years } = flow({ ...none, secondaryRateTarget: 0.1, householdsByYear: householdsFrom2020(900, 1_000, 1_100, 1_000, 900) });
    expect(years.map(({ secondary }) => secondary)).toEqual([expect.closeTo(1_000 / 0.95 * 0.05, 9), expect.closeTo(1_100 / 0.9 * 0.1 - 1_000 / 0.95 * 0.05, 9), 0, 0]);
  });

  test('restructuring meets the year’s demand and no more; without a demand it does not count', () => {
    const many = { ...none, rateRestructuring: 0.1, householdsByYear: householdsFrom2020(1_000, 1_010, 1_005, 1_200, 1_200) };
    const { years, totals } = flow(many);
    expect(years.slice(0, 3).map(({ renewal, need, surplus, parc }) => ({ renewal, need, surplus, parc }))).toEqual([
      { renewal: -10, need: 0, surplus: 0, parc: 1_250 }, { renewal: 0, need: 0, surplus: 5, parc: 1_245 }, { renewal: -124.5, need: 70.5, surplus: 0, parc: 1_315.5 },
    ]);
    expect(totals).toMatchObject({ housingNeeds: 70.5, surplusHousing: 5, renewalNeeds: -134.5 });
  });

  test('short vacancy: the spreadsheet keeps its rises only', () => {
    const dip = { ...none, shortVacancyRate: 0.2, householdsByYear: householdsFrom2020(100, 96, 120, 120, 120) };
    expect(flow(dip).totals.shortTermVacant).toBeCloseTo(6, 9);
    expect(flow(dip, 'default').totals.shortTermVacant).toBeCloseTo(5, 9);
  });

  test('people housed anew occupy a dwelling too, in the default mode', () => {
    const changes = { ...none, stockDeficit: 100, horizonResorption: 2024, secondaryRate: 0.2, householdsByYear: householdsFrom2020(800, 800, 800, 800, 800) };
    expect(flow(changes, 'reference', 80).totals.secondaryResidence).toBe(0);
    expect(flow(changes, 'default', 80).totals.secondaryResidence).toBeCloseTo(20, 9);
    expect(flow(changes, 'default').totals.secondaryResidence).toBe(0);
  });
});

/** Any territory: rises, falls, nobody, more restructured than gone. */
const anyTerritory = fc.record({
  length: fc.integer({ min: 1, max: 30 }), horizon: fc.integer({ min: 1, max: 40 }), steps: fc.array(fc.integer({ min: 0, max: 5_000 }), { minLength: 31, maxLength: 31 }),
  initialParc: fc.integer({ min: 0, max: 8_000 }), stockDeficit: fc.integer({ min: 0, max: 900 }), rates: fc.array(fc.integer({ min: 0, max: 30 }), { minLength: 7, maxLength: 7 }),
}).map(({ length, horizon, steps, initialParc, stockDeficit, rates }) => {
  const [gone = 0, made = 0, long = 0, longAim = 0, short = 0, second = 0, secondAim = 0] = rates.map((rate) => rate / 100);
  return {
    projection: 2020 + length, horizonResorption: 2020 + horizon, initialParc, stockDeficit, rateDisappearance: gone / 10, rateRestructuring: made / 10,
    longVacancyRateStart: long, longVacancyRateTarget: longAim, shortVacancyRate: short, secondaryRate: second, secondaryRateTarget: secondAim, householdsByYear: householdsFrom2020(...steps),
  };
});
const eachMode = fc.constantFrom<Mode>('reference', 'default');

describe('whatever the territory', () => {
  test('the reference gives what a sheet written apart gives', () => {
    const close = (totals: object): object => Object.fromEntries(Object.entries(totals).map(([name, value]) => [name, expect.closeTo(value as number, 6)]));
    expect(sheet(territory(arras)).totals).toEqual(close(arrasTotals));
    fc.assert(fc.property(anyTerritory, (changes) => {
      const expected = sheet(territory(changes));
      const got = flow(changes);
      expect([got.peakYear, got.totals]).toEqual([expected.peak, close(expected.totals)]);
    }));
  });

  test('a year’s parts add up to its need, and nothing is not a number', () => {
    fc.assert(fc.property(anyTerritory, eachMode, (changes, mode) => {
      const { years, totals } = flow(changes, mode);
      for (const { demographic, deficit, longVacancy, shortVacancy, secondary, renewal, need, surplus, parc } of years) {
        expect(demographic + deficit + longVacancy + shortVacancy + secondary + renewal).toBeCloseTo(need - surplus, 6);
        expect(Math.min(need, surplus)).toBe(0);
        expect(parc).toBeGreaterThanOrEqual(0);
      }
      expect(Object.values(totals).every(Number.isFinite)).toBe(true);
    }));
  });

  test('households, stock and deficit doubled: every total doubled', () => {
    fc.assert(fc.property(anyTerritory, eachMode, (changes, mode) => {
      const once = flow(changes, mode);
      const twice = flow({
        ...changes, initialParc: changes.initialParc * 2, stockDeficit: changes.stockDeficit * 2,
        householdsByYear: Object.fromEntries(Object.entries(changes.householdsByYear).map(([year, households]) => [year, households * 2])),
      }, mode);
      expect(twice.peakYear).toBe(once.peakYear);
      for (const [name, value] of Object.entries(twice.totals)) expect(value).toBe(2 * once.totals[name as keyof typeof once.totals]);
    }));
  });

  test('a later horizon absorbs as much, more slowly', () => {
    fc.assert(fc.property(anyTerritory, fc.integer({ min: 1, max: 20 }), (changes, later) => {
      const sum = (given: Flow): number => given.years.reduce((so, { deficit }) => so + deficit, 0);
      const length = changes.projection - 2020;
      const [sooner, shifted] = [changes.horizonResorption, changes.horizonResorption + later].map((horizonResorption) => flow({ ...changes, horizonResorption }));
      expect(sum(sooner!)).toBeGreaterThanOrEqual(sum(shifted!) - 1e-9);
      expect(sum(shifted!)).toBeCloseTo(changes.stockDeficit * Math.min(1, length / (changes.horizonResorption + later - 2020)), 6);
    }));
  });

  test('years after the projection change nothing before it, and the file’s order of years neither', () => {
    fc.assert(fc.property(anyTerritory, (changes) => {
      const kept = Object.fromEntries(Object.entries(changes.householdsByYear).filter(([year]) => Number(year) <= changes.projection));
      expect(flow({ ...changes, householdsByYear: { ...kept, 2019: 7 } })).toEqual(flow(changes));
    }));
  });
});
