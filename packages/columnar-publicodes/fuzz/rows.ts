import { dayOf, type Fact, type Input } from 'columnar-publicodes';
import type { Row } from './compare.ts';
import type { Random } from './random.ts';

/** The numbers and dates that a model names: what lies at them, and just beside, is where rules turn. */
export interface Marks { numbers: readonly number[]; days: readonly number[]; texts: readonly string[] }

export function marksOf(rules: unknown): Marks {
  const text = JSON.stringify(rules);
  const numbers = (text.match(/\d+(?:\.\d+)?/g) ?? []).map(Number);
  const days = (text.match(/(?:\d{2}\/)?\d{2}\/\d{4}/g) ?? []).flatMap((date) => dayOf(date) ?? []);
  const texts = (text.match(/'[^']+'/g) ?? []).map((quoted) => quoted.slice(1, -1));
  return { numbers: [...new Set([0, 1, ...numbers])], days: [...new Set([18_262, ...days])], texts: [...new Set(['inconnu', ...texts])] };
}

/** The double just above or below. */
function neighbour(value: number, up: boolean): number {
  const view = new DataView(new ArrayBuffer(8));
  view.setFloat64(0, value);
  if (value === 0) return up ? Number.MIN_VALUE : -Number.MIN_VALUE;
  view.setBigInt64(0, view.getBigInt64(0) + (up === value > 0 ? 1n : -1n));
  return view.getFloat64(0);
}

function number(random: Random, marks: readonly number[]): number {
  const mark = random.pick(marks);
  switch (random.below(8)) {
    case 0:
      return mark;
    case 1:
      return neighbour(mark, random.chance(0.5));
    case 2:
      return -mark;
    case 3:
      return random.below(60);
    case 4:
      // Ties of roundings.
      return random.chance(0.5) ? random.pick([0.285, 0.575, 1.005, 1.45, 8.575]) : random.below(2000) / 100 + random.pick([0.005, 0.05, 0.5]);
    default:
      return Math.round(random.next() * 6000) / 100;
  }
}

/** A value of that type, often at a mark of the model or just beside. */
export function value(random: Random, type: Input['type'], marks: Marks): number | boolean | string {
  switch (type) {
    case 'number':
      return number(random, marks.numbers);
    case 'boolean':
      return random.chance(0.5);
    case 'date':
      return random.pick(marks.days) + random.pick([-400, -31, -1, 0, 0, 1, 30, 365]);
    default:
      return random.pick(marks.texts);
  }
}

export interface Missing { undefined: number; notApplicable: number }

/** A situation: each input drawn, left undefined or not applicable. */
export function row(random: Random, inputs: readonly Input[], marks: Marks, missing: Missing): Row {
  const facts = new Map<string, Fact>();
  for (const { name, type, unit } of inputs) {
    if (random.chance(missing.undefined)) continue;
    facts.set(name, { type, unit, value: random.chance(missing.notApplicable) ? null : value(random, type, marks) });
  }
  return facts;
}
