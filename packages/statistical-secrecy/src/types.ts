/** Each code's parent code; what has no parent is said by the dimension's `total`. */
export type Parents = Readonly<Record<string, string>>;

/** One way of cutting the tables: its codes add up, level by level, to `total`. */
export interface Dimension {
  name: string;
  /** The code of the whole. A table without this dimension is about the whole. */
  total: string;
  /**
   * Child → parent. Absent: every code met in the rows is a child of the total. Several maps: as many ways of grouping
   * the same codes (sectors, and employment areas), whose sums an attacker can all use.
   */
  parents?: Parents | readonly Parents[];
}

/** One cell as the producer knows it. */
export interface Row {
  /** Its code in each dimension of its table. */
  at: Readonly<Record<string, string>>;
  /** Absent where `status` says why. */
  value?: number;
  /** `secret`: the source hides it, nobody here knows it. `missing`: nobody measured it. Neither is zero. */
  status?: 'secret' | 'missing';
  /** How many units add up to the value, and the value of the largest one. */
  contributors?: number;
  largest?: number;
  /** What everybody knows of the value without these tables. */
  low?: number;
  high?: number;
  /** Known to everybody already, so that hiding it would protect nothing. */
  public?: boolean;
  /** Where it stands in its file; by default its rank among the rows, from 1. */
  line?: number;
}

/** Rows over some of the dimensions. Tables given together are published together: an attacker joins them. */
export interface Table {
  name: string;
  dimensions: readonly string[];
  rows: readonly Row[];
}

export interface Rules {
  /** `frequency` counts units, in whole numbers; `magnitude` adds up something that units have. */
  kind: 'frequency' | 'magnitude';
  /** A smaller value is secret. Default: 11 for frequencies, none for magnitudes. */
  threshold?: number;
  /** Fewer contributors are secret. Default: 3 for magnitudes, none for frequencies. */
  contributors?: number;
  /** A larger share of one contributor is secret. Default: 0.85 for magnitudes, none for frequencies. */
  dominance?: number;
  /** `shown`: a zero is published and never hides another cell. `secret`: it falls under the threshold as 1 does. Default: shown. */
  zeros?: 'shown' | 'secret';
  /** What a row that a table does not have means. Default: missing. */
  absent?: 'missing' | 'zero';
  /** The values are whole numbers, and attackers know it. Default: true for frequencies. */
  whole?: boolean;
}

/** How uncertain an attacker must stay of a protected cell, beyond what its rule asks for by itself. */
export interface Protection {
  /** At least this share of the value, on each side. Default: 0 for frequencies, 0.15 for magnitudes. */
  relative?: number;
  /** At least this much, on each side. Default: 0 for frequencies, 1 for whole magnitudes. */
  absolute?: number;
}

export interface Spec {
  dimensions: readonly Dimension[];
  rules: Rules;
  protection?: Protection;
  /** What hiding a cell costs: one each, or its value. Default: cells. */
  loss?: 'cells' | 'values';
  /** `exact`: the least loss, however long; `heuristic`; `auto`: exact where the tables are small. Default: auto. */
  method?: 'auto' | 'exact' | 'heuristic';
}

/** The code in each of the spec's dimensions, in their order. */
export type Place = readonly string[];

/** Why a cell is secret: its own rule, its source, or to keep others from being worked out. */
export type Cause = 'threshold' | 'contributors' | 'dominance' | 'source' | 'secondary';

/** What may be published of a row: a secret says nothing of its cause. */
export type Shown = { status: 'shown'; value: number } | { status: 'secret' } | { status: 'missing' };

/** What an attacker can work out of a cell; `max: null` where nothing bounds it. */
export interface Interval { min: number; max: number | null }

/** One secret cell, for the producer's eyes. */
export interface SecretCell {
  place: Place;
  cause: Cause;
  interval: Interval;
  /** What the interval must at least span; absent for a secondary cell, which must only not be worked out exactly. */
  required?: { low: number; high: number } | { width: number };
}

export interface Loss {
  cells: number;
  values: number;
  /** Nothing could lose less (by the spec's `loss`). */
  proven: boolean;
  /** What no pattern can go below, where it was computed. */
  bound?: number;
}

/** A published pattern that an audit has passed. */
export interface Protected {
  /** For each table, for each of its rows. */
  tables: readonly { name: string; rows: readonly Shown[] }[];
  secrets: readonly SecretCell[];
  counts: { cells: number; shown: number; missing: number; primary: number; source: number; secondary: number };
  loss: Loss;
  method: 'exact' | 'heuristic';
}

/** Where an input is wrong: table, row (its line) and column are said wherever there is one. */
export type Problem =
  | { code: 'spec.invalid'; path: string; expected: string }
  | { code: 'parent.unknown'; dimension: string; child: string; parent: string }
  | { code: 'parent.cycle'; dimension: string; child: string }
  | { code: 'table.empty'; table: string }
  | { code: 'dimension.unknown'; table: string; dimension: string }
  | { code: 'code.unknown'; table: string; row: number; column: string; given: string }
  | { code: 'cell.duplicate'; table: string; row: number; first: number }
  | { code: 'cell.invalid'; table: string; row: number; column: string; given: number | undefined; expected: 'number' | 'notNegative' | 'whole' | 'positive' | 'withinBounds' | 'notAboveValue' | 'noValue' }
  | { code: 'cell.differs'; table: string; row: number; given: number; other: number; otherTable: string; otherRow: number }
  | { code: 'total.differs'; table: string; row: number; column: string; place: Place; given: number; sum: number }
  | { code: 'total.impossible'; table: string; row: number; column: string; place: Place };

/** A protected cell that a pattern leaves too well known. */
export interface Exposed {
  place: Place;
  cause: Cause;
  interval: Interval;
  required: { low: number; high: number } | { width: number };
  /** The contributor of that one cell can, who knows its own value; absent: anybody can. */
  knowing?: Place;
}

export type Refusal =
  | { code: 'input.invalid'; problems: readonly Problem[] }
  /** Even with everything hidden that may be, these stay too well known. */
  | { code: 'cell.exposed'; exposed: readonly Exposed[] }
  /** The search for a pattern ended without one, or the solver without an answer. */
  | { code: 'solver.failed'; detail: string };

export type Result<Value, Failure> = { ok: true; value: Value } | { ok: false; error: Failure };
