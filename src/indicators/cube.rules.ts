import type { Protected, Refusal, Result, Rules, Spec, Table } from 'statistical-secrecy';
import type { CubeRow, NewCube } from './cube.schema.ts';

/** facts/DOMAIN.md § 6.4: households and persons ≥ 11; firms ≥ 3, and none above 85 % of the value. */
const rules: Record<NewCube['rule'], Rules> = { persons: { kind: 'frequency', threshold: 11 }, firms: { kind: 'magnitude', contributors: 3, dominance: 0.85 } };

export interface ProtectedCube { rows: CubeRow[]; counts: Protected['counts'] }

/**
 * A table as everybody may read it: hidden cells have no value left. What was hidden is attacked again from the published
 * pattern alone, so that nothing leaves that the audit would not let through.
 */
export async function protectCube({ id, dimensions, rows, rule }: Pick<NewCube, 'id' | 'dimensions' | 'rows' | 'rule'>): Promise<Result<ProtectedCube, Refusal>> {
  const table = { name: id, dimensions: dimensions.map(({ name }) => name), rows } as Table;
  const spec = { dimensions, rules: rules[rule] } as Spec;
  // It brings a solver: only who publishes a cube loads it.
  const { audit, protect } = await import('statistical-secrecy');
  const done = await protect([table], spec);
  if (!done.ok) return done;
  const [shown] = done.value.tables;
  const kept = rows.map(({ at }, line): CubeRow => ({ at, ...shown!.rows[line]! }));
  const attacked = await audit([table], spec, [kept.map(({ status }) => status === 'secret')]);
  return attacked.ok ? { ok: true, value: { rows: kept, counts: done.value.counts } } : attacked;
}
