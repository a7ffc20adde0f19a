import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { acceptInvitation, endMembership, findInvitation, inviteMember, invitePerson, openOrganisation, openPerson, revokeInvitation } from '../../src/parties/index.ts';
import { fixedClock, type Clock } from '../../src/platform/clock.ts';
import { hashOf } from '../../src/platform/identity/hash.ts';
import { throughDoor } from '../../src/platform/identity/identity-door.ts';
import type { Session } from '../../src/platform/use-case.ts';
import { elsewhere, here, now, openStage, type Stage } from './fixture.ts';

let stage: Stage;
let metropole: string;
let employer: string;
let admin: Session & { membershipId: string | null };
let manager: Session & { membershipId: string | null };
const origin = 'https://ancrage.exemple.fr';

beforeAll(async () => {
  stage = await openStage();
  metropole = await stage.organisation('metropole', 'Métropole');
  admin = await stage.acting('territoryAdmin', metropole);
});
afterAll(() => stage.close());
beforeEach(async () => {
  employer = await stage.organisation('employer', 'Forges');
  manager = await stage.acting('organisationManager', employer);
});

const lastMail = async (): Promise<{ recipient: string; language: string; body: string; link: string; token: string }> => {
  const mail = await stage.owner.selectFrom('work.mail').select(['recipient', 'language', 'body']).orderBy('created_at', 'desc').orderBy(sql`ctid`, 'desc').limit(1).executeTakeFirstOrThrow();
  const link = /https:\/\/\S+/.exec(mail.body)?.[0] ?? '';
  return { ...mail, link, token: link.split('/').at(-1) ?? '' };
};
const account = async (email: string, territory = here): Promise<string> =>
  (await stage.owner.insertInto('identity.account').values({ territory, email, name: 'Invité', created_at: now }).returning('id').executeTakeFirstOrThrow()).id;
const accept = (token: string, accountId: string, clock: Clock = fixedClock(now), territory = here) =>
  throughDoor({ db: stage.database.db, territory }, (tx) => acceptInvitation(tx, hashOf(token), accountId, clock));
const invite = async (email: string, role = 'hrManager', session: Session = manager): Promise<string> => {
  const answer = await inviteMember(session, { organisationId: session.actor.organisationId ?? '', email, role, origin });
  if (!answer.ok) throw new Error(JSON.stringify(answer.error));
  return answer.value.id;
};
const address = (): string => `${randomUUID()}@exemple.fr`;

