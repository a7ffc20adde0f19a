import { failure, success, type Result } from '../../platform/result.ts';
import { formatInteger } from '../../platform/i18n/format.ts';
import type { Scan } from '../file.scan.ts';
import type { ImportProblem } from '../import.messages.ts';
import type { Separator } from '../table.reader.ts';
import { duckDbError, parquetRelation, sqlName, sqlText, withDuckDb } from '../../platform/duckdb.ts';

/** A national table of sales has some 4 million; a few bytes may stand for billions of rows. */
const maxRows = 20_000_000;

/**
 * Writes a Parquet file as the table that some source reads, line 2 for its first row. Undefined where no source
 * recognises its columns as a table's.
 */
export async function parquetAsCsv(scan: Scan, target: string, separatorFor: (columns: readonly string[]) => Separator | undefined): Promise<Result<string | undefined, ImportProblem>> {
  const file = parquetRelation(scan.path);
  try {
    return await withDuckDb(async (db) => {
      const described = (await db.runAndReadAll(`select column_name, column_type from (describe select * from ${file})`)).getRows();
      const columns = described.map(([name, type]) => ({ name: String(name), type: String(type) }));
      const separator = separatorFor(columns.map(({ name }) => name));
      if (separator === undefined) return success(undefined);
      const [[count] = []] = (await db.runAndReadAll(`select count(*)::double from ${file}`)).getRows();
      if (Number(count) > maxRows) return failure({ code: 'parquet.rows', detail: formatInteger(Number(count), 'fr') });
      if (Number(count) === 0) return failure({ code: 'file.headerOnly' });
      const texts = columns.map(({ name, type }) => `${written(sqlName(name), type)} as ${sqlName(name)}`).join(', ');
      await db.run(`copy (select ${texts} from ${file}) to ${sqlText(target)} (format csv, header true, delimiter ${sqlText(separator)}, nullstr '')`);
      return success(columns.map(({ name }) => name).join(separator));
    });
  } catch (error) {
    return failure({ code: 'parquet.corrupt', detail: duckDbError(error, scan) });
  }
}

/** A number in digits: the exponent of a very small one is written out. */
const written = (column: string, type: string): string =>
  /^(DOUBLE|FLOAT)$/.test(type) ? `case when ${column} <> 0 and abs(${column}) < 0.001 then (${column}::decimal(24, 18))::varchar else ${column}::varchar end` : `${column}::varchar`;
