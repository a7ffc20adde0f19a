import { expect, test } from 'vitest';
import { cellList, codesToCells, crossCells, oneCode } from './flow.cells.ts';
import { rowsByPart, type FlowRows } from './flow.rows.ts';
import { cellSums, pairSums } from './flow.sums.ts';

/** Small whole numbers that look drawn, the same each time. */
function drawn(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
}

test('pairs and cells are those that a map counts, whatever the order and the number of rows', () => {
  const next = drawn(7);
  const [last, wanted, wantedCells] = [40_000, new Map<string, [number, number]>(), new Map<string, number>()];
  const cells = cellList();
  const pairs = pairSums();
  const living = cellSums(cells.all, { last, side: 0, from: 2, to: 4 });
  const working = cellSums(cells.all, { last, side: 1, from: 2, to: 4 });
  const sorted = rowsByPart(4, (part) => {
    for (const sums of [pairs, living, working]) sums.add(part);
  });
  for (let chunk = 0; chunk < 60; chunk += 1) {
    // Cells grow while rows come: sums must keep what they have.
    cells.add('V', String(chunk));
    const columns = Array.from({ length: 4 }, () => new Int32Array(2048));
    const people = new Float64Array(2048);
    for (let row = 0; row < 2000; row += 1) {
      const residence = next(50) === 0 ? 0 : 1 + next(20) * 1999;
      const values = [residence, next(30) === 0 ? last + 1 : 1 + next(900), next(chunk + 1), next(chunk + 1)];
      values.forEach((value, at) => ((columns[at] ?? new Int32Array())[row] = value));
      const weight = 1 + next(8) / 4;
      people[row] = weight;
      if (residence === 0) continue;
      const [sum, rows] = wanted.get(`${residence} ${values[1]}`) ?? [0, 0];
      wanted.set(`${residence} ${values[1]}`, [sum + weight, rows + 1]);
      for (const cell of values.slice(2)) {
        for (const key of [`0 ${residence} ${cell}`, ...((values[1] ?? 0) > last ? [] : [`1 ${values[1]} ${cell}`])]) wantedCells.set(key, (wantedCells.get(key) ?? 0) + weight);
      }
    }
    sorted.add(columns, people, 2000);
  }
  sorted.end();
  const found = pairs.sorted();
  const keys = Array.from(found.residence, (residence, at) => `${residence} ${found.work[at]}`);
  expect(keys.map((key, at) => [key, [found.people[at], found.rows[at]]])).toEqual(
    [...wanted].toSorted(([a], [b]) => Number(a.split(' ')[0]) - Number(b.split(' ')[0]) || Number(a.split(' ')[1]) - Number(b.split(' ')[1])));
  const foundCells = Array.from(wantedCells.keys(), (key) => {
    const [side, place, cell] = key.split(' ').map(Number);
    return [key, (side === 0 ? living : working).of(place ?? 0)[cell ?? 0]] as const;
  });
  expect(new Map(foundCells)).toEqual(wantedCells);
});

test('rows wait for others of their part, and none is lost', () => {
  let taken = 0;
  const rows = rowsByPart(2, (part: FlowRows) => {
    taken += part.count;
  });
  rows.add([Int32Array.of(1, 0, 40_000), Int32Array.of(1, 1, 1)], Float64Array.of(1, 1, 1), 3);
  expect(taken).toBe(0);
  rows.end();
  expect(taken).toBe(2);
});

test('codes become cells, two variables to a number; three of them are crossed by class', () => {
  const [cells, crossed] = [cellList(), cellList()];
  const codes = ['1', '2', '030', '040'];
  const columns = codesToCells(cells, ['A', 'B', 'AGE'], codes)([Int32Array.of(oneCode, oneCode, 0), Int32Array.of(2 * oneCode, 3 * oneCode, 2 * oneCode)], 3);
  const told = columns.map((column) => Array.from(column, (cell) => cells.all[cell]?.code));
  expect(told).toEqual([['2', '2', '1'], ['1', '1', '1'], ['030', '040', '030']]);
  const cross = crossCells(cells, crossed, 'A-B-AGE', () => '25');
  expect(Array.from(cross(columns, 3), (cell) => crossed.all[cell]?.code)).toEqual(['2-1-25', '2-1-25', '1-1-25']);
});

test('a file with more codes than a census has is not added up', () => {
  const cells = cellList();
  expect(() => {
    for (let code = 0; code < 1000; code += 1) cells.add('A', String(code));
  }).toThrow(/512 codes/);
});
