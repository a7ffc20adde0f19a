import { expect, test } from 'vitest';
import { territory } from '../../test/needs/territories.ts';
import { compareScenarios } from './scenario.rules.ts';
import type { Scenario } from './scenario.schema.ts';

const scenario = (name: string, changes: Record<string, unknown> = {}): Scenario =>
  ({ id: name, name, population: 'central', households: 'c', changedAt: new Date('2026-11-30'), retainedAt: null, source: null, demonstration: false, figures: territory(changes) });

test('each scenario against the first: its need, and the parameters that differ', () => {
  const [first, more, other] = compareScenarios([
    scenario('central'), scenario('déficit plus grand', { stockDeficit: 200 }), scenario('seuil', { parameters: { effortThreshold: 0.35 } }),
  ], 'reference');
  expect([first?.difference, first?.unlikeFirst]).toEqual([0, []]);
  // 10 dwellings a year more for four years, and what replaces them: 0.2 % of 10, 20 and 30, and of what was added so.
  expect(more?.difference).toBeCloseTo(40.12016, 4);
  expect([other?.difference, other?.unlikeFirst]).toEqual([0, ['effortThreshold']]);
});

test('a scenario that lacks a file is compared with nothing', () => {
  const lacking = scenario('sans fichiers', { stockDeficit: undefined, stock: { region: '44' } });
  expect(compareScenarios([scenario('central'), lacking], 'default').map(({ difference }) => difference)).toEqual([0, null]);
  expect(compareScenarios([lacking, scenario('central')], 'default').map(({ difference }) => difference)).toEqual([null, null]);
  expect(compareScenarios([], 'default')).toEqual([]);
});
