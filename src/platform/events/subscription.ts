import type { Clock, PlainDate } from '../clock.ts';
import type { Tx } from '../database/database.ts';
import type { Json } from '../database/types.generated.ts';
import type { Record } from '../audit/record.ts';

/** Something that happened, as `record.changed` wrote it. */
export interface Event {
  id: number;
  type: string;
  subjectId: string;
  payload: Json;
  occurredOn: PlainDate;
  recordedAt: Date;
}

export interface Handling {
  event: Event;
  territory: string;
  /** The transaction that also marks the event handled: its effects count once, or not at all. */
  tx: Tx;
  clock: Clock;
  record: Record;
}

/** Who is told of a type of event: declared in `composition.ts`, never by the area that records it. */
export interface Subscription {
  type: string;
  handle(handling: Handling): Promise<void>;
}
