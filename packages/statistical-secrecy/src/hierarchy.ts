import type { Dimension, Parents, Problem, Table } from './types.ts';

/** A dimension's codes and its sums: in each hierarchy, a parent is worth its children. */
export interface Hierarchy { name: string; total: string; codes: ReadonlySet<string>; sums: readonly { parent: string; children: readonly string[] }[] }

/** Reads the dimensions; codes of a flat one are those of the rows. */
export function readHierarchies(dimensions: readonly Dimension[], tables: readonly Table[], problems: Problem[]): Hierarchy[] {
  return dimensions.map((dimension) => {
    const { name, total } = dimension;
    const maps = mapsOf(dimension) ?? [flat(dimension, tables)];
    for (const parents of maps) checkParents(name, total, parents, problems);
    const sums = maps.flatMap((parents) => sumsOf(parents));
    return { name, total, codes: new Set([total, ...maps.flatMap((parents) => Object.keys(parents))]), sums };
  });
}

function mapsOf({ parents }: Dimension): readonly Parents[] | undefined {
  if (parents === undefined) return undefined;
  return Array.isArray(parents) ? (parents as readonly Parents[]) : [parents as Parents];
}

function flat({ name, total }: Dimension, tables: readonly Table[]): Parents {
  const codes = new Set(tables.flatMap(({ rows }) => rows.flatMap(({ at }) => (Object.hasOwn(at, name) ? [at[name]!] : []))));
  codes.delete(total);
  return Object.fromEntries([...codes].map((code) => [code, total]));
}

function checkParents(dimension: string, total: string, parents: Parents, problems: Problem[]): void {
  if (Object.hasOwn(parents, total)) problems.push({ code: 'parent.cycle', dimension, child: total });
  for (const [child, parent] of Object.entries(parents)) {
    if (child === total) continue;
    if (parent !== total && !Object.hasOwn(parents, parent)) problems.push({ code: 'parent.unknown', dimension, child, parent });
    else if (circles(child, total, parents)) problems.push({ code: 'parent.cycle', dimension, child });
  }
}

function circles(child: string, total: string, parents: Parents): boolean {
  const seen = new Set<string>();
  for (let code: string | undefined = child; code !== undefined && code !== total; code = Object.hasOwn(parents, code) ? parents[code] : undefined) {
    if (seen.has(code)) return true;
    seen.add(code);
  }
  return false;
}

function sumsOf(parents: Parents): { parent: string; children: string[] }[] {
  const children = new Map<string, string[]>();
  for (const [child, parent] of Object.entries(parents)) children.set(parent, [...(children.get(parent) ?? []), child]);
  return [...children].map(([parent, list]) => ({ parent, children: list }));
}
