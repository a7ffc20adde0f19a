import { failure, success, type Result } from '../../platform/result.ts';
import { communeOf } from '../commune-table.reader.ts';
import type { Scan } from '../file.scan.ts';
import { isInFrance } from '../france.rules.ts';
import { notices, type ImportProblem } from '../import.messages.ts';
import { parsedDataset, problemLimit, type Centroid, type ParsedFile, type ReadOptions } from '../parsed.ts';
import { readRows, type Separator } from '../table.reader.ts';
import { readNumber, type DecimalSign } from '../value.rules.ts';
import { known, oneColumn, vintageFrom } from './columns.ts';
import type { Hints } from './table.ts';

const longitudeName = /^(?:lon|lng|long|longitude)$/i;
const latitudeName = /^(?:lat|latitude)$/i;
const codeName = /^(?:insee|code|codgeo|code_insee|insee_com)$/i;

export const recognisesCentroids = (columns: readonly string[]): boolean =>
  columns.some((column) => longitudeName.test(column)) && columns.some((column) => latitudeName.test(column)) && columns.length <= 8;

/** Centres of communes: insee;nom;lon;lat, in WGS84. */
export async function readCentroids(scan: Scan, columns: readonly string[], separator: Separator, hints: Hints, options: ReadOptions): Promise<Result<ParsedFile, ImportProblem>> {
  const code = oneColumn(columns, codeName, 'insee');
  const lon = oneColumn(columns, longitudeName, 'lon');
  const lat = oneColumn(columns, latitudeName, 'lat');
  if (!code.ok) return code;
  if (!lon.ok) return lon;
  if (!lat.ok) return lat;
  const [codeAt, lonAt, latAt] = [code, lon, lat].map((one) => columns.indexOf(one.value.column));
  const dated = vintageFrom(hints, 'year', 'centres des communes');
  const centroids = new Map<string, Centroid>();
  const problems: ImportProblem[] = [];
  const decimals: DecimalSign = { seen: undefined };
  let read = 0;
  const streamed = await readRows(scan, separator, columns.length, ({ line, fields }) => {
    read += 1;
    const given = fields[codeAt ?? 0] ?? '';
    const problem = ((): ImportProblem | undefined => {
      const commune = communeOf(given);
      if (!commune.ok) return { ...commune.error, line, column: code.value.column, found: given };
      if (centroids.has(commune.value)) return { code: 'row.communeTwice', line, column: code.value.column, found: given };
      const position: number[] = [];
      for (const [column, at] of [[lon.value.column, lonAt], [lat.value.column, latAt]] as const) {
        const raw = fields[at ?? 0] ?? '';
        const value = readNumber(raw, decimals);
        if (!value.ok) return { ...value.error, line, column };
        position.push(value.value);
      }
      const [longitude = Number.NaN, latitude = Number.NaN] = position;
      if (!isInFrance(longitude, latitude, commune.value)) return { code: 'row.coordinates', line, column: `${lon.value.column} », « ${lat.value.column}`, found: position.join(' ; ') };
      centroids.set(commune.value, { commune: commune.value, longitude, latitude });
      return undefined;
    })();
    if (problem) problems.push(problem);
    return options.partial || problems.length < problemLimit;
  });
  if (!streamed.ok) return streamed;
  if (read === 0) return failure({ code: 'file.headerOnly' });
  return success({
    datasets: [parsedDataset({
      source: known('centroids'), vintage: dated.ok ? dated.value.vintage : 'non daté', read, centroids: [...centroids.values()], areas: [...centroids.keys()],
    })],
    notices: dated.ok ? dated.value.notes : [notices.undated()],
    problems,
  });
}
