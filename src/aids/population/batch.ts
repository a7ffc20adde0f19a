import { newValues, type Column, type Outputs } from 'columnar-publicodes';
import { moveDay, type Input } from 'regles-logement';
import { columnValue, dayNumber, isoDay, undefinedState } from '../columns.ts';
import type { Outcome } from '../explain.ts';
import { readFact, type FactFailure, type Facts, type FactValue } from '../facts.ts';
import type { RuleBook } from '../rule-book.ts';
import type { Header } from './header.rules.ts';
import { missingOf, mostLookedAt, type MissingCounts } from './missing.ts';
import type { Line } from './people.reader.ts';
import type { PopulationProgram } from './program.ts';
import { truthAt, unsaidOfRows, type FactColumns } from './undecided.ts';

const batchRows = 16_384;

/** What a batch adds to the report of a run. */
export interface Counts {
  kept: number;
  /** Rows that the interpreter computed. */
  escaped: number;
  /** By aid: persons of each outcome. */
  aids: Record<string, Record<Outcome, number>>;
  /** What undecided persons lack, of those of each batch that are looked at. */
  lacking: MissingCounts;
}

/** A cell that cannot be read. */
export interface Rejection { column: string; given: string; reason: string }

const columnTypes = { nombre: 'number', booléen: 'boolean', date: 'date', énumération: 'string' } as const;
const written = { yes: 'oui', no: 'non', open: 'à préciser', unknown: 'non connue' } as const satisfies Record<Outcome, string>;

/** Rows under way: their facts as columns, then their results as texts. */
export function newBatch({ program, aids }: PopulationProgram, { facts, id }: Header, book: RuleBook, at: string) {
  const columns = emptyColumns(book);
  const all = Object.values(columns);
  const following = Map.groupBy(book.rules.derived, ({ from }) => from);
  const slots = facts.flatMap((input, position) => (input ? [{ input, position, type: columnTypes[input.type] }] : []));
  const unsaidOf = unsaidOfRows(book, at, program);
  const today = dayNumber(at);
  const countMissing = missingOf(book, at);
  const heads: string[][] = [];
  let outputs: Outputs | undefined;

  const put = (name: string, row: number, value: number): void => {
    const column = columns[name];
    if (!column) return;
    column.state[row] = 0;
    column.values[row] = value;
  };
  const follow = (from: string, row: number, day: number): void => {
    for (const { name, months, days } of following.get(from) ?? []) put(name, row, moveDay(day, months, days));
  };
  /** Rows where some aid is undecided. */
  const undecided = (): number[] => [...heads.keys()].filter((row) => aids.some(({ eligible }) => truthAt(outputs?.columns[eligible], row) === 'open'));
  /** The facts of a row, from its columns. */
  const factsAt = (row: number): Facts => Object.fromEntries(slots.filter(({ input }) => columns[input.name]?.state[row] === 0).map(({ input, type }): [string, FactValue] => {
    const value = columns[input.name]?.values[row] ?? 0;
    return [input.name, type === 'boolean' ? value === 1 : type === 'date' ? isoDay(value) : type === 'string' ? program.text(value) : value];
  }));

  return {
    isFull: () => heads.length === batchRows,
    /** Adds a row; or says each cell that it is rejected for. */
    add({ number, cells }: Line): Rejection[] {
      const row = heads.length;
      for (const { state, values } of all) {
        state[row] = undefinedState;
        // Compiled rules rely on the bounds of facts, and 0 is in all of them.
        values[row] = 0;
      }
      follow('date', row, today);
      const rejections: Rejection[] = [];
      for (const { input, position, type } of slots) {
        const given = cells[position] ?? '';
        if (given.trim() === '') continue;
        const fact = readFact(input, given);
        if (!fact.ok) {
          rejections.push({ column: input.name, given, reason: expected(fact.error) });
          continue;
        }
        const value = columnValue(fact.value, type, program);
        put(input.name, row, value);
        if (type === 'date') follow(input.name, row, value);
      }
      if (rejections.length === 0) heads.push([String(number), ...(id === undefined ? [] : [cells[id] ?? ''])]);
      return rejections;
    },
    /** The results of the rows under way, counted in the report. */
    compute(report: Counts): string[][] {
      if (heads.length === 0) return [];
      outputs = program.run(columns, heads.length, outputs);
      report.escaped += outputs.escaped.rows.length;
      report.kept += heads.length;
      const waiting = undecided();
      if (waiting.length > 0) countMissing(spread(waiting, mostLookedAt).map(factsAt), report.lacking);
      const isUnsaid = waiting.length > 0 ? unsaidOf(columns, waiting) : () => false;
      const rows = heads.map((head, row) => {
        const cells = aids.flatMap(({ id: aid, eligible, amount: amountRule }) => {
          const truth = truthAt(outputs?.columns[eligible], row);
          const outcome = truth === 'open' && isUnsaid(aid, row) ? 'unknown' : truth;
          (report.aids[aid] as Record<Outcome, number>)[outcome] += 1;
          const amount = amountRule === undefined ? undefined : outputs?.columns[amountRule];
          return [written[outcome], ...(amount ? [outcome === 'yes' && amount.state[row] === 0 ? decimal(amount.values[row] ?? 0) : ''] : [])];
        });
        return [...head, ...cells];
      });
      heads.length = 0;
      return rows;
    },
  };
}

/** Euros and cents as a French spreadsheet reads them. */
const decimal = (value: number): string => String(Math.round(value * 100) / 100).replace('.', ',');

/** At most so many of a list, spread over it. */
const spread = <Item>(items: readonly Item[], most: number): Item[] => items.filter((_, at) => at % Math.ceil(items.length / most) === 0);

/** A column for every fact, whether a rule of the day looks at it or not: what is known is told from what is missing by them. */
function emptyColumns({ inputs, rules }: RuleBook): FactColumns {
  const column = (type: (typeof columnTypes)[Input['type']]): Required<Column> => ({ values: newValues(type, batchRows), state: new Uint8Array(batchRows) });
  return Object.fromEntries([
    ...[...inputs.values()].filter(({ name }) => name !== 'date').map(({ name, type }) => [name, column(columnTypes[type])] as const),
    ...rules.derived.map(({ name }) => [name, column('date')] as const),
  ]);
}

/** What a cell should have been. */
function expected(problem: FactFailure): string {
  switch (problem.code) {
    case 'fact.notYesNo': return 'oui ou non';
    case 'fact.notNumber': return problem.whole ? 'un nombre entier' : 'un nombre';
    case 'fact.notDay': return 'une date, AAAA-MM-JJ ou JJ/MM/AAAA';
    case 'fact.outOfRange': return `un nombre de ${problem.min} à ${problem.max}`;
    default: return problem.options.join(' | ');
  }
}
