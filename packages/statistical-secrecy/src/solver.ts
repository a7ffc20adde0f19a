import loadHighs, { type Model, type ModelStatusCode } from 'highs';

/** Rows of a linear model, one after the other. */
export interface LinearRows { lower: number[]; upper: number[]; starts: number[]; indices: number[]; values: number[] }

export const noRows = (): LinearRows => ({ lower: [], upper: [], starts: [0], indices: [], values: [] });

/** `lower ≤ Σ value · column ≤ upper`. */
export function addTo(rows: LinearRows, lower: number, upper: number, entries: Iterable<readonly [column: number, value: number]>): void {
  for (const [column, value] of entries) {
    rows.indices.push(column);
    rows.values.push(value);
  }
  rows.starts.push(rows.indices.length);
  rows.lower.push(lower);
  rows.upper.push(upper);
}

export interface LinearModel { cost: Float64Array; low: Float64Array; high: Float64Array; rows: LinearRows; whole?: Uint8Array }

export type Outcome = 'optimal' | 'unbounded' | 'infeasible' | 'stopped';

/** A model that the solver keeps between runs, so that each run starts where the last one ended. */
export interface Solved {
  model: Model;
  /** Minimises. */
  run: () => Outcome;
  /** Every column's value. */
  values: () => Float64Array;
  objective: () => number;
  /** Each row's dual value. */
  duals: () => Float64Array;
}

export interface Solver {
  /** Opens a model for `use` and gives its memory back afterwards. */
  with<Value>(linear: LinearModel, use: (solved: Solved) => Value, options?: Readonly<Record<string, number>>): Value;
}

let loading: Promise<Solver> | undefined;

/** HiGHS, loaded once. It is deterministic: one thread, no time limit, a fixed seed. */
export const openSolver = (): Promise<Solver> => (loading ??= load());

async function load(): Promise<Solver> {
  const highs = await loadHighs();
  const { infinity, constants } = highs;
  const bounded = (list: Float64Array): Float64Array => list.map((one) => (one === Infinity ? infinity : one === -Infinity ? -infinity : one));
  const { optimal, unbounded, unboundedOrInfeasible, infeasible, empty, solutionLimit } = constants.modelStatus;
  const outcomes = new Map<ModelStatusCode, Outcome>([
    [optimal, 'optimal'], [empty, 'optimal'], [unbounded, 'unbounded'], [infeasible, 'infeasible'],
    // As many solutions as were asked for.
    [solutionLimit, 'optimal'],
    // Asked again without presolve where it matters; our models always have a point.
    [unboundedOrInfeasible, 'unbounded'],
  ]);
  return {
    with(linear, use, options = {}) {
      const { cost, low, high, rows, whole } = linear;
      const model = highs.createModel();
      try {
        // With whole columns: no gap is good enough, and no symmetry of chance.
        model.options.set({ output_flag: false, random_seed: 0, ...(whole ? { mip_rel_gap: 0, mip_abs_gap: 1e-6 } : {}), ...options });
        model.passModel({
          numCols: cost.length,
          numRows: rows.lower.length,
          colCost: cost,
          colLower: bounded(low),
          colUpper: bounded(high),
          rowLower: bounded(Float64Array.from(rows.lower)),
          rowUpper: bounded(Float64Array.from(rows.upper)),
          matrix: { format: 'csr', numRows: rows.lower.length, numCols: cost.length, starts: Int32Array.from(rows.starts), indices: Int32Array.from(rows.indices), values: Float64Array.from(rows.values) },
          ...(whole ? { integrality: Int32Array.from(whole) } : {}),
        });
        return use({
          model,
          run: () => outcomes.get(model.run().modelStatus) ?? 'stopped',
          // Of no column there is no solution to get.
          values: () => (cost.length === 0 ? new Float64Array() : model.getSolution().colValue),
          objective: () => model.getObjectiveValue(),
          duals: () => model.getSolution().rowDual,
        });
      } finally {
        model.dispose();
      }
    },
  };
}
