import fc from 'fast-check';
import { expect, test } from 'vitest';
import { perimeterOf } from './perimeter.rules.ts';

const territory = {
  listYear: 2026,
  currentCommunes: ['57001', '57002', '57593', '57416'],
  changes: [
    { year: 2022, joined: ['57593'], left: [], source: 'list' },
    { year: 2023, joined: ['57416'], left: ['57999'], source: 'list' },
  ],
};

test.each([
  [2019, ['57001', '57002', '57999']],
  [2021, ['57001', '57002', '57999']],
  [2022, ['57001', '57002', '57593', '57999']],
  [2023, ['57001', '57002', '57416', '57593']],
  [2026, ['57001', '57002', '57416', '57593']],
])('in %d', (year, communes) => {
  expect(perimeterOf(territory, year)).toEqual({ year, communes, datedByFile: true });
});

test('without changes in a file the current list stands, labelled with its year', () => {
  fc.assert(fc.property(fc.integer({ min: 1990, max: 2040 }), (year) => {
    expect(perimeterOf({ ...territory, changes: [] }, year)).toEqual({ year: 2026, communes: territory.currentCommunes, datedByFile: false });
  }));
});
