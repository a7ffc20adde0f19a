import { setTimeout as wait } from 'node:timers/promises';

/** Answers no sooner than after `ms`: how long the work took then says nothing of what it found. */
export async function noSoonerThan<Value>(ms: number, work: Promise<Value>): Promise<Value> {
  const [done] = await Promise.allSettled([work, wait(ms)]);
  if (done.status === 'rejected') throw done.reason;
  return done.value;
}
