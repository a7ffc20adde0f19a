import { serializeUnit, type Unit } from 'publicodes';

/** The interpreter's conversions, restated: it does not export them, and the order of its floating-point operations must be kept. */
const table: Readonly<Record<string, number>> = {
  'mois/an': 12,
  'jour/an': 365,
  'jour/mois': 365 / 12,
  'trimestre/an': 4,
  'mois/trimestre': 3,
  'jour/trimestre': (365 / 12) * 3,
  '€/k€': 1e3,
  'g/kg': 1e3,
  'mg/g': 1e3,
  'mg/kg': 1e6,
  'm/km': 1e3,
  'cm/m': 1e2,
  'mm/cm': 10,
  'mm/m': 1e3,
  'cm/km': 1e5,
  'mm/km': 1e6,
};

const families: readonly (readonly string[])[] = [
  ['an', 'trimestre', 'mois', 'jour'],
  ['€', 'k€'],
  ['kg', 'g', 'mg'],
  ['km', 'm', 'cm', 'mm'],
];

const noUnit: Unit = { numerators: [], denominators: [] };
const equivalents: Readonly<Record<string, string>> = { 'kW.h': 'kWh', 'mn/h': 'noeud' };

const familyOf = (unit: string): string => {
  const at = families.findIndex((family) => family.includes(unit));
  return at < 0 ? unit : String(at);
};
const sameFamily = (a: string, b: string) => a === b || (familyOf(a) === familyOf(b) && families.some((family) => family.includes(a)));

/** What the interpreter does to every converted number: 16 decimals. */
export const round16 = (value: number): number => +value.toFixed(16);

/** A quotient of two numbers without unit has the empty unit, which is not the absence of one: converted, it is rounded. */
export const emptyUnit: Unit = noUnit;
/** The empty unit or none, depending on the row. */
export const vagueUnit: Unit = { numerators: [], denominators: [] };
/** Without any name of a unit. */
export const isBare = (unit: Unit | undefined): boolean => unit === undefined || (unit.numerators.length === 0 && unit.denominators.length === 0);

/** A name under which two units are the same whatever the order of their factors; '' for none. */
export function unitKey(unit: Unit | undefined): string {
  if (!unit) return '';
  if (unit === vagueUnit) return '?';
  return `${unit.numerators.toSorted().join('.')}/${unit.denominators.toSorted().join('.')}`;
}

/** Removes once, from both sides, each factor found on both. */
function cancel(unit: Unit, same: (a: string, b: string) => boolean): Unit {
  const without = (list: readonly string[], next: string) => {
    const at = list.findIndex((other) => same(other, next));
    return list.filter((_, index) => index !== at);
  };
  return [...unit.numerators, ...unit.denominators].reduce<Unit>(
    (left, next) =>
      left.numerators.some((u) => same(next, u)) && left.denominators.some((u) => same(next, u))
        ? { numerators: without(left.numerators, next), denominators: without(left.denominators, next) }
        : left,
    unit,
  );
}

const withoutPercent = (unit: Unit): Unit => ({
  numerators: unit.numerators.filter((u) => u !== '%'),
  denominators: unit.denominators.filter((u) => u !== '%'),
});

/** The unit of a product; of a quotient with the second unit inverted. */
export function productUnit(a: Unit | undefined, b: Unit | undefined): Unit | undefined {
  if (!a || !b) return a ?? b;
  if (a === vagueUnit || b === vagueUnit) return a === vagueUnit ? b : a;
  return cancel({ numerators: [...a.numerators, ...b.numerators], denominators: [...a.denominators, ...b.denominators] }, (x, y) => x === y);
}

export function quotientUnit(a: Unit | undefined, b: Unit | undefined): Unit {
  const inverse = b ? { numerators: b.denominators, denominators: b.numerators } : noUnit;
  return productUnit(a ?? noUnit, inverse) ?? noUnit;
}

/** `unit` without one `%` above. */
export const overPercent = (unit: Unit): Unit => productUnit(unit, { numerators: [], denominators: ['%'] }) ?? noUnit;

/** Convertible factors cancelled, percents folded into one or none. */
export function simplified(unit: Unit): Unit {
  const result = cancel(unit, sameFamily);
  if (result.numerators.length > 0 && result.numerators.every((u) => u === '%')) return { numerators: ['%'], denominators: result.denominators };
  return withoutPercent(result);
}

export const isPercent = (unit: Unit | undefined): boolean => unit !== undefined && serializeUnit(unit) === '%';

export function convertible(a: Unit | undefined, b: Unit | undefined): boolean {
  if (!a || !b) return true;
  const from = serializeUnit(a);
  const to = serializeUnit(b);
  if (from && to && (from === to || equivalents[to] === from || equivalents[from] === to)) return true;
  const balance = new Map<string, number>();
  const count = (units: readonly string[], sign: number) => {
    for (const unit of units) balance.set(familyOf(unit), (balance.get(familyOf(unit)) ?? 0) + sign);
  };
  count(a.numerators, 1);
  count(a.denominators, -1);
  count(b.numerators, -1);
  count(b.denominators, 1);
  return [...balance].every(([family, n]) => n === 0 || family === '%');
}

function single(from: string, to: string | undefined): number | undefined {
  const direct = table[`${to}/${from}`];
  if (direct) return direct;
  const inverse = table[`${from}/${to}`];
  return inverse && 1 / inverse;
}

function factor(from: readonly string[], to: readonly string[]): number {
  const percents = (list: readonly string[]) => list.filter((u) => u === '%').length;
  return from.reduce((value, unit) => value * (single(unit, to.find((other) => single(unit, other))) ?? 1), 100 ** (percents(to) - percents(from)));
}

/** The four factors of `round16(((v * times) / over) * numerators * denominators)`, in the interpreter's order. */
export interface Conversion { times: number; over: number; numerators: number; denominators: number }

export function conversion(from: Unit, to: Unit | undefined): Conversion {
  const target = to ?? noUnit;
  const inner = (unit: Unit) => ({ unit: cancel(withoutPercent(unit), sameFamily), factor: round16(factor(unit.numerators, unit.denominators)) });
  const a = inner(from);
  const b = inner(target);
  return {
    times: a.factor,
    over: b.factor,
    numerators: factor(a.unit.numerators, b.unit.numerators),
    denominators: factor(b.unit.denominators, a.unit.denominators),
  };
}

/** A number of one unit in another, as the interpreter converts it; 0 stays 0. */
export function convert(value: number, from: Unit | undefined, to: Unit | undefined): number {
  if (!value || !from) return value;
  const c = conversion(from, to);
  return round16(((value * c.times) / c.over) * c.numerators * c.denominators);
}
