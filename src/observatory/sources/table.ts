import type { Result } from '../../platform/result.ts';
import type { ImportProblem } from '../import.messages.ts';
import type { Measure } from '../measures.ts';
import type { SourceDescription } from './catalogue.ts';

/** What the person or the file's name says where the content cannot. */
export interface Hints {
  fileName: string;
  vintage: string | undefined;
  product: string | undefined;
}

/** How one column becomes a measure of a period. */
export interface Field {
  column: string;
  /** Null where the column is only checked against others. */
  measure: string | null;
  period: string;
  /** Percentages are written ×100; rates are kept as fractions. */
  percent?: boolean;
  /** What the file writes for a hidden cell, and for one that it does not know. */
  secret: readonly string[];
  missing: readonly string[];
}

/** A value of a row, before communes are merged. */
export type FieldCell = { status: 'value'; value: number } | { status: 'value'; category: string } | { status: 'secret' } | { status: 'missing' };

/** The layout of a file whose rows are communes, as its own header gives it. */
export interface TablePlan {
  source: SourceDescription;
  vintage: string;
  notes: readonly string[];
  /** What a row describes: a commune (placed under today's) where nothing is said; an IRIS or an intercommunality stands under its own code. */
  grain?: Measure['area'];
  /** Column of its code. */
  area: string;
  /** Sources that write codes in their own way put them right here. */
  areaCode?: (raw: string) => string;
  /** Rows that the source is known to carry for nothing: counted as rejected, without a problem. */
  junk?: (code: string) => boolean;
  fields: readonly Field[];
  /** Checks across a row's cells: the column at fault and what was expected. */
  check?: (numberOf: (column: string) => number | undefined) => { column: string; expected: string } | undefined;
  /** Merging former communes: a blank part existed no more (the rest is the whole), or hides the sum. */
  blankPart: 'gone' | 'unknown';
}

/** A source whose file is a table with a row for each commune. */
export interface TableSource {
  id: string;
  /** By the columns alone, generously: a missing or doubled one is then told. */
  recognises: (columns: readonly string[]) => boolean;
  separator: ';' | ',';
  /** Official files in Latin-1; UTF-8 is read too. */
  latin1: boolean;
  plan: (columns: readonly string[], hints: Hints) => Result<TablePlan, ImportProblem>;
}
