import type { DuckDBConnection } from '@duckdb/node-api';
import { failure, success, type Result } from '../../platform/result.ts';
import { formatInteger } from '../../platform/i18n/format.ts';
import { isAfter } from '../day.rules.ts';
import type { Scan } from '../file.scan.ts';
import { notices, type ImportProblem } from '../import.messages.ts';
import { parsedDataset, problemLimit, type NewObservation, type ParsedFile, type ReadOptions } from '../parsed.ts';
import { knownIntercommunality } from '../commune-table.reader.ts';
import { known } from './columns.ts';
import { duckDbError, parquetRelation, sqlPath, withDuckDb } from '../../platform/duckdb.ts';

const needed = ['code', 'annee', 'logaut', 'logcom'] as const;

const maxRows = 200_000;

/** Yearly dwellings authorised and started by intercommunality; the file's other columns are left alone. */
export async function readParquet(scan: Scan, options: ReadOptions): Promise<Result<ParsedFile, ImportProblem>> {
  try {
    return await withDuckDb((connection) => read(connection, scan, options));
  } catch (error) {
    return failure({ code: 'parquet.corrupt', detail: duckDbError(error, scan) });
  }
}

async function read(connection: DuckDBConnection, scan: Scan, options: ReadOptions): Promise<Result<ParsedFile, ImportProblem>> {
  const file = parquetRelation(scan.path);
  const schema = await connection.runAndReadAll(`select name from parquet_schema(${sqlPath(scan.path)})`);
  const columns = schema.getRows().map(([name]) => String(name));
  const missing = needed.find((name) => !columns.includes(name));
  if (missing !== undefined) {
    if (!columns.includes('logaut') && !columns.includes('logcom')) return failure({ code: 'source.unknown', detail: columns.slice(1, 9).join(', ') });
    return failure({ code: 'table.missingColumn', column: missing, expected: `les colonnes ${needed.join(', ')}` });
  }
  // A few bytes may stand for billions of rows: they are counted, from the file's own index, before any is read.
  const [[count] = []] = (await connection.runAndReadAll(`select count(*)::double from ${file}`)).getRows();
  if (Number(count) > maxRows) return failure({ code: 'parquet.tooManyRows', detail: formatInteger(Number(count), 'fr') });
  const rows = await connection.runAndReadAll(`select left(code::varchar, 40), annee::double, logaut::double, logcom::double from ${file}`);
  return interpret(rows.getRows().map(([code, year, authorised, started]) => ({
    code: String(code), year: Number(year), authorised: authorised === null ? null : Number(authorised), started: started === null ? null : Number(started),
  })), options);
}

interface Row {
  code: string;
  year: number;
  authorised: number | null;
  started: number | null;
}

function interpret(rows: readonly Row[], options: ReadOptions): Result<ParsedFile, ImportProblem> {
  if (rows.length === 0) return failure({ code: 'file.headerOnly' });
  const observations: NewObservation[] = [];
  const areas: string[] = [];
  const problems: ImportProblem[] = [];
  const seen = new Set<string>();
  let empty = 0;
  for (const [at, { code, year, authorised, started }] of rows.entries()) {
    const key = `${code} ${year}`;
    const line = at + 1;
    const wrong = [['logaut', authorised], ['logcom', started]].find(([, value]) => typeof value === 'number' && !(value >= 0 && value <= 200_000));
    if (!knownIntercommunality(code)) problems.push({ code: 'row.intercommunality', line, column: 'code', found: code });
    else if (!Number.isInteger(year) || year < 1980 || year > 9999) problems.push({ code: 'row.period', line, column: 'annee', found: String(year), expected: 'une année depuis 1980' });
    else if (isAfter(String(year), options.today)) problems.push({ code: 'row.future', line, column: 'annee', found: String(year) });
    else if (seen.has(key)) problems.push({ code: 'row.twice', line, column: 'code', found: key, expected: 'une ligne par intercommunalité et année' });
    else if (wrong) problems.push({ code: Number(wrong[1]) < 0 ? 'row.negative' : 'row.outOfRange', line, column: String(wrong[0]), found: String(wrong[1]), expected: 'un nombre de 0 à 200 000' });
    else if (authorised === null && started === null) empty += 1;
    else {
      seen.add(key);
      areas.push(code);
      const base = { area: code, period: String(year), category: null };
      if (authorised !== null) observations.push({ ...base, measure: 'construction.authorised', status: 'value', value: authorised });
      if (started !== null) observations.push({ ...base, measure: 'construction.started', status: 'value', value: started });
    }
    if (!options.partial && problems.length >= problemLimit) break;
  }
  const years = observations.map((observation) => observation.period).toSorted();
  return success({
    datasets: [parsedDataset({ source: known('sitadel'), vintage: years.at(-1) ?? '', read: rows.length, observations, areas })],
    notices: empty > 0 ? [notices.emptyYear(empty)] : [],
    problems,
  });
}