describe('an invitation', () => {
  test('leaves by mail with its link, of which the database keeps a hash', async () => {
    const email = address();
    const id = await invite(email.toUpperCase());
    const mail = await lastMail();
    expect(mail).toMatchObject({ recipient: email, language: 'fr' });
    expect(mail.body).toContain('Forges');
    expect(mail.body).toContain('Ressources humaines (employeur)');
    expect(mail.link).toMatch(/^https:\/\/ancrage\.exemple\.fr\/invitation\/[\w-]{43}$/);
    const row = await stage.owner.selectFrom('party.invitation').selectAll().where('id', '=', id).executeTakeFirstOrThrow();
    expect(row.hash.equals(hashOf(mail.token))).toBe(true);
    expect(JSON.stringify(row)).not.toContain(mail.token);
    expect(row.expires_at).toEqual(new Date('2026-12-01T10:00:00Z'));
    const sheet = await openOrganisation(manager, { id: employer });
    expect(sheet.ok && sheet.value.invitations).toMatchObject([{ id, email, role: 'hrManager', state: 'pending' }]);
    expect(await stage.trace(id)).toEqual(['invitation.sent']);
  });

  test('accepted, makes a membership, once, in the trace under the name of who joins', async () => {
    const email = address();
    const id = await invite(email);
    const { token } = await lastMail();
    const found = await throughDoor({ db: stage.database.db, territory: here }, (tx) => findInvitation(tx, hashOf(token), fixedClock(now)));
    expect(found).toEqual({ ok: true, value: { territory: here, email, role: 'hrManager', organisation: 'Forges', personId: null } });
    const accountId = await account(email);
    const joined = await accept(token, accountId);
    const membership = await stage.owner.selectFrom('party.membership').where('account_id', '=', accountId).select(['id', 'organisation_id', 'role', 'ended_at']).execute();
    expect(membership).toEqual([{ id: joined.ok ? joined.value.membershipId : '', organisation_id: employer, role: 'hrManager', ended_at: null }]);
    expect(await accept(token, accountId)).toEqual({ ok: false, error: { code: 'invitation.unknown' } });
    const entry = await stage.owner.selectFrom('audit.entry').where('subject_id', '=', id).where('type', '=', 'invitation.accepted').select(['account_id', 'role', 'organisation_id']).executeTakeFirst();
    expect(entry).toEqual({ account_id: accountId, role: 'hrManager', organisation_id: employer });
    expect(await inviteMember(manager, { organisationId: employer, email, role: 'hrManager', origin })).toEqual({ ok: false, error: { code: 'invitation.alreadyMember' } });
  });

  test('two at once: one joins', async () => {
    const email = address();
    await invite(email);
    const { token } = await lastMail();
    const accountId = await account(email);
    const answers = await Promise.all([accept(token, accountId), accept(token, accountId)]);
    expect(answers.filter((answer) => answer.ok)).toHaveLength(1);
  });

  test('is over after seven days, once revoked, once replaced, and for anybody else', async () => {
    const email = address();
    await invite(email);
    const first = await lastMail();
    const accountId = await account(email);
    expect(await accept(first.token, accountId, fixedClock(new Date('2026-12-01T10:00:00Z')))).toEqual({ ok: false, error: { code: 'invitation.expired' } });
    expect(await accept(first.token, await account(address()))).toEqual({ ok: false, error: { code: 'invitation.unknown' } });
    expect(await accept('x'.repeat(43), accountId)).toEqual({ ok: false, error: { code: 'invitation.unknown' } });
    const second = await invite(email);
    expect(await accept(first.token, accountId)).toEqual({ ok: false, error: { code: 'invitation.unknown' } });
    const { token } = await lastMail();
    expect(await revokeInvitation(manager, { organisationId: employer, id: second })).toEqual({ ok: true, value: undefined });
    expect(await revokeInvitation(manager, { organisationId: employer, id: second })).toEqual({ ok: false, error: { code: 'invitation.unknown' } });
    expect(await accept(token, accountId)).toEqual({ ok: false, error: { code: 'invitation.unknown' } });
    expect(await stage.owner.selectFrom('party.membership').where('account_id', '=', accountId).select('id').execute()).toEqual([]);
  });

  test('gives only the roles of the organisation’s kind; those over everybody’s files, only from the administration', async () => {
    expect(await inviteMember(manager, { organisationId: employer, email: address(), role: 'lettingAdviser', origin })).toEqual({ ok: false, error: { code: 'invitation.role' } });
    expect(await inviteMember(manager, { organisationId: employer, email: address(), role: 'employee', origin })).toEqual({ ok: false, error: { code: 'invitation.role' } });
    const ofMetropole = await stage.acting('organisationManager', metropole);
    for (const role of ['territoryAdmin', 'dataProtectionOfficer']) {
      expect(await inviteMember(ofMetropole, { organisationId: metropole, email: address(), role, origin })).toEqual({ ok: false, error: { code: 'invitation.role' } });
      expect(await inviteMember(admin, { organisationId: metropole, email: address(), role, origin })).toMatchObject({ ok: true });
    }
  });

  test('is sent and taken back by the organisation’s manager or the administration, nobody else', async () => {
    const id = await invite(address());
    const before = await stage.traceCount();
    const others = [
      await stage.acting('organisationManager', await stage.organisation('employer', 'Autre')),
      await stage.acting('territoryAdmin', await stage.organisation('metropole', 'Ailleurs', { territory: elsewhere }), { territory: elsewhere }),
    ];
    for (const session of others) {
      expect(await inviteMember(session, { organisationId: employer, email: address(), role: 'hrManager', origin })).toEqual({ ok: false, error: { code: 'organisation.unknown' } });
      expect(await revokeInvitation(session, { organisationId: employer, id })).toEqual({ ok: false, error: { code: 'invitation.unknown' } });
    }
    const hr = await stage.acting('hrManager', employer);
    expect(await inviteMember(hr, { organisationId: employer, email: address(), role: 'hrManager', origin })).toEqual({ ok: false, error: { code: 'forbidden' } });
    expect(await stage.traceCount()).toBe(before);
    expect(await revokeInvitation(admin, { organisationId: employer, id })).toEqual({ ok: true, value: undefined });
  });
});

