import { sql } from 'kysely';
import { findPersons, listPersons, openPerson } from '../src/parties/index.ts';
import { personFile } from '../src/parties/person-file.service.ts';
import { personStore } from '../src/parties/person.store.ts';
import { plainName } from '../src/parties/search-text.rules.ts';
import { recorder } from '../src/platform/audit/record.ts';
import { systemClock as clock } from '../src/platform/clock.ts';
import type { Db, Tx } from '../src/platform/database/database.ts';
import type { Actor } from '../src/platform/permission/actor.ts';
import type { Scope } from '../src/platform/permission/matrix.ts';
import type { Asked } from './people-sample.ts';
import { inTurns, told } from './turns.ts';

/**
 * The use cases alone, against the same statements as the tables' owner: no permission asked, no actor told, no row-level
 * security. What the walls cost here is a fixed fraction of a millisecond or two, whatever the number of rows.
 */
export async function measureStatements(db: Db, owner: Db, actor: Actor, scope: Scope, asked: readonly Asked[], rounds: number): Promise<{ name: string; p95: number; text: string }[]> {
  const session = { db, clock, actor };
  const bareSearch = await unwalledSearch(owner, actor, scope);
  const must = async (answer: Promise<{ ok: boolean }>): Promise<void> => {
    const given = await answer;
    if (!given.ok) throw new Error(JSON.stringify(given));
  };
  const bare = (read: (tx: Tx) => Promise<readonly { custodianId: string }[]>): Promise<void> => owner.transaction().execute(async (tx) => {
    const found = await read(tx);
    if (scope === 'territory') await personStore(tx, actor, scope).organisationNames(found.map(({ custodianId }) => custodianId));
  });
  const id = (at: number): string => asked[at]?.id ?? '';
  const words = (at: number): string => asked[at]?.words ?? '';
  const bareList = (from: { id: string; way: 'after' } | null) => bare((tx) => personStore(tx, actor, scope).list('open', 51, from));
  const pairs: [string, (at: number) => Promise<void>, (at: number) => Promise<void>][] = [
    ['list', (at) => must(listPersons(session, { after: id(at) })), (at) => bareList({ id: id(at), way: 'after' })],
    ['search', (at) => must(findPersons(session, { words: words(at) })), (at) => bare(async (tx) => (await bareSearch(plainName(words(at))).execute(tx)).rows)],
    ['file', (at) => must(openPerson(session, { id: id(at) })), (at) => owner.transaction().execute(async (tx) => void (await personFile({ tx, actor, scope, clock, record: recorder(tx, actor, clock) }, id(at))))],
  ];
  const lines = [];
  for (const [name, walls, without] of pairs) {
    const [one, other] = await inTurns(rounds, walls, without);
    lines.push({ name, p95: one.p95, text: told(one, other) });
  }
  return lines;
}

/** The search with what it asks of the permission copy written in: the same rows, nothing asked. */
async function unwalledSearch(owner: Db, actor: Actor, scope: Scope) {
  const bare = `party.find_persons_bare_${scope}`;
  const { rows } = await sql<{ source: string }>`select pg_get_functiondef('party.find_persons(text, integer)'::regprocedure) as source`.execute(owner);
  const source = (rows[0]?.source ?? '').replace('party.find_persons', bare)
    .replace(`permission.scope_of('person', 'read')`, `'${scope}'`).replace('permission.territory()', `'${actor.territory}'`).replace('permission.organisation()', `'${actor.organisationId}'`).replace('permission.person()', 'null');
  if (source.includes('permission.')) throw new Error('the search function has a wall that this measure does not know');
  await sql.raw(source).execute(owner);
  return (words: string) => sql<{ custodianId: string }>`
    select p.id, p.family_name, p.given_name, p.commune, p.last_contact_on, p.closed_on, p.custodian_id as "custodianId", p.demonstration from ${sql.raw(bare)}(${words}, 50) f
    join party.person p on p.id = f.id order by f.round, p.search, p.id`;
}
