import { createRequire } from 'node:module';
import { readFileSync } from 'node:fs';

/**
 * France's communes and intercommunalities, from the official geographic code as packaged by
 * `@etalab/decoupage-administratif` 6.0.0 (vintage 2026). Its two files carry different census years:
 * `epci.json` the municipal populations of census 2022, `communes.json` those of census 2023.
 */
export const geographyVintage = { listYear: 2026, epciCensus: '2022', communesCensus: '2023', package: '@etalab/decoupage-administratif 6.0.0' } as const;

export interface ListedCommune {
  code: string;
  nom: string;
  type: 'commune-actuelle' | 'commune-deleguee' | 'commune-associee' | 'arrondissement-municipal';
  departement?: string;
  region?: string;
  chefLieu?: string;
  commune?: string;
  anciensCodes?: string[];
  codesPostaux?: string[];
  population?: number;
}

export interface ListedIntercommunality {
  code: string;
  nom: string;
  type: string;
  membres: { code: string; nom: string; populationMunicipale: number }[];
}

/** Municipal populations of the two lists, each with its census. */
export function officialPopulations(): { file: string; census: string; communes: { code: string; people: number }[] }[] {
  const { communes, intercommunalities } = geography();
  return [
    {
      file: `${geographyVintage.package}, epci.json`, census: geographyVintage.epciCensus,
      communes: [...intercommunalities.values()].flatMap(({ membres }) => membres.map(({ code, populationMunicipale }) => ({ code, people: populationMunicipale }))),
    },
    {
      file: `${geographyVintage.package}, communes.json`, census: geographyVintage.communesCensus,
      communes: communes.flatMap(({ code, type, population }) => (type === 'commune-actuelle' && population !== undefined ? [{ code, people: population }] : [])),
    },
  ];
}

interface Geography {
  communes: readonly ListedCommune[];
  intercommunalities: ReadonlyMap<string, ListedIntercommunality>;
  /** Any code that a file may carry (current, former, delegated, municipal district) → today's commune. */
  currentOf: ReadonlyMap<string, string>;
}

let loaded: Geography | undefined;

/** Reads the lists once a process (13 MB of JSON, about 0.15 s). */
export function geography(): Geography {
  loaded ??= load();
  return loaded;
}

function load(): Geography {
  const resolve = createRequire(import.meta.url).resolve;
  const read = (file: string): unknown => JSON.parse(readFileSync(resolve(`@etalab/decoupage-administratif/data/${file}.json`), 'utf8'));
  const communes = read('communes') as ListedCommune[];
  const epci = read('epci') as ListedIntercommunality[];
  const currentOf = new Map<string, string>();
  for (const commune of communes) {
    if (commune.type !== 'commune-actuelle') continue;
    for (const former of commune.anciensCodes ?? []) currentOf.set(former, commune.code);
  }
  for (const commune of communes) {
    const parent = commune.chefLieu ?? commune.commune;
    if (commune.type !== 'commune-actuelle' && parent) currentOf.set(commune.code, parent);
  }
  for (const commune of communes) {
    if (commune.type === 'commune-actuelle') currentOf.set(commune.code, commune.code);
  }
  return { communes, intercommunalities: new Map(epci.map((one) => [one.code, one])), currentOf };
}
