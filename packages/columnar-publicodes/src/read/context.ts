import type { ASTNode } from 'publicodes';
import type { Node } from '../graph.ts';
import { besides } from '../ops/index.ts';
import type { Reader } from './reader.ts';

/** `contexte`: the same rules read again with other situations; what these are worth is computed outside. */
export function inContext(reader: Reader, ast: ASTNode<'contexte'>): Node {
  const { scope } = reader;
  // The interpreter takes two nested contexts that change nothing on a row for a loop, and answers that they are not applicable.
  if (scope.overrides.size > 0) reader.refuse('contexte', 'un contexte dans un contexte');
  const overrides = new Map(scope.overrides);
  const beside: Node[] = [];
  for (const [reference, value] of ast.explanation.contexte) {
    beside.push(reader.node(reference), reader.node(value));
    overrides.set(reader.nameOf(reference), { node: reader.node(value), nullable: reader.nullable(value) });
  }
  const key = `${[...overrides].map(([name, { node, nullable }]) => `${name}=${node.id}${nullable === false ? '' : '?'}`).toSorted().join(';')}!${[...scope.ordered].join(';')}`;
  const inside = reader.within({ key, overrides, ordered: scope.ordered }, () => reader.node(ast.explanation.valeur));
  return besides(reader.graph, inside, beside);
}
