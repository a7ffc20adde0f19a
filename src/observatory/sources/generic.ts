import { intercommunalityCode } from '../../territory/index.ts';
import { failure, success, type Result } from '../../platform/result.ts';
import { communeOf, irisOf, knownIntercommunality } from '../commune-table.reader.ts';
import { isAfter, isPeriod } from '../day.rules.ts';
import type { Scan } from '../file.scan.ts';
import { notices, type ImportProblem } from '../import.messages.ts';
import { findMeasure, isOwnMeasure, type Measure } from '../measures.ts';
import { parsedDataset, problemLimit, type NewObservation, type ParsedDataset, type ParsedFile, type ReadOptions } from '../parsed.ts';
import { readRows, type Separator } from '../table.reader.ts';
import { readValue, type DecimalSign } from '../value.rules.ts';
import { describeSource, type SourceDescription } from './catalogue.ts';
import { requireColumns } from './columns.ts';

/** The project's own layout: one row for each figure. See docs/fichier-indicateur.md. */
export const genericColumns = ['indicateur', 'zone', 'periode', 'valeur', 'secret', 'source', 'millesime', 'producteur', 'licence'] as const;

export const recognisesGeneric = (columns: readonly string[]): boolean =>
  ['indicateur', 'zone', 'periode', 'valeur'].filter((name) => columns.includes(name)).length >= 3;

type Column = (typeof genericColumns)[number];

interface Figure {
  observation: NewObservation;
  source: SourceDescription;
  vintage: string;
}

/** Reads figures of any measure; each source and vintage of the file becomes a dataset of its own. */
export async function readGeneric(scan: Scan, columns: readonly string[], separator: Separator, options: ReadOptions): Promise<Result<ParsedFile, ImportProblem>> {
  const required = requireColumns(columns, genericColumns);
  if (!required.ok) return required;
  const places = new Map(genericColumns.map((column) => [column, columns.indexOf(column)]));
  const decimals: DecimalSign = { seen: undefined };
  const parts = new Map<string, { figures: Figure[]; seen: Map<string, number>; read: number }>();
  const problems: ImportProblem[] = [];
  const own = new Set<string>();
  let read = 0;
  const streamed = await readRows(scan, separator, columns.length, ({ line, fields }) => {
    read += 1;
    const figure = readFigure((column) => fields[places.get(column) ?? 0] ?? '', decimals, options.today);
    if (!figure.ok) {
      problems.push({ ...figure.error, line });
      return options.partial || problems.length < problemLimit;
    }
    const { observation, source, vintage } = figure.value;
    const key = `${source.id} ${vintage}`;
    const part = parts.get(key) ?? { figures: [], seen: new Map<string, number>(), read: 0 };
    parts.set(key, part);
    const name = `${observation.measure} ${observation.area} ${observation.period}`;
    if (part.seen.has(name)) {
      problems.push({ code: 'row.twice', line, column: 'zone', found: name, expected: `une seule ligne (déjà ligne ${part.seen.get(name) ?? 0})` });
      return options.partial || problems.length < problemLimit;
    }
    part.seen.set(name, line);
    part.figures.push(figure.value);
    if (isOwnMeasure(observation.measure)) own.add(observation.measure);
    return true;
  });
  if (!streamed.ok) return streamed;
  if (read === 0) return failure({ code: 'file.headerOnly' });
  const datasets = [...parts.values()].map(({ figures }) => datasetOf(figures));
  const [first, ...others] = datasets;
  // Rows at fault belong to no dataset that one could name: they are counted with the first.
  const rejected = read - datasets.reduce((sum, dataset) => sum + dataset.kept, 0);
  return success({
    datasets: first ? [{ ...first, read: first.read + rejected, rejected }, ...others] : [],
    notices: own.size > 0 ? [notices.newMeasures([...own].toSorted().join(', '))] : [],
    problems,
  });
}

function datasetOf(figures: readonly Figure[]): ParsedDataset {
  const [first] = figures;
  if (!first) throw new Error('a dataset has at least one figure');
  return parsedDataset({
    source: first.source, vintage: first.vintage, read: figures.length,
    secret: figures.filter(({ observation }) => observation.status === 'secret').length,
    observations: figures.map(({ observation }) => observation),
    areas: figures.map(({ observation }) => observation.area),
    copied: describeSource(first.source.id) !== undefined,
  });
}

/** What a file writes for an area that its source does not list, because it has none. */
const noneMark = 'aucun';

