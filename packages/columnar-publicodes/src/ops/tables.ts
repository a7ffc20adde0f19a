import type { Unit } from 'publicodes';
import { operand, type Graph, type Node, type Range, type Type } from '../graph.ts';
import { anyNumber, unionOf } from '../ranges.ts';
import { classes, combined, definedOrNot, indexNode, lookupOf, tableNode, undefinedBeside, type Axis, type Cell, type Cut, type Lookup } from './lookup.ts';
import { always, both, either, escapes, isNa, isUndefined, isValue, stateOf, when, VALUE, type Operand, type State } from '../states.ts';

/** One band: its ceiling (multiplied, in the base's unit; undefined above all) and what it gives. */
export interface Band { ceiling: Node | undefined; gives: Node }

/** Operands of a table: 0 the base, 1 the multiplier, then the ceilings, then what the bands give. */
class Table {
  readonly args: Node[];
  readonly base: Operand;
  readonly multiplier: Operand;
  readonly bands: readonly Band[];

  constructor(base: Node, multiplier: Node, bands: readonly Band[]) {
    this.bands = bands;
    this.base = operand(base, 0);
    this.multiplier = operand(multiplier, 1);
    this.args = [base, multiplier];
    for (const { ceiling } of bands) if (ceiling) this.args.push(ceiling);
    for (const { gives } of bands) this.args.push(gives);
  }

  ceiling(k: number): Operand | undefined {
    const node = this.bands[k]?.ceiling;
    return node && operand(node, 2 + this.bands.slice(0, k).filter((band) => band.ceiling).length);
  }

  gives(k: number): Operand {
    const node = this.bands[k]?.gives;
    if (!node) throw new RangeError(`No band ${k}.`);
    return operand(node, 2 + this.bands.filter((band) => band.ceiling).length + k);
  }

  /** The number of a constant ceiling or of what a band gives. */
  number(x: Operand | undefined): number | undefined {
    const constant = x && this.args[x.at]?.constant;
    return constant && constant.state === 0 && typeof constant.value === 'number' ? constant.value : undefined;
  }

  /** Below the ceiling of band `k`; a last band without ceiling still ends at infinity. */
  below(k: number): string {
    const ceiling = this.ceiling(k);
    if (ceiling) return `$0<$${ceiling.at}`;
    return this.args[0]?.range.finite ? 'true' : '$0<Infinity';
  }

  /** A ceiling not above the one before (unless that is 0) is an error for who gets there. */
  disordered(k: number): string {
    const [before, here] = [this.ceiling(k - 1), this.ceiling(k)];
    if (!before || !here) return 'false';
    const [b, h] = [this.number(before), this.number(here)];
    if (b !== undefined && h !== undefined) return b !== 0 && h <= b ? 'true' : 'false';
    return `($${before.at}!==0&&$${here.at}<=$${before.at})`;
  }

  /** Undefined where all that the bands hold is evaluated to no avail: its errors show. */
  nowhere(ofBands: boolean): State {
    const held = this.bands.flatMap((_, k) => [this.ceiling(k), ofBands ? this.gives(k) : undefined]);
    return when(held.map((x) => (x ? escapes(x) : 'false')).reduce(either, 'false'), always.escape, always.undefined);
  }

  /** A ceiling that is no number (0 // 0) is above and below nothing. */
  nonsense(k: number): string {
    const ceiling = this.ceiling(k);
    return ceiling && this.args[ceiling.at]?.range.finite === false ? `$${ceiling.at}!==$${ceiling.at}` : 'false';
  }

  /** A base below 0 is out of all bands, of which all are then looked at: out of order, or below 0 too, they are the interpreter's. */
  unusual(): string {
    const below0 = this.bands.map((_, k) => {
      const ceiling = this.ceiling(k);
      return ceiling && (this.args[ceiling.at]?.range.lo ?? -1) < 0 ? `$${ceiling.at}<0` : 'false';
    });
    return [...below0, ...this.bands.map((_, k) => either(this.disordered(k), this.nonsense(k)))].reduce(either, 'false');
  }

