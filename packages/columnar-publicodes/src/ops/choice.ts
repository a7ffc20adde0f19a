import type { Unit } from 'publicodes';
import { operand, type Graph, type Node, type Range, type Type } from '../graph.ts';
import { chosen as chosenCells, definedOrNot, tableNode } from './lookup.ts';
import { relabelled } from './quantity.ts';
import { anyNumber, unionOf } from '../ranges.ts';
import { always, contagion, escapes, isNa, isUndefined, isValue, stateOf, when, both, ESCAPE, NOT_APPLICABLE, UNDEFINED, VALUE, type Operand, type State } from '../states.ts';

export interface Branches { yes: Node; no: Node; type: Type | undefined; unit: Unit | undefined; loose: boolean }

/** Both branches are evaluated where the condition is undefined, so an error in either shows. */
function undefinedState(yes: Operand, no: Operand): State {
  const risky = [yes, no].filter((x) => (x.may & ESCAPE) !== 0);
  if (risky.length === 0) return always.undefined;
  return when(risky.map((x) => `#${x.at}>=4`).join('||'), always.escape, always.undefined);
}

function choose(graph: Graph, op: string, test: Node, { yes, no, type, unit, loose }: Branches, na: (next: State) => State): Node {
  const lookup = type === undefined ? undefined : chosenCells(test, yes, no);
  const table = lookup && tableNode(graph, lookup, { type, unit, loose });
  if (table) return table;
  const bound = clamped(graph, test, { yes, no, type, unit, loose });
  if (bound) return bound;
  const step = stepped(graph, test, { yes, no, type, unit, loose });
  if (step) return step;
  const t = operand(test, 0);
  const y = operand(yes, 1);
  const n = operand(no, 2);
  const undefined_ = undefinedState(y, n);
  const state = definedOrNot(test) && definedOrNot(yes) && definedOrNot(no) ? byBits(t, y, n) : when(escapes(t), always.escape, when(isUndefined(t), undefined_, na(when('$0', stateOf(y), stateOf(n)))));
  const masked = type === 'boolean' ? isValue(t) : notNa(op, t);
  const zero = type === 'boolean' ? 'false' : '0';
  const plain = '($0?$1:$2)';
  return graph.make({
    op,
    args: [test, yes, no],
    type,
    unit,
    loose,
    value: masked === 'true' ? plain : type === 'boolean' ? `(${both(masked, plain)})` : `(${masked}?${plain}:${zero})`,
    state,
    range: narrowed(test, yes, no),
    lookup,
    // An error in a branch counts even where the test is undefined: then both are computed first.
    choice: isUndefined(t) === 'false' || undefined_ === always.undefined,
  });
}

/** The test's state and that of the branch it chooses, none of which is more than 0 or 2: a test that is undefined is not true. */
function byBits(t: Operand, y: Operand, n: Operand): State {
  const parts = [
    ...(t.may === VALUE ? [] : ['#0']),
    ...(y.may === VALUE ? [] : ['(#1&-($0|0))']),
    ...(n.may === VALUE ? [] : ['(#2&($0|0)-1)']),
  ];
  if (parts.length === 0) return always.value;
  const never = (t.may & VALUE) === 0 || ((y.may | n.may) & VALUE) === 0;
  return { code: parts.length === 1 ? (parts[0] ?? '') : `(${parts.join('|')})`, may: UNDEFINED | (never ? 0 : VALUE) };
}

/** `x < c ? c : x` and its like are a maximum or a minimum: no branch to mispredict. */
function clamped(graph: Graph, test: Node, { yes, no, type, unit, loose }: Branches): Node | undefined {
  if (type !== 'number' || !definedOrNot(test) || !definedOrNot(no) || yes.constant?.state !== 0 || test.args[0] !== no || test.args[1]?.constant?.value !== yes.constant.value) return undefined;
  const name = { '<': 'max', '<=': 'max', '>': 'min', '>=': 'min' }[test.op];
  return name === undefined ? undefined : graph.make({ op: 'borne', args: [no, yes], type, unit, loose, value: `Math.${name}($0,$1)`, state: stateOf(operand(no, 0)), range: narrowed(test, yes, no) });
}

/** `test ? x + c : x` adds c times the test: a sum costs less than a branch that no one can guess. */
function stepped(graph: Graph, test: Node, { yes, no, type, unit, loose }: Branches): Node | undefined {
  const by = yes.op === '+' && yes.args[0] === no ? yes.args[1]?.constant : undefined;
  const plain = definedOrNot(test) && test.type === 'boolean' && definedOrNot(no) && no.range.finite && definedOrNot(yes);
  if (!by || by.state !== 0 || !Number.isFinite(Number(by.value)) || !plain || type !== 'number') return undefined;
  return graph.make({ op: 'pas', args: [test, no], type, unit, loose, value: `($1+(${Number(by.value)})*($0|0))`, state: contagion(operand(test, 0), operand(no, 1)), range: unionOf([yes, no]) ?? anyNumber });
}

