import type { ASTNode } from 'publicodes';
import type { Node } from '../graph.ts';
import { condition, isNotApplicable, isTrue, unlessOrderMatters } from '../ops/index.ts';
import { NOT_APPLICABLE, UNDEFINED } from '../states.ts';
import { extremeOf, extremeNotApplicable } from './extremes.ts';
import { typed } from './join.ts';
import type { Asked, Reader } from './reader.ts';

/**
 * `est non applicable`, asked of something not evaluated yet: the interpreter looks at what the node is made of, and answers undefined
 * only where it has to evaluate. Rules that the same target also evaluates (`scope.ordered`) may get another answer from its cache.
 * `truth`: the asker minds only whether the answer is yes, so that undefined and no are one.
 */
export function notApplicable(reader: Reader, ast: ASTNode, truth = false): Node {
  const { graph } = reader;
  if (ast.nodeKind === 'reference') return ofRule(reader, reader.nameOf(ast), truth);
  if (ast.nodeKind === 'rule') return ofRule(reader, ast.dottedName, truth);
  if (reader.nullable(ast) === false) return graph.constant(false, 'boolean');
  const settled = (node: Node) => (truth ? isTrue(graph, node) : node);
  if (ast.nodeKind !== 'condition') {
    const node = reader.node(ast);
    const fresh = isNotApplicable(graph, node);
    // References replaced alike are one node for the interpreter: it may have been evaluated already.
    return !truth && ast.sourceMap?.mecanismName === 'replacement' ? unlessOrderMatters(graph, fresh, node) : settled(fresh);
  }
  const extreme = extremeOf(reader, ast);
  if (extreme) return settled(extremeNotApplicable(reader, extreme));
  const test = reader.node(ast.explanation.si);
  if (test.constant?.state === 0) return notApplicable(reader, test.constant.value ? ast.explanation.alors : ast.explanation.sinon, truth);
  if (test.type !== 'boolean' && test.type !== undefined) reader.refuse('condition', 'le test n’est pas un oui ou non');
  const yes = notApplicable(reader, ast.explanation.alors, truth);
  const no = notApplicable(reader, ast.explanation.sinon, truth);
  return settled(condition(graph, typed(reader, test, 'boolean'), { yes, no, type: 'boolean', unit: undefined, loose: false }));
}

function ofRule(reader: Reader, name: string, truth: boolean): Node {
  return reader.question(name, truth, () => {
    const { graph } = reader;
    const ast = reader.ruleNode(name);
    const told = reader.given(ast);
    // The value given is known before it is asked about: undefined is then a no.
    if (told) return told.nullable === false ? graph.constant(false, 'boolean') : isTrue(graph, isNotApplicable(graph, told.node));
    const off = reader.disabled(ast);
    const fresh =
      off.constant?.state === 0 && off.constant.value === true
        ? off
        : condition(graph, off, { yes: graph.constant(true, 'boolean'), no: notApplicable(reader, ast.explanation.valeur, truth), type: 'boolean', unit: undefined, loose: false });
    const mayDiffer = reader.scope.ordered.has(name) && (!truth || hides(reader, ast.explanation.valeur));
    return mayDiffer ? unlessOrderMatters(graph, fresh, reader.value(name)) : fresh;
  });
}

/** Whether what the node is on some row (not applicable) may escape the question above. */
export function hides(reader: Reader, ast: ASTNode): boolean {
  if (ast.nodeKind === 'reference') return hides(reader, reader.ruleNode(reader.nameOf(ast)).explanation.valeur);
  if (ast.nodeKind === 'rule') return hides(reader, ast.explanation.valeur);
  if (reader.nullable(ast) === false) return (reader.node(ast).may & NOT_APPLICABLE) !== 0;
  if (ast.nodeKind !== 'condition') return false;
  const test = reader.node(ast.explanation.si);
  if (test.constant?.state === 0) return hides(reader, test.constant.value ? ast.explanation.alors : ast.explanation.sinon);
  // Asked about a condition whose test is not applicable, the interpreter answers neither yes nor no.
  if ((test.may & NOT_APPLICABLE) !== 0) return true;
  return hides(reader, ast.explanation.alors) || hides(reader, ast.explanation.sinon);
}

/** The rules met both ways, under one scope, for which the two answers may differ. */
export function orderedRules(reader: Reader, met: ReadonlySet<Asked>): Set<string> {
  const ways = Map.groupBy(met, ({ rule, scope }) => `${scope.key}:${rule}`);
  const differ = [...ways.values()].filter((asked) => {
    const [{ rule, scope }] = asked as [Asked, ...Asked[]];
    const kinds = new Set(asked.map(({ kind }) => kind));
    return kinds.has('v') && (kinds.has('n') || kinds.has('t')) && reader.within(scope, () => {
      if (hides(reader, reader.ruleNode(rule).explanation.valeur)) return true;
      return kinds.has('n') && (reader.value(rule).may & UNDEFINED) !== 0 && (ofRule(reader, rule, false).may & UNDEFINED) !== 0;
    });
  });
  return new Set(differ.map(([first]) => first?.rule ?? ''));
}
