import type { Column, CompileOptions } from 'columnar-publicodes';
import { moveDay, type Input, type Rules } from 'regles-logement';
import type { Random } from '../packages/columnar-publicodes/fuzz/random.ts';

const DAY = 86_400_000;
const dayOfIso = (iso: string): number => Date.parse(iso) / DAY;
/** How often a fact stands at a boundary of the rules. */
const AT_BOUNDARY = 0.1;

/** Bounds of the facts, as their generators say them: amounts are in whole euros or cents. */
export function rangesOf(inputs: readonly Input[]): NonNullable<CompileOptions['ranges']> {
  return Object.fromEntries(inputs.flatMap(({ name, type, generator }) => (type === 'nombre' && generator && 'step' in generator ? [[name, { min: Math.min(0, generator.min), max: Math.max(generator.max, ...generator.boundaries), short: true }]] : [])));
}

/** One fact drawn as people would give it; text codes by `code`, dates in days since 1970-01-01, yes or no as 1 or 0. */
export function drawFact({ type, options = [], generator }: Input, random: Random, code: (text: string) => number): number {
  if (type === 'booléen') return random.below(2);
  if (type === 'énumération') return code(random.pick(options).value);
  if (!generator) throw new RangeError('A number or a date has a generator.');
  if ('step' in generator) {
    const { min, max, step, boundaries } = generator;
    // Steps such as 0.1 must stay the decimal that a person would type.
    return random.chance(AT_BOUNDARY) && boundaries.length > 0 ? random.pick(boundaries) : Math.round((min + step * random.below(Math.floor((max - min) / step) + 1)) * 100) / 100;
  }
  const [min, max] = [dayOfIso(generator.min), dayOfIso(generator.max)];
  return random.chance(AT_BOUNDARY) && generator.boundaries.length > 0 ? dayOfIso(random.pick(generator.boundaries)) : min + random.below(max - min + 1);
}

/** `n` complete rows of every fact but the day, and of the dates that follow from facts or from the day `at`. */
export function drawColumns({ inputs, derived }: Pick<Rules, 'inputs' | 'derived'>, at: string, n: number, random: Random, code: (text: string) => number): Record<string, Column> {
  const columns: Record<string, Column> = {};
  for (const input of inputs) {
    if (input.name === 'date') continue;
    const values = input.type === 'nombre' ? new Float64Array(n) : input.type === 'booléen' ? new Uint8Array(n) : new Int32Array(n);
    for (let row = 0; row < n; row++) values[row] = drawFact(input, random, code);
    columns[input.name] = { values };
  }
  const today = dayOfIso(at);
  for (const { name, from, months, days } of derived) {
    const start = columns[from]?.values;
    columns[name] = { values: Int32Array.from({ length: n }, (_, row) => moveDay(start?.[row] ?? today, months, days)) };
  }
  return columns;
}
