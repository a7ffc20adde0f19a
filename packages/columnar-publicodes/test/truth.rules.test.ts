import Engine from 'publicodes';
import { describe, expect, test } from 'vitest';
import { compile, type Fact, type Input } from 'columnar-publicodes';
import { columnsOf, compiledAnswer, interpreted, same, type Answer, type Row } from '../fuzz/compare.ts';

const logger = { log: () => undefined, warn: () => undefined, error: () => undefined };

/** Every pair of values, not applicable and undefined; the interpreter is the oracle, to the bit. */
function table(rules: Record<string, unknown>, values: Readonly<Record<string, readonly (number | boolean | string | null | undefined)[]>>, expected: { rows: number }): void {
  const engine = new Engine(structuredClone(rules) as ConstructorParameters<typeof Engine>[0], { logger });
  const program = compile(engine, ['r'], { inputs: Object.keys(values) });
  const output = program.outputs[0];
  if (!output) throw new Error('The target has no output.');
  const inputs = new Map(program.inputs.map((input) => [input.name, input]));
  let rows: Map<string, Fact>[] = [new Map()];
  for (const [name, list] of Object.entries(values)) {
    const input = inputs.get(name);
    rows = rows.flatMap((row) => list.map((value) => (value === undefined || !input ? row : new Map([...row, [name, fact(input, value)]]))));
  }
  const { columns, escaped } = program.run(columnsOf(program, rows), rows.length);
  const column = columns.r;
  if (!column) throw new Error('The target has no column.');
  expect(rows).toHaveLength(expected.rows);
  const differences = rows.flatMap((row: Row, k): { row: unknown; compiled: Answer; interpreted: Answer }[] => {
    const compiled = compiledAnswer(program, output, column, k, escaped.held.get('r'));
    const [oracle] = interpreted(engine, row, ['r']);
    return same(compiled, oracle) ? [] : [{ row: [...row], compiled, interpreted: oracle }];
  });
  expect(differences).toEqual([]);
}

const fact = ({ type, unit }: Input, value: number | boolean | string | null): Fact => ({ type, unit, value });

const numbers = { a: { type: 'nombre', question: '?' }, b: { type: 'nombre', question: '?' } };
const answers = { a: { type: 'booléen', question: '?', 'possiblement non applicable': 'oui' }, b: { type: 'booléen', question: '?' } };
const dates = { a: { type: 'date', question: '?' }, b: { type: 'date', question: '?' } };
const texts = { a: { type: 'texte', question: '?' }, b: { type: 'texte', question: '?' } };
const some = [-7, -1, -0.5, 0, 0.1, 0.2, 1, 2, 7.25, 1e-17, null, undefined];
const yesNo = [true, false, null, undefined];

describe('operators over values, zero, not applicable and undefined', { timeout: 60_000 }, () => {
  test.each(['+', '-', '*', '/', '//', '**', '<', '<=', '>', '>=', '=', '!='])('a %s b', (op) => {
    table({ ...numbers, r: { valeur: `a ${op} b` } }, { a: some, b: some }, { rows: some.length ** 2 });
  });

  test.each(['+', '-', '<', '>=', '=', '!='])('€ %s k€, converted', (op) => {
    table({ a: { question: '?', unité: '€' }, b: { question: '?', unité: 'k€' }, r: { valeur: `a ${op} b`, ...(op.length === 1 && '+-'.includes(op) ? { unité: '€' } : {}) } }, { a: [...some.filter((v) => v !== 0 && v !== null), 1000, 7250], b: some }, { rows: some.length ** 2 });
  });

  test.each(['+', '-'])('€ %s %%, a share', (op) => {
    const left = op === '+' ? some.filter((v) => v !== null) : some;
    table({ a: { question: '?', unité: '€' }, b: { question: '?', unité: '%' }, r: { valeur: `a ${op} b` } }, { a: left, b: some }, { rows: left.length * some.length });
  });

  test.each(['=', '!='])('yes or no %s', (op) => {
    table({ ...answers, r: { valeur: `a ${op} b` } }, { a: yesNo, b: yesNo }, { rows: 16 });
    table({ ...numbers, b: answers.b, r: { valeur: `a ${op} b` } }, { a: some, b: yesNo }, { rows: some.length * 4 });
  });

  test.each(['toutes ces conditions', 'une de ces conditions'])('%s', (key) => {
    table({ ...answers, r: { [key]: ['a', 'b'] } }, { a: yesNo, b: yesNo }, { rows: 16 });
    table({ ...answers, r: { [key]: ['b', 'a', 'a != b'] } }, { a: yesNo, b: yesNo }, { rows: 16 });
  });

  test.each(['<', '<=', '>', '>=', '=', '!='])('dates %s, one day around', (op) => {
    const days = [18_261, 18_262, 18_263, null, undefined];
    table({ ...dates, r: { valeur: `a ${op} 01/01/2020` }, s: 'b' }, { a: days }, { rows: 5 });
    table({ ...dates, r: { valeur: `a ${op} b` } }, { a: days, b: days }, { rows: 25 });
  });

  test.each(['=', '!='])('texts %s', (op) => {
    const list = ['rouge', 'vert', 'jamais écrit', null, undefined];
    table({ ...texts, r: { valeur: `a ${op} 'rouge'` } }, { a: list }, { rows: 5 });
    table({ ...texts, r: { valeur: `a ${op} b` } }, { a: list, b: list }, { rows: 25 });
  });
});

