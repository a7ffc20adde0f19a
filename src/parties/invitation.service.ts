import type { Tx } from '../platform/database/database.ts';
import type { Clock } from '../platform/clock.ts';
import { hashOf } from '../platform/identity/hash.ts';
import { newToken } from '../platform/identity/random.ts';
import type { Language } from '../platform/i18n/format.ts';
import { dayOf } from '../platform/i18n/moment.ts';
import { sendMail } from '../platform/mail/mail.ts';
import type { Actor } from '../platform/permission/actor.ts';
import type { OrganisationKind, Role } from '../platform/permission/matrix.ts';
import { roleNames } from '../platform/permission/permission.text.ts';
import { mayGive } from '../platform/permission/permission.rules.ts';
import { failure, success } from '../platform/result.ts';
import { useCase } from '../platform/use-case.ts';
import { invitationStore } from './invitation.store.ts';
import { invitationExpiry } from './membership.rules.ts';
import { newInvitation, oneInvitation, personInvitation } from './membership.schema.ts';
import { membershipStore } from './membership.store.ts';
import { organisationStore } from './organisation.store.ts';
import { personStore } from './person.store.ts';

/** Invites somebody by mail to act for an organisation, in one of the roles that its kind has. */
export const inviteMember = useCase('invitation.create', newInvitation, async ({ input, actor, scope, tx, clock, record }) => {
  const organisation = await organisationStore(tx, actor, scope).find(input.organisationId);
  if (!organisation) return failure({ code: 'organisation.unknown' as const });
  if (organisation.closedOn) return failure({ code: 'organisation.closed' as const });
  if (!mayGive(actor.role, organisation.kind as OrganisationKind, input.role)) return failure({ code: 'invitation.role' as const });
  if (await membershipStore(tx, actor.territory).isMember(organisation.id, input.email, input.role)) return failure({ code: 'invitation.alreadyMember' as const });
  const { id, link } = await send(tx, actor, clock, {
    organisationId: organisation.id, personId: null, email: input.email, role: input.role, origin: input.origin, language: 'fr', organisation: organisation.name, as: roleNames[input.role],
  });
  await record.changed({ type: 'invitation.sent', subject: { kind: 'invitation', id }, details: { role: input.role } });
  return success({ id, link });
});

/** How the mail calls the holder of a space of her own: nothing of why there is a file. */
const holder: Record<Language, string> = { fr: 'titulaire d’un espace personnel', en: 'holder of a personal space' };

/** Invites an accompanied employee to her own space, at the address of her file. */
export const invitePerson = useCase('person.update', personInvitation, async ({ input, actor, scope, tx, clock, record }) => {
  const persons = personStore(tx, actor, scope);
  const person = scope === 'organisation' ? await persons.find(input.personId) : undefined;
  if (!person) return failure({ code: 'person.unknown' as const });
  if (person.closedOn) return failure({ code: 'person.closed' as const });
  if (!person.email) return failure({ code: 'person.noEmail' as const });
  if ((await invitationStore(tx, actor.territory).latestOfPerson(person.id, clock.now()))?.state === 'accepted') return failure({ code: 'invitation.alreadyMember' as const });
  const language = person.language === 'fr' ? 'fr' : 'en';
  const { id } = await send(tx, actor, clock, {
    organisationId: person.custodianId, personId: person.id, email: person.email, role: 'employee', origin: input.origin, language, organisation: (await persons.organisationNames([person.custodianId])).get(person.custodianId) ?? 'Ancrage', as: holder[language],
  });
  await record.changed({ type: 'invitation.sent', subject: { kind: 'invitation', id }, personId: person.id, details: { role: 'employee' } });
  return success({ id });
});

/** Takes an invitation back: its link opens nothing any more. */
export const revokeInvitation = useCase('invitation.update', oneInvitation, async ({ input, actor, scope, tx, clock, record }) => {
  const organisation = await organisationStore(tx, actor, scope).find(input.organisationId);
  if (!organisation || !(await invitationStore(tx, actor.territory).revoke(organisation.id, input.id, clock.now()))) return failure({ code: 'invitation.unknown' as const });
  await record.changed({ type: 'invitation.revoked', subject: { kind: 'invitation', id: input.id } });
  return success(undefined);
});

interface Sending {
  organisationId: string;
  personId: string | null;
  email: string;
  role: Role;
  origin: string;
  language: Language;
  organisation: string;
  as: string;
}

/** One invitation waits at a time for the same address and role; the link leaves by mail, its hash stays. */
async function send(tx: Tx, actor: Actor, clock: Clock, { organisationId, personId, email, role, origin, language, organisation, as }: Sending): Promise<{ id: string; link: string }> {
  const token = newToken();
  const link = `${origin.replace(/\/+$/, '')}${language === 'fr' ? '' : '/en'}/invitation/${token}`;
  const invitations = invitationStore(tx, actor.territory);
  const [now, expiresAt] = [clock.now(), invitationExpiry(clock.now())];
  await invitations.replace({ organisationId, personId, email, role }, now);
  const id = await invitations.insert({ organisation_id: organisationId, person_id: personId, email, role, hash: hashOf(token), created_by: actor.accountId, created_at: now, expires_at: expiresAt });
  await sendMail(tx, { territory: actor.territory, to: email, language, template: 'invitation', values: { organisation, role: as, link, expiresOn: dayOf(expiresAt) }, at: now });
  return { id, link };
}
