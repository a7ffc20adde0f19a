import { parseUnit, reduceAST, type ASTNode, type RuleNode, type Unit } from 'publicodes';
import type Engine from 'publicodes';
import { Graph, type Type } from './graph.ts';
import { between } from './ranges.ts';
import { Reader } from './read/reader.ts';
import type { Strings } from './read/strings.ts';
import { CompileRefusal } from './refusal.ts';
import type { Input } from './columns.ts';

/** Keys that give a rule its value; those that only alter one (units, ceilings, applicability) are not here. */
const mechanisms = new Set([
  'valeur', 'formule', 'somme', 'produit', 'multiplication', 'moyenne', 'le maximum de', 'le minimum de', 'condition', 'variations', 'barème', 'grille', 'taux progressif', 'durée', 'texte', 'logarithme',
  'toutes ces conditions', 'une de ces conditions', 'est défini', 'est non défini', 'est applicable', 'est non applicable', 'inversion numérique', 'constant', 'variable',
  '+', '-', '*', '/', '//', '**', '<', '<=', '>', '>=', '=', '!=', 'et', 'ou',
]);

/** What a rule without formula is for: to be told. */
const isAsked = (rule: RuleNode): boolean => !Object.keys(rule.rawNode).some((key) => mechanisms.has(key));

/** Finds, on demand, what a column of a rule holds: its type as the engine infers it, its unit as the rule says it. */
export class Inputs {
  readonly #engine: Engine;
  readonly #strings: Strings;
  readonly #wanted: ReadonlySet<string> | undefined;
  readonly #known = new Map<string, Input | undefined>();

  /** `wanted`: the rules given by column; by default those without a formula. */
  constructor(engine: Engine, strings: Strings, wanted: readonly string[] | undefined, fixed: readonly string[]) {
    this.#engine = engine;
    this.#strings = strings;
    this.#wanted = wanted && new Set(wanted);
    for (const name of fixed) this.#known.set(name, undefined);
  }

  get(name: string): Input | undefined {
    if (this.#known.has(name)) return this.#known.get(name);
    // While its own unit is looked for, the rule is not an input.
    this.#known.set(name, undefined);
    const input = this.#find(name);
    this.#known.set(name, input);
    return input;
  }

  #find(name: string): Input | undefined {
    const rule = this.#engine.context.parsedRules[name];
    if (!rule || (this.#wanted ? !this.#wanted.has(name) : !isAsked(rule))) return undefined;
    const type: Type | undefined = this.#engine.context.nodesTypes.get(rule)?.type;
    if (type === undefined) return undefined;
    return { name, type, unit: type === 'number' ? this.#unit(name, rule) : undefined, optional: true, ...(type === 'string' ? { options: this.#strings.list } : {}) };
  }

  /** The rule's unit; else that of its options; else that of its default or formula. */
  #unit(name: string, rule: RuleNode): Unit | undefined {
    const raw: { unité?: unknown } = rule.rawNode;
    if (typeof raw.unité === 'string') return parseUnit(raw.unité, this.#engine.context.getUnitKey);
    if (rule.possibilities?.unit) return rule.possibilities.unit;
    const unset = valueUnset(name, rule);
    if (!unset) return undefined;
    const reader = new Reader(this.#engine, new Graph(), this.#strings, (other) => {
      const input = this.get(other);
      return input && { type: input.type, unit: input.unit, may: 1, range: between(-1e100, 1e100, true) };
    });
    try {
      return reader.target(() => reader.node(unset)).read.unit;
    } catch (error) {
      if (error instanceof CompileRefusal) return undefined;
      throw error;
    }
  }
}

/** What a rule is worth when its situation is not defined. */
function valueUnset(name: string, rule: RuleNode): ASTNode | undefined {
  return reduceAST<ASTNode | undefined>(
    (found, node) => {
      if (found) return found;
      if (node.nodeKind !== 'condition') return undefined;
      const { si, alors } = node.explanation;
      return si.nodeKind === 'est non défini' && si.explanation.nodeKind === 'reference' && si.explanation.dottedName === `${name} . $SITUATION` ? alors : undefined;
    },
    undefined,
    rule.explanation.valeur,
  );
}
