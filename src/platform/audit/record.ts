import type { Clock, PlainDate } from '../clock.ts';
import type { Tx } from '../database/database.ts';
import type { Actor } from '../permission/actor.ts';
import type { Json } from '../database/types.generated.ts';

/** What happened, for the trace; with `event`, also for those who subscribed to it. */
export interface Happening {
  /** `person.opened`, `membership.ended`. */
  type: string;
  subject: { kind: string; id: string };
  /** The accompanied person whom it concerns: she sees it on her page. */
  personId?: string | null;
  reason?: string | null;
  /** Facts for the trace: never free text, never the value of a personal field. */
  details?: { [fact: string]: string | number | boolean | null };
}

export interface Record {
  /** A personal file was opened. */
  opened(happening: Happening): Promise<void>;
  /** Something changed: the trace, and an event that `composition.ts` may have subscribers for. */
  changed(happening: Happening & { occurredOn?: PlainDate; payload?: Json }): Promise<void>;
}

/**
 * Appends to the trace in the transaction of what is traced: neither stands without the other. The trace is kept a year;
 * the event of a change, with who made it, stays with the person's file as long as the file lives.
 */
export function recorder(tx: Tx, actor: Actor, clock: Clock): Record {
  const trace = ({ type, subject, personId = null, reason = null, details = {} }: Happening): Promise<unknown> =>
    tx.insertInto('audit.entry').values({
      territory: actor.territory, at: clock.now(), account_id: actor.accountId, role: actor.role, organisation_id: actor.organisationId,
      type, subject_kind: subject.kind, subject_id: subject.id, person_id: personId, reason, details: JSON.stringify(details),
    }).execute();
  return {
    opened: async (happening) => void (await trace(happening)),
    changed: async ({ occurredOn = clock.today(), payload = {}, ...happening }) => {
      await trace(happening);
      await tx.insertInto('work.event').values({
        territory: actor.territory, type: happening.type, subject_id: happening.subject.id, payload: JSON.stringify(payload), occurred_on: occurredOn, recorded_at: clock.now(),
        person_id: happening.personId ?? null, account_id: actor.accountId, role: actor.role,
      }).execute();
    },
  };
}
