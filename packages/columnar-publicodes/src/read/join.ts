import type { Unit } from 'publicodes';
import type { Node, Type } from '../graph.ts';
import { relabelled, type Branches } from '../ops/index.ts';
import { stateOf, NOT_APPLICABLE, VALUE } from '../states.ts';
import { operand } from '../graph.ts';
import { isBare, unitKey, vagueUnit } from '../units.ts';
import type { Reader } from './reader.ts';

/** Never anything but 0, not applicable or undefined: such a branch has no unit of its own to impose. */
const isNothing = (node: Node): boolean => (node.may & VALUE) === 0 || (node.type === 'number' && node.range.lo === 0 && node.range.hi === 0);

/** The unit may really be absent on some row. */
export const mayLackUnit = (node: Node): boolean => node.loose && ((node.may & NOT_APPLICABLE) !== 0 || ((node.may & VALUE) !== 0 && node.range.lo <= 0 && node.range.hi >= 0));

/** What has no type of its own (it is never a value) under the type asked. */
export function typed(reader: Reader, node: Node, type: Type | undefined): Node {
  if (node.type === type || node.type !== undefined || type === undefined) return node;
  if (node.constant) return reader.graph.constant(type === 'boolean' ? false : 0, type, node.unit, node.constant.state, node.loose);
  return reader.graph.make({ op: 'vide', args: [node], type, unit: node.unit, loose: node.loose, value: type === 'boolean' ? 'false' : '0', state: stateOf(operand(node, 0)) });
}

const shown = (unit: Unit | undefined) => unitKey(unit) || 'sans unité';

/** The type and the unit of two branches, refused when they depend on the branch; `lent` is the unit that a written `alors` lends to a branch without one. */
export function joined(reader: Reader, mechanism: string, yes: Node, no: Node, lent?: Unit): Branches {
  const type = yes.type ?? no.type;
  if (yes.type && no.type && yes.type !== no.type) reader.refuse(mechanism, `le type dépend de la branche (${yes.type}, ${no.type})`);
  const other = !no.unit && lent && type === 'number' ? relabelled(reader.graph, no, lent, false) : no;
  const branches = (unit: Unit | undefined, loose: boolean): Branches => ({ yes: typed(reader, yes, type), no: typed(reader, other, type), type, unit, loose });
  if (unitKey(yes.unit) === unitKey(other.unit)) return branches(yes.unit ?? other.unit, yes.loose || other.loose);
  if (!yes.unit && isNothing(yes)) return branches(other.unit, true);
  if (!other.unit && isNothing(other)) return branches(yes.unit, true);
  if (isBare(yes.unit) && isBare(other.unit)) return branches(vagueUnit, yes.loose || other.loose);
  // A value that never is: its unit shows nowhere but in a sum whose left side it is.
  if (isNothing(yes) && (yes.may & NOT_APPLICABLE) === 0) return branches(other.unit, true);
  if (isNothing(other) && (other.may & NOT_APPLICABLE) === 0) return branches(yes.unit, true);
  return reader.refuse(mechanism, `l’unité dépend de la branche (${shown(yes.unit)}, ${shown(other.unit)})`);
}

/** What is a number wherever it has a value. */
export function number(reader: Reader, mechanism: string, node: Node): Node {
  if (node.type !== 'number' && node.type !== undefined) reader.refuse(mechanism, `un nombre est attendu (${node.type})`);
  return typed(reader, node, 'number');
}
