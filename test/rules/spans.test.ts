import { expect, test } from 'vitest';
import { periodText, spansYears } from '../../src/indicators/index.ts';
import { populationIndicators } from '../../src/observatory/definitions/population.ts';

test('what is said of a figure’s years is what its formula counts', () => {
  const said = populationIndicators.map(({ definition, formula }) => ({ id: definition.id, spans: spansYears(definition.id), years: formula.kind === 'growth' ? formula.years : null }));
  expect(said.filter(({ years }) => years !== null)).not.toEqual([]);
  for (const { id, spans, years } of said) {
    expect(spans, id).toBe(years !== null);
    if (years !== null) expect(periodText(id, '2023', 'fr')).toBe(`par an, ${2023 - years}-2023`);
  }
});
