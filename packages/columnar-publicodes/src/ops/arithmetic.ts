import type { Unit } from 'publicodes';
import { operand, type Graph, type Node, type Range } from '../graph.ts';
import { always, both, contagion, either, escapes, isNa, isUndefined, isValue, when, NOT_APPLICABLE, UNDEFINED, VALUE, type Operand, type State } from '../states.ts';
import { relabelled } from './quantity.ts';
import * as ranges from '../ranges.ts';

/** `+ - * / // **` on numbers (booleans count 0 and 1), with the interpreter's order between zero, not applicable, undefined and errors. */
export type Arithmetic = '+' | '-' | '*' | '/' | '//' | '**';

interface Code { value: string; state: State; range: Range }

const asNumber = (node: Node, at: number) => (node.type === 'boolean' ? `+$${at}` : `$${at}`);

/** True where the operand is the value 0: the products and quotients that stop there. */
const isZero = (node: Node, x: Operand): string =>
  (x.may & VALUE) === 0 || node.range.lo > 0 || node.range.hi < 0 ? 'false' : both(isValue(x), `$${x.at}===0`);

const mayBeZero = (node: Node) => node.may !== VALUE || (node.range.lo <= 0 && node.range.hi >= 0);

function plus(a: Operand, b: Operand, left: Node, right: Node): Code {
  return { value: `${asNumber(left, 0)}+${asNumber(right, 1)}`, state: contagion(a, b), range: ranges.sum(ranges.withNa(left), ranges.withNa(right)) };
}

function minus(a: Operand, b: Operand, left: Node, right: Node): Code {
  const plain = `${asNumber(left, 0)}-${asNumber(right, 1)}`;
  const na = isNa(a);
  return {
    value: na === 'false' ? plain : `(${na}?0:${plain})`,
    state: when(na, always.na, contagion(a, b)),
    range: ranges.sum(left.range, ranges.negated(ranges.withNa(right))),
  };
}

/** Left escape, left not applicable, then right ones, then undefined. */
const ordered = (a: Operand, b: Operand, afterLeft: (next: State) => State, afterRight: (next: State) => State): State =>
  when(escapes(a), always.escape, when(isNa(a), always.na, afterLeft(when(escapes(b), always.escape, afterRight(when(isNa(b), always.na, when(either(isUndefined(a), isUndefined(b)), always.undefined, always.value)))))));

const plainly = (next: State) => next;

function times(a: Operand, b: Operand, left: Node, right: Node): Code {
  const zeroLeft = isZero(left, a);
  const zeroRight = isZero(right, b);
  const state = when(
    escapes(a),
    always.escape,
    when(
      isNa(a),
      always.na,
      when(zeroLeft, always.value, when(escapes(b), always.escape, when(isNa(b), always.na, when(zeroRight, always.value, when(either(isUndefined(a), isUndefined(b)), always.undefined, always.value))))),
    ),
  );
  // An infinite operand, or what may stand for an undefined one, times 0 is 0 all the same.
  const zero = either(mayBeZero(left) && !right.tame ? '$0===0' : 'false', mayBeZero(right) && !left.tame ? '$1===0' : 'false');
  return { value: zero === 'false' ? '$0*$1' : `(${zero}?0:$0*$1)`, state: unlessZero(a, b, b.may === VALUE ? 'false' : zeroLeft, a.may === VALUE ? 'false' : zeroRight) ?? state, range: ranges.product(left.range, right.range) };
}

/** Of operands that have a value or are undefined: undefined where one is, unless the other is a value 0 that stops there. Bits rather than branches. */
function unlessZero(a: Operand, b: Operand, ...zeros: readonly string[]): State | undefined {
  if (((a.may | b.may) & ~(VALUE | UNDEFINED)) !== 0) return undefined;
  const undefined_ = contagion(a, b);
  // A 0 beside what always has a value changes nothing.
  const stops = zeros.filter((zero) => zero !== 'false').map((zero) => zero.replaceAll('&&', '&'));
  if (undefined_.code === '0' || stops.length === 0) return undefined_;
  return { code: `(${undefined_.code}&(${stops.map((zero) => `(${zero})`).join('|')})-1)`, may: undefined_.may | VALUE };
}

function over(a: Operand, b: Operand, left: Node, right: Node): Code {
  const zeroLeft = isZero(left, a);
  return {
    // 0 by a number is 0 anyway.
    value: zeroLeft === 'false' || (right.tame && !mayBeZero(right)) ? '$0/$1' : '($0===0?0:$0/$1)',
    state: (isZero(right, b) === 'false' ? unlessZero(a, b, b.may === VALUE ? 'false' : zeroLeft) : undefined) ?? ordered(a, b, (next) => when(zeroLeft, always.value, next), (next) => when(isZero(right, b), always.escape, next)),
    range: ranges.quotient(left.range, right.range),
  };
}

const codes: Record<Arithmetic, (a: Operand, b: Operand, left: Node, right: Node) => Code> = {
  '+': plus,
  '-': minus,
  '*': times,
  '/': over,
  '//': (a, b) => ({ value: '($0-$0%$1)/$1', state: ordered(a, b, plainly, plainly), range: ranges.anyNumber }),
  '**': (a, b) => ({ value: '$0**$1', state: contagion(a, b), range: ranges.anyNumber }),
};

/** 0, or not applicable, on every row. */
const isNothing = (node: Node) => node.constant !== undefined && node.constant.state <= 1 && node.constant.value === 0;

/** `left op right`, units settled by the caller; `percent`: a product of which one factor is in %. */
export function arithmetic(graph: Graph, op: Arithmetic, left: Node, right: Node, unit: Unit | undefined, loose: boolean, percent = false): Node {
  // What sums and products start from.
  if (op === '+' && isNothing(right) && left.type === 'number' && (left.may & NOT_APPLICABLE) === 0) return relabelled(graph, left, unit, loose);
  if (op === '/' && right.constant?.state === 0 && right.constant.value === 1 && left.type === 'number') return relabelled(graph, left, unit, loose);
  if (op === '*' && right.constant?.state === 0 && right.constant.value === 1 && !percent) return relabelled(graph, left, unit, loose);
  const { value, state, range } = codes[op](operand(left, 0), operand(right, 1), left, right);
  // A quotient by what is not applicable would not be 0, nor would 0 by what is undefined: the value must be.
  const na = op === '/' || op === '//' ? either(isNa(operand(left, 0)), isNa(operand(right, 1))) : 'false';
  const plain = na === 'false' ? value : `(${na}?0:${value})`;
  return graph.make({
    op,
    args: [left, right],
    type: 'number',
    unit,
    loose,
    value: percent ? `(${plain})/100` : `(${plain})`,
    state,
    range: percent ? ranges.quotient(range, ranges.exactly(100)) : range,
  });
}

/** `left ± right %`: the left raised or lowered by that share. */
export function percentShift(graph: Graph, op: '+' | '-', left: Node, right: Node, unit: Unit | undefined): Node {
  const a = operand(left, 0);
  const b = operand(right, 1);
  const na = op === '-' ? isNa(a) : 'false';
  const shifted = `$0*(1+($1/100)*${op === '-' ? -1 : 1})`;
  return graph.make({
    op: `${op}%`,
    args: [left, right],
    type: 'number',
    unit,
    loose: left.loose || na !== 'false',
    value: na === 'false' ? `(${shifted})` : `(${na}?0:${shifted})`,
    state: when(na, always.na, contagion(a, b)),
  });
}
