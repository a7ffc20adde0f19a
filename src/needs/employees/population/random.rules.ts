/** A stream of numbers in [0, 1), the same for the same seed on every machine. */
export type Random = () => number;

/**
 * SplitMix32: one word of state, passes PractRand to the lengths needed here, and a stream for each part of the work, so that a part more
 * or less does not change the others.
 * @param seed any whole number
 * @param stream the part's name
 */
export function randomOf(seed: number, stream: string): Random {
  let state = hashed(seed, stream);
  return () => {
    state = (state + 0x9e3779b9) | 0;
    let mixed = state ^ (state >>> 16);
    mixed = Math.imul(mixed, 0x21f0aaad);
    mixed ^= mixed >>> 15;
    mixed = Math.imul(mixed, 0x735a2d97);
    mixed ^= mixed >>> 15;
    return (mixed >>> 0) / 4_294_967_296;
  };
}

/** FNV-1a of the seed and the stream's name. */
function hashed(seed: number, stream: string): number {
  let hash = 0x811c9dc5;
  for (const sign of `${seed}/${stream}`) hash = Math.imul(hash ^ (sign.codePointAt(0) ?? 0), 0x01000193);
  return hash | 0;
}

/** A whole number below `count`. */
export const below = (random: Random, count: number): number => Math.floor(random() * count);
