import { operand, waitOf, type Graph, type Node, type Wait } from '../graph.ts';
import { always, both, contagion, either, escapes, isNa, isUndefined, isValue, stateOf, when, ESCAPE, NOT_APPLICABLE, UNDEFINED, VALUE, type Operand, type State } from '../states.ts';

export type Comparison = '<' | '<=' | '>' | '>=';

const boolean = (graph: Graph, op: string, args: readonly Node[], value: string, state: State, waits?: Wait): Node =>
  graph.make({ op, args, type: 'boolean', value: `(${value})`, state, waits });

/** Holds only on rows that have a value: a boolean is false elsewhere. */
const whereValue = (a: Operand, b: Operand, value: string) => both(both(isValue(a), isValue(b)), value);

/** Only values, or undefined: their states are 0 and 2, which bits combine without a branch. On rows drawn at random a branch costs more than all the rest. */
const onlyDefinedOrNot = (...operands: readonly Operand[]): boolean => operands.every((x) => (x.may & (NOT_APPLICABLE | ESCAPE)) === 0);

/** Left not applicable, right not applicable, then undefined; numbers, or dates as days. */
export function compare(graph: Graph, op: Comparison, left: Node, right: Node): Node {
  const a = operand(left, 0);
  const b = operand(right, 1);
  const known = decided(op, left, right);
  if (onlyDefinedOrNot(a, b) && known === undefined) {
    const state = contagion(a, b);
    return boolean(graph, op, [left, right], state.code === '0' ? `$0${op}$1` : `((${state.code})===0&$0${op}$1)===1`, state);
  }
  const undefined_ = when(either(isUndefined(a), isUndefined(b)), always.undefined, always.value);
  const state = when(escapes(a), always.escape, when(isNa(a), always.na, when(escapes(b), always.escape, when(isNa(b), always.na, undefined_))));
  return boolean(graph, op, [left, right], whereValue(a, b, known ?? `$0${op}$1`), state);
}

/** What ranges already tell. */
function decided(op: Comparison, left: Node, right: Node): string | undefined {
  const [a, b] = [left.range, right.range];
  if (left.type !== 'number' || !a.finite || !b.finite) return undefined;
  const [low, high] = op === '<' || op === '<=' ? [a, b] : [b, a];
  const strict = op === '<' || op === '>';
  if (strict ? low.hi < high.lo : low.hi <= high.lo) return 'true';
  if (strict ? low.lo >= high.hi : low.lo > high.hi) return 'false';
  return undefined;
}

/** True where the operand is `non` or not applicable. */
const falseOrNa = (node: Node, x: Operand): string => (node.type === 'boolean' ? either(isNa(x), both(isValue(x), `!$${x.at}`)) : isNa(x));

/** `=` and `!=`: not applicable is `non`, and nothing else than itself and `non`; values of two types differ. */
export function equal(graph: Graph, left: Node, right: Node, negated: boolean): Node {
  const a = operand(left, 0);
  const b = operand(right, 1);
  const state = contagion(a, b);
  if (left.type === right.type && onlyDefinedOrNot(a, b)) {
    const same = `$0${negated ? '!' : '='}==$1`;
    return boolean(graph, negated ? '!=' : '=', [left, right], state.code === '0' ? same : `((${state.code})===0&${same})===1`, state);
  }
  const known = either(both(isValue(a), isValue(b)), 'false');
  let same: string;
  if (left.type === 'boolean' && right.type === 'boolean') same = '$0===$1';
  else if (left.type === right.type) same = either(both(known, '$0===$1'), both(isNa(a), isNa(b)));
  else same = both(falseOrNa(left, a), falseOrNa(right, b));
  const value = negated ? (same === 'true' ? 'false' : same === 'false' ? 'true' : `!(${same})`) : same;
  const defined = both(both(bar(a), bar(b)), value);
  return boolean(graph, negated ? '!=' : '=', [left, right], defined, state);
}

/** Neither undefined nor escaped. */
const bar = (x: Operand): string => ((x.may & (UNDEFINED | ESCAPE)) === 0 ? 'true' : `(#${x.at}<2)`);

/** `et` of booleans: false wins over undefined, on either side. */
export function and(graph: Graph, left: Node, right: Node): Node {
  const a = operand(left, 0);
  const b = operand(right, 1);
  const state = when(
    escapes(a),
    always.escape,
    when(falseOrNa(left, a), always.value, when(escapes(b), always.escape, when(falseOrNa(right, b), always.value, when(either(isUndefined(a), isUndefined(b)), always.undefined, always.value)))),
  );
  if (left.constant?.value === true && left.constant.state === 0) return naIsFalse(graph, right);
  if (right.constant?.value === true && right.constant.state === 0) return naIsFalse(graph, left);
  if (!onlyDefinedOrNot(a, b)) return boolean(graph, 'et', [left, right], '$0&&$1', simplest(state, a, b));
  const [notFalse, alsoNot] = [a, b].map((x) => (x.may === VALUE ? `$${x.at}` : `($${x.at}|#${x.at}>>1)`));
  const unsettled = contagion(a, b);
  const waits = jointWait(left, right);
  // Both wait for one same thing: their conjunction does.
  if (waits?.always) return boolean(graph, 'et', [left, right], '($0&$1)===1', stateOf(b), waits);
  return boolean(graph, 'et', [left, right], '($0&$1)===1', unsettled.code === '0' ? always.value : { code: `(${unsettled.code}&(${notFalse}&${alsoNot})<<1)`, may: state.may }, waits);
}

