import { expect, test } from 'vitest';
import { readLinkRequest } from './link.schema.ts';

const communes = new Map([['57463', { code: '57463', name: 'Metz' }], ['57049', { code: '57049', name: 'Le Ban-Saint-Martin' }], ['57999', { code: '57999', name: 'Ancienne' }]]);
const territory = { communes, currentCommunes: ['57463', '57049'] };

test.each([
  ['57463', '57463'], ['metz', '57463'], ['LE BAN SAINT MARTIN', '57049'],
])('a commune is told by its code or its name: %s', (asked, work) => {
  expect(readLinkRequest({ work: asked, wage: '1 900,50 €' }, territory)).toEqual({ ok: true, value: { work, wageEuros: 1900.5, secondIncomeEuros: 0, persons: 1, couple: false } });
});

test.each([
  [{}, [['work', 'empty'], ['wage', 'empty']]],
  [{ work: '57999', wage: '1900' }, [['work', 'unknownCommune']]],
  [{ work: '57463', wage: 'beaucoup', persons: '2,5', second: '-3' }, [['wage', 'notNumber'], ['second', 'notNumber'], ['persons', 'notWhole']]],
  [{ work: '57463', wage: '99', persons: '13', second: '50001' }, [['wage', 'outOfRange'], ['second', 'outOfRange'], ['persons', 'outOfRange']]],
  [{ work: '57463', wage: '1e3' }, [['wage', 'notNumber']]],
  [{ work: '57463', wage: '1900', couple: 'oui' }, [['couple', 'coupleAlone']]],
])('%j is refused, field by field', (given, problems) => {
  const read = readLinkRequest(given, territory);
  expect(read.ok ? [] : read.error.map(({ field, code }) => [field, code])).toEqual(problems);
});
