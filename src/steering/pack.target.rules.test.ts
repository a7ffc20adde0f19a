import { expect, test } from 'vitest';
import { missing, number, secret } from '../indicators/index.ts';
import { convention, definitions, packInput } from '../../test/steering/fixture.ts';
import { packContent } from './pack.rules.ts';
import { packState, packTarget } from './pack.target.rules.ts';

const figure = (id: string) => packContent(packInput).figures.find((one) => one.indicator === id)!;

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
  [{ kind: 'interval', low: null, high: 1000 }, 'up', 'late'], [{ kind: 'interval', low: null, high: 1000 }, 'down', 'reached'],
  [secret, 'up', undefined], [missing('partial'), 'up', undefined], [number(5), 'neutral', undefined],
] as const)('%o against 1200, better %s: %s', (cell, direction, code) => {
  expect(packState(cell, { kind: 'fixed', text: '', value: 1200, source: null }, direction)?.code).toBe(code);
});

test.each(['benchmark', 'toBeSet', 'context'] as const)('no state against what is not a target (%s)', (kind) => {
  expect(packState(number(1), { kind, text: '', value: 1200, source: null }, 'up')).toBeNull();
});

test('a figure that the convention does not name is context; without a convention, everything is to be set', () => {
  const [definition] = definitions;
  const other = { ...definition!, id: 'other' };
  expect([packTarget(other, convention).kind, packTarget(other, null).kind, packTarget(definition!, null).text]).toEqual(['context', 'toBeSet', 'à fixer']);
});
