import { formatValue, serializeUnit, type ASTNode, type Unit } from 'publicodes';
import { dayOf } from '../dates.ts';
import type { Node } from '../graph.ts';
import { condition, converted, duration, holds, isMissing, isRounded, logarithm, relabelled, rounded, variation } from '../ops/index.ts';
import { VALUE } from '../states.ts';
import { convertible, isBare, simplified, vagueUnit } from '../units.ts';
import { inContext } from './context.ts';
import { extremeOf, extremeValue } from './extremes.ts';
import { joined, number, typed } from './join.ts';
import { operation } from './operations.ts';
import type { Reader } from './reader.ts';
import { table } from './tables.ts';

/** The value of any node but rules and references, one mechanism by case. */
export function expression(reader: Reader, ast: ASTNode): Node {
  const { graph } = reader;
  switch (ast.nodeKind) {
    case 'constant':
      return constant(reader, ast);
    case 'operation':
      return operation(reader, ast);
    case 'condition':
      return choice(reader, ast);
    case 'variations':
      return ast.sourceMap?.mecanismName === 'replacement' ? reader.replacing(() => variations(reader, ast)) : variations(reader, ast);
    case 'est non défini':
      return isMissing(graph, reader.node(ast.explanation));
    case 'est non applicable':
      return reader.isNotApplicable(ast.explanation);
    case 'variable manquante':
      return reader.node(ast.explanation);
    case 'unité':
      return inUnit(reader, ast);
    case 'simplifier unité':
      return simplifiedUnit(reader, "simplifier l'unité", reader.node(ast.explanation));
    case 'arrondi':
      return rounding(reader, ast);
    case 'barème':
    case 'grille':
    case 'taux progressif':
      return table(reader, ast);
    case 'durée':
      return elapsed(reader, ast);
    case 'logarithme':
      return logarithm(graph, number(reader, 'logarithme', simplifiedUnit(reader, 'logarithme', reader.node(ast.explanation))));
    case 'contexte':
      return inContext(reader, ast);
    case 'texte':
      return text(reader, ast);
    default:
      return reader.refuse(ast.nodeKind, 'ce mécanisme n’est pas compilé');
  }
}

function constant(reader: Reader, ast: ASTNode<'constant'>): Node {
  const { graph } = reader;
  const unit: Unit | undefined = 'unit' in ast ? ast.unit : undefined;
  const { nodeValue } = ast;
  if (nodeValue === null || nodeValue === undefined) return graph.constant(0, undefined, unit, nodeValue === null ? 1 : 2, !unit);
  if (typeof nodeValue === 'string') {
    const day = dayOf(nodeValue);
    return day === undefined ? graph.constant(reader.strings.code(nodeValue), 'string') : graph.constant(day, 'date');
  }
  return graph.constant(nodeValue, typeof nodeValue === 'number' ? 'number' : 'boolean', unit);
}

/** The unit that a branch written as a constant, a conversion or a duration lends to the other, even when it is not evaluated. */
const writtenUnit = (ast: ASTNode): Unit | undefined => ('unit' in ast && typeof ast.unit === 'object' ? ast.unit : undefined);

function choice(reader: Reader, ast: ASTNode<'condition'>): Node {
  const extreme = extremeOf(reader, ast);
  if (extreme) return extremeValue(reader, extreme);
  const { si, alors, sinon } = ast.explanation;
  const raw = reader.node(si);
  if (raw.type !== 'boolean' && raw.type !== undefined) reader.refuse('condition', `le test n’est pas un oui ou non (${raw.type})`);
  const test = typed(reader, raw, 'boolean');
  const lent = writtenUnit(alors);
  if (test.constant?.state === 0) {
    if (test.constant.value === true) return reader.node(alors);
    const other = reader.node(sinon);
    return joined(reader, 'condition', reader.graph.constant(0, undefined, other.unit, 1, !other.unit), other, lent).no;
  }
  if (test.constant?.state === 1) return reader.graph.constant(0, undefined, lent, 1, !lent);
  return condition(reader.graph, test, joined(reader, mechanismOf(ast), reader.node(alors), reader.node(sinon), lent));
}

const mechanismOf = (ast: ASTNode): string => ast.sourceMap?.mecanismName ?? ast.nodeKind;

