import loadHighs from 'highs';
import type { Dimension, Parents, Shown, Table } from 'statistical-secrecy';

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
  const text = `Minimize\n obj: 0 x${leaves.indexOf(true)}\nSubject To\n${constraints.join('\n')}\nEnd\n`;
  return highs.withModel({ format: 'lp', data: text }, (model) => {
    model.options.set({ output_flag: false });
    const column = new Map(leaves.flatMap((is, leaf) => (is ? [[leaf, model.getColByName(`x${leaf}`)] as const] : [])));
    const { infinity, constants } = highs;
    const solve = (row: number, sign: number): number => {
      for (const leaf of below[row]!) model.changeColCost(column.get(leaf)!, sign);
      const { modelStatus } = model.run();
      const value = modelStatus === constants.modelStatus.optimal ? sign * model.getObjectiveValue() : infinity;
      for (const leaf of below[row]!) model.changeColCost(column.get(leaf)!, 0);
      if (modelStatus !== constants.modelStatus.optimal && (sign > 0 || modelStatus !== constants.modelStatus.unbounded)) throw new Error(`No answer: ${modelStatus}`);
      return value;
    };
    return asked.map((row) => ({ min: solve(row, 1), max: solve(row, -1) }));
  });
}

const parentsOf = ({ parents }: Dimension): Parents => parents as Parents;

const childrenOf = (dimension: Dimension, code: string): string[] => Object.entries(parentsOf(dimension)).flatMap(([child, parent]) => (parent === code ? [child] : []));

const isUnder = (code: string, above: string, dimension: Dimension): boolean => code === above || (code !== dimension.total && isUnder(parentsOf(dimension)[code]!, above, dimension));
