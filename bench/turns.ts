export interface Spread { p50: number; p95: number }

/**
 * Times two ways to the same end, turn by turn, and each first in its turn: neither profits from what the other has just
 * read, nor suffers from what the machine does meanwhile.
 */
export async function inTurns(rounds: number, one: (at: number) => Promise<void>, other: (at: number) => Promise<void>): Promise<[Spread, Spread]> {
  const times: [number[], number[]] = [[], []];
  const ways = [one, other] as const;
  for (let at = -20; at < rounds; at += 1) {
    for (const way of at % 2 === 0 ? [0, 1] as const : [1, 0] as const) {
      const start = performance.now();
      await ways[way](Math.abs(at));
      if (at >= 0) times[way].push(performance.now() - start);
    }
  }
  return [spread(times[0]), spread(times[1])];
}

function spread(times: readonly number[]): Spread {
  const sorted = times.toSorted((a, b) => a - b);
  const at = (share: number): number => sorted[Math.floor(sorted.length * share)] ?? 0;
  return { p50: at(0.5), p95: at(0.95) };
}

const ms = ({ p50, p95 }: Spread): string => `p50 ${p50.toFixed(1)} ms, p95 ${p95.toFixed(1)} ms`;

export const told = (walls: Spread, bare: Spread): string => `${ms(walls)}; without the walls ${ms(bare)}; ratio ${(walls.p50 / bare.p50).toFixed(2)}`;
