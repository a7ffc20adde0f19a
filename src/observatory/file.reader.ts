import { failure, success, type Result } from '../platform/result.ts';
import { readCommuneTable } from './commune-table.reader.ts';
import type { Scan } from './file.scan.ts';
import { notices, type ImportProblem } from './import.messages.ts';
import type { ParsedFile, ReadOptions } from './parsed.ts';
import { abc } from './sources/abc.ts';
import { readCentroids, recognisesCentroids } from './sources/centroids.ts';
import { readDvf, recognisesDvf } from './sources/dvf.ts';
import { employmentZones } from './sources/employment-zones.ts';
import { filosofi } from './sources/filosofi.ts';
import { filosofiIris } from './sources/filosofi-iris.ts';
import { irisIndicators } from './sources/iris-indicators.ts';
import { readFlowBase, recognisesFlowBase } from './sources/flow-base.ts';
import { readGeneric, recognisesGeneric } from './sources/generic.ts';
import { readJson } from './sources/geojson.ts';
import { housing } from './sources/housing.ts';
import { lovac } from './sources/lovac.ts';
import { readMobpro, recognisesMobpro } from './sources/mobpro.ts';
import { population } from './sources/population.ts';
import { rents } from './sources/rents.ts';
import { rpls } from './sources/rpls.ts';
import { readParquet } from './sources/sitadel.ts';
import { sneDelay } from './sources/sne-delay.ts';
import type { Hints, TableSource } from './sources/table.ts';
import { describeUnusedTable } from './sources/unused.ts';
import { headerColumns, separators, type Separator } from './table.reader.ts';

/** How a table is written and read; its columns tell it, never its file's name. */
interface Layout {
  recognises: (columns: readonly string[]) => boolean;
  separator: ';' | ',';
  latin1: boolean;
  read: (scan: Scan, columns: readonly string[], hints: Hints, options: ReadOptions) => Promise<Result<ParsedFile, ImportProblem>>;
}

const ofTable = (source: TableSource): Layout => ({
  ...source,
  read: async (scan, columns, hints, options) => {
    const plan = source.plan(columns, hints);
    if (!plan.ok) return plan;
    const told = hints.vintage !== undefined && !plan.value.vintage.startsWith(hints.vintage) ? [notices.contentTellsVintage(plan.value.vintage)] : [];
    return readCommuneTable(scan, columns, source.separator, { ...plan.value, notes: [...plan.value.notes, ...told] }, options);
  },
});

/** Every layout that is read; the first that recognises a header has it. */
const layouts: readonly Layout[] = [
  { recognises: recognisesGeneric, separator: ';', latin1: false, read: (scan, columns, _, options) => readGeneric(scan, columns, ';', options) },
  { recognises: recognisesMobpro, separator: ';', latin1: false, read: readMobpro },
  { recognises: recognisesFlowBase, separator: ';', latin1: false, read: (scan, columns, _, options) => readFlowBase(scan, columns, options) },
  { recognises: recognisesDvf, separator: ',', latin1: false, read: (scan, columns, _, options) => readDvf(scan, columns, ',', options) },
  // Tables with a row for each commune or IRIS.
  ...[abc, filosofi, filosofiIris, irisIndicators, rpls, lovac, rents, population, employmentZones, housing, sneDelay].map(ofTable),
  { recognises: recognisesCentroids, separator: ';', latin1: false, read: (scan, columns, hints, options) => readCentroids(scan, columns, ';', hints, options) },
];

const layoutOf = (columns: readonly string[]): Layout | undefined => layouts.find((layout) => layout.recognises(columns));

/** Recognises a scanned file's source by its content, and reads it. */
export async function readFileOf(scan: Scan, hints: Hints, options: ReadOptions): Promise<Result<ParsedFile, ImportProblem>> {
  try {
    switch (scan.kind) {
      case 'parquet': return await readParquet(scan, options);
      case 'json': return scan.notUtf8 ? failure(scan.notUtf8) : readJson(scan, hints, options);
      case 'text': return await readText(scan, hints, options);
    }
  } catch (error) {
    // A content made to break its reader (nested without end, a string too long for the engine) is refused like any other.
    if (error instanceof RangeError) return failure({ code: 'file.misshapen' });
    throw error;
  }
}

/** The separator of the table that has these columns, where some source recognises them. */
export const separatorFor = (columns: readonly string[]): ';' | ',' | undefined => layoutOf(columns)?.separator;

/** Whether a header line is that of some source, whatever its separator. */
export const recognisesHeader = (firstLine: string): boolean => cutsOf(firstLine).some(({ columns }) => separatorFor(columns) !== undefined);

const cutsOf = (firstLine: string): { separator: Separator; columns: string[] }[] =>
  separators.flatMap((separator) => {
    const columns = headerColumns(firstLine, separator);
    return columns ? [{ separator, columns }] : [];
  });

async function readText(scan: Scan, hints: Hints, options: ReadOptions): Promise<Result<ParsedFile, ImportProblem>> {
  const parsed = await readCuts(scan, hints, options);
  return parsed.ok || parsed.error.line !== 1 ? parsed : failure({ ...parsed.error, line: scan.headerLine });
}

async function readCuts(scan: Scan, hints: Hints, options: ReadOptions): Promise<Result<ParsedFile, ImportProblem>> {
  const cuts = cutsOf(scan.firstLine);
  if (scan.firstLine.includes('\r')) return failure({ code: 'file.oldMacLines', line: 1 });
  if (cuts.length === 0) return failure({ code: 'table.quote', line: 1, found: scan.firstLine });
  for (const { columns } of cuts) {
    const described = describeUnusedTable(columns);
    if (described !== undefined) return failure({ code: 'source.unused', detail: described });
  }
  for (const { separator, columns } of cuts) {
    const layout = layoutOf(columns);
    if (!layout) continue;
    if (layout.separator !== separator) {
      return failure({ code: 'table.separator', line: 1, found: nameOf(separator), expected: nameOf(layout.separator) });
    }
    if (scan.notUtf8 && !layout.latin1) return failure(scan.notUtf8);
    if (scan.lines < 2) return failure({ code: 'file.headerOnly' });
    const parsed = await layout.read(scan, columns, hints, options);
    if (!parsed.ok || scan.endsWithNewline) return parsed;
    return success({ ...parsed.value, notices: [...parsed.value.notices, notices.noFinalNewline()] });
  }
  const columns = cuts.toSorted((a, b) => b.columns.length - a.columns.length)[0]?.columns ?? [];
  return failure({ code: 'source.unknown', line: 1, detail: listed(columns) });
}

const names: Record<Separator, string> = { ';': 'point-virgule (;)', ',': 'virgule (,)', '\t': 'tabulation', '|': 'barre (|)' };
const nameOf = (separator: Separator): string => names[separator];

const listed = (columns: readonly string[]): string => {
  const shown = columns.slice(0, 8).map((column) => (column.length > 30 ? `${column.slice(0, 30)}…` : column));
  return `${shown.join(', ')}${columns.length > 8 ? '…' : ''}`;
};
