import { describe, expect, test } from 'vitest';
import { missing, number, secret, type Cell, type IndicatorDefinition, type Reading } from '../indicators/index.ts';
import { definitions, packInput } from '../../test/steering/fixture.ts';
import { packFigure, sourceLine } from './pack.figure.rules.ts';

test('a vintage that the title says is not said again', () => {
  const dataset = { id: 1, source: 's', vintage: '2023', title: 'Populations, recensement 2023', producer: '', licence: '' };
  expect(sourceLine([{ datasets: [dataset] }])).toBe('Populations, recensement 2023\u00a0· valeurs par commune');
  expect(sourceLine([{ datasets: [{ ...dataset, title: 'LOVAC' }] }])).toBe('LOVAC\u00a0· 2023\u00a0· valeurs par commune');
});

test('a figure over several years says them beside its value, and why its series is not comparable', () => {
  const growth = { ...definitions[0]!, id: 'population.yearlyGrowth', unit: 'fraction', additive: false } as const satisfies IndicatorDefinition;
  const at = (period: string, communes: number): Reading => ({
    indicator: growth.id, area: packInput.territory.code, level: 'intercommunality', period, cell: number(0.01), datasets: [], perimeter: { year: Number(period), communes, datedByFile: true },
  });
  expect(packFigure(growth, [at('2018', 3), at('2023', 4)], packInput)).toMatchObject({
    period: '2023', periodLabel: 'par an, 2018-2023', source: '4\u00a0communes', trend: { text: 'non comparable\u00a0: chaque taux a son périmètre, 3 puis 4\u00a0communes' },
  });
});

describe('a value that does not add up: from the lowest to the highest commune', () => {
  const definition = definitions.find(({ id }) => id === 't.never')!;
  const at = (area: string, period: string, cell: Cell): Reading => ({ indicator: 't.never', area, level: 'commune', period, cell, datasets: [], perimeter: null });
  const figureOf = (readings: readonly Reading[], given: Partial<IndicatorDefinition> = {}) => packFigure({ ...definition, ...given }, readings, packInput);
  const today = [at('57001', '2021', number(20)), at('57003', '2021', number(30)), at('57004', '2021', secret)];

  test('both are named, with the period', () => {
    expect(figureOf(today)).toMatchObject({ available: true, value: 'non calculable', period: '2021', note: 'Selon les communes\u00a0: de 20\u202f€ (Alpha) à 30\u202f€ (Gamma), 2021.' });
  });

  test('a former commune is neither of them', () => {
    const former = [at('57900', '2021', number(1)), at('57901', '2021', number(99))];
    expect(figureOf([...today, ...former]).note).toBe(figureOf(today).note);
    // Nor does it bring a later period, nor a figure of its own.
    expect(figureOf([...today, at('57900', '2024', number(1))]).period).toBe('2021');
    expect(figureOf(former)).toMatchObject({ available: false, note: 'Importez cette source pour obtenir le chiffre.' });
  });

  test('of several periods, the last alone', () => {
    expect(figureOf([...today, at('57001', '2022', number(25)), at('57003', '2022', number(26))]).note).toBe('Selon les communes\u00a0: de 25\u202f€ (Alpha) à 26\u202f€ (Gamma), 2022.');
  });

  test('a sum of which a commune is missing says so, although communes have values', () => {
    const partial: Reading = { ...at(packInput.territory.code, '2021', missing('partial')), level: 'intercommunality' };
    expect(figureOf([...today, partial], { territoryValue: 'computed' })).toMatchObject({ value: 'non disponible', note: 'Non disponible\u00a0: il manque au moins une commune du périmètre.' });
  });
});
