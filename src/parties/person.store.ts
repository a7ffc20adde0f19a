import { sql } from 'kysely';
import type { Tx } from '../platform/database/database.ts';
import type { Actor } from '../platform/permission/actor.ts';
import type { Scope } from '../platform/permission/matrix.ts';
import type { Person, PersonLine, PersonState } from './person.schema.ts';
import { within } from './scope.store.ts';

const columns = { own: 'id', organisation: 'custodian_id' } as const;

interface Identity {
  given_name: string;
  family_name: string;
  birth_date: string | null;
  email: string | null;
  phone: string | null;
  commune: string | null;
  language: string;
  search: string;
}

/** Files of accompanied persons, within the actor's scope. An erased one is as absent as an unknown one. */
export const personStore = (tx: Tx, actor: Actor, scope: Scope) => {
  const reached = within(actor, scope, 'p', columns);
  const lines = tx.selectFrom('party.person as p').where(reached).select([
    'p.id', 'p.family_name as familyName', 'p.given_name as givenName', 'p.commune', 'p.last_contact_on as lastContactOn', 'p.closed_on as closedOn', 'p.custodian_id as custodianId', 'p.demonstration',
  ]);

  return {
    find: (id: string): Promise<Person | undefined> =>
      lines.where('p.id', '=', id).where('p.state', '!=', 'erased')
        .select(['p.household_id as householdId', 'p.birth_date as birthDate', 'p.email', 'p.phone', 'p.language', 'p.created_at as createdAt']).executeTakeFirst(),

    /** One page in the order of names, a short walk of an index whichever way one goes. */
    list: async (state: PersonState, most: number, from: { id: string; way: 'after' | 'before' } | null): Promise<PersonLine[]> => {
      let page = lines.where('p.state', '=', state).limit(most);
      // A place that the actor does not see is null: nothing stands after it.
      if (from) page = page.where(sql<boolean>`(p.search, p.id) ${sql.raw(from.way === 'after' ? '>' : '<')} (${tx.selectFrom('party.person as p').where(reached).where('p.id', '=', from.id).select('p.search')}, ${from.id}::uuid)`);
      if (from?.way === 'before') return (await page.orderBy('p.search', 'desc').orderBy('p.id', 'desc').execute()).toReversed();
      return page.orderBy('p.search').orderBy('p.id').execute();
    },

    /** The nearest names first. The function holds the wall; the join asks it once more. */
    search: (words: string, most: number): Promise<PersonLine[]> =>
      lines.innerJoin(sql<{ id: string; round: number }>`party.find_persons(${words}, ${most})`.as('f'), 'f.id', 'p.id').orderBy('f.round').orderBy('p.search').orderBy('p.id').execute(),

    /** Names of the organisations that follow files or opened them, by their ids. */
    organisationNames: async (asked: readonly (string | null)[]): Promise<ReadonlyMap<string, string>> => {
      const ids = [...new Set(asked.flatMap((id) => id ?? []))];
      if (ids.length === 0) return new Map();
      const rows = await tx.selectFrom('party.organisation as o').where('o.territory', '=', actor.territory).where('o.id', 'in', ids).select(['o.id', 'o.name']).execute();
      return new Map(rows.map(({ id, name }) => [id, name]));
    },

    /** How many files an organisation has open. */
    openOf: async (custodianId: string): Promise<number> =>
      (await tx.selectFrom('party.person as p').where(reached).where('p.custodian_id', '=', custodianId).where('p.state', '=', 'open').select((eb) => eb.fn.countAll<string>().as('files')).executeTakeFirstOrThrow().then(({ files }) => Number(files))),

    ofHousehold: (householdId: string, but: string): Promise<{ id: string; familyName: string; givenName: string }[]> =>
      tx.selectFrom('party.person as p').where(reached).where('p.household_id', '=', householdId).where('p.id', '!=', but).where('p.state', '!=', 'erased')
        .select(['p.id', 'p.family_name as familyName', 'p.given_name as givenName']).orderBy('p.search').execute(),

    insert: async (person: Identity & { custodian_id: string; household_id: string; created_at: Date; last_contact_on: string; demonstration: boolean }): Promise<string> =>
      (await tx.insertInto('party.person').values({ ...person, territory: actor.territory }).returning('id').executeTakeFirstOrThrow()).id,

    update: async (id: string, change: Partial<Identity & { last_contact_on: string; closed_on: string | null; household_id: string }>): Promise<void> => {
      await tx.updateTable('party.person as p').set(change).where(reached).where('p.id', '=', id).where('p.state', '!=', 'erased').execute();
    },
  };
};
