import { expect, test } from 'vitest';
import { missing, number, secret, type Cell, type IndicatorDefinition } from '../../indicators/index.ts';
import { csvOf } from './csv.rules.ts';

const text = { fr: 'Taux', en: 'Rate' };
const definition: IndicatorDefinition = {
  id: 'rate', theme: 'population', label: text, shortLabel: text, definition: text, method: text, unit: 'fraction', digits: 1, direction: 'neutral', grain: 'commune', territoryValue: 'computed', secrecy: null, sources: [],
};
const dataset = { id: 1, source: 's', vintage: '2021', title: 'Fichier ; annexe', producer: 'INSEE', licence: 'LO' };
const line = (cell: Cell, place = 'Féy') => ({ definition, place, reading: { indicator: 'rate', area: '57212', level: 'commune' as const, period: '2021', cell, datasets: [dataset], perimeter: null } });
const cellsOf = (cell: Cell): string[] => csvOf([line(cell)], 'fr').split('\r\n')[1]?.split(';').slice(5, 9) ?? [];

test.each<[Cell, string[]]>([
  [number(0.29), ['29', '', '', 'valeur']],
  [number(-0.0125), ['-1,25', '', '', 'valeur']],
  [number(0), ['0', '', '', 'valeur']],
  [secret, ['s', '', '', 'secret']],
  [missing('notInSource'), ['', '', '', 'non disponible']],
  [missing('neverAggregated'), ['', '', '', 'non calculable']],
  [{ kind: 'interval', low: 0.1, high: 0.25 }, ['', '10', '25', 'intervalle']],
  [{ kind: 'interval', low: null, high: 0.1 }, ['', '', '10', 'intervalle']],
  [{ kind: 'interval', low: 0.1, high: null }, ['', '10', '', 'intervalle']],
])('%j is written %j', (cell, expected) => expect(cellsOf(cell)).toEqual(expected));

const placeOf = (place: string): string | undefined => csvOf([line(number(1), place)], 'fr').split('\r\n')[1]?.split(';')[3];

test.each([
  ['=1+1', "'=1+1"], ['+33 6', "'+33 6"], ['-cmd()', "'-cmd()"], ['-1+1', "'-1+1"], ['@SUM(A1)', "'@SUM(A1)"], ['\t=1', "'\t=1"],
  ['-12,5', '-12,5'], ['-3', '-3'], ['Saint-Julien', 'Saint-Julien'], ['a=b', 'a=b'], ['', ''],
])('%j is written %j: nothing runs as a formula', (text, written) => expect(placeOf(text)).toBe(written));

test('a return that begins a text is quoted after its apostrophe', () => expect(csvOf([line(number(1), '\r=1')], 'fr')).toContain(`;"'\r=1";`));

test('it opens in a spreadsheet: mark, quoted separators, no formula', () => {
  const file = csvOf([line(number(1), '=cmd()'), line({ kind: 'category', value: '@B2' })], 'fr');
  expect(file.startsWith('\uFEFFindicateur;')).toBe(true);
  expect(file).toContain('"Fichier ; annexe"');
  expect(file).toContain(";'=cmd();");
  expect(file).toContain(";'@B2;");
});
