import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import type { Tx } from '../platform/database/database.ts';
import type { Actor } from '../platform/permission/actor.ts';
import type { Scope } from '../platform/permission/matrix.ts';
import type { RequestKind } from '../platform/privacy/request.text.ts';
import type { PrivacyRequest } from './privacy-request.schema.ts';
import { within } from './scope.store.ts';

/** Requests about personal data: one's own, or the territory's. */
export const privacyRequestStore = (tx: Tx, actor: Actor, scope: Scope) => {
  const reached = within(actor, scope, 'r', { own: 'person_id' });
  const requests = tx.selectFrom('party.privacy_request as r').where(reached).leftJoin('party.person as p', 'p.id', 'r.person_id').select([
    'r.id', 'r.person_id as personId', sql<string | null>`nullif(trim(p.given_name || ' ' || p.family_name), '')`.as('personName'), sql<boolean>`p.erased_at is not null`.as('erased'),
    sql<RequestKind>`r.kind`.as('kind'), 'r.detail', 'r.asked_at as askedAt', 'r.due_on as dueOn', 'r.answered_at as answeredAt', 'r.outcome',
  ]);
  return {
    find: (id: string): Promise<PrivacyRequest | undefined> => requests.where('r.id', '=', id).executeTakeFirst(),

    /** What is due first comes first; what is answered, the latest first. */
    list: (state: 'open' | 'answered', skip: number, most: number): Promise<PrivacyRequest[]> => {
      const page = requests.where('r.answered_at', state === 'open' ? 'is' : 'is not', null).offset(skip).limit(most);
      return (state === 'open' ? page.orderBy('r.due_on').orderBy('r.asked_at') : page.orderBy('r.answered_at', 'desc')).orderBy('r.id').execute();
    },

    ofPerson: (personId: string): Promise<PrivacyRequest[]> => requests.where('r.person_id', '=', personId).orderBy('r.asked_at', 'desc').execute(),

    /** A file that stands, and that the actor may see. */
    livingPerson: async (personId: string): Promise<boolean> =>
      (await tx.selectFrom('party.person as p').select('p.id').where(within(actor, scope, 'p', { own: 'id' })).where('p.id', '=', personId).where('p.state', '!=', 'erased').executeTakeFirst()) !== undefined,

    insert: async (request: { person_id: string; kind: RequestKind; detail: string; asked_at: Date; due_on: string }): Promise<string> => {
      const id = randomUUID();
      await tx.insertInto('party.privacy_request').values({ ...request, id, territory: actor.territory }).execute();
      return id;
    },

    /** False when somebody answered meanwhile. */
    answer: async (id: string, outcome: string, now: Date): Promise<boolean> =>
      Number((await tx.updateTable('party.privacy_request as r').set({ outcome, answered_at: now }).where(reached).where('r.id', '=', id).where('r.answered_at', 'is', null).executeTakeFirst()).numUpdatedRows) > 0,
  };
};
