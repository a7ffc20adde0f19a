import { recorder } from '../platform/audit/record.ts';
import type { Tx } from '../platform/database/database.ts';
import { jobActor } from '../platform/permission/actor.ts';
import { reachingAccounts } from '../platform/privacy/acting-as-house.ts';
import type { Erasing, PersonalArea, RetentionTask, Subject } from '../platform/privacy/personal-area.ts';
import { cutoffDay } from '../platform/privacy/retention.rules.ts';
import { countStore } from './privacy-count.store.ts';

/** By which addresses messages know a person. */
export async function subjectOf(tx: Tx, territory: string, personId: string): Promise<Subject> {
  const person = await tx.selectFrom('party.person').select('email').where('territory', '=', territory).where('id', '=', personId).executeTakeFirst();
  const accounts = await reachingAccounts(tx, () => tx.selectFrom('identity.account').select('email').where('territory', '=', territory).where('person_id', '=', personId).execute());
  return { territory, personId, addresses: [...new Set([person?.email, ...accounts.map(({ email }) => email)].filter((email) => typeof email === 'string'))] };
}

const endedYear = ({ clock }: Pick<Erasing, 'clock'>): number => Number(clock.today().slice(0, 4)) - 1;

/**
 * Forgets a person in every area, with the rights of a job. Ended years are counted first: what is counted later would
 * know her age by its band only.
 */
export async function forgetPerson(areas: readonly PersonalArea[], work: Erasing, personId: string): Promise<void> {
  await countStore(work.tx, work.territory).countUntil(endedYear(work), work.clock.now());
  const subject = await subjectOf(work.tx, work.territory, personId);
  for (const area of areas) await area.forget(work, subject);
}

/** What goes by itself in the whole house: counts first, then files closed long enough ago, then the rest of each area. */
export const retentionTasks = (areas: readonly PersonalArea[]): RetentionTask[] => [
  { id: 'yearlyCounts', most: Number.MAX_SAFE_INTEGER, run: (work) => countStore(work.tx, work.territory).countUntil(endedYear(work), work.clock.now()) },
  {
    id: 'closedFiles',
    most: 50,
    run: async ({ most, ...work }) => {
      const { tx, territory, clock } = work;
      const due = await tx.selectFrom('party.person').select('id').where('territory', '=', territory).where('state', '=', 'closed').where('closed_on', '<=', cutoffDay('closedFile', clock.today()))
        .orderBy('id').limit(most).forUpdate().skipLocked().execute();
      for (const { id } of due) {
        await forgetPerson(areas, work, id);
        // The person's own events are gone: what is told here names a row that designates nobody any more.
        await recorder(tx, jobActor(territory), clock).changed({ type: 'person.erased', subject: { kind: 'person', id } });
      }
      return due.length;
    },
  },
  ...areas.flatMap((area) => area.tasks),
];
