import { expect, test } from 'vitest';
import { socialCeilings } from '../../src/aids/index.ts';

// Ceilings of 2026 as the arrêté's table gives them (categories 1 to 3, other regions); PLS is 130 % of PLUS, to the euro.
test.each([
  ['one person in Metz', { persons: 1, couple: false }, '57463', '2026-11-24', 23_403],
  ['a couple', { persons: 2, couple: true }, '57463', '2026-11-24', 31_254],
  ['a parent and a child, as three', { persons: 2, couple: false }, '57463', '2026-11-24', 37_584],
  ['in Paris', { persons: 1, couple: false }, '75056', '2026-11-24', 26_920],
  ['before the new year’s', { persons: 1, couple: false }, '57463', '2025-12-31', 23_201],
  ['overseas, where no source read gives it', { persons: 1, couple: false }, '97302', '2026-11-24', undefined],
])('%s', (_who, household, commune, day, plus) => {
  const { PLUS, PLS } = socialCeilings(household, commune, day, {});
  expect(PLUS).toBe(plus);
  expect(PLS).toBe(plus === undefined ? undefined : Math.round(plus * 1.3));
});

test('a seventh and an eighth person each add their amount', () => {
  expect(socialCeilings({ persons: 8, couple: true }, '57463', '2026-11-24', {}).PLUS).toBe(60_156 + 2 * 6710);
});
