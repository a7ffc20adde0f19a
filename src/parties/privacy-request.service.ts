import type { Tx } from '../platform/database/database.ts';
import { dayOf } from '../platform/i18n/moment.ts';
import { sendMail } from '../platform/mail/mail.ts';
import { actingAsHouse } from '../platform/privacy/acting-as-house.ts';
import { gatherCopy } from '../platform/privacy/copy.ts';
import type { PersonalArea, Subject } from '../platform/privacy/personal-area.ts';
import { failure, success } from '../platform/result.ts';
import { useCase } from '../platform/use-case.ts';
import { dueOn, erasureAnswer } from './privacy-answer.rules.ts';
import { forgetPerson, subjectOf } from './privacy-erasure.ts';
import { answeredRequest, askedCopy, erasingRequest, newPrivacyRequest, onePrivacyRequest, privacyRequestPage, type PrivacyRequest } from './privacy-request.schema.ts';
import { privacyRequestStore } from './privacy-request.store.ts';

const unknown = { code: 'privacyRequest.unknown' as const };
const answered = { code: 'privacyRequest.answered' as const };
const onePage = 50;

/** Asks about one's own data; the officer notes a request that came another way. Asked twice, it waits once. */
export const makePrivacyRequest = useCase('privacyRequest.create', newPrivacyRequest, async ({ input, actor, scope, tx, clock, record }) => {
  const personId = scope === 'own' ? actor.personId : (input.personId ?? null);
  const store = privacyRequestStore(tx, actor, scope);
  if (!personId || !(await store.livingPerson(personId))) return failure({ code: 'person.unknown' as const });
  const waiting = (await store.ofPerson(personId)).find(({ kind, answeredAt }) => kind === input.kind && !answeredAt);
  if (waiting) return failure({ code: 'privacyRequest.waiting' as const, dueOn: waiting.dueOn });
  const due = dueOn(clock.today());
  const id = await store.insert({ person_id: personId, kind: input.kind, detail: input.detail, asked_at: clock.now(), due_on: due });
  await record.changed({ type: 'privacyRequest.made', subject: { kind: 'privacyRequest', id }, personId, details: { kind: input.kind } });
  return success({ id, dueOn: due });
});

/** Requests of the territory by due date, or one's own. */
export const listPrivacyRequests = useCase('privacyRequest.read', privacyRequestPage, async ({ input, actor, scope, tx }) => {
  const store = privacyRequestStore(tx, actor, scope);
  if (scope === 'own') return success({ requests: actor.personId ? await store.ofPerson(actor.personId) : [], next: null });
  const found = await store.list(input.state, input.before, onePage + 1);
  return success({ requests: found.slice(0, onePage), next: found.length > onePage ? input.before + onePage : null });
});

/** One request, whose opening the person sees; with what an erasure would leave. */
export const openPrivacyRequest = (areas: readonly PersonalArea[]) => useCase('privacyRequest.read', onePrivacyRequest, async ({ input, actor, scope, tx, record }) => {
  const request = await privacyRequestStore(tx, actor, scope).find(input.id);
  if (!request) return failure(unknown);
  if (scope === 'territory') await record.opened({ type: 'privacyRequest.opened', subject: { kind: 'privacyRequest', id: request.id }, personId: request.personId });
  return success({ request, kept: areas.flatMap(({ keeps }) => keeps) });
});

/** Answers in words, on her page and by mail: what was done, or why it cannot be. */
export const answerPrivacyRequest = useCase('privacyRequest.update', answeredRequest, async ({ input, actor, scope, tx, clock, record }) => {
  const store = privacyRequestStore(tx, actor, scope);
  const request = await store.find(input.id);
  if (!request) return failure(unknown);
  if (!(await store.answer(input.id, input.outcome, clock.now()))) return failure(answered);
  await record.changed({ type: 'privacyRequest.answered', subject: { kind: 'privacyRequest', id: input.id }, personId: request.personId, details: { kind: request.kind } });
  return success(await tell(tx, await subjectOf(tx, actor.territory, request.personId), request, input.outcome, clock.now()));
});

/**
 * Erases what the law lets go, in every area, and answers what stays. The officer orders it; the house carries it out in
 * the same transaction. Not to be undone.
 */
export const eraseOnRequest = (areas: readonly PersonalArea[]) => useCase('privacyRequest.update', erasingRequest, async ({ input, actor, scope, tx, clock, record }) => {
  const store = privacyRequestStore(tx, actor, scope);
  const request = await store.find(input.id);
  if (!request || request.kind !== 'erasure') return failure(unknown);
  if (request.answeredAt || request.erased) return failure(answered);
  if (!input.confirmed) return failure({ code: 'privacyRequest.toConfirm' as const });
  const subject = await subjectOf(tx, actor.territory, request.personId);
  await actingAsHouse(tx, actor, () => forgetPerson(areas, { tx, territory: actor.territory, clock }, request.personId));
  const outcome = erasureAnswer(clock.today(), areas.flatMap(({ keeps }) => keeps));
  if (!(await store.answer(input.id, outcome, clock.now()))) return failure(answered);
  await record.changed({ type: 'person.erased', subject: { kind: 'person', id: request.personId } });
  // Her account is gone with the rest: the mail is the last that she hears.
  return success({ outcome, ...(await tell(tx, subject, request, outcome, clock.now())) });
});

/** Where no address is known, the officer sends the answer otherwise. */
async function tell(tx: Tx, { territory, addresses }: Subject, { askedAt }: PrivacyRequest, answer: string, at: Date): Promise<{ mailed: boolean }> {
  const [to] = addresses;
  if (to) await sendMail(tx, { territory, to, language: 'fr', template: 'privacyAnswer', values: { askedOn: dayOf(askedAt), answer }, at });
  return { mailed: to !== undefined };
}

/** The copy of a person's data: her own, at once; by the officer, for a request of access. */
export const copyPersonalData = (areas: readonly PersonalArea[]) => useCase('privacyRequest.read', askedCopy, async ({ input, actor, scope, tx, clock, record }) => {
  const personId = scope === 'own' ? actor.personId : await requestedBy(input.requestId);
  if (!personId || !(await privacyRequestStore(tx, actor, scope).livingPerson(personId))) return failure({ code: 'person.unknown' as const });
  const copy = await gatherCopy(areas, tx, await subjectOf(tx, actor.territory, personId), scope === 'own' ? 'herself' : 'officer', clock.now());
  await record.opened({ type: 'person.exported', subject: { kind: 'person', id: personId }, personId });
  return success(copy);

  async function requestedBy(requestId: string | undefined): Promise<string | null> {
    const request = requestId && (await privacyRequestStore(tx, actor, scope).find(requestId));
    return request && request.kind === 'access' ? request.personId : null;
  }
});