function readFigure(text: (column: Column) => string, decimals: DecimalSign, today: string): Result<Figure, ImportProblem> {
  const id = text('indicateur');
  const measure = findMeasure(id);
  if (!measure) return failure({ code: 'row.measure', column: 'indicateur', found: id });
  const area = readArea(text('zone'), isOwnMeasure(id) ? undefined : measure.area);
  if (!area.ok) return area;
  const period = readPeriod(text('periode'), measure.period, today);
  if (!period.ok) return failure({ ...period.error, column: 'periode' });
  const vintage = readPeriod(text('millesime'), null, today);
  if (!vintage.ok) return failure({ ...vintage.error, column: 'millesime' });
  const named = text('source');
  if (describeSource(named) && measure.sources?.includes(named) !== true) {
    return failure({ code: 'row.sourceOfAnother', column: 'source', found: named, expected: measure.sources?.join(', ') ?? 'une source à vous' });
  }
  const source = readSource(text);
  if (!source.ok) return source;
  const base = { measure: id, area: area.value, period: period.value };
  const figure = (observation: Pick<NewObservation, 'status' | 'value' | 'category'>) => success({ observation: { ...base, ...observation }, source: source.value, vintage: vintage.value });
  const hidden = text('secret');
  if (!['', 'oui', 'non'].includes(hidden)) return failure({ code: 'row.notInList', column: 'secret', found: hidden, expected: 'oui, non ou rien' });
  if (hidden === 'oui') {
    if (text('valeur') !== '') return failure({ code: 'row.inconsistent', column: 'valeur', found: text('valeur'), expected: 'aucune valeur sur une ligne secrète' });
    return figure({ status: 'secret', value: null, category: null });
  }
  if (text('valeur') === noneMark && measure.absentMeansNone) return figure({ status: 'none', value: null, category: null });
  const value = readValue(text('valeur'), measure, decimals, false);
  if (!value.ok) return failure({ ...value.error, column: 'valeur' });
  return figure({ status: 'value', value: 'value' in value.value ? value.value.value : null, category: 'category' in value.value ? value.value.category : null });
}

/** A year or a day, in the form that the measure has, and not to come. */
function readPeriod(raw: string, form: Measure['period'], today: string): Result<string, ImportProblem> {
  if (!isPeriod(raw)) return failure({ code: 'row.period', found: raw });
  if (form !== null && (form === 'year') !== (raw.length === 4)) {
    return failure({ code: 'row.period', found: raw, expected: form === 'year' ? 'une année (2023)' : 'un jour (2025-01-01)' });
  }
  return isAfter(raw, today) ? failure({ code: 'row.future', found: raw }) : success(raw);
}

function readArea(raw: string, kind: Measure['area'] | undefined): Result<string, ImportProblem> {
  if (kind === 'intercommunality' || (kind === undefined && intercommunalityCode.safeParse(raw).success)) {
    return knownIntercommunality(raw) ? success(raw) : failure({ code: 'row.intercommunality', column: 'zone', found: raw });
  }
  if (kind === 'iris') {
    const iris = irisOf(raw);
    return iris.ok ? iris : failure({ ...iris.error, column: 'zone', found: raw });
  }
  const commune = communeOf(raw);
  if (!commune.ok) return failure({ ...commune.error, column: 'zone', found: raw });
  if (commune.value !== raw) return failure({ code: 'row.communeUnknown', column: 'zone', found: raw, expected: `le code de la commune d’aujourd’hui, ${commune.value}` });
  return commune;
}

/** A source of the catalogue needs its id only; another one its own name, producer and licence. */
function readSource(text: (column: Column) => string): Result<SourceDescription, ImportProblem> {
  const id = text('source');
  if (id === '') return failure({ code: 'row.empty', column: 'source', expected: 'une source' });
  const listed = describeSource(id);
  const [producer, licence] = [text('producteur'), text('licence')];
  if (!listed && producer === '') return failure({ code: 'row.empty', column: 'producteur', expected: 'le producteur de cette source' });
  if (!listed && licence === '') return failure({ code: 'row.empty', column: 'licence', expected: 'la licence de cette source' });
  for (const [column, given, own] of [['producteur', producer, listed?.producer], ['licence', licence, listed?.licence]] as const) {
    if (own !== undefined && given !== '' && given !== own) return failure({ code: 'row.otherProducer', column, found: given, expected: own });
  }
  return success(listed ?? { id, title: id, producer, licence, origin: 'fichier d’indicateurs', ask: '' });
}
