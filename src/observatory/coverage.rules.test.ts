import fc from 'fast-check';
import { expect, test } from 'vitest';
import { departmentOf, mainlandDepartments } from '../territory/index.ts';
import { coverageOf } from './coverage.rules.ts';

const national = mainlandDepartments.map((code) => `${code}001`);

test.each([['57463', '57'], ['2A004', '2A'], ['97411', '974'], ['01001', '01'], ['75056', '75'], ['98735', '987']])('%s is in %s', (commune, department) => {
  expect(departmentOf(commune)).toBe(department);
});

test('there are 96 mainland départements', () => {
  expect(new Set(mainlandDepartments).size).toBe(96);
  expect(mainlandDepartments).not.toContain('20');
});

test('a national list covers the départements that it names, and no other', () => {
  expect(coverageOf([...national, '97411', '97611'], 96, false)).toEqual([...mainlandDepartments, '974'].toSorted());
  expect(coverageOf(national, 96, false)).not.toContain('976');
});

test('a list may be cut in its last département: that one is never covered', () => {
  expect(coverageOf([...national, '97411', '97412'], 96, false)).toEqual(mainlandDepartments.toSorted());
});

test('a list of too few communes covers nothing, however far it reaches', () => {
  expect(coverageOf(national, 97, false)).toEqual([]);
  expect(coverageOf([...national, ...national], 97, false)).toEqual([]);
});

test('a list that lost a row covers nothing', () => {
  expect(coverageOf(national, 96, true)).toEqual([]);
});

test('a list without one mainland département covers nothing', () => {
  fc.assert(fc.property(fc.constantFrom(...mainlandDepartments), (lost) => {
    expect(coverageOf(national.filter((code) => departmentOf(code) !== lost), 0, false)).toEqual([]);
  }));
});