/** What the conjunction of two booleans waits for: that of either when the other always has a value, theirs when it is the same. */
function jointWait(left: Node, right: Node): Wait | undefined {
  if (left.may === VALUE || right.may === VALUE) {
    const other = left.may === VALUE ? right : left;
    return other.may === VALUE ? undefined : { on: waitOf(other).on, always: false };
  }
  const on = sameWait(left, right);
  return on && { on, always: waitOf(left).always && waitOf(right).always };
}

/** The one thing that two booleans wait for, if it is one. */
function sameWait(left: Node, right: Node): Node | undefined {
  const { on } = waitOf(left);
  return left.may !== VALUE && right.may !== VALUE && waitOf(right).on === on ? on : undefined;
}

/** `ou` of booleans: true wins over undefined, on either side. */
export function or(graph: Graph, left: Node, right: Node): Node {
  const a = operand(left, 0);
  const b = operand(right, 1);
  const state = when(escapes(a), always.escape, when(truthy(a), always.value, when(escapes(b), always.escape, when(truthy(b), always.value, when(either(isUndefined(a), isUndefined(b)), always.undefined, always.value)))));
  if (left.constant?.value === false && left.constant.state === 0) return naIsFalse(graph, right);
  if (right.constant?.value === false && right.constant.state === 0) return naIsFalse(graph, left);
  if (!onlyDefinedOrNot(a, b)) return boolean(graph, 'ou', [left, right], '$0||$1', simplest(state, a, b));
  // Where what one waits for is undefined, the other is not true: it alone tells.
  const on = sameWait(left, right);
  const teller = [a, b].find((_, k) => waitOf(k === 0 ? left : right).always);
  if (on && teller) return boolean(graph, 'ou', [left, right], '($0|$1)===1', stateOf(teller), { on, always: true });
  const unsettled = contagion(a, b);
  return boolean(graph, 'ou', [left, right], '($0|$1)===1', unsettled.code === '0' ? always.value : { code: `(${unsettled.code}&($0|$1)-1)`, may: state.may }, on && { on, always: false });
}

const truthy = (x: Operand): string => ((x.may & VALUE) === 0 ? 'false' : `$${x.at}`);

/** Without undefined nor escape, a conjunction always has a value. */
const simplest = (state: State, ...operands: readonly Operand[]): State => (operands.every((x) => (x.may & (UNDEFINED | ESCAPE)) === 0) ? always.value : state);

/** The boolean itself, `non` where it is not applicable. */
function naIsFalse(graph: Graph, node: Node): Node {
  const x = operand(node, 0);
  return isNa(x) === 'false' ? node : boolean(graph, 'na', [node], '$0', contagion(x));
}

export const not = (graph: Graph, node: Node): Node => equal(graph, node, graph.constant(false, 'boolean'), false);

/** `est non défini`. */
export function isMissing(graph: Graph, node: Node): Node {
  const x = operand(node, 0);
  return boolean(graph, 'est non défini', [node], isUndefined(x), when(escapes(x), always.escape, always.value));
}

/** `est non applicable` of what has just been computed. */
export function isNotApplicable(graph: Graph, node: Node): Node {
  const x = operand(node, 0);
  return boolean(graph, 'est non applicable', [node], isNa(x), contagion(x));
}

/** Where a condition holds for `variations`: any value but `non`, 0 and texts included. */
export function holds(graph: Graph, node: Node): Node {
  const x = operand(node, 0);
  return node.type === 'boolean' ? naIsFalse(graph, node) : boolean(graph, 'tient', [node], isValue(x), contagion(x));
}

/** True exactly where the boolean is; undefined counts as not. */
export function isTrue(graph: Graph, node: Node): Node {
  const x = operand(node, 0);
  return boolean(graph, 'vrai', [node], truthy(x), when(escapes(x), always.escape, always.value));
}

/** `fresh`, but left to the interpreter where the answer it would give from its cache (`node` is not applicable) differs. */
export function unlessOrderMatters(graph: Graph, fresh: Node, node: Node): Node {
  const f = operand(fresh, 0);
  const v = operand(node, 1);
  const cached = isNa(v);
  const agree = both(isValue(f), cached === 'true' ? '$0' : cached === 'false' ? '!$0' : `$0===(${cached})`);
  // Escapes of the node itself are not those of the question.
  return boolean(graph, 'ordre', [fresh, node], both(agree, '$0'), when(escapes(f), always.escape, when(agree, always.value, always.escape)));
}
