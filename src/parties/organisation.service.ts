import { failure, success } from '../platform/result.ts';
import { useCase } from '../platform/use-case.ts';
import { changedOrganisation, newOrganisation, organisationPage } from './organisation.schema.ts';
import { organisationStore } from './organisation.store.ts';
import { plainName } from './search-text.rules.ts';

/** Adds an organisation of the territory; an employer by its SIREN, which the territory knows once. */
export const createOrganisation = useCase('organisation.create', newOrganisation, async ({ input, actor, scope, tx, clock, record }) => {
  const { kind, name, siren, commune, demonstration } = input;
  const id = await organisationStore(tx, actor, scope).insert({ kind, name, siren, commune, demonstration, search: plainName(name), created_at: clock.now() });
  if (!id) return failure({ code: 'organisation.known' as const });
  await record.changed({ type: 'organisation.created', subject: { kind: 'organisation', id }, details: { kind } });
  return success({ id });
});

export const renameOrganisation = useCase('organisation.update', changedOrganisation, async ({ input, actor, scope, tx, record }) => {
  const organisations = organisationStore(tx, actor, scope);
  if (!(await organisations.find(input.id))) return failure({ code: 'organisation.unknown' as const });
  await organisations.rename(input.id, input.name, plainName(input.name));
  await record.changed({ type: 'organisation.renamed', subject: { kind: 'organisation', id: input.id } });
  return success(undefined);
});

/** Organisations in the order of names, by kind, by words of the name or by the start of a SIREN. */
export const listOrganisations = useCase('organisation.read', organisationPage, async ({ input, actor, scope, tx }) => {
  const asked = input.words ?? '';
  const siren = /^[\d\s]+$/.test(asked) ? asked.replaceAll(/\s/g, '').slice(0, 9) : null;
  const words = siren === null ? plainName(asked).split(' ').filter((word) => word !== '') : [];
  const found = await organisationStore(tx, actor, scope).list({ state: input.state, kind: input.kind, words, siren, after: input.after ?? null, most: input.most + 1 });
  const organisations = found.slice(0, input.most);
  return success({ organisations, after: found.length > input.most ? (organisations.at(-1)?.id ?? null) : null });
});
