import { recorder } from '../audit/record.ts';
import { asActor } from '../database/as-actor.ts';
import type { Tx } from '../database/database.ts';
import type { JobHouse, SweepJob } from '../jobs/job.ts';
import { jobActor } from '../permission/actor.ts';
import { eventStore, type TakenEvent } from './event.store.ts';
import type { Subscription } from './subscription.ts';

/** A subscriber that fails is asked again after 1, 2, 4… minutes, four hours at most; its subject's later events wait. */
const retryAt = (tries: number, now: Date): Date => new Date(now.getTime() + Math.min(2 ** tries, 240) * 60_000);

/** Tells subscribers what happened: each event once, those of one subject in their order, from where the last sweep stopped. */
export const handleEventsJob = (subscriptions: readonly Subscription[]): SweepJob => ({
  queue: 'handleEvents',
  every: '* * * * *',
  sweep: async ({ db, signal, ...house }) => {
    const actor = jobActor(house.territory);
    await asActor(db, actor, (tx) => eventStore(tx, house.territory).passOver(subscriptions.map(({ type }) => type), house.clock.now()));
    for (let more = true; more && !signal.aborted;) {
      let taken: TakenEvent | undefined;
      try {
        more = await asActor(db, actor, async (tx) => {
          taken = await eventStore(tx, house.territory).takeNext(house.clock.now());
          if (!taken) return false;
          await tell(tx, taken, subscriptions, house);
          return true;
        });
      } catch (error) {
        if (!taken) throw error;
        await leaveForLater(taken, error);
      }
    }

    async function leaveForLater({ id, type, tries }: TakenEvent, error: unknown): Promise<void> {
      house.log.error({ err: error, event: id, type }, 'event not handled');
      const failure = error instanceof Error ? error.name : 'unknown';
      await asActor(db, actor, (tx) => eventStore(tx, house.territory).tryAgain(id, retryAt(tries, house.clock.now()), failure));
    }
  },
});

/** Every subscriber's effects and the mark that the event is handled: one transaction. */
async function tell(tx: Tx, event: TakenEvent, subscriptions: readonly Subscription[], { territory, clock }: JobHouse): Promise<void> {
  const record = recorder(tx, jobActor(territory), clock);
  for (const subscription of subscriptions) {
    if (subscription.type === event.type) await subscription.handle({ event, territory, tx, clock, record });
  }
  await eventStore(tx, territory).handled(event.id, clock.now());
}
