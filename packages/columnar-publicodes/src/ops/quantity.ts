import type { Unit } from 'publicodes';
import { operand, type Graph, type Node, type Range } from '../graph.ts';
import { anyNumber, between } from '../ranges.ts';
import { always, contagion, escapes, isNa, isUndefined, stateOf, when, either, VALUE } from '../states.ts';
import { conversion, unitKey } from '../units.ts';

/** From 0.5 up, a rounding to 16 decimals changes nothing; a distance is known up to an error of floats. */
const isAwayFromZero = (range: Range) => range.lo >= 0.5 || range.hi <= -0.5 || range.least >= 0.51;

/** A rounding to 16 decimals would not change it. */
export const isRounded = (node: Node): boolean => (node.may & VALUE) === 0 || node.range.short || isAwayFromZero(node.range);

/** The number converted from its unit to `to`; the same unit still rounds to 16 decimals, as the interpreter does. */
export function converted(graph: Graph, node: Node, to: Unit | undefined, loose = node.loose): Node {
  const from = node.unit;
  if (!from || (node.may & VALUE) === 0) return relabelled(graph, node, to, loose);
  const { times, over, numerators, denominators } = conversion(from, to);
  const steps = [['*', times], ['/', over], ['*', numerators], ['*', denominators]] as const;
  const scaled = steps.filter(([, by]) => by !== 1).reduce((code, [op, by]) => `(${code}${op}${by})`, '$0');
  const scale = steps.reduce((value, [op, by]) => (op === '*' ? value * by : value / by), 1);
  // The bounds widen a little: they need not follow the roundings.
  const grown = (bound: number, up: number) => (scaled === '$0' ? bound : bound * scale + up * Math.abs(bound * scale) * 1e-12);
  const whole = node.range.whole && steps.every(([op, by]) => by === 1 || (op === '*' && Number.isInteger(by)));
  const range = between(grown(node.range.lo, -1), grown(node.range.hi, 1), node.range.finite, { short: true, whole, least: node.range.least * scale });
  const idle = whole || (scaled === '$0' ? node.range.short || isAwayFromZero(node.range) : isAwayFromZero(range));
  if (scaled === '$0' && idle) return relabelled(graph, node, to, loose);
  return graph.make({ op: `en ${unitKey(to)}`, args: [node], type: node.type, unit: to, loose, value: idle ? scaled : `r16(${scaled})`, state: stateOf(operand(node, 0)), range });
}

/** The same value under another unit. */
export function relabelled(graph: Graph, node: Node, unit: Unit | undefined, loose: boolean): Node {
  if (unitKey(node.unit) === unitKey(unit) && Boolean(node.unit) === Boolean(unit) && node.loose === loose) return node;
  if (node.constant) return graph.constant(node.constant.value, node.type, unit, node.constant.state, loose);
  return graph.make({ op: 'unité', args: [node], type: node.type, unit, loose, value: '$0', state: stateOf(operand(node, 0)), range: node.range });
}

/** `arrondi`: `digits` decimals; not applicable or `non` leaves the value as it is. */
export function rounded(graph: Graph, node: Node, digits: Node): Node {
  const x = operand(node, 0);
  const d = operand(digits, 1);
  const undigited = when(escapes(d), always.escape, when(isUndefined(d), always.undefined, always.value));
  const state = undigited === always.value ? stateOf(x) : when(escapes(x), always.escape, when(isNa(x), always.na, when(isUndefined(x), always.undefined, undigited)));
  const idle = either(isNa(d), digits.type === 'boolean' ? '!$1' : 'false');
  const whole = digits.type === 'boolean' ? 0 : digits.constant?.state === 0 ? Number(digits.constant.value) : undefined;
  // Ten to the power is spelt out where it is known: the same operations on the same numbers.
  const code = whole === undefined ? 'decimals($0,$1)' : whole === 0 ? `Math.round($0+${Number.EPSILON})` : `Math.round(($0+${Number.EPSILON})*${10 ** whole})/${10 ** whole}`;
  const value = idle === 'true' ? '$0' : idle === 'false' ? `(${code})` : `(${idle}?$0:${code})`;
  const step = whole === undefined ? undefined : 10 ** -whole;
  const settled = whole !== undefined && idle === 'false';
  const { lo, hi, finite } = node.range;
  const range = step === undefined ? anyNumber : between(lo >= 0 ? Math.max(0, lo - step) : lo - step, hi + step, finite, { short: settled && whole >= 0 && whole <= 9, whole: settled && whole === 0 });
  return graph.make({ op: 'arrondi', args: [node, digits], type: 'number', unit: node.unit, loose: node.loose, value, state, range });
}

export const logarithm = (graph: Graph, node: Node): Node =>
  graph.make({ op: 'logarithme', args: [node], type: 'number', value: `${isNa(operand(node, 0)) === 'false' ? '' : `${isNa(operand(node, 0))}?0:`}Math.log($0)`, state: stateOf(operand(node, 0)) });

const durations: Readonly<Record<string, string>> = {
  jour: 'days',
  mois: 'months',
  an: 'years',
  trimestre: 'quarters',
  'trimestre civil': 'civilQuarters',
  'année civile': 'civilYears',
};

/** `durée` between two dates, not below 0. */
export function duration(graph: Graph, from: Node, to: Node, unit: Unit): Node {
  const a = operand(from, 0);
  const b = operand(to, 1);
  const na = either(isNa(a), isNa(b));
  const escape = either(escapes(a), escapes(b));
  const count = durations[unit.numerators[0] ?? ''] ?? '';
  const counted = ['days', 'civilQuarters', 'civilYears'].includes(count);
  const code = `${count}($0,$1)`;
  return graph.make({
    op: 'durée',
    args: [from, to],
    type: 'number',
    unit,
    value: na === 'false' ? code : `(${na}?0:${code})`,
    state: when(escape, always.escape, when(na, always.na, contagion(a, b))),
    range: between(0, 1e9, true, { whole: counted }),
  });
}

