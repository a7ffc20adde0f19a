import type { Dimension, Parents, Row, Table } from 'statistical-secrecy';

/** mulberry32: the same seed, the same tables. */
export function randomOf(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = state;
    t = Math.imul(t ^ (t >>> 15), t | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296;
  };
}

export interface Shape {
  /** For each dimension, how many children each level has: `[5, 8]` is 5 groups of 8. */
  levels: readonly (readonly number[])[];
  /** About how many units a finest cell has. */
  typical: number;
  /** How unequal the cells are: 0, all alike. */
  spread: number;
  /** The share of finest cells without any unit. */
  zeros: number;
}

/** Units are spread as areas and ages are: most cells small, some large. */
export function randomTable(shape: Shape, seed: number): { table: Table; dimensions: Dimension[] } {
  const random = randomOf(seed);
  return tableOf(shape.levels, () => {
    const gauss = Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());
    return random() < shape.zeros ? 0 : Math.round(shape.typical * Math.exp(shape.spread * gauss));
  });
}

/** A table of counts drawn one after the other, with all its totals; codes are `total`, `1`, `1.2`… */
export function tableOf(levels: Shape['levels'], draw: () => number): { table: Table; dimensions: Dimension[] } {
  const trees = levels.map(tree);
  const dimensions = trees.map(({ parents }, at) => ({ name: `d${at + 1}`, total: 'total', parents }));
  const values = new Map<string, number>();
  for (const place of product(trees.map(({ leaves }) => leaves))) {
    const value = draw();
    for (const above of product(place.map((code, at) => [code, ...ancestors(code, trees[at]!.parents)]))) {
      values.set(above.join('|'), (values.get(above.join('|')) ?? 0) + value);
    }
  }
  const rows = [...values].map(([key, value]): Row => {
    const codes = key.split('|');
    return { at: Object.fromEntries(dimensions.map(({ name }, at) => [name, codes[at]!])), value };
  });
  return { table: { name: 'counts', dimensions: dimensions.map(({ name }) => name), rows }, dimensions };
}

function tree(levels: readonly number[]): { parents: Parents; leaves: string[] } {
  const parents: Record<string, string> = {};
  let level = ['total'];
  for (const count of levels) {
    level = level.flatMap((parent) => Array.from({ length: count }, (_, at) => {
      const code = parent === 'total' ? String(at + 1) : `${parent}.${at + 1}`;
      parents[code] = parent;
      return code;
    }));
  }
  return { parents, leaves: level };
}

function ancestors(code: string, parents: Parents): string[] {
  const parent = parents[code];
  return parent === undefined ? [] : [parent, ...ancestors(parent, parents)];
}

function* product(lists: readonly (readonly string[])[]): Generator<string[]> {
  const [first, ...rest] = lists;
  if (!first) return yield [];
  for (const code of first) for (const others of product(rest)) yield [code, ...others];
}
