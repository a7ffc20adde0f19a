import type { Column, CompileOptions } from 'columnar-publicodes';
import type { Random } from 'columnar-publicodes/fuzz';
import { followingDays, type Input, type Rules } from 'regles-logement';

const DAY = 86_400_000;
export const dayOfIso = (iso: string): number => Date.parse(iso) / DAY;

/** Bounds of the facts, as their generators say them: what `drawFact` gives is whole or in cents, within them. */
export function rangesOf(inputs: readonly Input[]): NonNullable<CompileOptions['ranges']> {
  return Object.fromEntries(inputs.flatMap(({ name, type, generator }) => {
    if (type !== 'nombre' || !generator || !('step' in generator)) return [];
    const { min, max, step, boundaries } = generator;
    return [[name, { min: Math.min(0, min), max: Math.max(max, ...boundaries), short: true, whole: [min, step, ...boundaries].every(Number.isInteger) }]];
  }));
}

/** One fact drawn from its generator, as columns hold it (dates in days since 1970-01-01, yes or no as 1 or 0) but texts, which stay texts. */
export function drawFact({ type, options = [], generator }: Input, random: Random, atBoundary = 0.1): number | string {
  if (type === 'booléen') return random.below(2);
  if (type === 'énumération') return random.pick(options).value;
  if (!generator) throw new RangeError('A number or a date has a generator.');
  if ('step' in generator) {
    const { min, max, step, boundaries } = generator;
    // Steps such as 0.1 must stay the decimal that a person would type.
    return random.chance(atBoundary) && boundaries.length > 0 ? random.pick(boundaries) : Math.round((min + step * random.below(Math.floor((max - min) / step) + 1)) * 100) / 100;
  }
  const [min, max] = [dayOfIso(generator.min), dayOfIso(generator.max)];
  return random.chance(atBoundary) && generator.boundaries.length > 0 ? dayOfIso(random.pick(generator.boundaries)) : min + random.below(max - min + 1);
}

/** `n` complete rows of every fact but the day, and of the dates that follow from facts or from the day `at`. */
export function drawColumns({ inputs, derived }: Pick<Rules, 'inputs' | 'derived'>, at: string, n: number, random: Random, code: (text: string) => number): Record<string, Column> {
  const columns: Record<string, Column> = {};
  for (const input of inputs) {
    if (input.name === 'date') continue;
    const values = input.type === 'nombre' ? new Float64Array(n) : input.type === 'booléen' ? new Uint8Array(n) : new Int32Array(n);
    for (let row = 0; row < n; row++) {
      const fact = drawFact(input, random);
      values[row] = typeof fact === 'string' ? code(fact) : fact;
    }
    columns[input.name] = { values };
  }
  const today = dayOfIso(at);
  for (const { name } of derived) columns[name] = { values: new Int32Array(n) };
  for (let row = 0; row < n; row++) {
    for (const [name, day] of followingDays(derived, (from) => columns[from]?.values[row] ?? today)) (columns[name] as Column).values[row] = day;
  }
  return columns;
}
