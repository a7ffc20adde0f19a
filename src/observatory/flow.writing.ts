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

/** Places to a statement: some megabytes of text. */
const together = 2000;

/** Each place and side with the places at the other end, as PostgreSQL's arrays and JSON, which it parses far faster than it inserts a row. */
export function* flowBatches(sums: FlowSums): Generator<readonly NewFlows[]> {
  let batch: NewFlows[] = [];
  for (const side of ['residence', 'work'] as const) {
    for (const flows of flowsOf(side, sums)) {
      batch.push(flows);
      if (batch.length < together) continue;
      yield batch;
      batch = [];
    }
  }
  if (batch.length > 0) yield batch;
}

function* flowsOf(side: FlowSide, { places, pairs, margins }: FlowSums): Generator<NewFlows> {
  const [here, there] = side === 'residence' ? [pairs.residence, pairs.work] : [pairs.work, pairs.residence];
  const order = orderBy(here, places.communes);
  const marginsOf = marginText(margins?.[side] ?? []);
  for (let from = 0, to = 0; from < order.length; from = to) {
    const place = here[order[from] ?? 0] ?? 0;
    let [others, people, respondents] = ['', '', ''];
    for (; to < order.length && here[order[to] ?? 0] === place; to += 1) {
      const pair = order[to] ?? 0;
      const comma = to === from ? '' : ',';
      others += comma + (places.codes[there[pair] ?? 0] ?? '');
      people += comma + rounded(pairs.people[pair]);
      respondents += `${comma}${pairs.rows[pair]}`;
    }
    yield { place: places.codes[place] ?? '', side, others: `{${others}}`, people: `{${people}}`, respondents: margins ? `{${respondents}}` : null, margins: marginsOf(place) };
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

/** The margins of a place as JSON: people by variable and code, codes that nobody has left out. */
function marginText(tables: readonly CellSums[]): (place: number) => string {
  const variables = tables.flatMap((table) => {
    const names = [...new Set(table.cells.map(({ variable }) => variable))];
    return names.map((name) => ({
      table, name: JSON.stringify(name), cells: table.cells.flatMap(({ variable, code }, at) => (variable === name ? [{ at, code: JSON.stringify(code) }] : [])),
    }));
  });
  return (place) => {
    let text = '';
    for (const { table, name, cells } of variables) {
      const sums = table.of(place);
      let told = '';
      for (const { at, code } of cells) if (sums[at]) told += `${told === '' ? '' : ','}${code}:${rounded(sums[at])}`;
      if (told !== '') text += `${text === '' ? '' : ','}${name}:{${told}}`;
    }
    return `{${text}}`;
  };
}
