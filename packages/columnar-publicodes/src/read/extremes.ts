import type { ASTNode } from 'publicodes';
import type { Node } from '../graph.ts';
import { compare, condition, extreme, or } from '../ops/index.ts';
import { joined, typed } from './join.ts';
import type { Reader } from './reader.ts';

/** `le maximum de` or `le minimum de`, which the parser has turned into conditions over private rules: read back as a list. */
export interface Extreme { op: '>' | '<'; items: ASTNode[] }

const mechanism = { '>': 'le maximum de', '<': 'le minimum de' } as const;

export function extremeOf(reader: Reader, ast: ASTNode<'condition'>): Extreme | undefined {
  const items: ASTNode[] = [];
  let op: Extreme['op'] | undefined;
  let at: ASTNode = ast;
  while (at.nodeKind === 'condition') {
    const { si, alors, sinon } = at.explanation;
    const value = si.nodeKind === 'est non applicable' && si.explanation.nodeKind === 'reference' ? si.explanation.dottedName : undefined;
    if (!value?.endsWith('$INTERNAL valeur') || alors.nodeKind !== 'reference' || sinon.nodeKind !== 'condition') return undefined;
    const comparison: ASTNode | undefined = sinon.explanation.si.nodeKind === 'operation' ? sinon.explanation.si.explanation[1] : undefined;
    if (comparison?.nodeKind !== 'operation' || (comparison.operationKind !== '>' && comparison.operationKind !== '<')) return undefined;
    op = comparison.operationKind;
    const item = reader.ruleNode(value);
    // The private rules' parents say no more than the list itself; where a replacement has changed them, the interpreter goes in circles.
    if (item.explanation.parents.some((parent) => parent.nodeKind !== 'reference')) reader.refuse(mechanism[op], 'la règle est remplacée ou rendue non applicable : donner la liste à une règle à part');
    items.unshift(item.explanation.valeur);
    at = reader.ruleNode(reader.nameOf(alors)).explanation.valeur;
  }
  return op && { op, items };
}

function read(reader: Reader, { op, items }: Extreme): Node[] {
  const nodes = items.map((item) => reader.node(item));
  for (const node of nodes) if (node.type && node.type !== 'number') reader.refuse(mechanism[op], `un terme n’est pas un nombre (${node.type})`);
  if (items.some((item) => reader.hides(item))) reader.refuse(mechanism[op], 'un terme peut être non applicable sans que l’interpréteur le sache (variations sans « sinon », condition dont le test peut être non applicable)');
  return nodes.map((node) => typed(reader, node, 'number'));
}

/** Items that are not applicable are skipped; one undefined makes the whole undefined. */
export function extremeValue(reader: Reader, list: Extreme): Node {
  const none = typed(reader, reader.graph.constant(0, undefined, undefined, 1, true), 'number');
  return read(reader, list).reduce((acc, item) => combine(reader, list.op, acc, item), none);
}

function combine(reader: Reader, op: Extreme['op'], acc: Node, item: Node): Node {
  if (acc.constant?.state === 1) return item;
  if (item.constant?.state === 1) return acc;
  const { yes, no, unit, loose } = joined(reader, mechanism[op], item, acc);
  return extreme(reader.graph, op, no, yes, unit, loose);
}

export function extremeNotApplicable(reader: Reader, list: Extreme): Node {
  const { graph } = reader;
  const nodes = read(reader, list);
  let value = typed(reader, graph.constant(0, undefined, undefined, 1, true), 'number');
  let off = graph.constant(true, 'boolean');
  const choice = (test: Node, yes: Node, no: Node) => condition(graph, test, { yes, no, type: 'boolean', unit: undefined, loose: false });
  for (const [k, item] of nodes.entries()) {
    const ast = list.items[k];
    if (!ast) continue;
    const question = reader.isNotApplicable(ast);
    const wins = or(graph, off, compare(graph, list.op, item, value));
    off = choice(question, off, choice(wins, question, off));
    value = combine(reader, list.op, value, item);
  }
  return off;
}

