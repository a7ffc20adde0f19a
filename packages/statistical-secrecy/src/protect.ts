import { auditPattern, type Audit } from './auditor.ts';
import { complete } from './complete.ts';
import { readCube, type Cube } from './cube.ts';
import { findPattern } from './pattern.ts';
import { scaled, scaleOf, unscaled } from './scale.ts';
import { openSolver, type Solver } from './solver.ts';
import { checkSpec } from './spec.ts';
import { taskOf, type Task } from './task.ts';
import type { Exposed, Protected, Refusal, Result, SecretCell, Shown, Spec, Table } from './types.ts';

/**
 * Hides the cells of tables that their rules make secret, and as few others as keep them from being worked out; then
 * attacks the result. What it gives has passed the audit: a pattern that leaves a cell too well known is refused.
 * The same input gives the same result.
 */
export async function protect(tables: readonly Table[], spec: Spec): Promise<Result<Protected, Refusal>> {
  return withTask(tables, spec, (solver, task, by) => {
    const pattern = findPattern(solver, task, spec.method ?? 'auto');
    const { hidden, method, proven, bound } = pattern;
    const audit = giveUpKnown(solver, task, hidden);
    if (audit.exposed.length > 0) return { ok: false, error: { code: 'cell.exposed', exposed: audit.exposed.map((one) => unscaled(one, by)) } };
    const { cube, always } = task;
    const secrets = audit.secrets.map((secret) => unscaled(told(secret), by));
    const count = (test: (cell: number) => boolean): number => cube.cells.reduce((all, _, cell) => all + Number(test(cell)), 0);
    const values = cube.cells.reduce((all, { value = 0 }, cell) => all + (hidden[cell] && !always[cell] ? value : 0), 0);
    return {
      ok: true,
      value: {
        tables: tables.map(({ name }, at) => ({ name, rows: cube.rows[at]!.map((cell) => shown(cube, cell, hidden, by)) })),
        secrets,
        counts: {
          cells: count((cell) => cube.cells[cell]!.given !== 'absent'),
          shown: count((cell) => cube.cells[cell]!.given === 'known' && hidden[cell] === 0),
          missing: count((cell) => cube.cells[cell]!.given === 'missing'),
          primary: secrets.filter(({ cause }) => cause !== 'source' && cause !== 'secondary').length,
          source: secrets.filter(({ cause }) => cause === 'source').length,
          secondary: secrets.filter(({ cause }) => cause === 'secondary').length,
        },
        loss: { cells: secrets.filter(({ cause }) => cause === 'secondary').length, values: values / by, proven, bound: spec.loss === 'values' ? bound / by : bound },
        method,
      },
    };
  });
}

/**
 * Attacks tables as somebody means to publish them: `secret` says, for each row of each table, whether it is hidden. Gives
 * what an attacker can work out of each hidden cell, or refuses with the cells that stay too well known.
 */
export async function audit(tables: readonly Table[], spec: Spec, secret: readonly (readonly boolean[])[]): Promise<Result<readonly SecretCell[], Refusal>> {
  return withTask(tables, spec, (solver, task, by) => {
    // Shown in one table, known in all.
    const shownSomewhere = new Set(task.cube.rows.flatMap((cells, table) => cells.filter((_, row) => !secret[table]?.[row])));
    const hidden = Uint8Array.from(task.cube.cells, ({ value }, cell) => Number(value === undefined || (!shownSomewhere.has(cell) && !task.fixed[cell])));
    const { secrets, exposed } = auditPattern(solver, task, hidden);
    if (exposed.length > 0) return { ok: false, error: { code: 'cell.exposed', exposed: exposed.map((one) => unscaled(one, by)) } };
    return { ok: true, value: secrets.map((secret) => unscaled(told(secret), by)) };
  });
}

async function withTask<Value>(tables: readonly Table[], spec: Spec, use: (solver: Solver, task: Task, by: number) => Result<Value, Refusal>): Promise<Result<Value, Refusal>> {
  const wrong = checkSpec(spec);
  if (wrong.length > 0) return { ok: false, error: { code: 'input.invalid', problems: wrong } };
  const cube = readCube(tables, spec);
  if (!cube.ok) return { ok: false, error: { code: 'input.invalid', problems: cube.error } };
  const by = scaleOf(cube.value);
  const own = scaled(cube.value, spec, by);
  const solver = await openSolver();
  try {
    const completed = complete(solver, own.cube, own.spec);
    if (!completed.ok) return { ok: false, error: { code: 'input.invalid', problems: completed.error } };
    return use(solver, taskOf(solver, { ...own.cube, cells: completed.value.cells }, completed.value, own.spec), by);
  } catch (error) {
    // The solver's own errors: nothing that it has not answered is published.
    return { ok: false, error: { code: 'solver.failed', detail: (error as Error).message } };
  }
}

/** A secondary cell that anybody can work out hides nothing: published, it tells nobody more. */
function giveUpKnown(solver: Solver, task: Task, hidden: Uint8Array): Audit {
  for (;;) {
    const found = auditPattern(solver, task, hidden);
    const known = found.exposed.filter(({ cause }: Exposed) => cause === 'secondary').map(({ place }) => place);
    if (known.length === 0) return found;
    for (const { cell, place } of found.secrets) if (known.includes(place)) hidden[cell] = 0;
  }
}

/** Without its rank among the cells, which means nothing outside. */
const told = ({ place, cause, interval, required }: SecretCell): SecretCell => ({ place, cause, interval, ...(required ? { required } : {}) });

function shown({ cells }: Cube, cell: number, hidden: Uint8Array, by: number): Shown {
  const { given, value } = cells[cell]!;
  if (given === 'missing') return { status: 'missing' };
  return hidden[cell] || value === undefined ? { status: 'secret' } : { status: 'shown', value: value / by };
}
