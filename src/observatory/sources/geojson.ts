import { readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import { failure, success, type Result } from '../../platform/result.ts';
import { currentCommuneOf } from '../../territory/index.ts';
import { communeOf } from '../commune-table.reader.ts';
import type { Scan } from '../file.scan.ts';
import { coverageOf, departmentsOf } from '../coverage.rules.ts';
import { isInFrance } from '../france.rules.ts';
import { notices, type ImportProblem } from '../import.messages.ts';
import { parsedDataset, problemLimit, type Contour, type NewObservation, type ParsedFile, type ReadOptions } from '../parsed.ts';
import { known, vintageFrom } from './columns.ts';
import { describeJson } from './unused.ts';
import type { Hints } from './table.ts';

interface Feature {
  properties: Record<string, unknown>;
  geometry: unknown;
}

/** Reads a JSON file: priority neighbourhoods by commune, or communes' contours. */
export function readJson(scan: Scan, hints: Hints, options: ReadOptions): Result<ParsedFile, ImportProblem> {
  const parsed = parseJson(scan);
  if (!parsed.ok) return parsed;
  const content = parsed.value;
  const described = describeJson(content);
  if (described !== undefined) return failure({ code: 'source.unused', detail: described });
  if (!isRecord(content) || content['type'] !== 'FeatureCollection') {
    return failure({ code: 'source.unknown', detail: isRecord(content) ? Object.keys(content).slice(0, 8).join(', ') : 'aucune' });
  }
  const list = content['features'];
  if (!Array.isArray(list) || list.length === 0 || !list.every(isRecord)) return failure({ code: 'geojson.noFeatures' });
  const features = list.map((one): Feature => ({ properties: isRecord(one['properties']) ? one['properties'] : {}, geometry: one['geometry'] }));
  if (features.some((feature) => 'code_qp' in feature.properties)) return readQpv(features, options);
  return readContours(features, hints, options);
}

const isRecord = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null && !Array.isArray(value);

/** A property as text; numbers too, though a code in a number has lost its leading zero. */
const textOf = (value: unknown): string => (typeof value === 'string' || typeof value === 'number' ? String(value) : '');

function parseJson(scan: Scan): Result<unknown, ImportProblem> {
  const raw = readFileSync(scan.path);
  const text = (scan.gzip ? gunzipSync(raw) : raw).toString('utf8').replace(/^\uFEFF/, '');
  try {
    return success(JSON.parse(text));
  } catch (error) {
    const message = error instanceof Error ? error.message : '';
    const position = Number(/position (\d+)/.exec(message)?.[1] ?? text.length);
    const before = text.slice(0, position);
    const found = text.slice(position, position + 40);
    return failure({
      code: 'json.invalid', line: before.split('\n').length, detail: `caractère ${position - before.lastIndexOf('\n')} de la ligne`,
      found: found === '' ? 'fin du fichier' : found,
    });
  }
}

/** ANCT's file: one object for each commune, its neighbourhoods' codes separated by commas. QN codes are those of 2024. */
function readQpv(features: readonly Feature[], options: ReadOptions): Result<ParsedFile, ImportProblem> {
  const seen = new Set<string>();
  const observations: NewObservation[] = [];
  const problems: ImportProblem[] = [];
  const generations = new Set(features.map(({ properties }) => textOf(properties['code_qp']).slice(0, 2)));
  const vintage = generations.has('QN') ? '2024' : '2015';
  for (const [at, { properties }] of features.entries()) {
    const where = { object: at + 1 };
    const code = textOf(properties['insee_com']);
    const commune = communeOf(code);
    const list = textOf(properties['code_qp']).split(',').map((one) => one.trim());
    const wrong = list.find((one) => !/^Q[NP][0-9A-Z]{6}$/.test(one));
    if (!commune.ok) problems.push({ ...commune.error, ...where, column: 'insee_com', found: code });
    else if (seen.has(commune.value)) problems.push({ code: 'row.communeTwice', ...where, column: 'insee_com', found: code });
    else if (wrong !== undefined) problems.push({ code: 'geojson.property', ...where, column: 'code_qp', found: wrong, expected: 'un code de quartier, comme QN05718M' });
    else {
      seen.add(commune.value);
      const base = { area: commune.value, period: vintage, status: 'value', value: null } as const;
      observations.push({ ...base, measure: 'zoning.qpvList', category: list.join(', ') });
      const names = textOf(properties['lib_qp']).trim();
      if (names !== '') observations.push({ ...base, measure: 'zoning.qpvNames', category: names });
    }
    if (!options.partial && problems.length >= problemLimit) break;
  }
  const covers = coverageOf([...seen], known('qpv').listsAtLeast ?? 0, problems.length > 0);
  return success({
    datasets: [parsedDataset({ source: known('qpv'), vintage, read: features.length, observations, covers, coveredPeriod: vintage, areas: [...seen] })],
    notices: covers.length === 0 ? [notices.partOfFrance(seen.size, departmentsOf(seen).size)] : [],
    problems,
  });
}

const codeProperties = ['code', 'insee', 'INSEE_COM', 'insee_com', 'code_insee', 'codgeo', 'CODGEO', 'INSEE'] as const;

/** Communes' contours; those of former communes join today's. */
function readContours(features: readonly Feature[], hints: Hints, options: ReadOptions): Result<ParsedFile, ImportProblem> {
  const property = codeProperties.find((name) => features.some((feature) => name in feature.properties));
  if (!property) return failure({ code: 'source.unknown', detail: Object.keys(features[0]?.properties ?? {}).slice(0, 8).join(', ') });
  const contours = new Map<string, Contour>();
  const seen = new Set<string>();
  const problems: ImportProblem[] = [];
  let merged = 0;
  for (const [at, { properties, geometry }] of features.entries()) {
    const where = { object: at + 1 };
    const code = textOf(properties[property]);
    const commune = communeOf(code);
    const polygons = polygonsOf(geometry, code);
    if (!commune.ok) problems.push({ ...commune.error, ...where, column: property, found: code });
    else if (seen.has(code)) problems.push({ code: 'row.communeTwice', ...where, column: property, found: code });
    else if (!polygons) problems.push({ code: 'geojson.coordinates', ...where, column: 'geometry', found: firstPosition(geometry) });
    else {
      seen.add(code);
      if (commune.value !== code) merged += 1;
      contours.set(commune.value, { commune: commune.value, polygons: [...(contours.get(commune.value)?.polygons ?? []), ...polygons] });
    }
    if (!options.partial && problems.length >= problemLimit) return success(refusedFor(problems));
  }
  if (problems.length > 0 && !options.partial) return success(refusedFor(problems));
  const dated = vintageFrom(hints, 'year', 'contours des communes');
  if (!dated.ok) return dated;
  return success({
    datasets: [parsedDataset({
      source: known('contours'), vintage: dated.value.vintage, read: features.length, contours: [...contours.values()], areas: [...seen].map((code) => currentCommuneOf(code) ?? code),
    })],
    notices: [...dated.value.notes, ...(merged > 0 ? [notices.merged(merged)] : [])],
    problems,
  });
}

const refusedFor = (problems: readonly ImportProblem[]): ParsedFile => ({ datasets: [], notices: [], problems });

/** The polygons of a commune's geometry; nothing where a ring is not closed, or a position not in that part of France. */
function polygonsOf(geometry: unknown, commune: string): Contour['polygons'] | undefined {
  if (!isRecord(geometry)) return undefined;
  const coordinates = geometry['coordinates'];
  const polygons: unknown = geometry['type'] === 'Polygon' ? [coordinates] : geometry['type'] === 'MultiPolygon' ? coordinates : undefined;
  if (!Array.isArray(polygons) || polygons.length === 0) return undefined;
  const isPosition = (position: unknown): position is number[] => {
    const [longitude, latitude] = Array.isArray(position) ? (position as unknown[]) : [];
    return typeof longitude === 'number' && typeof latitude === 'number' && isInFrance(longitude, latitude, commune);
  };
  const isRing = (ring: unknown): ring is number[][] => Array.isArray(ring) && ring.length >= 4 && ring.every(isPosition) && isClosed(ring);
  const sound = (polygons as unknown[]).every((rings): rings is number[][][] => Array.isArray(rings) && rings.length > 0 && rings.every(isRing));
  // A height or anything else that follows the two coordinates is left out.
  return sound ? (polygons as number[][][][]).map((rings) => rings.map((ring) => ring.map(([longitude = 0, latitude = 0]) => [longitude, latitude] as const))) : undefined;
}

/** A ring ends where it began, and goes somewhere in between. */
const isClosed = (ring: readonly number[][]): boolean => {
  const [first, last] = [ring[0], ring.at(-1)];
  return first?.[0] === last?.[0] && first?.[1] === last?.[1] && ring.some((position) => position[0] !== first?.[0] || position[1] !== first?.[1]);
};

/** Where a geometry begins, for a person: `[931234.5, 6896541.2]`. A geometry may be nested without end: only its first branch is followed. */
function firstPosition(geometry: unknown): string {
  let inner: unknown = isRecord(geometry) ? geometry['coordinates'] : undefined;
  for (let depth = 0; depth < 4 && Array.isArray(inner) && Array.isArray(inner[0]); depth += 1) inner = inner[0];
  return Array.isArray(inner) ? `[${inner.slice(0, 2).map((one) => (Array.isArray(one) ? '…' : String(one))).join(', ')}]` : 'aucune';
}
