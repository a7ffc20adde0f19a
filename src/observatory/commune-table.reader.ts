import { communeCode, communeCodeOfIris, currentCommuneOf, irisCode, territoryCodes } from '../territory/index.ts';
import { failure, success, type Result } from '../platform/result.ts';
import type { Scan } from './file.scan.ts';
import { coverageOf, departmentsOf } from './coverage.rules.ts';
import { notices, type ImportProblem } from './import.messages.ts';
import { findMeasure, type Measure } from './measures.ts';
import { mergeCells, withoutDistricts, type PlacedRow } from './merge.rules.ts';
import { parsedDataset, problemLimit, type NewObservation, type ParsedFile, type ReadOptions } from './parsed.ts';
import type { Field, FieldCell, TablePlan } from './sources/table.ts';
import { readRows, type Separator, type TableRow } from './table.reader.ts';
import { checkedOnly, readValue, type DecimalSign } from './value.rules.ts';

/** Reads a table with a row for each commune (or IRIS), as its plan says, and places each row under today's commune (or its own code). */
export async function readCommuneTable(scan: Scan, columns: readonly string[], separator: Separator, plan: TablePlan, options: ReadOptions): Promise<Result<ParsedFile, ImportProblem>> {
  const reader = rowReader(columns, plan);
  const rows = new Map<string, PlacedRow[]>();
  const lineOf = new Map<string, number>();
  const problems: ImportProblem[] = [];
  const junk: number[] = [];
  let read = 0;
  const streamed = await readRows(scan, separator, columns.length, (row) => {
    read += 1;
    const placed = reader(row);
    if (placed === 'junk') {
      junk.push(row.line);
      return true;
    }
    if (!placed.ok) {
      problems.push(placed.error);
      return options.partial || problems.length < problemLimit;
    }
    const { code, place } = placed.value;
    const before = lineOf.get(code);
    if (before !== undefined) {
      problems.push(twice(plan, row.line, code, before));
      return options.partial || problems.length < problemLimit;
    }
    lineOf.set(code, row.line);
    const here = rows.get(place);
    if (here) here.push(placed.value);
    else rows.set(place, [placed.value]);
    return true;
  });
  if (!streamed.ok) return streamed;
  if (read === 0) return failure({ code: 'file.headerOnly' });
  return success(assemble({ plan, rows, problems, junk, read }));
}

const twice = (plan: TablePlan, line: number, found: string, before: number): ImportProblem =>
  plan.grain === 'iris' ? { code: 'row.irisTwice', line, column: plan.area, found, expected: `une ligne par IRIS (déjà ligne ${before})` }
    : plan.grain === 'intercommunality' ? { code: 'row.twice', line, column: plan.area, found, expected: `une ligne par intercommunalité (déjà ligne ${before})` }
    : { code: 'row.communeTwice', line, column: plan.area, found, expected: `une ligne par commune (déjà ligne ${before})` };

interface Read {
  plan: TablePlan;
  rows: ReadonlyMap<string, readonly PlacedRow[]>;
  problems: readonly ImportProblem[];
  junk: readonly number[];
  read: number;
}

/** Merges each commune's rows into observations, and counts. */
function assemble({ plan, rows, problems, junk, read }: Read): ParsedFile {
  const observations: NewObservation[] = [];
  const areas: string[] = [];
  let districts = 0;
  let merged = 0;
  let secretCells = 0;
  const kept = plan.fields.flatMap((field, at) => {
    const measure = field.measure === null ? undefined : findMeasure(field.measure);
    return measure ? [{ field, measure, at }] : [];
  });
  for (const [place, all] of rows) {
    const used = withoutDistricts(place, all);
    districts += all.length - used.length;
    merged += used.filter((row) => row.code !== place).length;
    for (const { field, measure, at } of kept) {
      const parts = used.map((row) => ({ code: row.code, cells: row.cells[at] ?? missingCell }));
      secretCells += parts.filter((part) => part.cells.status === 'secret').length;
      const cell = mergeCells(place, parts, measure, plan.blankPart);
      // Indicators by IRIS are many and mostly blank: a missing one has no row.
      if (plan.grain === 'iris' && cell.status === 'missing') continue;
      observations.push({
        measure: measure.id, area: place, period: field.period, status: cell.status,
        value: 'value' in cell ? cell.value : null, category: 'category' in cell ? cell.category : null,
      });
    }
    for (const row of used) areas.push(plan.grain === 'intercommunality' ? row.code : currentCommuneOf(plan.grain === 'iris' ? communeCodeOfIris(row.code) : row.code) ?? row.code);
  }
  const { listsAtLeast } = plan.source;
  const covers = listsAtLeast === undefined ? [] : coverageOf(areas, listsAtLeast, problems.length > 0);
  return {
    datasets: [parsedDataset({ source: plan.source, vintage: plan.vintage, read, secret: secretCells, observations, covers, coveredPeriod: plan.vintage, areas })],
    notices: [
      ...plan.notes,
      ...(listsAtLeast !== undefined && covers.length === 0 ? [notices.partOfFrance(new Set(areas).size, departmentsOf(areas).size)] : []),
      ...(junk.length > 0 ? [notices.junkRows(junk.length, junk.slice(0, 5).map((line) => `ligne ${line}`).join(', '))] : []),
      ...(districts > 0 ? [notices.districts(districts)] : []),
      ...(merged > 0 ? [notices.merged(merged)] : []),
    ],
    problems,
  };
}

