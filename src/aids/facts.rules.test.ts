import type { Input } from 'regles-logement';
import { loadRules } from 'regles-logement';
import { expect, test } from 'vitest';
import { rangesOf } from './columns.ts';
import { boundsOf, readFact, situationOf, writeFact, type FactValue } from './facts.ts';

const input = (given: Partial<Input>): Input => ({ name: 'x', title: 'x', question: 'x', type: 'nombre', canChange: true, file: 'x', line: 1, ...given });
const choice = input({ type: 'énumération', options: [{ value: 'CDI confirmé', label: 'CDI' }, { value: 'intérim', label: 'Intérim' }] });

test.each<[Input, string, FactValue]>([
  [input({}), '1 234,56', 1234.56], [input({}), ' 650 € ', 650], [input({}), '1\u202f234', 1234], [input({ unit: 'ans' }), '130', 130], [input({}), '33,33333333', 33.333333], [input({}), '-0', 0], [input({ unit: 'personnes' }), '2,0', 2],
  [input({ type: 'booléen' }), 'Oui', true], [input({ type: 'booléen' }), '0', false],
  [input({ type: 'date' }), '29/02/2024', '2024-02-29'], [input({ type: 'date' }), '2026-11-24', '2026-11-24'],
  [choice, 'cdi confirme', 'CDI confirmé'], [choice, 'Intérim', 'intérim'],
])('%# %s', (one, text, value) => expect(readFact(one, text)).toEqual({ ok: true, value }));

test.each<[Input, string, string]>([
  [input({}), '', 'fact.notNumber'], [input({}), '1e7', 'fact.notNumber'], [input({}), '12 000 000 000', 'fact.outOfRange'], [input({ unit: 'ans' }), '131', 'fact.outOfRange'], [input({}), '-1', 'fact.outOfRange'], [input({}), 'NaN', 'fact.notNumber'], [input({ unit: 'personnes' }), '2.5', 'fact.notNumber'], [input({ unit: 'ans' }), '18,5', 'fact.notNumber'],
  [input({ type: 'booléen' }), 'peut-être', 'fact.notYesNo'], [input({ type: 'date' }), '30/02/2024', 'fact.notDay'], [input({ type: 'date' }), '2026-13-01', 'fact.notDay'], [choice, 'CDI', 'fact.notOption'],
])('%# refused: %s', (one, text, code) => expect(readFact(one, text)).toMatchObject({ ok: false, error: { code } }));

test('what is written is read back', () => {
  for (const [one, value] of [[input({}), 650.5], [input({ type: 'booléen' }), true], [input({ type: 'date' }), '2026-01-06'], [choice, 'intérim']] as const) expect(readFact(one, writeFact(value))).toEqual({ ok: true, value });
});

test('publicodes gets plain numbers, its own days and quoted texts', () => {
  const inputs = new Map([['j', input({ name: 'j', type: 'date' })]]);
  expect(situationOf({ a: 650.5, b: true, c: 'intérim', j: '2026-01-06', tiny: 1e-9 }, '2026-11-24', inputs)).toEqual({ date: '24/11/2026', a: '650.5', b: 'oui', c: "'intérim'", j: '06/01/2026', tiny: '0' });
});

test('compiled rules rely on no more than reading enforces, and 0 stands where nothing was read', () => {
  const numbers = loadRules().inputs.filter(({ type }) => type === 'nombre');
  const ranges = rangesOf(numbers);
  expect(Object.keys(ranges)).toEqual(numbers.map(({ name }) => name));
  for (const one of numbers) {
    const { min, max, whole } = boundsOf(one);
    expect(ranges[one.name]).toEqual({ min, max, whole, short: true });
    expect([min <= 0, max >= 0]).toEqual([true, true]);
    for (const beyond of [min - 1, max + 1]) expect(readFact(one, String(beyond))).toMatchObject({ ok: false });
    // The rules' own examples can be answered.
    const { generator } = one;
    if (generator && 'step' in generator) for (const value of [generator.min, generator.max, ...generator.boundaries]) expect(readFact(one, String(value))).toEqual({ ok: true, value });
  }
});
