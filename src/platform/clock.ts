import { dayOf } from './i18n/moment.ts';

/** A calendar day without time zone, `YYYY-MM-DD`. */
export type PlainDate = string;

export interface Clock {
  now(): Date;
  /** The day it is in France, whatever the machine's zone. */
  today(): PlainDate;
}

export const systemClock: Clock = {
  now: () => new Date(),
  today: () => dayOf(new Date()),
};

/** A clock that stands still, for tests and for figures asked as of a date. */
export const fixedClock = (at: Date): Clock => ({ now: () => at, today: () => dayOf(at) });