describe('mechanisms over values, zero, not applicable and undefined', { timeout: 60_000 }, () => {
  const abc = { ...numbers, c: { type: 'booléen', question: '?', 'possiblement non applicable': 'oui' } };
  const cases: Record<string, Record<string, unknown>> = {
    condition: { condition: { si: 'c', alors: 'a', sinon: 'b' } },
    variations: { variations: [{ si: 'c', alors: 'a' }, { si: 'b > 1', alors: 'b' }] },
    'variations, sinon': { variations: [{ si: 'c', alors: 'a' }, { sinon: 'b' }] },
    'variations, a number as test': { variations: [{ si: 'a', alors: 'b' }, { sinon: 5 }] },
    'applicable si': { 'applicable si': 'c', valeur: 'a' },
    'non applicable si': { 'non applicable si': 'c', valeur: 'a' },
    plafond: { valeur: 'a', plafond: 'b' },
    plancher: { valeur: 'a', plancher: 'b' },
    'plafond and plancher': { valeur: 'a', plafond: 'b', plancher: 1 },
    abattement: { valeur: 'a', abattement: 'b' },
    somme: { somme: ['a', 'b', 3] },
    'somme of one': { somme: ['a'] },
    produit: { produit: ['a', 'b', 2] },
    moyenne: { moyenne: ['a', 'b'] },
    'le maximum de': { 'le maximum de': ['a', 'b', 1] },
    'le minimum de': { 'le minimum de': [{ 'applicable si': 'c', valeur: 'a' }, 'b'] },
    'par défaut': { valeur: 'a', 'par défaut': 'b' },
    'est défini': { 'est défini': 'a' },
    'est non défini': { 'est non défini': 'c' },
    'est applicable': { 'est applicable': 'c' },
    'est non applicable': { 'est non applicable': { 'applicable si': 'c', valeur: 'a' } },
    arrondi: { valeur: 'a', arrondi: '1 décimale' },
    'arrondi, a yes or no': { valeur: 'a', arrondi: 'c' },
    unité: { valeur: 'a', unité: '€' },
    logarithme: { logarithme: 'b' },
    contexte: { valeur: 'd', contexte: { a: 'b' } },
    barème: { barème: { assiette: 'a', multiplicateur: 'b', tranches: [{ taux: '10 %', plafond: 1 }, { taux: '20 %', plafond: 7 }, { taux: '30 %' }] } },
    'barème, last ceiling': { barème: { assiette: 'a', tranches: [{ taux: '10 %', plafond: 1 }, { taux: '20 %', plafond: 'b' }] } },
    'barème, a rate': { barème: { assiette: 'a', tranches: [{ taux: 'b', plafond: 1 }, { taux: '20 %' }] } },
    grille: { grille: { assiette: 'a', multiplicateur: 'b', tranches: [{ montant: 5, plafond: 1 }, { montant: 'b', plafond: 2 }, { montant: 7, plafond: 3 }] } },
    'grille, a ceiling': { grille: { assiette: 'a', tranches: [{ montant: 5, plafond: 'b' }, { montant: 6, plafond: 10 }, { montant: 7 }] } },
    'taux progressif': { 'taux progressif': { assiette: 'a', tranches: [{ taux: '10 %', plafond: 1 }, { taux: '20 %', plafond: 7 }, { taux: '50 %' }] } },
  };
  test.each(Object.keys(cases))('%s', (name) => {
    table({ ...abc, d: { valeur: 'a * 2' }, r: cases[name] }, { a: some, b: some, c: yesNo }, { rows: some.length ** 2 * 4 });
  });

  test('parents: not applicable, no, undefined', () => {
    table({ ...abc, c: { question: '?' }, 'c . x': { valeur: 'a' }, r: { somme: ['c . x', 'b'] } }, { a: some, b: some, c: yesNo }, { rows: some.length ** 2 * 4 });
    table({ ...abc, p: { 'applicable si': 'c', valeur: 'b' }, 'p . x': { valeur: 'a' }, r: { somme: ['p . x', 1] } }, { a: some, b: some, c: yesNo }, { rows: some.length ** 2 * 4 });
  });

  test('a context that gives what is not applicable, though never inferred to be', () => {
    const m = { question: '?', unité: '€' };
    const r = { valeur: { valeur: { moyenne: ['m', '2 €', '0 €'] } }, contexte: { m: 'o' }, unité: '€' };
    table({ m, o: { ...m, 'par défaut': '12 €' }, r }, { m: [48.39, 0, undefined], o: some }, { rows: 3 * some.length });
  });

  test('replacements', () => {
    table({ ...abc, x: { 'applicable si': 'c', valeur: 'b', remplace: 'd' }, d: { valeur: 'a' }, r: { valeur: 'd + 1' } }, { a: some, b: some, c: yesNo }, { rows: some.length ** 2 * 4 });
    table({ ...abc, x: { valeur: 'c', 'rend non applicable': 'd' }, d: { valeur: 'a' }, r: { somme: ['d', 'b'] } }, { a: some, b: some, c: yesNo }, { rows: some.length ** 2 * 4 });
  });
});

