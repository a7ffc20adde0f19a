import type { Dimension, Parents, Row, Shown } from 'statistical-secrecy';

/**
 * Counts with their totals, tried out one by one: every table of whole numbers from `least` to `most` in its finest cells that
 * agrees with what is published. Knows nothing of the package but its types.
 */
export function possibleValues(rows: readonly Row[], dimensions: readonly Dimension[], shown: readonly Shown[], most: number): Set<number>[] {
  const isFinest = ({ at }: Row): boolean => dimensions.every(({ name, parents }) => !Object.values(parents as Parents).includes(at[name]!));
  const finest = rows.flatMap((row, index) => (isFinest(row) ? [index] : []));
  const covers = rows.map(({ at }) => finest.map((leaf) => dimensions.every((one) => under(rows[leaf]!.at[one.name]!, at[one.name]!, one))));
  const values = finest.map(() => 0);
  const possible = rows.map(() => new Set<number>());
  /** The totals that are complete once this finest cell has its value. */
  const lastOf = covers.map((cover) => cover.lastIndexOf(true));
  const sum = (row: number): number => covers[row]!.reduce((all, covered, leaf) => all + (covered ? values[leaf]! : 0), 0);
  const agrees = (row: number): boolean => {
    const one = shown[row]!;
    // Zeros are always shown: what is hidden is not one.
    return one.status === 'shown' ? sum(row) === one.value : sum(row) >= 1;
  };
  const tooMuch = (row: number): boolean => {
    const one = shown[row]!;
    return one.status === 'shown' && sum(row) > one.value;
  };
  const fill = (leaf: number): void => {
    if (leaf === finest.length) {
      rows.forEach((_, row) => possible[row]!.add(sum(row)));
      return;
    }
    const own = shown[finest[leaf]!]!;
    const [from, to] = own.status === 'shown' ? [own.value, own.value] : [1, most];
    for (let value = from; value <= to; value++) {
      values[leaf] = value;
      if (covers.some((cover, row) => cover[leaf] && tooMuch(row))) break;
      if (lastOf.every((last, row) => last !== leaf || agrees(row))) fill(leaf + 1);
    }
    values[leaf] = 0;
  };
  fill(0);
  return possible;
}

const under = (code: string, above: string, dimension: Dimension): boolean => code === above || (code !== dimension.total && under((dimension.parents as Parents)[code]!, above, dimension));