  /** The state met band after band: an unknown ceiling leaves an unknown result near the end, else what the interpreter alone can tell. */
  walk(found: (k: number) => State, beyond: State): State {
    const last = this.bands.length - 1;
    const at = (k: number): State => {
      if (k > last) return beyond;
      const ceiling = this.ceiling(k);
      const next = when(this.below(k), found(k), at(k + 1));
      const checked = when(either(this.disordered(k), this.nonsense(k)), always.escape, next);
      if (!ceiling || ceiling.may === VALUE) return checked;
      return when(isValue(ceiling), checked, when(isUndefined(ceiling), k >= last - 1 ? always.undefined : always.escape, always.escape));
    };
    return at(0);
  }

  /** A multiplier of 0 is an error whatever the base; a negative one turns the bands, the infinite one too, upside down. */
  guarded(state: State): State {
    const node = this.args[1];
    const positive = node && node.range.lo > 0 && node.range.finite;
    const odd = positive ? 'false' : both(isValue(this.multiplier), '!($1>0)');
    return when(either(escapes(this.base), escapes(this.multiplier)), always.escape, when(odd, always.escape, state));
  }

  notANumber(): string {
    return this.args[0]?.range.finite ? 'false' : '$0!==$0';
  }

  atMost(bound: string): string {
    const range = this.args[0]?.range;
    if (!range || (this.base.may & ~VALUE) !== 0) return bound;
    return range.lo >= 0 && bound === '$0<0' ? 'false' : bound;
  }
}

const text = (n: number) => (n < 0 ? `(${n})` : String(n));

/** `barème`: marginal rates (already without unit), summed band by band from 0 as the interpreter does. */
export function scale(graph: Graph, base: Node, multiplier: Node, bands: readonly Band[]): Node {
  const t = new Table(base, multiplier, bands);
  const last = bands.length - 1;
  const rateState = (upTo: number): State => {
    // A rate unknown below the last band makes a NaN of the sum.
    let state = upTo === last ? when(escapes(t.gives(last)), always.escape, when(isUndefined(t.gives(last)), always.undefined, always.value)) : always.value;
    for (let j = Math.min(upTo, last - 1); j >= 0; j--) state = when(either(escapes(t.gives(j)), isUndefined(t.gives(j))), always.escape, state);
    return state;
  };
  const met = when(isUndefined(t.multiplier), t.nowhere(true), when(isNa(t.multiplier), always.escape, t.walk(rateState, rateState(last))));
  const masked = t.args.slice(1, t.args.length - bands.length).flatMap((node, k) => (node.may === VALUE ? [] : [`#${k + 1}!==0`])).join('||') || 'false';
  const negative = when(either(masked, t.unusual()), always.escape, always.value);
  const positive = when(
    t.notANumber(),
    always.escape,
    met.may === VALUE && negative.may === VALUE ? always.value : when('$0===0', always.value, when(t.atMost('$0<0'), negative, met)),
  );
  const state = t.guarded(when(isNa(t.base), always.na, when(isUndefined(t.base), always.undefined, positive)));

  const floor = (k: number) => (k === 0 ? '0' : ceilingText(k - 1));
  const ceilingText = (k: number) => {
    const ceiling = t.ceiling(k);
    return text(t.number(ceiling) ?? Number.NaN) === 'NaN' ? `$${ceiling?.at}` : text(t.number(ceiling) ?? 0);
  };
  const rate = (k: number) => `$${t.gives(k).at}`;
  /** The sum of the bands below `k`: a number when all is constant. */
  const below: string[] = ['0'];
  for (let k = 0; k <= last; k++) {
    const [low, high, r] = [k === 0 ? 0 : t.number(t.ceiling(k - 1)), t.number(t.ceiling(k)), t.number(t.gives(k))];
    const before = Number(below[k]);
    if (low !== undefined && high !== undefined && r !== undefined && !Number.isNaN(before)) below.push(text(before + (high - low) * r).replace(/^\((.*)\)$/, '$1'));
    else if (t.ceiling(k)) below.push(`(${below[k]}+(${ceilingText(k)}-${floor(k)})*${rate(k)})`);
  }
  let value = below[last + 1] ?? '0';
  for (let k = last; k >= 0; k--) {
    const inside = k === 0 ? `$0*${rate(0)}` : `${below[k]}+($0-${floor(k)})*${rate(k)}`;
    const test = t.ceiling(k) ? t.below(k) : 'true';
    value = test === 'true' ? inside : `${test}?${inside}:${value}`;
  }
  const constants = bandsOf(t, bands, false);
  const sums = below.map(Number);
  const rates = bands.map((_, k) => t.number(t.gives(k)));
  if (constants && 'cuts' in constants && sums.length > 2 && [...sums, ...rates].every((n) => n !== undefined && Number.isFinite(n))) {
    // The band is an index: its floor, rate and the sum below it are read, with no branch to mispredict.
    const floors = [0, ...constants.cuts.map((cut) => cut.at), ...(base.may === VALUE ? [] : [0])];
    const at = `@[${floors.map((_, k) => sums[k] ?? 0).join(',')}]@[$1]+($0-@[${floors.join(',')}]@[$1])*@[${floors.map((_, k) => rates[k] ?? 0).join(',')}]@[$1]`;
    const range: Range = { ...anyNumber, lo: rates.every((n) => Number(n) >= 0) ? 0 : -Infinity, finite: true };
    return graph.make({ op: 'barème', args: [base, indexNode(graph, [constants])], type: 'number', unit: base.unit, loose: base.loose, value: base.range.lo >= 0 ? `(${at})` : `($0<=0?0:${at})`, state: stateOf(t.base), range });
  }
  const straight = base.range.lo >= 0 && bands.every(({ ceiling }) => !ceiling || (ceiling.range.lo >= 0 && ceiling.range.finite));
  const above = straight ? value : `$0<=0?0:${value}`;
  const positiveRates = base.range.lo >= 0 && bands.every(({ gives }) => gives.range.lo >= 0);
  const range: Range = { ...anyNumber, lo: positiveRates ? 0 : -Infinity, finite: base.range.finite && bands.every(({ gives, ceiling }) => gives.range.finite && (!ceiling || ceiling.range.finite)) };
  return graph.make({ op: 'barème', args: t.args, type: 'number', unit: base.unit, loose: base.loose, value: isNa(t.base) === 'false' ? `(${above})` : `(${isNa(t.base)}?0:${above})`, state, range });
}

