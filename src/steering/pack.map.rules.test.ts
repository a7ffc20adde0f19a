import { expect, test } from 'vitest';
import { number, secret, type Cell, type Reading } from '../indicators/index.ts';
import { definitions, packInput } from '../../test/steering/fixture.ts';
import { packMap } from './pack.map.rules.ts';
import { packContent } from './pack.rules.ts';

const content = packContent(packInput);
const definition = definitions.find(({ id }) => id === 't.number')!;
const at = (area: string, period: string, cell: Cell): Reading => ({ indicator: 't.number', area, level: 'commune', period, cell, datasets: [], perimeter: null });
const readings = [at('57001', '2024', number(5)), at('57001', '2025', secret), at('57003', '2024', number(8)), at('57900', '2026', number(1))];

test('the map shows every current commune; silence is missing, not zero', () => {
  expect(content.map?.values.map(({ code, text }) => [code, text])).toEqual(expect.arrayContaining([['57001', '700'], ['57002', 'secret'], ['57003', '0'], ['57004', 'non disponible']]));
  expect(content.map?.style).toBe('symbols');
});

test.each([
  ['without a figure beside it, the last period of today’s communes', undefined, '2025'],
  ['the figure’s period', '2024', '2024'],
  ['no map of a period of which no commune has a word', '2023', undefined],
])('%s', (_name, ofFigure, period) => expect(packMap(definition, readings, packInput, ofFigure)?.period).toBe(period));

test('it is described by how many have a value, its highest, its secrets and its gaps', () => {
  expect(packMap(definition, readings, packInput, '2024')?.description).toBe('Valeurs de 2\u00a0communes. Valeurs les plus élevées\u00a0: Gamma 8, Alpha 5. Sans valeur\u00a0: 2\u00a0communes.');
  expect(packMap(definition, readings, packInput)?.description).toBe('Secret statistique\u00a0: 1\u00a0commune. Sans valeur\u00a0: 3\u00a0communes.');
});
