import { addTo, noRows, openSolver } from '../../packages/statistical-secrecy/src/solver.ts';

/** `lower ≤ Σ coefficient × cell ≤ upper`: what somebody can read, or knows of the world. */
export interface Fact { lower: number; upper: number; terms: readonly (readonly [cell: string, coefficient: number])[] }

export interface Bounds { low: number; high: number }

/**
 * What can be worked out of each asked cell from facts alone: an attacker who knows nothing of how tables were protected.
 * Cells are not negative. Facts without a cell in common are told apart, so that each program stays small.
 */
export async function workOut(facts: readonly Fact[], asked: readonly string[]): Promise<Map<string, Bounds>> {
  const solver = await openSolver();
  const bounds = new Map<string, Bounds>();
  const groups = groupsOf(facts, asked);
  for (const { cells, facts: own, asked: here } of groups) {
    if (here.length === 0) continue;
    const column = new Map(cells.map((cell, at) => [cell, at]));
    const rows = noRows();
    for (const { lower, upper, terms } of own) addTo(rows, lower, upper, terms.map(([cell, coefficient]) => [column.get(cell)!, coefficient]));
    const zeros = new Float64Array(cells.length);
    solver.with({ cost: zeros, low: zeros.slice(), high: zeros.slice().fill(Infinity), rows }, ({ model, run, values }) => {
      for (const cell of here) {
        const at = column.get(cell)!;
        const reach = (sign: 1 | -1): number => {
          model.changeColCost(at, sign);
          const outcome = run();
          const value = outcome === 'optimal' ? values()[at]! : Number.NaN;
          model.changeColCost(at, 0);
          if (outcome === 'unbounded' && sign < 0) return Infinity;
          if (outcome !== 'optimal') throw new Error(`The published figures contradict each other around ${cell}: ${outcome}.`);
          return value;
        };
        bounds.set(cell, { low: reach(1), high: reach(-1) });
      }
    });
  }
  return bounds;
}

function groupsOf(facts: readonly Fact[], asked: readonly string[]) {
  const leader = new Map<string, string>();
  const find = (cell: string): string => {
    let root = cell;
    while (leader.get(root) !== undefined && leader.get(root) !== root) root = leader.get(root)!;
    leader.set(cell, root);
    return root;
  };
  for (const { terms } of facts) {
    const [first] = terms;
    if (first) for (const [cell] of terms) leader.set(find(cell), find(first[0]));
  }
  for (const cell of asked) find(cell);
  const groups = new Map<string, { cells: string[]; facts: Fact[]; asked: string[] }>();
  const groupOf = (root: string) => groups.get(root) ?? groups.set(root, { cells: [], facts: [], asked: [] }).get(root)!;
  for (const cell of leader.keys()) groupOf(find(cell)).cells.push(cell);
  for (const fact of facts) if (fact.terms[0]) groupOf(find(fact.terms[0][0])).facts.push(fact);
  for (const cell of asked) groupOf(find(cell)).asked.push(cell);
  return [...groups.values()];
}

/** Counts that "fewer than 11" hides: an attacker must find all of these possible. */
const fromTo: Bounds = { low: 1, high: 10 };

/**
 * Whether publishing told too much of a secret: with it the cell is narrower than without it (by what its source's public
 * file says of it), and values between 1 and 10 are ruled out, or it is known.
 */
export function tooMuch(before: Bounds, after: Bounds): boolean {
  // What written digits and the solver leave open.
  const near = 1e-3;
  const narrower = after.low > before.low + near || after.high < before.high - near;
  const coversAll = after.low <= fromTo.low + near && after.high >= fromTo.high - near;
  return narrower && !coversAll;
}
