/** Draws that follow from a seed alone: the same seed, the same demonstration. Not for secrets. */
export interface Random {
  /** From 0 up to 1, 1 excluded. */
  fraction: () => number;
  /** A whole number, both ends included. */
  whole: (least: number, most: number) => number;
  chance: (probability: number) => boolean;
  pick: <Item>(items: readonly Item[]) => Item;
  /** An item as often as its weight says. */
  weighted: <Item>(items: readonly (readonly [item: Item, weight: number])[]) => Item;
  /** Draws of their own for one subject: what is added elsewhere does not shift them. */
  branch: (subject: string) => Random;
}

export function seeded(seed: string): Random {
  const fraction = draws(hashOf(seed));
  const random: Random = {
    fraction,
    whole: (least, most) => least + Math.floor(fraction() * (most - least + 1)),
    chance: (probability) => fraction() < probability,
    pick: (items) => {
      const item = items[Math.floor(fraction() * items.length)];
      if (item === undefined) throw new RangeError('nothing to pick from');
      return item;
    },
    weighted: (items) => {
      let left = fraction() * items.reduce((sum, [, weight]) => sum + weight, 0);
      const found = items.find(([, weight]) => (left -= weight) < 0) ?? items.at(-1);
      if (found === undefined) throw new RangeError('nothing to pick from');
      return found[0];
    },
    branch: (subject) => seeded(`${seed}/${subject}`),
  };
  return random;
}

/** FNV-1a, 32 bits. */
function hashOf(text: string): number {
  let hash = 0x811c9dc5;
  for (const character of text) hash = Math.imul(hash ^ (character.codePointAt(0) ?? 0), 0x01000193);
  return hash >>> 0;
}

/** Mulberry32: one 32-bit state, even enough for names and dates. */
function draws(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}
