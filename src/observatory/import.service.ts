import { basename } from 'node:path';
import type { Clock } from '../platform/clock.ts';
import type { Db } from '../platform/database/database.ts';
import { failure, type Result } from '../platform/result.ts';
import { departmentOf, type Territory } from '../territory/index.ts';
import { departmentsOf } from './coverage.rules.ts';
import { datasetStore } from './dataset.store.ts';
import { isAfter, isPeriod } from './day.rules.ts';
import { readFileOf } from './file.reader.ts';
import type { Scan } from './file.scan.ts';
import { openFile, type OpenedFile } from './containers/open.ts';
import { explain, notices, type ImportProblem } from './import.messages.ts';
import { flowStore } from './flow.store.ts';
import { observationStore } from './observation.store.ts';
import { problemLimit, type ParsedDataset, type ParsedFile } from './parsed.ts';
import { shapeStore } from './shape.store.ts';

export interface ImportRequest {
  path: string;
  /** The territory whose rows are counted apart. */
  territory: Territory;
  vintage?: string | undefined;
  product?: string | undefined;
  /** Keeps the good rows of a file that has bad ones. */
  partial?: boolean;
  /** Hears what share of the rows was read so far, of what is long to read. */
  progress?: (share: number) => void;
}

/** What one source and vintage of a file gave. */
export interface ImportedDataset {
  source: string;
  title: string;
  vintage: string;
  read: number;
  kept: number;
  keptInTerritory: number;
  secret: number;
  rejected: number;
}

export interface ImportReport {
  file: string;
  status: 'imported' | 'alreadyImported' | 'refused';
  datasets: ImportedDataset[];
  /** What was supposed or set aside. */
  notices: string[];
  /** Rows that were refused, each explained. */
  problems: string[];
  /** Why the file was refused. */
  message: string | null;
}

/** Reads a file, recognises its source by its content, and writes all of it or nothing. */
export async function importFile({ db, clock }: { db: Db; clock: Clock }, request: ImportRequest): Promise<ImportReport> {
  const file = basename(request.path);
  /** `name`: the file's, with that of the one inside where it is an archive. */
  const refused = (problems: readonly ImportProblem[], name: string): ImportReport => ({
    file, status: 'refused', datasets: [], notices: [], problems: problems.map((problem) => explain(name, problem)),
    message: problems[0] ? explain(name, problems[0]) : null,
  });
  const opened = await openRequest(request, file, clock);
  if (!opened.ok) return refused([opened.error], file);
  try {
    return await importOpened({ db, clock }, request, opened.value, refused);
  } finally {
    opened.value.close();
  }
}

async function importOpened(
  { db, clock }: { db: Db; clock: Clock }, request: ImportRequest, { scan, names, scratch }: OpenedFile, refused: (problems: readonly ImportProblem[], name: string) => ImportReport,
): Promise<ImportReport> {
  const { vintage, product, partial = false } = request;
  const progress = scan.lines > 1 ? (rows: number) => request.progress?.(rows / (scan.lines - 1)) : undefined;
  const read = await readFileOf(scan, { fileName: names, vintage, product }, { partial, today: clock.today(), scratch, progress });
  if (!read.ok) return refused([read.error], scan.name);
  const parsed = read.value;
  if (parsed.problems.length > 0 && !request.partial) return refused(parsed.problems.slice(0, problemLimit), scan.name);
  const future = parsed.datasets.find((dataset) => isFuture(dataset.vintage, clock));
  if (future) return refused([{ code: 'vintage.future', found: future.vintage }], scan.name);
  if (parsed.datasets.every((dataset) => dataset.kept === 0)) return refused(parsed.problems.length > 0 ? parsed.problems.slice(0, problemLimit) : [{ code: 'file.headerOnly' }], scan.name);
  const written = await write({ db, clock }, scan, parsed);
  return {
    file: basename(request.path),
    status: written ? 'imported' : 'alreadyImported',
    datasets: parsed.datasets.map((dataset) => countsOf(dataset, request.territory)),
    notices: [...parsed.notices, ...parsed.datasets.flatMap((dataset) => noneListedIn(dataset, request.territory)), ...(parsed.problems.length > 0 ? [notices.rejectedRows(parsed.problems.length)] : [])],
    problems: parsed.problems.map((problem) => explain(scan.name, problem)),
    message: null,
  };
}

