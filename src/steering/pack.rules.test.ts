import { describe, expect, test } from 'vitest';
import { missing, number, secret, type Cell, type IndicatorDefinition, type Reading } from '../indicators/index.ts';
import { convention, definitions, packInput, readings } from '../../test/steering/fixture.ts';
import { canonicalJson, contentIdOf, packContent, packIndicators } from './pack.rules.ts';
import { sourceLine } from './pack.figure.rules.ts';
import { packState } from './pack.target.rules.ts';
import { trendOf } from './pack.trend.rules.ts';

const content = packContent(packInput);
const figure = (id: string) => content.figures.find((one) => one.indicator === id)!;

test('every figure asked is there, whatever its cell', () => {
  expect(content.figures.map(({ indicator, value }) => [indicator, value])).toEqual([
    ['t.number', '1\u202f100'],
    ['t.interval', 'entre\u00a03\u202f000 et\u00a03\u202f100'],
    ['t.atLeast', 'au moins\u00a091\u202f904'],
    ['t.secret', 'secret'],
    ['t.absent', 'non disponible'],
    ['t.never', 'non calculable'],
    ['t.share', '24,3\u202f%'],
    ['t.formula', '0'],
    ['t.typst', '1,25'],
  ]);
});

test('a missing figure says why and what to do', () => {
  expect(figure('t.absent')).toMatchObject({ note: 'Importez cette source pour obtenir le chiffre.', source: 'Source attendue\u00a0: Fichier attendu' });
  expect(figure('t.never').note).toContain('17\u202f410\u202f€ (Alpha)');
  expect(figure('t.secret').note).toBe('Moins de 11 : secret.');
});

test('targets: adopted, landmark, to be set, none', () => {
  expect(figure('t.number').target).toEqual({ kind: 'fixed', text: '1\u202f200\u00a0logements par an (2025)', value: 1200, source: 'PLH' });
  expect(figure('t.share').target.text).toBe('repère\u00a0: 25,0\u202f%');
  expect(figure('t.secret').target.text).toBe('à fixer');
  expect(figure('t.never').target.kind).toBe('context');
});

test.each([
  [number(1200), 'up', 'reached'], [number(1080), 'up', 'watch'], [number(1079), 'up', 'late'],
  [number(1200), 'down', 'reached'], [number(1320), 'down', 'watch'], [number(1321), 'down', 'late'],
  [{ kind: 'interval', low: 1100, high: 1250 }, 'up', undefined], [{ kind: 'interval', low: 1250, high: null }, 'up', 'reached'],
  [secret, 'up', undefined], [number(5), 'neutral', undefined],
] as const)('%o against 1200, better %s: %s', (cell, direction, code) => {
  expect(packState(cell, { kind: 'fixed', text: '', value: 1200, source: null }, direction)?.code).toBe(code);
});

test('a state exists only against an adopted target', () => {
  expect(content.figures.filter(({ state }) => state !== null).map(({ indicator, state }) => [indicator, state?.word])).toEqual([['t.number', 'à surveiller'], ['t.interval', 'en retard']]);
});

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
  const cautious = packContent({ ...packInput, definitions: definitions.map((one) => (one.id === 't.interval' || one.id === 't.atLeast' ? { ...one, methodBreaks: changing.methodBreaks } : one)) });
  expect(cautious.cautions).toEqual(['Autre méthode.']);
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

test('figures without any value stand in one line, and stay in the content', () => {
  expect(content.figures.filter(({ available }) => !available).map(({ indicator }) => indicator)).toEqual(['t.absent']);
  expect(content.unavailable).toBe('Chiffre non disponible\u00a0: Indicateur t.absent (source à importer\u00a0: Fichier attendu).');
});

test('a vintage that the title says is not said again', () => {
  const dataset = { id: 1, source: 's', vintage: '2023', title: 'Populations, recensement 2023', producer: '', licence: '' };
  expect(sourceLine([{ datasets: [dataset] }], null)).toBe('Populations, recensement 2023\u00a0· valeurs par commune');
  expect(sourceLine([{ datasets: [{ ...dataset, title: 'LOVAC' }] }], null)).toBe('LOVAC\u00a0· 2023\u00a0· valeurs par commune');
});

test('the map shows every current commune; silence is missing, not zero', () => {
  expect(content.map?.values.map(({ code, text }) => [code, text])).toEqual(expect.arrayContaining([['57001', '700'], ['57002', 'secret'], ['57003', '0'], ['57004', 'non disponible']]));
  expect(content.map?.style).toBe('symbols');
});

test('late actions, the latest first, and the mark of demonstration', () => {
  expect(content.lateActions.map(({ daysLate, late }) => [daysLate, late])).toEqual([[70, '70\u00a0jours de retard'], [1, '1\u00a0jour de retard']]);
  expect(content.lateActions[0]?.due).toBe('15\u00a0septembre 2026');
  // Only files mark with an asterisk.
  expect(content.demonstration).not.toContain('astérisque');
  expect(content.summary).toBe('0\u00a0cible tenue sur 2. 2 des 4\u00a0actions suivies sont en retard.');
});

test('a territory without a convention: targets to be set, no action', () => {
  const bare = packContent({ ...packInput, convention: null, definitions: definitions.map((one, at) => ({ ...one, id: at === 0 ? 'social.dwellings' : one.id })) });
  expect(bare.figures.map(({ indicator, target }) => [indicator, target.text])).toEqual([['social.dwellings', 'à fixer']]);
  expect(bare).toMatchObject({ lateActions: [], demonstration: null, subtitle: 'Aucune convention n’est enregistrée pour ce territoire' });
});

test('the id is of the content: order of keys aside, any change shows', () => {
  const { contentId, ...rest } = content;
  expect(contentId).toMatch(/^[0-9a-f]{12}$/);
  expect(contentIdOf(Object.fromEntries(Object.entries(rest).toReversed()) as typeof rest)).toBe(contentId);
  expect(contentIdOf({ ...rest, summary: `${rest.summary} ` })).not.toBe(contentId);
  expect(canonicalJson({ b: [1, null], a: undefined })).toBe('{"b":[1,null]}');
});

test('the convention chooses, else the default', () => {
  expect(packIndicators(convention, definitions).figures).toHaveLength(9);
  expect(packIndicators(null, [{ id: 'private.vacant' }]).figures).toEqual(['private.vacant']);
});
