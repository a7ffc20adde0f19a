/**
 * Rows of places near one another, each a run of `width` whole numbers (residence, work, then cells) with its people.
 * Arrays may be longer than `count`, and are written again once taken.
 */
export interface FlowRows {
  count: number;
  width: number;
  numbers: Int32Array;
  people: Float64Array;
}

/** Places of a part have ranks that differ below this bit: what is added up of a part stands in a processor's own memory. */
const partBits = 9;
export const partOf = (residence: number): number => residence >>> partBits;

/** How many rows of a part wait until they are taken together. */
const most = 4096;

/**
 * Sorts rows by parts of the country before they are added up: a file in no order would have the processor wait for
 * its memory at every sum, ten times longer than adding takes. Rows of residence 0 are left out.
 */
export function rowsByPart(width: number, take: (rows: FlowRows) => void): { add: (columns: readonly Int32Array[], people: Float64Array, count: number) => void; end: () => void } {
  const parts: FlowRows[] = [];
  return {
    add: (columns, people, count) => {
      const [homes = new Int32Array()] = columns;
      for (let row = 0; row < count; row += 1) {
        const home = homes[row] ?? 0;
        if (home === 0) continue;
        const part = (parts[partOf(home)] ??= { count: 0, width, numbers: new Int32Array(most * width), people: new Float64Array(most) });
        const start = part.count * width;
        for (let at = 0; at < width; at += 1) part.numbers[start + at] = columns[at]?.[row] ?? 0;
        part.people[part.count] = people[row] ?? 0;
        part.count += 1;
        if (part.count < most) continue;
        take(part);
        part.count = 0;
      }
    },
    end: () => {
      for (const part of parts) if (part && part.count > 0) take(part);
    },
  };
}