async function openRequest({ path, vintage }: ImportRequest, file: string, clock: Clock): Promise<Result<OpenedFile, ImportProblem>> {
  if (vintage !== undefined && !(vintage.startsWith('20') && isPeriod(/^\d{4}-\d{2}$/.test(vintage) ? `${vintage}-01` : vintage))) return failure({ code: 'vintage.invalid', found: vintage });
  if (vintage !== undefined && isFuture(vintage, clock)) return failure({ code: 'vintage.future', found: vintage });
  return openFile(path, file);
}

const isFuture = (vintage: string, clock: Clock): boolean => /^\d{4}/.test(vintage) && isAfter(vintage, clock.today());

/** A source's figures copied by hand are told from its own file. */
const copyOf = (title: string): string => `${title}, chiffres repris dans un fichier d’indicateurs`;

/** All datasets of a file in one transaction; false where all of them were there already. */
async function write({ db, clock }: { db: Db; clock: Clock }, scan: Pick<Scan, 'sha256' | 'name'>, parsed: ParsedFile): Promise<boolean> {
  return db.transaction().execute(async (tx) => {
    let added = false;
    for (const dataset of parsed.datasets) {
      const id = await datasetStore(tx).insert({
        source: dataset.source.id, vintage: dataset.vintage, title: dataset.copied ? copyOf(dataset.source.title) : dataset.source.title, producer: dataset.source.producer,
        licence: dataset.source.licence, origin: dataset.source.origin, fileName: scan.name, sha256: scan.sha256, rowsRead: dataset.read,
        rowsKept: dataset.kept, cellsSecret: dataset.secret, rowsRejected: dataset.rejected, notes: parsed.notices.join(' ; '), importedAt: clock.now(),
        departments: [...departmentsOf(dataset.areas.filter((area) => area.length === 5))], covers: dataset.covers, coveredPeriod: dataset.coveredPeriod, copied: dataset.copied, flowCells: dataset.flows?.cells ?? [],
      });
      if (id === undefined) continue;
      added = true;
      await observationStore(tx).insertAll(id, dataset.observations);
      await shapeStore(tx).insertCentroids(id, dataset.centroids);
      await shapeStore(tx).insertContours(id, dataset.contours);
      if (dataset.flows) await flowStore(tx).insertAll(id, dataset.flows.batches());
    }
    return added;
  });
}

/** For data that stands in no file of the person's: the same writing, the same counts. */
export const writeParsed = (house: { db: Db; clock: Clock }, origin: { sha256: string; name: string }, parsed: ParsedFile): Promise<boolean> => write(house, origin, parsed);

/** How many communes of the territory a complete list leaves out: the person can see that it is plausible. */
function noneListedIn({ covers, areas }: ParsedDataset, territory: Territory): string[] {
  const listed = new Set(areas);
  const left = territory.currentCommunes.filter((code) => covers.includes(departmentOf(code)) && !listed.has(code));
  return left.length > 0 ? [notices.noneListed(left.length)] : [];
}

function countsOf(dataset: ParsedDataset, territory: Territory): ImportedDataset {
  const { source, vintage, read, kept, secret, rejected } = dataset;
  return {
    source: source.id, title: source.title, vintage, read, kept,
    keptInTerritory: dataset.areas.filter((area) => area === territory.code || territory.communes.has(area)).reduce((sum, area) => sum + (dataset.rowsByArea?.get(area) ?? 1), 0),
    secret, rejected,
  };
}
