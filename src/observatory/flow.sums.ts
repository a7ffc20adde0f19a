import type { Cell } from './flow.cells.ts';
import { partOf, type FlowRows } from './flow.rows.ts';

/** A pair's three numbers: its key, its people, its rows. A row of the file reaches one place of the memory, not three. */
const width = 3;
/** Ranks of places are below: a pair is one number. */
const mostPlaces = 65_536;

export interface PairSums {
  /** Adds people and one row to each pair of ranks. */
  add: (rows: FlowRows) => void;
  /** All pairs, by residence, then work. */
  sorted: () => SortedPairs;
}

/** Pairs of ranks, one at each place of the arrays. */
export interface SortedPairs {
  residence: Uint16Array;
  work: Uint16Array;
  people: Float64Array;
  rows: Uint32Array;
}

/** People and rows by pair: for each part of the country (see `flow.rows.ts`) a table of its own. */
export function pairSums(): PairSums {
  const parts: PairTable[] = [];
  return {
    add: (rows) => {
      for (let row = 0; row < rows.count; row += 1) {
        const [residence, work] = [rows.numbers[row * rows.width] ?? 0, rows.numbers[row * rows.width + 1] ?? 0];
        (parts[partOf(residence)] ??= pairTable()).add(residence * mostPlaces + work, rows.people[row] ?? 0);
      }
    },
    sorted: () => {
      const listed = parts.filter(Boolean).map((part) => part.sorted());
      const count = listed.reduce((sum, numbers) => sum + numbers.length / width, 0);
      const pairs = { residence: new Uint16Array(count), work: new Uint16Array(count), people: new Float64Array(count), rows: new Uint32Array(count) };
      let at = 0;
      for (const numbers of listed) {
        for (let from = 0; from < numbers.length; from += width, at += 1) {
          const key = numbers[from] ?? 0;
          pairs.residence[at] = Math.floor(key / mostPlaces);
          pairs.work[at] = key % mostPlaces;
          pairs.people[at] = numbers[from + 1] ?? 0;
          pairs.rows[at] = numbers[from + 2] ?? 0;
        }
      }
      return pairs;
    },
  };
}

interface PairTable {
  add: (key: number, people: number) => void;
  /** Keys in their order, each with its people and rows. */
  sorted: () => Float64Array;
}

/** A table of open addressing: a million pairs take 50 MB, where a `Map` of objects takes several hundreds. A key is not 0. */
function pairTable(): PairTable {
  let bits = 12;
  let table = new Float64Array(width << bits);
  let count = 0;
  /** Where a key stands, or would. */
  const spot = (key: number): number => {
    let at = Math.imul(key, 0x9e3779b1) >>> (32 - bits);
    for (let found = table[at * width]; found !== 0 && found !== key; found = table[at * width]) at = (at + 1) & ((1 << bits) - 1);
    return at * width;
  };
  const grow = (): void => {
    const old = table;
    bits += 1;
    table = new Float64Array(width << bits);
    for (let from = 0; from < old.length; from += width) if (old[from] !== 0) table.set(old.subarray(from, from + width), spot(old[from] ?? 0));
  };
  return {
    add: (key, people) => {
      let at = spot(key);
      if (table[at] === 0) {
        count += 1;
        if (count * 3 > 2 << bits) {
          grow();
          at = spot(key);
        }
        table[at] = key;
      }
      table[at + 1] = (table[at + 1] ?? 0) + people;
      table[at + 2] = (table[at + 2] ?? 0) + 1;
    },
    sorted: () => {
      const keys = new Float64Array(count);
      for (let from = 0, to = 0; from < table.length; from += width) if (table[from] !== 0) keys[to++] = table[from] ?? 0;
      keys.sort();
      const sorted = new Float64Array(keys.length * width);
      keys.forEach((key, rank) => {
        const at = spot(key);
        for (let number = 0; number < width; number += 1) sorted[rank * width + number] = table[at + number] ?? 0;
      });
      return sorted;
    },
  };
}

export interface CellSums {
  cells: readonly Cell[];
  /** Adds each row's people to its cells. A row of no place of these (a country) is left out. */
  add: (rows: FlowRows) => void;
  /** The sums of one place, by cell. */
  of: (place: number) => Float64Array;
}

interface Told {
  /** Places have ranks from 1 to it. */
  last: number;
  /** Where a row has its place: 0 residence, 1 work. */
  side: 0 | 1;
  /** Where a row has its cells: from one column to before another. */
  from: number;
  to: number;
}

/** People by place and cell: a run of numbers for each place, as long as there are cells by now, and some more. */
export function cellSums(cells: readonly Cell[], { last, side, from, to }: Told): CellSums {
  let stride = 0;
  let sums = new Float64Array();
  const widen = (): void => {
    const [old, length] = [sums, stride];
    stride = Math.ceil(cells.length * 1.25);
    sums = new Float64Array((last + 1) * stride);
    if (length > 0) for (let place = 1; place <= last; place += 1) sums.set(old.subarray(place * length, (place + 1) * length), place * stride);
  };
  return {
    cells,
    add: ({ count, width: step, numbers, people }) => {
      if (cells.length > stride) widen();
      for (let row = 0; row < count; row += 1) {
        const start = row * step;
        const place = numbers[start + side] ?? 0;
        if (place > last) continue;
        const weight = people[row] ?? 0;
        for (let column = start + from; column < start + to; column += 1) {
          const at = place * stride + (numbers[column] ?? 0);
          sums[at] = (sums[at] ?? 0) + weight;
        }
      }
    },
    of: (place) => sums.subarray(place * stride, (place + 1) * stride),
  };
}
