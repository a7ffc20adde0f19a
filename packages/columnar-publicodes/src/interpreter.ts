import type Engine from 'publicodes';
import { parsePublicodes, type ASTNode, type EvaluatedNode, type Situation, type Unit } from 'publicodes';
import { dateOf } from './dates.ts';
import type { Type } from './graph.ts';

/** What a rule is set to on one row. */
export type Fact = { type: Type; unit: Unit | undefined; value: number | boolean | string | null };

const silent = { log: () => undefined, warn: () => undefined, error: () => undefined };

/** The engine's copy with a situation that stays; its warnings are not printed, row after row. */
export function withConstants(engine: Engine, constants: Situation<string>): Engine {
  const copy = engine.shallowCopy();
  copy.baseContext.logger = silent;
  copy.context.logger = silent;
  copy.setSituation(constants, { keepPreviousSituation: true });
  copy.context.logger = silent;
  // A later `setSituation` starts from here.
  copy.baseContext = copy.context;
  return copy;
}

/** The expression that `engine.evaluate(name)` evaluates: a reference from the root, where replacements apply. */
export function rootOf(engine: Engine, name: string): ASTNode {
  Object.assign(engine.context, parsePublicodes({ '[privé] $EVALUATION': name }, engine.context));
  const rule = engine.context.parsedRules['$EVALUATION'];
  if (!rule) throw new RangeError(`Nothing to evaluate for ${name}.`);
  return rule.explanation.valeur;
}

/** A fact as the interpreter holds constants. */
export function constantOf({ type, unit, value }: Fact): ASTNode<'constant'> {
  const nodeValue = type === 'date' && typeof value === 'number' ? dateOf(value) : value;
  return { nodeKind: 'constant', nodeValue, isNullable: value === null, ...(type === 'number' ? { type, ...(unit ? { unit } : {}) } : { type }) } as ASTNode<'constant'>;
}

/**
 * The interpreter asked row after row, without parsing again: `setSituation` and `evaluate` copy all rules each time, here only
 * the situation's constants change. Same answers as a fresh `setSituation` before each `evaluate` (a test holds it to that).
 */
export class Interpreter {
  readonly engine: Engine;
  readonly #roots = new Map<string, ASTNode>();
  readonly #unset = new Map<string, Engine['context']['parsedRules'][string]>();

  /** `engine` is the caller's to give: its situation changes with each row. */
  constructor(engine: Engine, inputs: readonly string[]) {
    this.engine = engine;
    for (const name of inputs) {
      const rule = engine.context.parsedRules[`${name} . $SITUATION`];
      if (!rule) throw new RangeError(`No rule ${name}.`);
      this.#unset.set(name, rule);
    }
  }

  /** Sets one row; what is left out is not defined. */
  set(facts: ReadonlyMap<string, Fact>): void {
    const { parsedRules, nodesTypes } = this.engine.context;
    for (const [name, unset] of this.#unset) {
      const fact = facts.get(name);
      const key = `${name} . $SITUATION`;
      if (!fact) {
        parsedRules[key] = unset;
        continue;
      }
      const valeur = constantOf(fact);
      const rule = { ...unset, explanation: { ...unset.explanation, valeur } };
      const type = { isNullable: fact.value === null, type: fact.type };
      nodesTypes.set(valeur, type);
      nodesTypes.set(rule, type);
      parsedRules[key] = rule;
    }
    this.engine.resetCache();
  }

  /** Evaluates with nothing kept from the evaluation before; throws what the interpreter throws. */
  evaluate(target: string): EvaluatedNode {
    const { engine } = this;
    let root = this.#roots.get(target);
    if (!root) {
      root = rootOf(engine, target);
      this.#roots.set(target, root);
    }
    engine.resetCache();
    return engine.evaluateNode(root);
  }
}