describe('boundaries', { timeout: 60_000 }, () => {
  const around = (value: number): number[] => [value - 1, value * (1 - Number.EPSILON), value, value * (1 + Number.EPSILON), value + 1, -value];
  test('ceilings, floors and bands, one bit around', () => {
    const a = { question: '?', unité: '€' };
    const values = [...around(1000), ...around(2500.5), 0, -0, 1e-9, undefined];
    const tranches = (key: string, ...gives: string[]) => [{ [key]: gives[0], plafond: '1 k€' }, { [key]: gives[1], plafond: '2500.5 €' }, { [key]: gives[2] }];
    for (const r of [
      { valeur: 'a', plafond: '1000 €' },
      { valeur: 'a', plancher: '1000 €' },
      { barème: { assiette: 'a', tranches: tranches('taux', '10 %', '33.3 %', '41 %') } },
      { grille: { assiette: 'a', tranches: tranches('montant', '1 €', '2 €', '3 €') } },
      { 'taux progressif': { assiette: 'a', tranches: tranches('taux', '10 %', '33.3 %', '41 %') } },
    ]) table({ a, r }, { a: values }, { rows: values.length });
  });

  test('rounding ties, negatives, percents', () => {
    const ties = [0.49999999999999994, 1.4999999999999998, 2.5, -0.5, -1.5, -2.5, 1.005, 8.575, 0.285, 1234.5, 33.335, 1e-5, -0.4, 4.35, 0];
    for (const arrondi of ['oui', '2 décimales', '1 décimale', '3 décimales', '-2 décimales']) {
      table({ a: { question: '?', unité: '%' }, r: { valeur: 'a', arrondi } }, { a: ties }, { rows: ties.length });
      table({ a: { type: 'nombre', question: '?' }, r: { valeur: 'a / 3', arrondi } }, { a: ties }, { rows: ties.length });
    }
  });

  test.each(['jour', 'mois', 'an', 'trimestre', 'trimestre civil', 'année civile'])('durée in %s', (unité) => {
    const days = [10_956, 10_957, 11_015, 11_016, 11_017, 18_321, 18_322, 18_627, 18_628, 19_782, 19_783, null, undefined];
    table({ ...dates, r: { valeur: { durée: { depuis: 'a', "jusqu'à": 'b', unité } } } }, { a: days, b: days }, { rows: days.length ** 2 });
  });
});

describe('columns that hold no facts are refused by name', () => {
  const engine = new Engine({ r: { valeur: 'a + 1' }, ...numbers, t: { type: 'texte', question: '?' }, same: { valeur: "t = 'x'" } } as ConstructorParameters<typeof Engine>[0], { logger });
  test.each([[3, true], [4, true], [32, true], [255, true], [0, false], [1, false], [2, false]])('a state %i', (state, refused) => {
    const run = () => compile(engine, ['r'], { inputs: ['a'] }).run({ a: { values: Float64Array.of(9, 9), state: Uint8Array.of(0, state) } }, 2);
    if (refused) expect(run).toThrow('A state of « a »');
    else expect(run).not.toThrow();
  });
  test('texts as decimals', () => {
    expect(() => compile(engine, ['same'], { inputs: ['t'] }).run({ t: { values: Float64Array.of(1) } }, 1)).toThrow('« t » must be an array of whole numbers');
  });
});
