import { sql } from 'kysely';
import type { Db } from '../src/platform/database/database.ts';
import type { Actor } from '../src/platform/permission/actor.ts';
import type { Scope } from '../src/platform/permission/matrix.ts';

export interface Asked { id: string; words: string }

/** Persons taken evenly, and how somebody might look for each: whole, by one name, begun, without accents, mistyped. */
export async function samplePersons(owner: Db, actor: Actor, scope: Scope, count: number): Promise<Asked[]> {
  let some = owner.selectFrom('party.person').select(['id', 'family_name as family', 'given_name as given', 'search']).where('state', '=', 'open').orderBy(sql`md5(id::text)`).limit(count);
  if (scope === 'organisation') some = some.where('custodian_id', '=', actor.organisationId);
  return (await some.execute()).map(({ id, family, given, search }, at) => {
    const middle = Math.floor(family.length / 2);
    const ways = [
      `${family} ${given}`, family, `${given} ${family}`, search, family.slice(0, 3), given, family.slice(0, 2),
      family.slice(0, middle) + family.slice(middle + 1), `${family.slice(0, middle)}x${family.slice(middle)} ${given}`, family.slice(0, middle) + (family[middle + 1] ?? '') + (family[middle] ?? '') + family.slice(middle + 2),
    ];
    return { id, words: ways[at % ways.length] ?? family };
  });
}
