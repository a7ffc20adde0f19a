import type { Perimeter, Territory } from './territory.schema.ts';

/**
 * The communes a territory had on 1 January of `year`, walking its file's changes back from the current list.
 * Without changes in a file, the current list is all that is known, and the perimeter says so.
 */
export function perimeterOf(territory: Pick<Territory, 'currentCommunes' | 'changes' | 'listYear'>, year: number): Perimeter {
  if (territory.changes.length === 0) {
    return { year: territory.listYear, communes: territory.currentCommunes, datedByFile: false };
  }
  const communes = new Set(territory.currentCommunes);
  for (const change of territory.changes.toSorted((a, b) => b.year - a.year)) {
    if (change.year <= year) break;
    for (const code of change.joined) communes.delete(code);
    for (const code of change.left) communes.add(code);
  }
  return { year: Math.min(year, territory.listYear), communes: [...communes].toSorted(), datedByFile: true };
}