/** `grille`: what the band gives; below 0 the interpreter gives `non`, above the last ceiling nothing is defined. */
export function grid(graph: Graph, base: Node, multiplier: Node, bands: readonly Band[], type: Type | undefined, unit: Unit | undefined, loose: boolean): Node {
  const t = new Table(base, multiplier, bands);
  /** What the bands above give is evaluated too: its errors show. */
  const above = (k: number, state: State): State => when(bands.map((_, j) => (j > k ? escapes(t.gives(j)) : 'false')).reduce(either, 'false'), always.escape, state);
  const met = t.walk((k) => above(k, stateOf(t.gives(k))), always.undefined);
  const negative = when(t.atMost('$0<0'), always.escape, met);
  const state = t.guarded(when(either(isUndefined(t.base), isUndefined(t.multiplier)), t.nowhere(true), when(isNa(t.multiplier), always.escape, negative)));
  const lookup = cellsOfGrid(t, bands);
  const table = lookup && tableNode(graph, lookup, { type, unit, loose });
  if (table) return table;
  let value = type === 'boolean' ? 'false' : '0';
  for (let k = bands.length - 1; k >= 0; k--) value = t.below(k) === 'true' ? `$${t.gives(k).at}` : `${t.below(k)}?$${t.gives(k).at}:${value}`;
  const given = unionOf(bands.map((band) => band.gives));
  return graph.make({ op: 'grille', args: t.args, type, unit, loose, value: `(${value})`, state, ...(given ? { range: given } : {}) });
}

