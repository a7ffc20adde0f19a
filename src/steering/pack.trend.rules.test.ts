import { describe, expect, test } from 'vitest';
import { missing, number, secret, type Cell, type IndicatorDefinition, type Reading } from '../indicators/index.ts';
import { definitions, packInput, readings } from '../../test/steering/fixture.ts';
import { packContent } from './pack.rules.ts';
import { trendOf } from './pack.trend.rules.ts';

const figure = (id: string) => packContent(packInput).figures.find((one) => one.indicator === id)!;

test('a trend keeps its gaps and its breaks, and says a change that the bounds allow only', () => {
  const trend = figure('t.number').trend;
  expect(trend.points.map(({ text }) => text)).toEqual(['1\u202f234', '1\u202f300', 'secret', 'non disponible', '1\u202f100']);
  expect(trend.breaks).toEqual([{ period: '2022', text: '4\u00a0communes' }]);
  expect(trend).toMatchObject({ direction: null, text: 'non comparable\u00a0: 3 puis 4\u00a0communes' });
  expect(figure('t.interval').trend).toMatchObject({ direction: 'up', text: 'en hausse depuis 2023' });
  expect(figure('t.share').trend.text).toBe('+4,2\u00a0points depuis 2022');
});

test('overlapping intervals and changing methods state no change', () => {
  const [definition] = definitions;
  const series = readings.filter((one) => one.indicator === 't.interval' && one.area === '200000001');
  const overlapping = series.map((one, at) => ({ ...one, cell: { kind: 'interval' as const, low: 10 + at, high: 20 + at } }));
  const { territory } = packInput;
  expect(trendOf(definition!, { territory, readings: overlapping })).toMatchObject({ direction: null, text: 'évolution non calculable' });
  const changing = { ...definition!, methodBreaks: { at: 'everyPeriod' as const, text: { fr: 'Autre méthode.', en: '' } } };
  expect(trendOf(changing, { territory, readings: series })).toMatchObject({
    direction: null, text: 'à comparer avec prudence', breaks: [{ period: '2024', text: 'autre méthode' }, { period: '2025', text: 'autre méthode' }],
  });
});

describe('a perimeter that changed', () => {
  const { territory } = packInput;
  const [definition] = definitions;
  const at = (area: string, period: string, cell: Cell, communes = 4): Reading => ({
    indicator: 't.number', area, level: area.length === 5 ? 'commune' : 'intercommunality', period, cell, datasets: [],
    perimeter: area.length === 5 ? null : { year: Number(period), communes, datedByFile: true },
  });
  // Three communes had 300; with the fourth's 100 it was 400, and is 440.
  const change = (fourthThen: Cell, given: Partial<IndicatorDefinition> = {}) => trendOf({ ...definition!, ...given }, {
    territory,
    readings: [
      at('200000001', '2021', number(300), 3), at('200000001', '2025', number(440)),
      ...['57001', '57002', '57003'].flatMap((code) => [at(code, '2021', number(100)), at(code, '2025', number(110))]),
      at('57004', '2021', fourthThen), at('57004', '2025', number(110)),
    ],
  });

  test('the same communes are added up at both ends', () => {
    expect(change(number(100))).toMatchObject({ direction: 'up', text: '+10,0\u202f% depuis 2021, à périmètre constant (4\u00a0communes)' });
    expect(change(number(140))).toMatchObject({ direction: 'stable', text: 'stable depuis 2021, à périmètre constant (4\u00a0communes)' });
    expect(change(missing('noneListed'))).toMatchObject({ direction: 'up', text: '+46,7\u202f% depuis 2021, à périmètre constant (4\u00a0communes)' });
  });

  test('one commune without a number, or a figure that does not add up: no percentage', () => {
    const nothing = { direction: null, text: 'non comparable\u00a0: 3 puis 4\u00a0communes' };
    expect(change(secret)).toMatchObject(nothing);
    expect(change(missing('notInSource'))).toMatchObject(nothing);
    expect(change(number(100), { additive: false, unit: 'fraction' })).toMatchObject(nothing);
    expect(change(number(100), { territoryValue: 'given' })).toMatchObject(nothing);
  });
});

describe('what may be said of two numbers', () => {
  const { territory } = packInput;
  const [definition] = definitions;
  const said = (from: Cell, to: Cell, given: Partial<IndicatorDefinition> = {}, years: readonly [string, string] = ['2021', '2025']) =>
    trendOf({ ...definition!, ...given }, {
      territory: { ...territory, changes: [] },
      readings: [from, to].map((cell, at): Reading => ({ indicator: 't.number', area: territory.code, level: 'intercommunality', period: years[at]!, cell, datasets: [], perimeter: { year: Number(years[at]), communes: 4, datedByFile: true } })),
    });

  test.each<[string, Cell, Cell, Partial<IndicatorDefinition>, string, string | null]>([
    ['a rise', number(100), number(110), {}, '+10,0\u202f% depuis 2021', 'up'],
    ['a fall', number(100), number(90), {}, '\u221210,0\u202f% depuis 2021', 'down'],
    ['under a hundredth, nothing moves', number(1000), number(1009), {}, 'stable depuis 2021', 'stable'],
    ['a rate moves by points', number(0.2), number(0.225), { unit: 'fraction' }, '+2,5\u00a0points depuis 2021', 'up'],
    ['one point and a half is one', number(0.2), number(0.215), { unit: 'fraction' }, '+1,5\u00a0point depuis 2021', 'up'],
    ['from nothing, no percentage', number(0), number(7), {}, 'en hausse depuis 2021', 'up'],
    ['a debt that shrinks rises', number(-10), number(-5), {}, '+50,0\u202f% depuis 2021', 'up'],
    ['a secret at the end', number(100), secret, {}, 'évolution non calculable', null],
    ['a category has no series', { kind: 'category', value: 'B1' }, { kind: 'category', value: 'A' }, { unit: 'category' }, 'pas de série', null],
  ])('%s', (_name, from, to, given, text, direction) => expect(said(from, to, given)).toMatchObject({ text, direction }));

  test('a change is not stated over more than five years', () => {
    expect(said(number(100), number(110), {}, ['2019', '2025'])).toMatchObject({ text: 'une seule période', direction: null });
    expect(said(number(100), number(110), {}, ['2020', '2025']).direction).toBe('up');
  });
});
