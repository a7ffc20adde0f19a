import type { ASTNode, RuleNode } from 'publicodes';
import type { Node } from '../graph.ts';
import { and, equal, isTrue, not, or, relabelled, unless, variation } from '../ops/index.ts';
import { isValue, VALUE } from '../states.ts';
import { unitKey } from '../units.ts';
import type { Override, Reader } from './reader.ts';
import { joined } from './join.ts';

const SITUATION = ' . $SITUATION';

/** The value of a rule: not applicable when its parent disables it, else its only possible value or what it computes. */
export function rule(reader: Reader, ast: RuleNode): Node {
  const told = given(reader, ast);
  if (told) return told.node;
  if (ast.dottedName.endsWith(SITUATION)) return reader.node(ast.explanation.valeur);
  const off = disabled(reader, ast);
  if (off.constant?.state === 0 && off.constant.value === true) return reader.graph.constant(0, undefined, undefined, 1, true);
  const value = reader.node(ast.explanation.valeur);
  return unless(reader.graph, off, ast.possibilities ? among(reader, ast.possibilities, value) : value);
}

/** What a situation holds when it comes by column or from a `contexte`; undefined when it is written, or for any other rule. */
export function given(reader: Reader, ast: RuleNode): Override | undefined {
  if (!ast.dottedName.endsWith(SITUATION)) return undefined;
  const name = ast.dottedName.slice(0, -SITUATION.length);
  const override = reader.scope.overrides.get(name);
  if (override) return override;
  const input = reader.input(name, reader);
  return input && { node: inputNode(reader, name, input), nullable: true };
}

function inputNode(reader: Reader, name: string, { type, unit, may, range }: NonNullable<ReturnType<Reader['input']>>): Node {
  const known = isValue({ at: 0, may, value: '' });
  return reader.graph.make({
    op: `input ${name}`,
    args: [],
    type,
    unit,
    // Loaded by the loop itself; a value where there is none reads 0 (false).
    value: known === 'true' ? 'whole' : 'masked',
    state: { code: may === VALUE ? '0' : 'column', may },
    range,
  });
}

/** `une possibilité`: numbers take the unit of the options; among references, the only one that applies is the answer. */
function among(reader: Reader, possibilities: NonNullable<RuleNode['possibilities']>, value: Node): Node {
  const { graph } = reader;
  if (reader.engine.context.strict.checkPossibleValues) reader.refuse('une possibilité', 'la vérification des valeurs possibles n’est pas compilée');
  if (possibilities.type !== 'reference') {
    const { unit } = possibilities;
    return unit && unitKey(unit) !== unitKey(value.unit) ? relabelled(graph, value, unit, false) : value;
  }
  const options = possibilities.explanation.map((option) => ({
    off: isTrue(graph, reader.node(option.notApplicable)),
    value: graph.constant(reader.strings.code(String(option.nodeValue)), 'string'),
  }));
  const choose = (test: Node, yes: Node, no: Node) => variation(graph, test, joined(reader, 'une possibilité', yes, no));
  let result = value;
  for (const [k, option] of options.entries()) {
    const only = options.reduce((test, other, j) => and(graph, test, j === k ? not(graph, other.off) : other.off), graph.constant(true, 'boolean'));
    result = choose(only, option.value, result);
  }
  const none = options.reduce((test, option) => and(graph, test, option.off), graph.constant(true, 'boolean'));
  return choose(none, graph.constant(0, undefined, undefined, 1, true), result);
}

/** Whether the nearest ancestor that may be not applicable, or is a yes or no, disables the rule: always defined. */
export function disabled(reader: Reader, ast: RuleNode): Node {
  const { graph } = reader;
  const never = graph.constant(false, 'boolean');
  if (ast.dottedName.endsWith(SITUATION)) return never;
  const parent = ast.explanation.parents.find((node: ASTNode) => reader.nullable(node) === true || reader.typeOf(node) === 'boolean');
  if (!parent) return never;
  const isBoolean = reader.typeOf(parent) === 'boolean';
  const byAnswer = () => isTrue(graph, equal(graph, reader.node(parent), never, false));
  const off = reader.parentOf(ast.dottedName, () => {
    const byApplicability = reader.nullable(parent) === true ? reader.isNotApplicable(parent, true) : never;
    return isBoolean ? or(graph, byApplicability, byAnswer()) : byApplicability;
  });
  return off ?? (isBoolean ? byAnswer() : never);
}
