import { createHash } from 'node:crypto';
import { join } from 'node:path';
import { sql } from 'kysely';
import type { Db } from '../../src/platform/database/database.ts';
import type { Permission, Role } from '../../src/platform/permission/matrix.ts';
import { elsewhere, type Place } from '../permissions/place.ts';
import { reaches, scopeIn } from '../permissions/reach.ts';
import { formulas, htmlInjected, injectedHeader, otherHost } from './hostile.ts';
import type { Sent } from './requests.ts';
import type { Answer } from './wire.ts';

const root = join(import.meta.dirname, '../..');

/** What is wrong with an answer, whoever asked. */
export function wrongIn({ status, headers, text }: Answer, sent: Sent): string[] {
  const type = headers['content-type'] ?? '';
  const page = type.startsWith('text/html');
  const table = type.startsWith('text/csv');
  const { location } = headers;
  return [
    ...(status >= 500 || status === 0 ? [`status ${status}`] : []),
    ...(page ? htmlInjected.filter((one) => text.includes(one)).map((one) => `unescaped: ${one}`) : []),
    ...(page && /(href|src|action)="javascript:/i.test(text) ? ['a script in an address'] : []),
    ...(table ? formulas.filter((one) => ['\n', ';', '"'].some((before) => `\n${text}`.includes(`${before}${one}`))).map((one) => `formula: ${one}`) : []),
    ...(headers[injectedHeader] !== undefined || (headers['set-cookie'] ?? []).some((cookie) => cookie.startsWith(injectedHeader)) ? ['a header written by what was sent'] : []),
    // A forged `Host` names another site by itself.
    ...(location !== undefined && sent.headers['host'] === undefined && new URL(location, 'http://house.example').host !== 'house.example' ? [`leads to ${location} (${otherHost})`] : []),
    ...(text.includes(root) ? ['names a file of the machine'] : []),
  ];
}

/** What stands around a mark tells which row shows it, thus which line of the matrix lets it be read. */
const readings: readonly (readonly [RegExp, Permission])[] = [
  [/^.*? organisation/, 'organisation.read'], [/^.*? contact/, 'contact.read'], [/^.*? note/, 'note.read'], [/^.*? membre|^membre-/, 'membership.read'], [/^invite-/, 'invitation.read'],
  [/^.*? bail/, 'file.read'], [/^.*? réponse/, 'privacyRequest.read'],
  [/ scénario$/, 'needsScenario.read'], [/ analyse$/, 'analysis.read'],
];

/** Marks of rows that a role may not see, with what is around each. */
export function leaked(text: string, role: Role | undefined, mine: Place, placeOf: ReadonlyMap<string, Place>): string[] {
  return [...text.matchAll(/(?:membre-|invite-|moi-)?(zz[a-z]{12})(?: (?:organisation|contact|note|membre|bail|réponse|scénario|analyse))?/g)].flatMap(([found, mark]) => {
    const place = placeOf.get(mark ?? '');
    if (!place) return [];
    const own = role !== undefined && place === mine && (found.startsWith('moi-') || found.endsWith(' organisation'));
    const permission = readings.find(([around]) => around.test(found))?.[1];
    // A bare mark is a person's name, or what her request says.
    const asked = permission ? [permission] : (['person.read', 'privacyRequest.read'] as const);
    return own || (role !== undefined && asked.some((one) => reaches(scopeIn(role, one), place, mine))) ? [] : [`${place === mine ? 'mine' : place.territory === elsewhere ? 'foreign' : 'other'}: ${found}`];
  });
}

/** Which lines of the matrix may change a row of a table; erasing on request empties a whole file. */
const writers: Readonly<Record<string, readonly Permission[]>> = {
  'party.person': ['person.update', 'privacyRequest.update'], 'party.household': ['household.update', 'privacyRequest.update'], 'party.note': ['note.create', 'privacyRequest.update'],
  'party.consent': ['consent.create', 'consent.update', 'privacyRequest.update'], 'party.privacy_request': ['privacyRequest.create', 'privacyRequest.update'], 'party.name_word': ['person.update', 'privacyRequest.update'],
  'party.organisation': ['organisation.update'], 'party.establishment': ['establishment.create', 'establishment.update'], 'party.contact': ['contact.create', 'contact.update'],
  'party.membership': ['membership.create', 'membership.update'], 'party.invitation': ['invitation.create', 'invitation.update'],
  'file.document': ['privacyRequest.update'], 'file.piece': ['privacyRequest.update'],
  'identity.account': ['membership.update', 'privacyRequest.update'], 'identity.totp': ['membership.update'], 'identity.recovery_code': ['membership.update'],
};
export const mayChange = (role: Role | undefined, table: string): boolean => role !== undefined && (writers[table] ?? []).some((one) => scopeIn(role, one) === 'territory');

type Prints = ReadonlyMap<string, string>;

/**
 * A print of the rows that are a place's or point to it, table by table: the same as long as nobody touched them. Of
 * another territory, all there is. An id typed in a text points to nothing: columns of ids alone are looked at.
 */
export async function printsOf(owner: Db, place: Place): Promise<Prints> {
  const ids = [place.organisation, place.household, place.person, place.establishment, place.contact, place.consent, place.request, place.erasing, place.member, place.memberAccount, place.invitation, place.document];
  const { rows: tables } = await sql<{ name: string; territorial: boolean; ids: string[] }>`
    select format('%I.%I', table_schema, table_name) as name, bool_or(column_name = 'territory') as territorial,
      coalesce(array_agg(column_name::text) filter (where data_type = 'uuid'), '{}') as ids
    from information_schema.columns join pg_tables on schemaname = table_schema and tablename = table_name
    where table_schema in ('party', 'file', 'identity', 'audit', 'work') group by table_schema, table_name order by 1`.execute(owner);
  const whole = place.territory === elsewhere;
  // The trace of a right reading, and a letter about it, name somebody else's row without changing it.
  const kept = tables.filter(({ name }) => whole || writers[name]);
  const prints = await Promise.all(kept.map(async ({ name, territorial, ids: columns }) => {
    const rows = whole && territorial ? sql`t.territory = ${elsewhere}` : sql`array[${sql.join(columns.map((column) => sql.ref(`t.${column}`)))}]::uuid[] && ${ids}::uuid[]`;
    const { rows: lines } = await sql<{ line: string }>`select t::text as line from ${sql.table(name)} t where ${rows} order by 1`.execute(owner);
    return [name, createHash('sha256').update(lines.map(({ line }) => line).join('\n')).digest('hex')] as const;
  }));
  return new Map(prints);
}

export const differing = (before: Prints, after: Prints): string[] => [...before].filter(([table, print]) => after.get(table) !== print).map(([table]) => table);