describe('an accompanied employee', () => {
  test('is invited to her own space by who follows her file, in her language, and joins with her own file', async () => {
    const adviser = await stage.acting('lettingAdviser', await stage.organisation('lettingService', 'Service locatif'));
    const [email, id] = [address(), await stage.person(adviser)];
    expect(await invitePerson(adviser, { personId: id, origin })).toEqual({ ok: false, error: { code: 'person.noEmail' } });
    await stage.owner.updateTable('party.person').set({ email, language: 'de' }).where('id', '=', id).execute();
    expect(await invitePerson(adviser, { personId: id, origin })).toMatchObject({ ok: true });
    const mail = await lastMail();
    expect(mail).toMatchObject({ recipient: email, language: 'en' });
    expect(mail.link).toContain('/en/invitation/');
    const seen = await openPerson(adviser, { id });
    expect(seen.ok && seen.value.invitation).toMatchObject({ email, state: 'pending' });

    const accountId = await account(email);
    expect(await accept(mail.token, accountId)).toEqual({ ok: true, value: { membershipId: null } });
    expect(await stage.owner.selectFrom('identity.account').where('id', '=', accountId).select('person_id').executeTakeFirst()).toEqual({ person_id: id });
    expect(await invitePerson(adviser, { personId: id, origin })).toEqual({ ok: false, error: { code: 'invitation.alreadyMember' } });
    // Her invitation is no affair of those who manage the organisation's members.
    const chief = await stage.acting('organisationManager', adviser.actor.organisationId);
    const sheet = await openOrganisation(chief, { id: adviser.actor.organisationId });
    expect(sheet.ok && sheet.value.invitations).toEqual([]);
  });

  test('is nobody else’s to invite', async () => {
    const adviser = await stage.acting('lettingAdviser', await stage.organisation('lettingService', 'Service locatif'));
    const id = await stage.person(adviser, { email: address() });
    const other = await stage.acting('associationWorker', await stage.organisation('association', 'Association'));
    const officer = await stage.acting('dataProtectionOfficer', metropole);
    for (const session of [other, officer]) expect(await invitePerson(session, { personId: id, origin })).toEqual({ ok: false, error: { code: 'person.unknown' } });
    expect(await invitePerson(manager, { personId: id, origin })).toEqual({ ok: false, error: { code: 'forbidden' } });
  });
});

describe('a membership', () => {
  test('ends at once, and stays as history', async () => {
    const hr = await stage.acting('hrManager', employer);
    expect(await endMembership(manager, { organisationId: employer, id: hr.membershipId })).toEqual({ ok: true, value: undefined });
    expect(await endMembership(manager, { organisationId: employer, id: hr.membershipId })).toEqual({ ok: false, error: { code: 'membership.unknown' } });
    const sheet = await openOrganisation(manager, { id: employer });
    expect(sheet.ok && sheet.value.members?.map(({ role, endedAt }) => [role, endedAt])).toEqual([['organisationManager', null], ['hrManager', now]]);
    expect(await stage.trace(hr.membershipId ?? '')).toEqual(['membership.ended']);
  });

  test('of the last manager ends once another is named', async () => {
    const hr = await stage.acting('hrManager', employer);
    const ending = { organisationId: employer, id: manager.membershipId };
    expect(await endMembership(manager, ending)).toEqual({ ok: false, error: { code: 'membership.last' } });
    expect(await endMembership(manager, { ...ending, successorId: manager.membershipId })).toEqual({ ok: false, error: { code: 'membership.last' } });
    expect(await endMembership(manager, { ...ending, successorId: hr.membershipId })).toEqual({ ok: true, value: undefined });
    const standing = await stage.owner.selectFrom('party.membership').where('organisation_id', '=', employer).where('ended_at', 'is', null).select(['account_id', 'role']).orderBy('role').execute();
    expect(standing).toEqual([{ account_id: hr.actor.accountId, role: 'hrManager' }, { account_id: hr.actor.accountId, role: 'organisationManager' }]);
  });

  test('of two managers who end each other at once, one stays', async () => {
    const second = await stage.acting('organisationManager', employer);
    const answers = await Promise.all([
      endMembership(manager, { organisationId: employer, id: second.membershipId }), endMembership(second, { organisationId: employer, id: manager.membershipId }),
    ]);
    expect(answers.filter((answer) => answer.ok)).toHaveLength(1);
    expect(await stage.owner.selectFrom('party.membership').where('organisation_id', '=', employer).where('ended_at', 'is', null).select('id').execute()).toHaveLength(1);
  });

  test('is ended by its organisation’s manager or the administration, nobody else', async () => {
    const hr = await stage.acting('hrManager', employer);
    const other = await stage.acting('organisationManager', await stage.organisation('employer', 'Autre'));
    const stranger = await stage.acting('territoryAdmin', await stage.organisation('metropole', 'Ailleurs', { territory: elsewhere }), { territory: elsewhere });
    const before = await stage.traceCount();
    for (const session of [other, stranger]) expect(await endMembership(session, { organisationId: employer, id: hr.membershipId })).toEqual({ ok: false, error: { code: 'organisation.unknown' } });
    expect(await endMembership(hr, { organisationId: employer, id: manager.membershipId })).toEqual({ ok: false, error: { code: 'forbidden' } });
    const ofMetropole = await stage.acting('organisationManager', metropole);
    expect(await endMembership(ofMetropole, { organisationId: metropole, id: admin.membershipId })).toEqual({ ok: false, error: { code: 'membership.reserved' } });
    expect(await stage.traceCount()).toBe(before);
    expect(await endMembership(admin, { organisationId: employer, id: manager.membershipId })).toEqual({ ok: true, value: undefined });
    expect(await endMembership(admin, { organisationId: metropole, id: admin.membershipId })).toEqual({ ok: false, error: { code: 'membership.last' } });
  });
});
