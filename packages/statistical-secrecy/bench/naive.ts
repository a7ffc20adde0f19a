import type { Dimension, Parents, Table } from 'statistical-secrecy';

/**
 * What is done by hand: where a total has one hidden part, hide the smallest other one, until no total has. Nobody
 * checks what can be worked out across several totals.
 */
export function naiveSuppression(table: Table, dimensions: readonly Dimension[], primary: (value: number) => boolean): boolean[] {
  const keyOf = (at: Readonly<Record<string, string>>): string => dimensions.map(({ name }) => at[name]).join('|');
  const rowAt = new Map(table.rows.map(({ at }, row) => [keyOf(at), row]));
  const hidden = table.rows.map(({ value = 0 }) => primary(value));
  const sums = table.rows.flatMap(({ at }, row) => dimensions.flatMap(({ name, parents }) => {
    const parts = Object.entries(parents as Parents).flatMap(([child, parent]) => (parent === at[name] ? [rowAt.get(keyOf({ ...at, [name]: child }))!] : []));
    return parts.length > 0 ? [[row, ...parts]] : [];
  }));
  for (let changed = true; changed;) {
    changed = false;
    for (const cells of sums) {
      if (cells.filter((row) => hidden[row]).length !== 1) continue;
      const [smallest] = cells.filter((row) => !hidden[row] && table.rows[row]!.value! > 0).toSorted((a, b) => table.rows[a]!.value! - table.rows[b]!.value!);
      if (smallest === undefined) continue;
      hidden[smallest] = true;
      changed = true;
    }
  }
  return hidden;
}
