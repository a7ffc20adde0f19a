import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import type { Clock } from '../platform/clock.ts';
import type { Db } from '../platform/database/database.ts';
import { failure, success, type Result } from '../platform/result.ts';
import { officialPopulations, type Territory } from '../territory/index.ts';
import { datasetStore } from './dataset.store.ts';
import { readFileOf } from './file.reader.ts';
import { scanFile } from './file.scan.ts';
import { explain } from './import.messages.ts';
import { writeParsed } from './import.service.ts';
import { parsedDataset, type NewObservation, type ParsedFile } from './parsed.ts';
import { known } from './sources/columns.ts';

export interface House {
  db: Db;
  clock: Clock;
  territory: Territory;
  territoriesFolder: string;
}

/** A mistake in the territory's own file stops the person who wrote it. */
export interface SeedFailure {
  code: 'territory.badFigures';
  /** The importer's sentence: file, line, column, what was expected. */
  detail: string;
}

const territoryFiles = ['figures.csv', 'centroids.csv'] as const;

/**
 * Gives a new database its first figures: the official populations of all France, and the files of the territory's
 * folder. The same content is loaded once; a new version of the lists, or an edited file, is added beside and serves
 * from then on.
 */
export async function seedIfEmpty(house: House, report: (line: string) => void): Promise<Result<void, SeedFailure>> {
  const startedAt = Date.now();
  const populations = await seedPopulations(house);
  const files = await seedTerritory(house);
  if (!files.ok) return files;
  if (populations + files.value > 0) report(`Premiers chiffres chargés : recensements ${populations}, fichiers du territoire ${files.value} (${((Date.now() - startedAt) / 1000).toFixed(1).replace('.', ',')} s).`);
  return success(undefined);
}

async function seedPopulations(house: House): Promise<number> {
  let added = 0;
  for (const { file, census, communes } of officialPopulations()) {
    const content = communes.map(({ code, people }) => `${code};${people}`).join('\n');
    const sha256 = createHash('sha256').update(content).digest('hex');
    if (await datasetStore(house.db).hasContent(sha256)) continue;
    const observations = communes.map(({ code, people }): NewObservation => ({ measure: 'population.municipal', area: code, period: census, status: 'value', value: people, category: null }));
    const parsed: ParsedFile = {
      datasets: [parsedDataset({
        source: { ...known('population'), title: `Populations municipales, recensement ${census}` }, vintage: census, read: communes.length,
        observations, areas: communes.map(({ code }) => code),
      })],
      notices: [],
      problems: [],
    };
    if (await writeParsed(house, { sha256, name: file }, parsed)) added += 1;
  }
  return added;
}

async function seedTerritory(house: House): Promise<Result<number, SeedFailure>> {
  const { folder } = house.territory;
  if (folder === undefined) return success(0);
  let added = 0;
  for (const file of territoryFiles) {
    const path = join(folder, file);
    const name = join('territories', relative(house.territoriesFolder, path));
    if (!existsSync(path)) continue;
    const scan = await scanFile(path, name);
    if (scan.ok && (await datasetStore(house.db).hasContent(scan.value.sha256))) continue;
    const parsed = scan.ok ? await readFileOf(scan.value, { fileName: file, vintage: undefined, product: undefined }, { partial: false, today: house.clock.today(), scratch: tmpdir() }) : scan;
    const problem = parsed.ok ? parsed.value.problems[0] : parsed.error;
    if (problem || !scan.ok || !parsed.ok) return failure({ code: 'territory.badFigures', detail: problem ? explain(name, problem) : name });
    if (await writeParsed(house, { sha256: scan.value.sha256, name }, vouchedFor(parsed.value))) added += 1;
  }
  return success(added);
}

/** Figures of the territory's folder are its own word, not a copy that stands behind the source's file. */
const vouchedFor = (parsed: ParsedFile): ParsedFile => ({ ...parsed, datasets: parsed.datasets.map((dataset) => ({ ...dataset, copied: false })) });
