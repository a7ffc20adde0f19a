import type { PlaceRanks } from './flow.places.ts';
import type { FlowSide, NewFlows } from './flow.store.ts';
import type { CellSums, SortedPairs } from './flow.sums.ts';

/** What a file of flows was added up into. */
export interface FlowSums {
  places: PlaceRanks;
  pairs: SortedPairs;
  /** By side; none where the file has totals only, and then its rows are no persons either. */
  margins?: Readonly<Record<FlowSide, readonly CellSums[]>>;
}

/** Flows as they are written: the names of their cells, a variable and a code with a space between, and the rows. */
export interface WrittenFlows {
  cells: readonly string[];
  batches: () => Iterable<NewFlows>;
}

export function writtenFlows(sums: FlowSums): WrittenFlows {
  // People at work in a place are told by the first of the residents' cells: one list names both.
  const cells = (sums.margins?.residence ?? []).flatMap((table) => table.cells.map(({ variable, code }) => `${variable} ${code}`));
  return { cells, batches: () => batchesOf(sums) };
}

/** Places to a statement: some megabytes. */
const together = 500;

function* batchesOf(sums: FlowSums): Generator<NewFlows> {
  for (const side of ['residence', 'work'] as const) {
    let batch = emptyFlows(side, sums);
    for (const { place, pairs } of placesOf(side, sums)) {
      addPlace(batch, place, pairs, sums);
      if (batch.places.length < together) continue;
      yield batch;
      batch = emptyFlows(side, sums);
    }
    if (batch.places.length > 0) yield batch;
  }
}

const emptyFlows = (side: FlowSide, { margins }: FlowSums): NewFlows =>
  ({ side, places: [], others: [], people: [], respondents: margins ? [] : null, pairsTo: [], cells: [], cellPeople: [], cellsTo: [] });

function addPlace(batch: NewFlows, place: number, ofPlace: Uint32Array, { places, pairs, margins }: FlowSums): void {
  const there = batch.side === 'residence' ? pairs.work : pairs.residence;
  const others: string[] = [];
  for (const pair of ofPlace) {
    others.push(places.codes[there[pair] ?? 0] ?? '');
    batch.people.push(rounded(pairs.people[pair]));
    batch.respondents?.push(pairs.rows[pair] ?? 0);
  }
  batch.places.push(places.codes[place] ?? '');
  batch.others.push(others.join(','));
  batch.pairsTo.push(batch.people.length);
  let rank = 0;
  for (const table of margins?.[batch.side] ?? []) {
    const sums = table.of(place);
    for (let cell = 0; cell < table.cells.length; cell += 1) {
      rank += 1;
      if (!sums[cell]) continue;
      batch.cells.push(rank);
      batch.cellPeople.push(rounded(sums[cell]));
    }
  }
  batch.cellsTo.push(batch.cells.length);
}

/** Each commune that is at this end of a pair, with its pairs. */
function* placesOf(side: FlowSide, { places, pairs }: FlowSums): Generator<{ place: number; pairs: Uint32Array }> {
  const here = pairs[side];
  const order = orderBy(here, places.communes);
  for (let from = 0, to = 0; from < order.length; from = to) {
    const place = here[order[from] ?? 0] ?? 0;
    while (to < order.length && here[order[to] ?? 0] === place) to += 1;
    yield { place, pairs: order.subarray(from, to) };
  }
}

/** The pairs whose place is a commune, by place, else in the order that they have. */
function orderBy(places: Uint16Array, communes: number): Uint32Array {
  const starts = new Uint32Array(communes + 2);
  for (const place of places) if (place <= communes) starts[place + 1] = (starts[place + 1] ?? 0) + 1;
  for (let place = 1; place < starts.length; place += 1) starts[place] = (starts[place] ?? 0) + (starts[place - 1] ?? 0);
  const order = new Uint32Array(starts.at(-1) ?? 0);
  places.forEach((place, pair) => {
    if (place > communes) return;
    const at = starts[place] ?? 0;
    order[at] = pair;
    starts[place] = at + 1;
  });
  return order;
}

/** To the millionth: beyond, a sum changes with the order of adding. */
const rounded = (sum = 0): number => Math.round(sum * 1e6) / 1e6;
