import loadHighs from 'highs';
import type { Dimension, Parents, Shown, Table } from '../src/index.ts';

/**
 * An auditor that shares nothing with the package but the solver: it knows finest cells only, in a program written out as text, where
 * every published cell is the sum of the finest cells below it. For one table of counts with all its rows, one hierarchy a dimension.
 */
export async function otherAuditor(table: Table, dimensions: readonly Dimension[], shown: readonly Shown[], asked: readonly number[]): Promise<{ min: number; max: number }[]> {
  const highs = await loadHighs();
  const leaves = table.rows.map(({ at }) => dimensions.every((one) => childrenOf(one, at[one.name]!).length === 0));
  const below = table.rows.map(({ at }) => table.rows.flatMap((other, leaf) => (leaves[leaf] && dimensions.every((one) => isUnder(other.at[one.name]!, at[one.name]!, one)) ? [leaf] : [])));
  const sumOf = (row: number): string => below[row]!.map((leaf) => `x${leaf}`).join(' + ');
  // A count of 0 is always shown: what is not shown is at least 1.
  const constraints = shown.map((one, row) => ` c${row}: ${sumOf(row)} ${one.status === 'shown' ? `= ${one.value}` : '>= 1'}`);
  const solve = (sense: string, row: number): number => {
    const text = `${sense}\n obj: ${sumOf(row)}\nSubject To\n${constraints.join('\n')}\nEnd\n`;
    const { Status, ObjectiveValue } = highs.solve(text, { output_flag: false });
    if (Status === 'Unbounded' || Status === 'Primal infeasible or unbounded') return Infinity;
    if (Status !== 'Optimal') throw new Error(`No answer: ${Status}`);
    return ObjectiveValue;
  };
  return asked.map((row) => ({ min: solve('Minimize', row), max: solve('Maximize', row) }));
}

const parentsOf = ({ parents }: Dimension): Parents => parents as Parents;

const childrenOf = (dimension: Dimension, code: string): string[] => Object.entries(parentsOf(dimension)).flatMap(([child, parent]) => (parent === code ? [child] : []));

const isUnder = (code: string, above: string, dimension: Dimension): boolean => code === above || (code !== dimension.total && isUnder(parentsOf(dimension)[code]!, above, dimension));