/** Classes of a base by constant ceilings in order; undefined when something else than the base decides. */
function bandsOf(t: Table, bands: readonly Band[], fromZero: boolean): Axis | undefined {
  const [variable, multiplier] = t.args;
  if (!variable || !definedOrNot(variable) || !variable.range.finite || variable.constant || multiplier?.constant?.state !== 0 || multiplier.constant.value !== 1) return undefined;
  const cuts: Cut[] = fromZero && variable.range.lo < 0 ? [{ at: 0, inclusive: true }] : [];
  for (const [k, { ceiling }] of bands.entries()) {
    if (!ceiling) continue;
    const at = t.number(t.ceiling(k));
    const before = cuts.at(-1)?.at ?? 0;
    if (at === undefined || !Number.isFinite(at) || at <= before) return undefined;
    cuts.push({ at, inclusive: true });
  }
  return { variable, cuts };
}

/** A grid of constants, or of tables, is a table: below 0 left to the interpreter, above the last ceiling undefined. */
function cellsOfGrid(t: Table, bands: readonly Band[]): Lookup | undefined {
  const axis = bandsOf(t, bands, true);
  if (!axis || !('cuts' in axis)) return undefined;
  const given = bands.map(({ gives }) => lookupOf(gives));
  const below = axis.cuts[0]?.at === 0 ? 1 : 0;
  const places = Array.from({ length: axis.cuts.length + 1 }, (_, k): Cell => ({ value: k - below, state: 0 }));
  const place: Lookup = { axes: [axis], cells: classes(axis) > places.length ? [...places, { value: 0, state: 2 }] : places };
  return combined([place, ...given], ([at, ...cells]) => {
    if (at?.state === 2) return undefinedBeside(...cells);
    const k = Number(at?.value);
    return k < 0 ? { value: 0, state: 4 } : (cells[k] ?? { value: 0, state: 2 });
  });
}

/** `taux progressif`: in %, interpolated from the rate of the band before. */
export function slidingRate(graph: Graph, base: Node, multiplier: Node, bands: readonly Band[], percent: Unit): Node {
  const t = new Table(base, multiplier, bands);
  const last = bands.length - 1;
  // An infinite rate makes a NaN of what is interpolated.
  const wild = (k: number): string => (bands[k]?.gives.range.finite ? 'false' : `!Number.isFinite($${t.gives(k).at})`);
  const known = (k: number, state: State): State =>
    when(either(either(escapes(t.gives(k)), isNa(t.gives(k))), both(isValue(t.gives(k)), wild(k))), always.escape, when(isUndefined(t.gives(k)), always.undefined, state));
  const open = t.ceiling(last) === undefined;
  const found = (k: number) => (k === 0 || (k === last && open) ? known(k, always.value) : known(k - 1, known(k, always.value)));
  const ceilings = bands.map((_, k) => t.ceiling(k));
  const masked = ceilings.filter((c) => c && c.may !== VALUE).map((c) => `#${c?.at}!==0`).join('||') || 'false';
  const walked = when(masked, always.escape, t.walk(found, known(last, always.value)));
  const met = when(t.notANumber(), always.escape, when(t.atMost('$0<0'), when(either(masked, t.unusual()), always.escape, known(last, always.value)), walked));
  const state = t.guarded(when(either(either(isUndefined(t.base), isNa(t.base)), isUndefined(t.multiplier)), t.nowhere(false), when(isNa(t.multiplier), always.escape, met)));
  const rate = (k: number) => `$${t.gives(k).at}`;
  let value = rate(last);
  for (let k = last; k >= 0; k--) {
    const [low, high] = [`$${t.ceiling(k - 1)?.at}`, `$${t.ceiling(k)?.at}`];
    // The first band is flat: its own rate plus 0 times the base.
    const inside = k === 0 || (k === last && open) ? rate(k) : `${rate(k - 1)}+($0-${low})*((${rate(k)}-${rate(k - 1)})/(${high}-${low}))`;
    if (t.below(k) !== 'true') value = `${t.below(k)}?${inside}:${value}`;
    else value = inside;
  }
  return graph.make({ op: 'taux progressif', args: t.args, type: 'number', unit: percent, value: `($0<0?${rate(last)}:${value})`, state });
}
