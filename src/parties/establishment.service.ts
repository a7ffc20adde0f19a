import { failure, success } from '../platform/result.ts';
import { useCase } from '../platform/use-case.ts';
import { establishmentStore } from './establishment.store.ts';
import { closedEstablishment, movedEstablishment, newEstablishment, type Organisation } from './organisation.schema.ts';
import { organisationStore } from './organisation.store.ts';
import { sirenOf } from './siren.rules.ts';

/** The SIRET of an employer begins with its SIREN; an organisation known without one takes any. */
const isOf = (organisation: Organisation, siret: string): boolean => organisation.siren === null || sirenOf(siret) === organisation.siren;

/** Records an establishment from the day it opened. */
export const openEstablishment = useCase('establishment.create', newEstablishment, async ({ input, actor, scope, tx, clock, record }) => {
  const organisation = await organisationStore(tx, actor, scope).find(input.organisationId);
  if (!organisation) return failure({ code: 'organisation.unknown' as const });
  if (organisation.closedOn) return failure({ code: 'organisation.closed' as const });
  if (!isOf(organisation, input.siret)) return failure({ code: 'establishment.otherSiren' as const });
  const establishments = establishmentStore(tx, actor, scope);
  if (await establishments.isTaken(input.siret, input.openedOn)) return failure({ code: 'establishment.known' as const });
  const { siret, name, commune, address, openedOn } = input;
  const id = await establishments.insert({ organisation_id: organisation.id, siret, name, commune, address, opened_on: openedOn, moved_from: null, recorded_at: clock.now() });
  if (!id) return failure({ code: 'establishment.known' as const });
  await record.changed({ type: 'establishment.opened', subject: { kind: 'establishment', id }, occurredOn: openedOn });
  return success({ id });
});

/** Records the day an establishment closed; its row stays. */
export const closeEstablishment = useCase('establishment.update', closedEstablishment, async ({ input, actor, scope, tx, record }) => {
  const establishments = establishmentStore(tx, actor, scope);
  const establishment = await establishments.find(input.organisationId, input.id);
  if (!establishment) return failure({ code: 'establishment.unknown' as const });
  if (establishment.closedOn) return failure({ code: 'establishment.closed' as const });
  if (establishment.openedOn && input.closedOn < establishment.openedOn) return failure({ code: 'establishment.datesCrossed' as const });
  await establishments.close(establishment.id, input.closedOn);
  await record.changed({ type: 'establishment.closed', subject: { kind: 'establishment', id: establishment.id }, occurredOn: input.closedOn });
  return success(undefined);
});

/** Records a move: the former establishment ends, the next begins under its own SIRET and remembers where it came from. */
export const moveEstablishment = useCase('establishment.create', movedEstablishment, async ({ input, actor, scope, tx, clock, record }) => {
  const organisation = await organisationStore(tx, actor, scope).find(input.organisationId);
  const establishments = establishmentStore(tx, actor, scope);
  const former = organisation && (await establishments.find(organisation.id, input.id));
  if (!former) return failure({ code: 'establishment.unknown' as const });
  if (organisation.closedOn) return failure({ code: 'organisation.closed' as const });
  if (former.closedOn) return failure({ code: 'establishment.closed' as const });
  if (!isOf(organisation, input.siret)) return failure({ code: 'establishment.otherSiren' as const });
  if (former.openedOn && input.movedOn < former.openedOn) return failure({ code: 'establishment.datesCrossed' as const });
  if (await establishments.isTaken(input.siret, input.movedOn)) return failure({ code: 'establishment.known' as const });
  await establishments.close(former.id, input.movedOn);
  const id = await establishments.insert({
    organisation_id: organisation.id, siret: input.siret, name: former.name, commune: input.commune, address: input.address, opened_on: input.movedOn, moved_from: former.id, recorded_at: clock.now(),
  });
  if (!id) return failure({ code: 'establishment.known' as const });
  await record.changed({ type: 'establishment.moved', subject: { kind: 'establishment', id }, occurredOn: input.movedOn });
  return success({ id });
});
