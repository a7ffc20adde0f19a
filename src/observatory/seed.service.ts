import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join, relative } from 'node:path';
import type { Clock } from '../platform/clock.ts';
import type { Db } from '../platform/database/database.ts';
import type { Territory } from '../territory/index.ts';
import { datasetStore } from './dataset.store.ts';
import { readFileOf } from './file.reader.ts';
import { scanFile } from './file.scan.ts';
import { explain } from './import.messages.ts';
import { writeParsed } from './import.service.ts';
import type { NewObservation, ParsedFile } from './parsed.ts';
import { known } from './sources/columns.ts';

export interface House {
  db: Db;
  clock: Clock;
  territory: Territory;
  territoriesFolder: string;
}

const territoryFiles = ['figures.csv', 'centroids.csv'] as const;

/**
 * Gives a new database its first figures: the official populations of all France, and the files of the territory's
 * folder. What was loaded once is not loaded again, even when it was changed or superseded since.
 */
export async function seedIfEmpty(house: House, report: (line: string) => void): Promise<void> {
  const startedAt = Date.now();
  const populations = await seedPopulations(house);
  const files = await seedTerritory(house);
  if (populations + files > 0) report(`Premiers chiffres chargés : ${populations} recensements, ${files} fichier(s) du territoire (${((Date.now() - startedAt) / 1000).toFixed(1).replace('.', ',')} s).`);
}

/** The two lists of one package carry two census years. */
const lists = [
  { file: 'epci.json', census: '2022', read: (content: unknown) => (content as { membres: { code: string; populationMunicipale: number }[] }[]).flatMap(({ membres }) => membres.map(({ code, populationMunicipale }) => ({ code, people: populationMunicipale }))) },
  { file: 'communes.json', census: '2023', read: (content: unknown) => (content as { code: string; type: string; population?: number }[]).flatMap(({ code, type, population }) => (type === 'commune-actuelle' && population !== undefined ? [{ code, people: population }] : [])) },
] as const;

async function seedPopulations(house: House): Promise<number> {
  const resolve = createRequire(import.meta.url).resolve;
  let added = 0;
  for (const { file, census, read } of lists) {
    const name = `@etalab/decoupage-administratif/data/${file}`;
    if (await datasetStore(house.db).hasFile(name)) continue;
    const content = readFileSync(resolve(name));
    const communes = read(JSON.parse(content.toString('utf8')));
    const observations = communes.map(({ code, people }): NewObservation => ({ measure: 'population.municipal', area: code, period: census, status: 'value', value: people, category: null }));
    const parsed: ParsedFile = {
      datasets: [{
        source: { ...known('population'), title: `Populations municipales, recensement ${census}`, licence: 'Licence Ouverte 2.0 (données), MIT (codes)' }, vintage: census, read: communes.length, kept: communes.length, rejected: 0, secret: 0,
        observations, centroids: [], contours: [], areas: communes.map(({ code }) => code),
      }],
      notices: [],
      problems: [],
    };
    if (await writeParsed(house, { sha256: createHash('sha256').update(content).digest('hex'), name }, parsed)) added += 1;
  }
  return added;
}

async function seedTerritory(house: House): Promise<number> {
  const { folder } = house.territory;
  if (folder === undefined) return 0;
  let added = 0;
  for (const file of territoryFiles) {
    const path = join(folder, file);
    const name = join('territories', relative(house.territoriesFolder, path));
    if (!existsSync(path) || (await datasetStore(house.db).hasFile(name))) continue;
    const scan = await scanFile(path, name);
    const parsed = scan.ok ? await readFileOf(scan.value, { fileName: file, vintage: undefined, product: undefined }, { partial: false }) : scan;
    const problem = parsed.ok ? parsed.value.problems[0] : parsed.error;
    // The territory's own file is part of the project: a mistake in it must stop the person who wrote it.
    if (problem || !scan.ok || !parsed.ok) throw new Error(problem ? explain(name, problem) : name);
    if (await writeParsed(house, { sha256: scan.value.sha256, name }, parsed.value)) added += 1;
  }
  return added;
}
