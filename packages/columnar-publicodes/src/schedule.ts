import type { Node } from './graph.ts';

/** Where a node is computed: always (the root), or only in one branch of a choice. */
export interface Region { readonly depth: number; readonly parent: Region | undefined; readonly nodes: Node[] }

export interface Schedule { root: Region; branches: ReadonlyMap<Node, readonly [yes: Region, no: Region]> }

const region = (parent: Region | undefined): Region => ({ depth: parent ? parent.depth + 1 : 0, parent, nodes: [] });

function common(a: Region, b: Region): Region {
  let [x, y] = [a, b];
  while (x !== y) {
    if (x.depth >= y.depth && x.parent) x = x.parent;
    else if (y.parent) y = y.parent;
  }
  return x;
}

/** All that the outputs need, arguments first. */
export function needed(outputs: readonly Node[]): Node[] {
  const seen = new Set<Node>();
  const pending = [...outputs];
  for (let node = pending.pop(); node; node = pending.pop()) {
    if (seen.has(node)) continue;
    seen.add(node);
    pending.push(...node.args);
  }
  return [...seen].toSorted((a, b) => a.id - b.id);
}

/** Puts each node in the innermost branch that holds all its uses; everywhere at the root when `flat`. */
export function schedule(outputs: readonly Node[], flat: boolean): Schedule {
  const root = region(undefined);
  const places = new Map<Node, Region>();
  const branches = new Map<Node, readonly [Region, Region]>();
  const use = (node: Node, at: Region) => {
    const before = places.get(node);
    // A column is read once, before all that uses it.
    const asked = node.op.startsWith('input ') ? root : at;
    places.set(node, before ? common(before, asked) : asked);
  };
  for (const output of outputs) use(output, root);
  const order = needed(outputs);
  for (const node of order.toReversed()) {
    const place = places.get(node) ?? root;
    place.nodes.push(node);
    if (flat || !node.choice) {
      for (const arg of node.args) use(arg, place);
      continue;
    }
    const [test, yes, no] = node.args;
    const sides = [region(place), region(place)] as const;
    branches.set(node, sides);
    if (test) use(test, place);
    if (yes) use(yes, sides[0]);
    if (no) use(no, sides[1]);
  }
  return { root, branches };
}
