import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { withDe } from '../platform/i18n/elision.ts';
import { failure, success, type Result } from '../platform/result.ts';
import { geography, geographyVintage } from './geography.ts';
import { territoryFileSchema, type Territory, type TerritoryFile } from './territory.schema.ts';

export type TerritoryFailure =
  | { code: 'territory.unknown'; asked: string }
  | { code: 'territory.badFile'; file: string; detail: string };

/**
 * A territory by its code (an intercommunality's SIREN, 9 digits) or by the name of its folder in `territories/`.
 * A code without a folder works too: the official list is enough.
 */
export function findTerritory(asked: string, territoriesFolder: string): Result<Territory, TerritoryFailure> {
  const files = territoryFiles(territoriesFolder);
  if (!files.ok) return files;
  const own = files.value.find(({ name, file }) => name === asked || file.code === asked);
  const code = own?.file.code ?? asked;
  const listed = geography().intercommunalities.get(code);
  if (!listed) return failure({ code: 'territory.unknown', asked });
  const changes = own?.file.changes ?? [];
  const communes = new Map(listed.membres.map((commune) => [commune.code, { code: commune.code, name: commune.nom }]));
  const names = changes.flatMap((change) => change.left);
  for (const left of names) {
    const found = geography().communes.find((commune) => commune.code === left && commune.type === 'commune-actuelle');
    if (found) communes.set(left, { code: left, name: found.nom });
  }
  return success({
    code,
    name: own?.file.name ?? listed.nom,
    nameWithOf: own?.file.nameWithOf ?? withOf(listed.nom),
    communes,
    listYear: geographyVintage.listYear,
    changes,
    currentCommunes: listed.membres.map((commune) => commune.code).toSorted(),
    contact: own?.file.contact,
    colours: own?.file.colours,
    zones: own?.file.zones ?? {},
    indicators: own?.file.indicators ?? [],
    folder: own && join(territoriesFolder, own.name),
  });
}

/** "de la Métropole du Grand Nancy", "de la CA de Cambrai", "d’Alençon", "de Bordeaux Métropole". */
function withOf(name: string): string {
  if (/^(Métropole|Communauté|CA|CC|CU)\b/.test(name)) return `de la ${name}`;
  if (name.startsWith('Eurométropole')) return `de l’${name}`;
  return withDe(name);
}

/** Codes and names of all intercommunalities, for messages that propose one. */
export const territoryCodes = (): { code: string; name: string }[] =>
  [...geography().intercommunalities.values()].map((one) => ({ code: one.code, name: one.nom }));

/** Today's commune for any code that a file may carry; undefined for an unknown code. */
export const currentCommuneOf = (code: string): string | undefined => geography().currentOf.get(code);

/** Every code that a file may carry. */
export const knownCodes = (): string[] => [...geography().currentOf.keys()];

/** Every code, former ones and districts' included, of these communes of today. */
export function codesOfCommunes(communes: ReadonlySet<string>): string[] {
  return [...geography().currentOf].flatMap(([code, current]) => (communes.has(current) ? [code] : []));
}

let postalCodes: ReadonlyMap<string, readonly string[]> | undefined;

/** Postal codes of a commune: people know theirs better than its INSEE code. */
export function postalCodesOf(code: string): readonly string[] {
  postalCodes ??= new Map(geography().communes.flatMap((commune) => (commune.type === 'commune-actuelle' ? [[commune.code, commune.codesPostaux ?? []] as const] : [])));
  return postalCodes.get(code) ?? [];
}

function territoryFiles(folder: string): Result<{ name: string; file: TerritoryFile }[], TerritoryFailure> {
  const found: { name: string; file: TerritoryFile }[] = [];
  if (!existsSync(folder)) return success(found);
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    const path = join(folder, entry.name, 'territory.yaml');
    if (!entry.isDirectory() || !existsSync(path)) continue;
    try {
      const parsed = territoryFileSchema.safeParse(parse(readFileSync(path, 'utf8')));
      if (!parsed.success) return failure({ code: 'territory.badFile', file: path, detail: parsed.error.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`).join('; ') });
      found.push({ name: entry.name, file: parsed.data });
    } catch (error) {
      return failure({ code: 'territory.badFile', file: path, detail: error instanceof Error ? error.message : String(error) });
    }
  }
  return success(found);
}
