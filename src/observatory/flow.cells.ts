/** A cell of the margins: a variable (or several, crossed) and a code of it. */
export interface Cell {
  variable: string;
  code: string;
}

/** The cells that a file has, numbered as they are met. */
export interface CellList {
  all: readonly Cell[];
  add: (variable: string, code: string) => number;
}

/** More than a census ever had: some 60 codes, some 200 crossed. Each costs a number for each place of France. */
const mostCells = 512;

/** Throws where a file has more cells than a census has codes. */
export function cellList(): CellList {
  const all: Cell[] = [];
  return {
    all,
    add: (variable, code) => {
      if (all.length === mostCells) throw new Error(`more than ${mostCells} codes, one of them ${variable} ${code}`);
      return all.push({ variable, code }) - 1;
    },
  };
}

/** A code's rank is below: two of them are one number (the first times this, and the second), which is read at the price of one. */
export const oneCode = 4096;

/** Turns columns of ranks in `codes`, two variables to a number, into a column of cells for each variable. */
export function codesToCells(cells: CellList, variables: readonly string[], codes: readonly string[]): (packed: readonly Int32Array[], count: number) => Int32Array[] {
  const columns = variables.map(() => new Int32Array());
  const known = variables.map(() => new Int16Array(codes.length).fill(-1));
  return (packed, count) => {
    variables.forEach((variable, at) => {
      const [from = new Int32Array(), cellOf = new Int16Array()] = [packed[at >> 1], known[at]];
      let into = columns[at] ?? new Int32Array();
      if (into.length < count) columns[at] = into = new Int32Array(count);
      const shift = at % 2 === 0 ? 12 : 0;
      for (let row = 0; row < count; row += 1) {
        const rank = ((from[row] ?? 0) >> shift) & (oneCode - 1);
        if (cellOf[rank] === -1) cellOf[rank] = cells.add(variable, codes[rank] ?? '');
        into[row] = cellOf[rank] ?? 0;
      }
    });
    return columns;
  };
}

/** Three columns of `cells` as a column of crossed ones, of `into`; codes of the third are told by class. */
export function crossCells(
  cells: CellList, into: CellList, variable: string, classOf: (code: string) => string,
): (columns: readonly Int32Array[], count: number) => Int32Array {
  const byCode = new Map<string, number>();
  const byCells = new Map<number, number>();
  let crossed = new Int32Array();
  const codeOf = (cell: number): string => cells.all[cell]?.code ?? '';
  return ([first, second, third], count) => {
    if (crossed.length < count) crossed = new Int32Array(count);
    for (let row = 0; row < count; row += 1) {
      const [a, b, c] = [first?.[row] ?? 0, second?.[row] ?? 0, third?.[row] ?? 0];
      const key = (a * mostCells + b) * mostCells + c;
      let cell = byCells.get(key);
      if (cell === undefined) {
        const code = `${codeOf(a)}-${codeOf(b)}-${classOf(codeOf(c))}`;
        cell = byCode.get(code) ?? into.add(variable, code);
        byCode.set(code, cell);
        byCells.set(key, cell);
      }
      crossed[row] = cell;
    }
    return crossed;
  };
}
