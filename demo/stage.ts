import type { Clock } from '../src/platform/clock.ts';
import { fixedClock } from '../src/platform/clock.ts';
import type { Db } from '../src/platform/database/database.ts';
import type { Actor } from '../src/platform/permission/actor.ts';
import type { Role } from '../src/platform/permission/matrix.ts';
import type { Result } from '../src/platform/result.ts';
import type { Session } from '../src/platform/use-case.ts';
import { officialPopulations, type Territory } from '../src/territory/index.ts';
import type { Name } from './names.ts';
import type { Random } from './random.ts';

/** What every area of the demonstration draws from. */
export interface Stage {
  db: Db;
  territory: Territory;
  /** When the demonstration is made: its year ends the day before. */
  now: Date;
  random: Random;
  /** The site's address, for the links of mails. */
  origin: string;
  addressOf: (name: Name, place: string) => string;
  /** The territory's communes with their people, the largest first. */
  communes: readonly { code: string; name: string; people: number }[];
}

/** Something that somebody did that day, through a service. */
export interface Act {
  at: Date;
  run: (clock: Clock) => Promise<unknown>;
}

/** Plays what every area has planned, in the order of time. Stopped on the way, it throws: nothing is kept then. */
export async function play(acts: readonly Act[], { signal, done }: { signal: AbortSignal; done: (share: number) => void }): Promise<void> {
  const inOrder = acts.toSorted((a, b) => a.at.getTime() - b.at.getTime());
  for (const [at, act] of inOrder.entries()) {
    signal.throwIfAborted();
    await act.run(fixedClock(act.at));
    done((at + 1) / inOrder.length);
  }
}

/** The value of a use case that cannot fail here; its code alone is told. */
export function must<Value>(answer: Result<Value, { code: string }>): Value {
  if (answer.ok) return answer.value;
  const fields = 'fields' in answer.error ? ` ${JSON.stringify(answer.error.fields)}` : '';
  throw new Error(`the demonstration is refused: ${answer.error.code}${fields}`);
}

const dayMs = 86_400_000;

/** In working hours, about so many days before today (one at least), never on a weekend. */
export const daysAgo = (stage: Pick<Stage, 'now'>, days: number, random: Random): Date =>
  atWork(new Date(stage.now.getTime() - Math.max(1, Math.round(days)) * dayMs), random);

/** Some moment of a day's working hours; of the Friday before, on a weekend. */
export function atWork(day: Date, random: Random): Date {
  const weekend = { 6: 1, 0: 2 }[day.getUTCDay()] ?? 0;
  return new Date(Date.UTC(day.getUTCFullYear(), day.getUTCMonth(), day.getUTCDate() - weekend, random.whole(7, 15), random.whole(0, 59), random.whole(0, 59)));
}

/** This moment, or some minutes after what came before it. */
export const noSooner = (at: Date, before: Date, minutes = 9): Date => new Date(Math.max(at.getTime(), before.getTime() + minutes * 60_000));

/** The calendar day of a moment. */
export const dayOf = (at: Date): string => fixedClock(at).today();

/** A use case's session for somebody of the demonstration. */
export const acting = (stage: Stage, clock: Clock, role: Role, more: Partial<Omit<Actor, 'role' | 'territory'>>): Session => ({
  db: stage.db, clock, actor: { accountId: null, organisationId: null, commune: null, personId: null, ...more, role, territory: stage.territory.code },
});

/** The territory's communes by the latest official census. */
export function communesOf(territory: Territory): Stage['communes'] {
  const latest = officialPopulations().toSorted((a, b) => b.census.localeCompare(a.census))[0];
  const people = new Map(latest?.communes.map((commune) => [commune.code, commune.people]));
  return territory.currentCommunes.map((code) => ({ code, name: territory.communes.get(code)?.name ?? code, people: people.get(code) ?? 0 }))
    .toSorted((a, b) => b.people - a.people || a.code.localeCompare(b.code));
}

/** A commune, as often as its people are many; one without people is still a place. */
export const someCommune = (stage: Pick<Stage, 'communes'>, random: Random): string => random.weighted(stage.communes.map(({ code, people }) => [code, people + 1] as const));
