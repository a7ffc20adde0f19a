import { newValues, type Column, type Outputs, type Program } from 'columnar-publicodes';
import type { Condition } from 'regles-logement';
import { columnarJudge } from '../columnar.judge.ts';
import { undefinedState } from '../columns.ts';
import type { Truth } from '../judge.ts';
import { conditionsOf, type RuleBook } from '../rule-book.ts';
import { unsaidAt } from '../unsaid.ts';
import { compileAt } from './program.ts';

/** Facts under way by name: what a row does not have is undefined, and its value 0. */
export type FactColumns = Readonly<Record<string, Required<Column>>>;

/** Of an aid that the facts leave undecided at a row, whether it waits for no fact but for a source that says what the law is. */
export type IsUnsaid = (aid: string, row: number) => boolean;

/** The state of a row of a column of answers: not applicable is no. */
export function truthAt(column: Outputs['columns'][string] | undefined, row: number): Truth {
  const state = column?.state[row] ?? undefinedState;
  if (state >= undefinedState) return 'open';
  return state === 0 && column?.values[row] === 1 ? 'yes' : 'no';
}

/**
 * Tells, for the rows of a batch where some aid is undecided, what `explain` tells for one person (`missingFacts`), but for the answers that it tries: every
 * condition is computed as a column, then each tree is walked. Compiled when it is first needed.
 *
 * @param main the program whose codes the columns of texts hold
 */
export function unsaidOfRows(book: RuleBook, at: string, main: Program): (columns: FactColumns, rows: readonly number[]) => IsUnsaid {
  let made: { program: Program; unsaid: ReadonlySet<string> } | undefined;
  let own: FactColumns = {};
  let outputs: Outputs | undefined;
  let capacity = 0;
  return (columns, rows) => {
    made ??= {
      program: compileAt(book, [...new Set(book.aids.flatMap(({ conditions }) => conditionsOf(conditions)).map(({ rule }) => rule))], at).program,
      unsaid: unsaidAt(at, book, columnarJudge(book)),
    };
    const { program, unsaid } = made;
    if (rows.length > capacity) {
      capacity = rows.length;
      outputs = undefined;
      own = Object.fromEntries(program.inputs.map(({ name, type }) => [name, { values: newValues(type, capacity), state: new Uint8Array(capacity) }]));
    }
    for (const { name, type } of program.inputs) {
      const [from, to] = [columns[name], own[name]];
      if (from && to) copyRows(from, to, rows, type === 'string' ? translated(main, program) : undefined);
    }
    outputs = program.run(own, rows.length, outputs);
    const place = new Map(rows.map((row, at) => [row, at]));
    const trees = new Map(book.aids.map(({ id, conditions }) => [id, bound(conditions, outputs as Outputs, columns, book, unsaid)]));
    return (aid, row) => {
      const [tree, at] = [trees.get(aid), place.get(row)];
      return tree !== undefined && at !== undefined && !waits(tree, at, row);
    };
  };
}

function copyRows(from: Required<Column>, to: Required<Column>, rows: readonly number[], code: ((code: number) => number) | undefined): void {
  for (const [at, row] of rows.entries()) {
    const state = from.state[row] ?? undefinedState;
    to.state[at] = state;
    to.values[at] = state !== 0 ? 0 : code ? code(from.values[row] ?? 0) : (from.values[row] ?? 0);
  }
}

/** Each program has its own codes of texts. */
function translated(from: Program, to: Program): (code: number) => number {
  const known = new Map<number, number>();
  return (code) => {
    const found = known.get(code) ?? to.code(from.text(code));
    known.set(code, found);
    return found;
  };
}

/** A condition with its column of answers, and of a leaf the columns of the facts that it looks at. */
interface Bound { kind: Condition['kind']; answers: Outputs['columns'][string] | undefined; children: readonly Bound[]; unsaid: boolean; facts: readonly Uint8Array[] }

function bound({ rule, kind, children }: Condition, outputs: Outputs, columns: FactColumns, book: RuleBook, unsaid: ReadonlySet<string>): Bound {
  const facts = kind === 'feuille' ? [...book.factsOf(rule)].flatMap((name) => columns[name]?.state ?? []) : [];
  return { kind, answers: outputs.columns[rule], children: children.map((child) => bound(child, outputs, columns, book, unsaid)), unsaid: unsaid.has(rule), facts };
}

/** As `missingFacts`: some open leaf that answers may settle, in conditions that they may settle, looks at a fact that the row does not have. */
function waits(condition: Bound, at: number, row: number): boolean {
  const { kind, answers, children, facts } = condition;
  if (truthAt(answers, at) !== 'open') return false;
  const { yes, no } = reachable(condition, at);
  if (!yes && !no) return false;
  return kind === 'feuille' ? facts.some((state) => state[row] !== 0) : children.some((child) => waits(child, at, row));
}

/** As `reachable` of one person's conditions: what answers may make of one. */
function reachable({ kind, answers, children, unsaid }: Bound, at: number): { yes: boolean; no: boolean } {
  const truth = truthAt(answers, at);
  if (truth !== 'open') return { yes: truth === 'yes', no: truth === 'no' };
  if (kind === 'feuille') return { yes: !unsaid, no: !unsaid };
  const reached = children.map((child) => reachable(child, at));
  return kind === 'toutes'
    ? { yes: reached.every(({ yes }) => yes), no: reached.some(({ no }) => no) }
    : { yes: reached.some(({ yes }) => yes), no: reached.every(({ no }) => no) };
}
