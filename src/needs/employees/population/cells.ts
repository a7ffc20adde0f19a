import type { PoolRow } from './pool.rules.ts';
import { householdKinds, tenures } from './population.ts';

/** Household sizes as MOBPRO has them: 6 is six and more. */
export const sizes = [1, 2, 3, 4, 5, 6] as const;
/** The census's tenures (STOCD) in the order of `tenures`; furnished lets are private. 00 and ZZ are no main home. */
export const stocd = [['10'], ['21', '23'], ['22'], ['30']] as const;

/** What a row of the pool counts for in one cell of a table. */
type CellCount = (row: PoolRow) => number;

/** Tables that a margin may have figures for. A margin only names its own: so it is plain data, and a thread may have a copy of it. */
const tables = {
  households: [(row) => row.household],
  kinds: householdKinds.map((_, kind): CellCount => (row) => (row.household === 1 && row.kind === kind ? 1 : 0)),
  tenures: tenures.map((_, tenure): CellCount => (row) => (row.household === 1 && row.tenure === tenure ? 1 : 0)),
  ages: [0, 1, 2, 3, 4].map((age): CellCount => (row) => row.ages[age] ?? 0),
  /** Of 15 to 64. */
  workersByAge: [1, 2, 3].map((age): CellCount => (row) => row.work[age] ?? 0),
  persons: [(row) => row.household * row.persons],
  workers: [(row) => row.household * row.atWork],
  workersByTenure: tenures.map((_, tenure): CellCount => (row) => (row.household === 1 && row.tenure === tenure ? row.atWork : 0)),
  workersBySize: sizes.map((size): CellCount => (row) => (row.household === 1 && Math.min(row.persons, 6) === size ? row.atWork : 0)),
} satisfies Record<string, readonly CellCount[]>;

export type Table = keyof typeof tables;

export const cellsOf = ({ table }: { table: Table }): readonly CellCount[] => tables[table];