const missingCell: FieldCell = { status: 'missing' };

/** A function that reads one row, with its columns' places found once. */
function rowReader(columns: readonly string[], plan: TablePlan): (row: TableRow) => 'junk' | Result<PlacedRow & { place: string }, ImportProblem> {
  const areaAt = columns.indexOf(plan.area);
  const fields = plan.fields.map((field) => ({ ...field, at: columns.indexOf(field.column), bounds: boundsOf(field) }));
  const decimals: DecimalSign = { seen: undefined };
  return ({ line, fields: raw }) => {
    const given = raw[areaAt] ?? '';
    if (plan.junk?.(given)) return 'junk';
    const code = plan.areaCode?.(given) ?? given;
    const place = placeOf(code, plan.grain);
    if (!place.ok) return failure({ ...place.error, line, column: plan.area, found: given });
    const cells: FieldCell[] = [];
    for (const field of fields) {
      const text = raw[field.at] ?? '';
      if (field.secret.includes(text)) cells.push({ status: 'secret' });
      else if (field.missing.includes(text)) cells.push({ status: 'missing' });
      else {
        const value = readValue(text, field.bounds, decimals, field.percent ?? false);
        if (!value.ok) return failure({ ...value.error, line, column: field.column });
        cells.push(value.value);
      }
    }
    const contradiction = plan.check?.((column) => numberIn(cells[fields.findIndex((field) => field.column === column)]));
    if (contradiction) {
      return failure({ code: 'row.inconsistent', line, column: contradiction.column, found: raw[columns.indexOf(contradiction.column)] ?? '', expected: contradiction.expected });
    }
    return success({ code, place: place.value, cells });
  };
}

const boundsOf = (field: Field): Pick<Measure, 'kind' | 'min' | 'max' | 'oneOf'> =>
  (field.measure === null ? undefined : findMeasure(field.measure)) ?? checkedOnly;

const numberIn = (cell: FieldCell | undefined): number | undefined => (cell && 'value' in cell ? cell.value : undefined);

/** Today's commune for a code of a file, or why it is none. */
export function communeOf(code: string): Result<string, ImportProblem> {
  if (!communeCode.safeParse(code).success) return failure({ code: 'row.communeCode' });
  const current = currentCommuneOf(code);
  return current === undefined ? failure({ code: 'row.communeUnknown' }) : success(current);
}

/** An IRIS whose commune is known, or why it is none. */
export function irisOf(code: string): Result<string, ImportProblem> {
  if (!irisCode.safeParse(code).success) return failure({ code: 'row.irisCode' });
  return currentCommuneOf(communeCodeOfIris(code)) === undefined ? failure({ code: 'row.communeUnknown' }) : success(code);
}

const placeOf = (code: string, grain: TablePlan['grain']): Result<string, ImportProblem> => {
  if (grain === 'intercommunality') return knownIntercommunality(code) ? success(code) : failure({ code: 'row.intercommunality' });
  return grain === 'iris' ? irisOf(code) : communeOf(code);
};

let intercommunalities: Set<string> | undefined;
export function knownIntercommunality(code: string): boolean {
  intercommunalities ??= new Set(territoryCodes().map((one) => one.code));
  return intercommunalities.has(code);
}
