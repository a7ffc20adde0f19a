import { serializeUnit, type ASTNode, type Unit } from 'publicodes';
import type { Node } from '../graph.ts';
import { and, arithmetic, compare, converted, equal, or, isRounded, percentShift, relabelled, type Arithmetic } from '../ops/index.ts';
import { NOT_APPLICABLE, VALUE } from '../states.ts';
import { convertible, emptyUnit, isBare, isPercent, overPercent, productUnit, quotientUnit, unitKey, vagueUnit } from '../units.ts';
import { mayLackUnit, typed } from './join.ts';
import type { Reader } from './reader.ts';

/** Binary operators: types checked, units settled here so that emitted code knows none. */
export function operation(reader: Reader, ast: ASTNode<'operation'>): Node {
  const { graph } = reader;
  const op = ast.operationKind;
  const left = reader.node(ast.explanation[0]);
  // A false or a true on the left decides alone: the right may be what cannot be compiled.
  if (op === 'et' && left.constant && (left.constant.state === 1 || (left.constant.state === 0 && left.constant.value === false))) return graph.constant(false, 'boolean');
  if (op === 'ou' && left.constant?.state === 0 && left.constant.value === true) return graph.constant(true, 'boolean');
  const right = reader.node(ast.explanation[1]);
  switch (op) {
    case 'et':
      return and(graph, yesNo(reader, op, left), yesNo(reader, op, right));
    case 'ou':
      return or(graph, yesNo(reader, op, left), yesNo(reader, op, right));
    case '=':
    case '!=':
      return equal(graph, left, sameUnit(reader, op, left, right), op === '!=');
    case '<':
    case '<=':
    case '>':
    case '>=':
      return comparison(reader, op, left, right);
    default:
      return calculation(reader, op, operand(reader, op, left), operand(reader, op, right));
  }
}

function yesNo(reader: Reader, op: string, node: Node): Node {
  if (node.type !== 'boolean' && node.type !== undefined) reader.refuse(op, `un oui ou non est attendu (${node.type})`);
  return typed(reader, node, 'boolean');
}

function operand(reader: Reader, op: Arithmetic, node: Node): Node {
  const countable = (op === '+' || op === '-') && node.type === 'boolean';
  if (node.type !== 'number' && node.type !== undefined && !countable) reader.refuse(op, `un nombre est attendu (${node.type})`);
  return typed(reader, node, 'number');
}

function comparison(reader: Reader, op: '<' | '<=' | '>' | '>=', left: Node, right: Node): Node {
  const type = left.type ?? right.type ?? 'number';
  if ((type !== 'number' && type !== 'date') || (right.type && right.type !== type)) reader.refuse(op, `deux nombres ou deux dates sont attendus (${left.type}, ${right.type})`);
  return compare(reader.graph, op, typed(reader, left, type), typed(reader, sameUnit(reader, op, left, right), type));
}

/** The right operand in the left's unit; one without unit takes the other's. */
function sameUnit(reader: Reader, op: string, left: Node, right: Node): Node {
  if (left.type !== 'number' || right.type !== 'number' || !left.unit || !right.unit) return right;
  if (left.unit === vagueUnit || right.unit === vagueUnit) {
    if (isBare(left.unit) && isBare(right.unit) && isRounded(right)) return right;
    reader.refuse(op, 'un quotient d’un côté et un nombre de l’autre, selon la branche : préciser l’unité ou l’arrondi de chacune');
  }
  if (!convertible(left.unit, right.unit)) reader.refuse(op, `« ${serializeUnit(left.unit)} » et « ${serializeUnit(right.unit)} » ne se convertissent pas`);
  return converted(reader.graph, right, left.unit);
}

function calculation(reader: Reader, op: Arithmetic, left: Node, right: Node): Node {
  const { graph } = reader;
  switch (op) {
    case '+':
    case '-':
      return addition(reader, op, left, right);
    case '*': {
      const unit = productUnit(left.unit, right.unit);
      const percent = unit?.numerators.includes('%') ?? false;
      return arithmetic(graph, op, left, right, percent && unit ? overPercent(unit) : unit, unit !== undefined, percent);
    }
    case '/':
      return arithmetic(graph, op, left, right, quotientUnit(left.unit, right.unit), true);
    case '//':
      return arithmetic(graph, op, left, right, left.unit && right.unit ? undefined : (left.unit ?? right.unit), true);
    default:
      if (left.unit && right.unit) reader.refuse(op, 'une puissance dont les deux membres ont une unité');
      return arithmetic(graph, op, left, right, undefined, false);
  }
}

const isZeroOrNa = (node: Node) => (node.may & VALUE) === 0 || (node.range.lo === 0 && node.range.hi === 0);

function addition(reader: Reader, op: '+' | '-', left: Node, right: Node): Node {
  const { graph } = reader;
  const [lacksLeft, lacksRight] = [mayLackUnit(left), mayLackUnit(right)];
  if (isPercent(right.unit) && !isPercent(left.unit)) {
    if ((left.may & NOT_APPLICABLE) !== 0 && op === '+') reader.refuse(op, 'un pourcentage ajouté à ce qui peut être non applicable');
    // Without its unit a share of 0 adds 0 all the same.
    // A number without unit takes the empty one, as quotients do.
    return percentShift(graph, op, left, right, isBare(left.unit) ? (mayLackUnit(right) ? vagueUnit : emptyUnit) : left.unit);
  }
  if (isPercent(left.unit) && isPercent(right.unit) && lacksLeft) reader.refuse(op, 'un pourcentage ajouté à un pourcentage qui peut valoir 0 sans unité : préciser l’unité');
  if (left.unit && right.unit && unitKey(left.unit) !== unitKey(right.unit) && lacksLeft)
    reader.refuse(op, `l’unité du membre de gauche disparaît quand il vaut 0 (« ${serializeUnit(left.unit)} », « ${serializeUnit(right.unit)} ») : préciser l’unité`);
  if (left.unit && !right.unit && lacksLeft && !isZeroOrNa(right)) reader.refuse(op, vanishing(left.unit));
  if (right.unit && !left.unit && lacksRight && !isZeroOrNa(left)) reader.refuse(op, vanishing(right.unit));
  const unit: Unit | undefined = left.unit ?? right.unit;
  const settled = left.unit && right.unit ? sameUnit(reader, op, left, right) : right;
  const [a, b] = [relabelled(graph, left, unit, left.loose), relabelled(graph, settled, unit, right.loose)];
  const loose = unit !== undefined && (op === '-' && (left.may & NOT_APPLICABLE) !== 0 ? true : (!left.unit || lacksLeft) && (!right.unit || lacksRight));
  return arithmetic(graph, op, a, b, unit, loose);
}

const vanishing = (unit: Unit) => `l’unité « ${serializeUnit(unit)} » disparaît quand le membre vaut 0, et l’autre n’en a pas : préciser l’unité`;