/** First true test wins; an undefined one met before leaves the whole undefined. */
function variations(reader: Reader, ast: ASTNode<'variations'>): Node {
  const { graph } = reader;
  const branches: { test: Node; value: Node }[] = [];
  let otherwise = graph.constant(0, undefined, undefined, 1, true);
  for (const { condition: si, consequence } of ast.explanation) {
    const test = holds(graph, reader.node(si));
    if (test.constant?.state === 0 && test.constant.value === false) continue;
    if (test.constant?.state === 2) {
      otherwise = graph.constant(0, undefined, undefined, 2, true);
      break;
    }
    const value = reader.node(consequence);
    if (test.constant?.state === 0) {
      otherwise = value;
      break;
    }
    branches.push({ test, value });
  }
  return branches.reduceRight((rest, { test, value }) => variation(graph, test, joined(reader, mechanismOf(ast), value, rest)), otherwise);
}

function inUnit(reader: Reader, ast: ASTNode<'unité'>): Node {
  const node = number(reader, 'unité', reader.node(ast.explanation));
  if (isBare(node.unit) && !isBare(ast.unit)) {
    // A quotient without unit takes any, as it is; but the empty unit is a share for the interpreter, 0.2 is 20 %.
    if (!node.unit || !convertible(node.unit, ast.unit)) return relabelled(reader.graph, node, ast.unit, false);
    if (node.unit === vagueUnit) reader.refuse('unité', 'un quotient ou un nombre, selon la branche : préciser l’unité de chacune');
  }
  if (!convertible(node.unit, ast.unit)) reader.refuse('unité', `« ${serializeUnit(node.unit)} » ne se convertit pas en « ${serializeUnit(ast.unit)} »`);
  return converted(reader.graph, node, ast.unit, false);
}

/** Convertible factors cancelled: the value follows, what is not applicable would keep the former unit. */
function simplifiedUnit(reader: Reader, mechanism: string, node: Node): Node {
  if (!node.unit || node.type !== 'number') return node;
  if (node.unit === vagueUnit && !isRounded(node)) reader.refuse(mechanism, 'un quotient ou un nombre, selon la branche : préciser l’unité ou l’arrondi de chacune');
  const unit = simplified(node.unit);
  if (!convertible(node.unit, unit)) reader.refuse(mechanism, `« ${serializeUnit(node.unit)} » ne se simplifie pas`);
  return converted(reader.graph, node, unit);
}

function rounding(reader: Reader, ast: ASTNode<'arrondi'>): Node {
  const value = number(reader, 'arrondi', reader.node(ast.explanation.valeur));
  const digits = reader.node(ast.explanation.arrondi);
  if (digits.type === 'number' && (digits.may & VALUE) !== 0 && !serializeUnit(digits.unit)?.match(/décimales?/)) reader.refuse('arrondi', 'la précision doit être en « décimales »');
  if (digits.type !== 'number' && digits.type !== 'boolean' && digits.type !== undefined) reader.refuse('arrondi', 'la précision n’est ni un nombre ni un oui ou non');
  return rounded(reader.graph, simplifiedUnit(reader, 'arrondi', value), digits);
}

function elapsed(reader: Reader, ast: ASTNode<'durée'>): Node {
  const [from, to] = [ast.explanation.depuis, ast.explanation["jusqu'à"]].map((bound) => {
    // The parser's default end is the day of parsing: nothing that a batch can hold.
    if ('isDefault' in bound && bound.isDefault) reader.refuse('durée', 'la date du jour n’est pas une donnée : écrire les deux dates');
    const node = reader.node(bound);
    if (node.type !== 'date' && node.type !== undefined) reader.refuse('durée', `une date est attendue (${node.type})`);
    return node;
  });
  if (!from || !to) return reader.refuse('durée', 'deux dates sont attendues');
  return duration(reader.graph, from, to, ast.unit);
}

/** A template is one text only when all its parts are known beforehand. */
function text(reader: Reader, ast: ASTNode<'texte'>): Node {
  const parts = ast.explanation.map((part) => {
    if (typeof part === 'string') return part;
    const { constant: known, type, unit } = reader.node(part);
    if (!known || known.state >= 4) return reader.refuse('texte', 'un texte à trous dépend de la ligne');
    const nodeValue = known.state === 1 ? null : known.state === 2 ? undefined : type === 'string' ? reader.strings.text(Number(known.value)) : known.value;
    if (type === 'date') return reader.refuse('texte', 'une date dans un texte n’est pas compilée');
    return formatValue({ nodeValue, ...(unit ? { unit } : {}) } as Parameters<typeof formatValue>[0]);
  });
  return reader.graph.constant(reader.strings.code(parts.join('')), 'string');
}

