import type { z } from 'zod';
import type { Clock } from './clock.ts';
import { asActor } from './database/as-actor.ts';
import type { Db, Tx } from './database/database.ts';
import { undoing } from './database/undo.ts';
import type { Actor } from './permission/actor.ts';
import type { Permission, Scope } from './permission/matrix.ts';
import { scopeOf } from './permission/permission.rules.ts';
import { recorder, type Record } from './audit/record.ts';
import { failure, type Result } from './result.ts';

/** What every use case may answer besides its own failures. */
export type Refusal = { code: 'forbidden' } | { code: 'input.invalid'; fields: Readonly<{ [field: string]: string }> };

/** Who asks, and of which house. */
export interface Session {
  db: Db;
  clock: Clock;
  actor: Actor;
}

export interface Work<Input> {
  input: Input;
  actor: Actor;
  /** On which rows the actor may: the stores carry it in their WHERE clause. */
  scope: Scope;
  tx: Tx;
  clock: Clock;
  /** Writes the trace and the event, in the same transaction. */
  record: Record;
}

// Taken from the work's whole answer: each of its failures has its own type, which no single parameter would gather.
type ValueOf<Outcome> = Outcome extends { ok: true; value: infer Value } ? Value : never;
type FailureOf<Outcome> = Outcome extends { ok: false; error: infer Failure } ? Failure : never;

/**
 * Authorise → validate → work in one transaction. A use case cannot forget the permission, the scope, the clock nor
 * the trace: they come with its arguments. A failure rolls everything back.
 *
 * @param permission a line of the matrix, `person.update`
 */
export const useCase = <Schema extends z.ZodType, Outcome extends Result<unknown, unknown>>(
  permission: Permission, schema: Schema, work: (context: Work<z.infer<Schema>>) => Promise<Outcome>,
) => {
  type Answer = Result<ValueOf<Outcome>, FailureOf<Outcome> | Refusal>;
  const run = async ({ db, clock, actor }: Session, given: unknown): Promise<Answer> => {
    const scope = scopeOf(actor.role, permission);
    if (!scope) return failure({ code: 'forbidden' });
    const parsed = schema.safeParse(given);
    if (!parsed.success) return failure({ code: 'input.invalid', fields: Object.fromEntries(parsed.error.issues.map((issue) => [issue.path.join('.'), issue.message])) });
    return undoing((inside) => asActor(db, actor, inside), (tx): Promise<Answer> => work({ input: parsed.data, actor, scope, tx, clock, record: recorder(tx, actor, clock) }) as Promise<Answer>);
  };
  return Object.assign(run, { permission });
};