/** `a < b ? b : a` is at least `b`, `a > b ? b : a` at most: what ceilings and floors are made of. */
function narrowed(test: Node, yes: Node, no: Node): Range {
  const range = unionOf([yes, no]) ?? anyNumber;
  const applies = test.args[0] === no && test.args[1] === yes && yes.may === VALUE && no.range.finite && yes.range.finite;
  if (!applies) return range;
  if (test.op === '>' || test.op === '>=') return { ...range, hi: Math.min(range.hi, yes.range.hi) };
  if (test.op === '<' || test.op === '<=') return { ...range, lo: Math.max(range.lo, yes.range.lo) };
  return range;
}

/** A condition that is not applicable gives what is not applicable: the value is 0 there. */
const notNa = (op: string, t: Operand): string => (op === 'condition' && isNa(t) !== 'false' ? `#${t.at}!==1` : 'true');

/** `condition`: not applicable and undefined tests pass on. */
export function condition(graph: Graph, test: Node, branches: Branches): Node {
  if (test.constant) {
    if (test.constant.state === 0) return test.constant.value ? branches.yes : branches.no;
    if (test.constant.state === 1) return graph.constant(0, branches.type, branches.unit, 1, branches.loose);
  }
  if (branches.yes === branches.no && (test.may & ~1) === 0) return branches.yes;
  // Undefined where it is, else itself.
  if (test.op === 'est non défini' && test.args[0] === branches.no && branches.yes.constant?.state === 2) return relabelled(graph, branches.no, branches.unit, branches.loose);
  // What is not applicable because its test is has no unit.
  const loose = branches.loose || (test.may & NOT_APPLICABLE) !== 0;
  return choose(graph, 'condition', test, { ...branches, loose }, (chosen) => when(isNa(operand(test, 0)), always.na, chosen));
}

/** One step of `variations`; the test comes from `holds`, so it is never not applicable. */
export function variation(graph: Graph, test: Node, branches: Branches): Node {
  if (test.constant?.state === 0) return test.constant.value ? branches.yes : branches.no;
  return choose(graph, 'variations', test, branches, (chosen) => chosen);
}

/** `node`, not applicable where `disabled` (always defined) is true. */
export function unless(graph: Graph, disabled: Node, node: Node): Node {
  if (disabled.constant?.state === 0 && !disabled.constant.value) return node;
  const na = graph.constant(0, node.type, node.unit, 1, true);
  // A disabled rule has no unit either.
  return variation(graph, disabled, { yes: na, no: node, type: node.type, unit: node.unit, loose: true });
}

/** `node`, left to the interpreter where one of `others`, evaluated beside it, is. */
export function besides(graph: Graph, node: Node, others: readonly Node[]): Node {
  const risky = [...new Set(others)].filter((other) => other !== node && (other.may & ESCAPE) !== 0);
  if (risky.length === 0) return node;
  const x = operand(node, 0);
  const error = risky.map((_, k) => `#${k + 1}>=4`).join('||');
  return graph.make({ op: 'à côté', args: [node, ...risky], type: node.type, unit: node.unit, loose: node.loose, value: '$0', state: when(`(${error})`, always.escape, stateOf(x)), range: node.range });
}

/** The greater (or smaller) of two numbers of one unit: what is not applicable is skipped, what is undefined wins; `acc` on a tie. */
export function extreme(graph: Graph, op: '>' | '<', acc: Node, item: Node, unit: Unit | undefined, loose: boolean): Node {
  const a = operand(acc, 0);
  const b = operand(item, 1);
  const undefined_ = (x: Operand) => isUndefined(x);
  const anyUndefined = [undefined_(a), undefined_(b)].filter((code) => code !== 'false').join('||') || 'false';
  const anyEscape = [escapes(a), escapes(b)].filter((code) => code !== 'false').join('||') || 'false';
  const state = definedOrNot(acc) && definedOrNot(item) ? contagion(a, b) : when(anyEscape, always.escape, when(anyUndefined, always.undefined, when(both(isNa(a), isNa(b)), always.na, always.value)));
  const plain = op === '>' ? '($1>$0?$1:$0)' : '($1<$0?$1:$0)';
  const afterItem = isNa(b) === 'false' ? plain : `(${isNa(b)}?$0:${plain})`;
  const value = isNa(a) === 'false' ? afterItem : `(${isNa(a)}?$1:${afterItem})`;
  const bounds = unionOf([acc, item]) ?? anyNumber;
  const finite = acc.range.finite && item.range.finite && (a.may & NOT_APPLICABLE) === 0 && (b.may & NOT_APPLICABLE) === 0;
  const tight = finite
    ? { ...bounds, ...(op === '>' ? { lo: Math.max(acc.range.lo, item.range.lo) } : { hi: Math.min(acc.range.hi, item.range.hi) }) }
    : bounds;
  return graph.make({ op: op === '>' ? 'maximum' : 'minimum', args: [acc, item], type: 'number', unit, loose, value, state, range: tight });
}
