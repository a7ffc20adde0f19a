import type { Tx } from '../platform/database/database.ts';
import type { Actor } from '../platform/permission/actor.ts';
import type { Scope } from '../platform/permission/matrix.ts';
import { failure, success } from '../platform/result.ts';
import { useCase } from '../platform/use-case.ts';
import { personPage, personQuery, type PersonLine } from './person.schema.ts';
import { personStore } from './person.store.ts';
import { plainName } from './search-text.rules.ts';

export interface PersonPage {
  persons: PersonLine[];
  /** Names of the organisations that follow them, for who sees several. */
  custodians: ReadonlyMap<string, string>;
  /** The person to go before or after for the neighbouring page; null at an end. */
  before: string | null;
  after: string | null;
}

/** Files in the order of names, a page at a time. Addresses carry ids, never names. */
export const listPersons = useCase('person.read', personPage, async ({ input, actor, scope, tx }) => {
  const { state, most, after, before } = input;
  const from = after ? { id: after, way: 'after' as const } : before ? { id: before, way: 'before' as const } : null;
  const found = await personStore(tx, actor, scope).list(state, most + 1, from);
  const more = found.length > most;
  const persons = from?.way === 'before' ? found.slice(more ? 1 : 0) : found.slice(0, most);
  return success<PersonPage>({
    persons,
    custodians: await custodiansOf(scope, persons, tx, actor),
    before: (from?.way === 'before' ? more : from) ? (persons[0]?.id ?? null) : null,
    after: (from?.way === 'before' || more) ? (persons.at(-1)?.id ?? null) : null,
  });
});

/** Files by name: accents, capitals, the order of the words and a letter or two mistyped do not matter. */
export const findPersons = useCase('person.read', personQuery, async ({ input, actor, scope, tx }) => {
  const words = plainName(input.words);
  if (words === '') return failure({ code: 'person.noWords' as const });
  const found = await personStore(tx, actor, scope).search(words, input.most);
  return success({ persons: found, custodians: await custodiansOf(scope, found, tx, actor), full: found.length === input.most });
});

const custodiansOf = (scope: Scope, persons: readonly PersonLine[], tx: Tx, actor: Actor): Promise<ReadonlyMap<string, string>> =>
  scope === 'territory' ? personStore(tx, actor, scope).organisationNames(persons.map(({ custodianId }) => custodianId)) : Promise.resolve(new Map());
