/** Of files of one source that bear the same vintage, which one counts; nothing where there is only one, or where none gives a figure here. */
export function standingOf(datasets: readonly { id: number; vintage: string }[], used: ReadonlySet<number>): Map<number, 'inUse' | 'replaced'> {
  const standing = new Map<number, 'inUse' | 'replaced'>();
  for (const same of Map.groupBy(datasets, (dataset) => dataset.vintage).values()) {
    if (same.length < 2 || !same.some((dataset) => used.has(dataset.id))) continue;
    for (const { id } of same) standing.set(id, used.has(id) ? 'inUse' : 'replaced');
  }
  return standing;
}
