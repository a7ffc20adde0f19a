import type Engine from 'publicodes';
import type { ASTNode, RuleNode, Unit } from 'publicodes';
import type { Graph, Node, Range, Type } from '../graph.ts';
import { CompileRefusal } from '../refusal.ts';
import { hides, notApplicable } from './applicability.ts';
import { disabled, given, rule } from './rules.ts';
import { expression } from './expressions.ts';
import type { Strings } from './strings.ts';

/** A rule whose situation comes by column. */
export interface InputSpec { type: Type; unit: Unit | undefined; may: number; range: Range }

/** `nullable`: what the engine infers of the expression that gives it. */
export interface Override { node: Node; nullable: boolean | undefined }

/** What a rule's situation is worth where it is read: those a `contexte` sets; and the rules whose applicability depends on the order of evaluation. */
export interface Scope { readonly key: string; readonly overrides: ReadonlyMap<string, Override>; readonly ordered: ReadonlySet<string> }

/** What was asked of a rule under a scope: `v` its value, `n` whether it is not applicable, `t` whether it surely is. */
export interface Asked { kind: 'v' | 'n' | 't'; rule: string; scope: Scope }

interface Frame { key: string; rule: string; parents: number; tainted: boolean; met: Set<Asked> }

interface Memo { node: Node | CompileRefusal; asked: Asked; met: ReadonlySet<Asked> }

/** One target asks for at most so many rules before it is refused. */
const BUDGET = 100_000;

/** Reads parsed rules into the graph, from what a target needs, as the interpreter would evaluate them. */
export class Reader {
  readonly engine: Engine;
  readonly graph: Graph;
  readonly strings: Strings;
  readonly input: (name: string, reader: Reader) => InputSpec | undefined;
  scope: Scope = { key: '', overrides: new Map(), ordered: new Set() };
  /** Rules whose parent is being asked about, with the depth at which: the interpreter does not ask twice. */
  readonly #parents: { name: string; depth: number }[] = [];
  readonly #frames: Frame[] = [];
  readonly #replacing: number[] = [];
  readonly #memo = new Map<string, Memo>();
  #asked = 0;

  constructor(engine: Engine, graph: Graph, strings: Strings, input: Reader['input']) {
    this.engine = engine;
    this.graph = graph;
    this.strings = strings;
    this.input = input;
  }

  /** The value of an expression. */
  node(ast: ASTNode): Node {
    switch (ast.nodeKind) {
      case 'rule':
        return this.value(ast.dottedName);
      case 'reference':
        return this.value(this.nameOf(ast));
      default:
        return expression(this, ast);
    }
  }

  /** The value of a rule, and whether it is not applicable, each read once by scope. */
  value(name: string): Node {
    return this.#once('v', name, () => rule(this, this.ruleNode(name)));
  }

  /** Whether a rule is not applicable: the full answer, or only whether it is yes. */
  question(name: string, truth: boolean, read: () => Node): Node {
    return this.#once(truth ? 't' : 'n', name, read);
  }

  /** What a target needs: its node, with the rules valued and the rules asked whether they apply. */
  target<T>(ask: () => T): { read: T; met: ReadonlySet<Asked> } {
    this.#asked = 0;
    this.#frames.length = 0;
    this.#replacing.length = 0;
    this.#parents.length = 0;
    const frame: Frame = { key: 'target', rule: '', parents: 0, tainted: false, met: new Set() };
    this.#frames.push(frame);
    return { read: ask(), met: frame.met };
  }

  /** Reads under another scope. */
  within<T>(scope: Scope, read: () => T): T {
    const before = this.scope;
    this.scope = scope;
    try {
      return read();
    } finally {
      this.scope = before;
    }
  }

  /** Reads the parent of a rule; undefined when it is already being asked about: what was read since then depends on it and is not kept. */
  parentOf<T>(name: string, read: () => T): T | undefined {
    const asked = this.#parents.find((parent) => parent.name === name);
    if (asked) {
      for (const frame of this.#frames.slice(asked.depth)) frame.tainted = true;
      return undefined;
    }
    this.#parents.push({ name, depth: this.#frames.length });
    try {
      return read();
    } finally {
      this.#parents.pop();
    }
  }

  /** Reads what replaces a reference: the interpreter keeps its answer, and would give it again to a rule that it went back to. */
  replacing<T>(read: () => T): T {
    this.#replacing.push(this.#frames.length);
    try {
      return read();
    } finally {
      this.#replacing.pop();
    }
  }

  ruleNode(name: string): RuleNode {
    const found = this.engine.context.parsedRules[name];
    if (!found) return this.refuse('référence', `la règle « ${name} » n’existe pas`);
    return found;
  }

  nameOf(ast: ASTNode<'reference'>): string {
    return ast.dottedName ?? this.refuse('référence', `« ${ast.name} » n’est pas résolue`);
  }

  nullable(ast: ASTNode): boolean | undefined {
    return this.engine.context.nodesTypes.get(ast)?.isNullable;
  }

  typeOf(ast: ASTNode): Type | undefined {
    return this.engine.context.nodesTypes.get(ast)?.type;
  }

  // The families ask for whatever they contain through here; each imports of another only what it shares with it.

  /** See `notApplicable`. */
  isNotApplicable(ast: ASTNode, truth = false): Node {
    return notApplicable(this, ast, truth);
  }

  /** See `hides`. */
  hides(ast: ASTNode): boolean {
    return hides(this, ast);
  }

  /** See `given`. */
  given(ast: RuleNode): Override | undefined {
    return given(this, ast);
  }

  /** See `disabled`. */
  disabled(ast: RuleNode): Node {
    return disabled(this, ast);
  }

  /** Refuses the rule being read. */
  refuse(mechanism: string, reason: string): never {
    const last = this.#frames.at(-1)?.rule ?? '';
    throw new CompileRefusal(last.replace(/ \. \$(SITUATION|INTERNAL.*)$/, ''), mechanism, reason);
  }

  #once(kind: Asked['kind'], rule: string, read: () => Node): Node {
    const key = `${this.scope.key}:${kind}:${rule}`;
    const outer = this.#frames.at(-1);
    const tell = (asked: Asked, met: ReadonlySet<Asked>): void => {
      outer?.met.add(asked);
      for (const one of met) outer?.met.add(one);
    };
    const known = this.#memo.get(key);
    if (known) {
      tell(known.asked, known.met);
      if (known.node instanceof CompileRefusal) throw known.node;
      return known.node;
    }
    if (this.#frames.some((frame) => frame.key === key && frame.parents === this.#parents.length)) this.refuse('cycle', `« ${rule} » dépend d’elle-même`);
    const back = kind === 'v' ? this.#frames.findIndex((frame) => frame.key === key) : -1;
    if (back >= 0 && this.#replacing.some((depth) => depth > back)) this.refuse('cycle', `« ${rule} » dépend, par un remplacement, d’elle-même`);
    if (++this.#asked > BUDGET) this.refuse('cycle', 'trop de règles s’entre-désactivent');
    const frame: Frame = { key, rule, parents: this.#parents.length, tainted: false, met: new Set() };
    const asked: Asked = { kind, rule, scope: this.scope };
    this.#frames.push(frame);
    try {
      const node = read();
      if (!frame.tainted) this.#memo.set(key, { node, asked, met: frame.met });
      return node;
    } catch (error) {
      if (error instanceof CompileRefusal && error.mechanism !== 'cycle') this.#memo.set(key, { node: error, asked, met: frame.met });
      throw error;
    } finally {
      this.#frames.pop();
      tell(asked, frame.met);
    }
  }
}
