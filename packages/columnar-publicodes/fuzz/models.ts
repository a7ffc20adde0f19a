import { mechanisms, type Kind } from './mechanisms.ts';
import type { Random } from './random.ts';

export interface Asked { name: string; kind: Kind; nullable: boolean }

/** A rule of a random model, with the mechanism that it tries. */
export interface Tried { name: string; kind: Kind; mechanism: string }

export interface Model { rules: Record<string, Record<string, unknown>>; asked: Asked[]; tried: Tried[] }

/** What expressions may name so far, by kind. */
export class Draft {
  readonly random: Random;
  readonly rules: Model['rules'] = {};
  readonly named: { name: string; kind: Kind }[] = [];
  #count = 0;

  constructor(random: Random) {
    this.random = random;
  }

  /** A name not used yet, often under a parent: any rule may disable its children. */
  newName(): string {
    const name = `r${++this.#count}`;
    return this.named.length > 0 && this.random.chance(0.25) ? `${this.random.pick(this.named).name} . ${name}` : name;
  }

  add(name: string, kind: Kind, rule: Record<string, unknown>): void {
    this.rules[name] = rule;
    this.named.push({ name, kind });
  }

  /** The name of a rule that may be not applicable, if there is one. */
  nullable(): string {
    const conditional = this.named.filter(({ name }) => name === 'b3' || 'applicable si' in (this.rules[name] ?? {}) || 'non applicable si' in (this.rules[name] ?? {}));
    return this.random.pick(conditional).name;
  }

  /** A name of that kind; the latest are preferred, so that models are deep. */
  ref(kind: Kind): string {
    const list = this.named.filter((one) => one.kind === kind);
    return this.random.pick(this.random.chance(0.5) ? list.slice(-3) : list).name;
  }
}

const questions: readonly [name: string, kind: Kind, rule: Record<string, unknown>][] = [
  ['n1', 'plain', { question: '?', unité: '' }],
  ['n2', 'plain', { question: '?', 'par défaut': 3 }],
  ['m1', 'money', { question: '?', unité: '€' }],
  ['m2', 'money', { question: '?', unité: '€', 'par défaut': '12 €' }],
  ['f1', 'flow', { question: '?', unité: '€/mois' }],
  ['p1', 'percent', { question: '?', unité: '%' }],
  ['b1', 'boolean', { question: '?' }],
  ['b2', 'boolean', { question: '?', 'par défaut': 'oui' }],
  ['b3', 'boolean', { question: '?', 'possiblement non applicable': 'oui' }],
  ['d1', 'date', { question: '?', type: 'date' }],
  ['d2', 'date', { question: '?', type: 'date', 'par défaut': '15/06/2021' }],
  ['s1', 'text', { question: '?', 'une possibilité': ["'rouge'", "'vert'", "'bleu'"] }],
];

/** A seeded set of rules over a dozen questions: each new rule tries one mechanism on what stands before it. */
export function model(random: Random, size: number): Model {
  const draft = new Draft(random);
  const asked: Asked[] = [];
  for (const [name, kind, rule] of questions) {
    draft.add(name, kind, { ...rule });
    asked.push({ name, kind, nullable: name === 'b3' });
  }
  // `unité: ''` was only a mark of a number without unit.
  draft.rules.n1 = { question: '?', type: 'nombre' };
  const tried: Tried[] = [];
  for (let k = 0; k < size; k++) {
    const mechanism = random.pick(Object.keys(mechanisms));
    const name = draft.newName();
    const made = mechanisms[mechanism]?.(draft);
    if (!made) continue;
    draft.add(name, made.kind, made.rule);
    tried.push({ name, kind: made.kind, mechanism });
  }
  return { rules: draft.rules, asked, tried };
}
