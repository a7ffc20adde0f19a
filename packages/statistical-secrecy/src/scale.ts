import type { Cube } from './cube.ts';
import type { Exposed, SecretCell, Spec } from './types.ts';

/** The solver's tolerances are absolute: decimals are brought below a million, by a power of 2, which rounds nothing. */
export function scaleOf({ cells, whole }: Cube): number {
  const most = cells.reduce((all, { value = 0 }) => Math.max(all, value), 0);
  return whole || most <= 1e6 ? 1 : 2 ** -Math.ceil(Math.log2(most / 1e6));
}

export function scaled(cube: Cube, spec: Spec, by: number): { cube: Cube; spec: Spec } {
  if (by === 1) return { cube, spec };
  const cells = cube.cells.map((cell) => ({
    ...cell,
    low: cell.low * by,
    high: cell.high * by,
    ...(cell.value === undefined ? {} : { value: cell.value * by }),
    ...(cell.largest === undefined ? {} : { largest: cell.largest * by }),
  }));
  const { rules, protection = {} } = spec;
  return {
    cube: { ...cube, cells },
    spec: {
      ...spec,
      rules: { ...rules, ...(rules.threshold === undefined ? {} : { threshold: rules.threshold * by }) },
      protection: { ...protection, ...(protection.absolute === undefined ? {} : { absolute: protection.absolute * by }) },
    },
  };
}

/** What was found, in the values' own size. */
export function unscaled<Found extends SecretCell | Exposed>(found: Found, by: number): Found {
  const { interval: { min, max }, required } = found;
  return {
    ...found,
    interval: { min: min / by, max: max === null ? null : max / by },
    ...(required === undefined ? {} : { required: 'width' in required ? { width: required.width / by } : { low: required.low / by, high: required.high / by } }),
  };
}
