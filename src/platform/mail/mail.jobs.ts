import { recorder } from '../audit/record.ts';
import { asActor } from '../database/as-actor.ts';
import type { Tx } from '../database/database.ts';
import { jobActor } from '../permission/actor.ts';
import type { JobHouse, SweepJob } from '../jobs/job.ts';
import { isStale, verdictOf, type DeliveryFault } from './delivery.rules.ts';
import { mailStore } from './mail.store.ts';
import { mailQueue } from './mail.ts';
import type { Transport } from './transport.ts';

/** Sends what is due. Without a transport nothing leaves: the outbox keeps it. */
export const sendMailJob = (transport: Transport | undefined): SweepJob => ({
  queue: mailQueue,
  every: '* * * * *',
  sweep: async ({ db, signal, ...house }) => {
    if (!transport) return;
    let taken = true;
    while (taken && !signal.aborted) taken = await asActor(db, jobActor(house.territory), (tx) => sendOne(tx, transport, house));
  },
});

/**
 * Sent, then marked in the transaction that holds its row. A process that dies between the two sends it again, under the
 * same message id; the other order would lose it.
 */
async function sendOne(tx: Tx, transport: Transport, { territory, clock, log }: JobHouse): Promise<boolean> {
  const store = mailStore(tx, territory);
  const mail = await store.takeDue(clock.now());
  if (!mail) return false;
  const refused = async (failure: string): Promise<void> => {
    log.warn({ mail: mail.id, failure }, 'mail given up');
    await store.giveUp(mail.id, clock.now(), failure);
    await recorder(tx, jobActor(territory), clock).changed({ type: 'mail.givenUp', subject: { kind: 'mail', id: mail.id }, details: { failure } });
  };
  if (isStale(mail.createdAt, clock.now())) await refused('stale');
  else {
    try {
      await transport.deliver(mail);
      await store.sent(mail.id, clock.now());
    } catch (error) {
      const fault = error as DeliveryFault;
      const verdict = verdictOf(fault, mail, clock.now());
      if (verdict.kind === 'giveUp') await refused(verdict.failure);
      else {
        log.warn({ mail: mail.id, failure: verdict.failure, code: fault.code, responseCode: fault.responseCode }, 'mail not taken');
        await store.tryAgain(mail.id, verdict.at, verdict.failure);
      }
    }
  }
  return true;
}
