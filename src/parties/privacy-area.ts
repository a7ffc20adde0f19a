import { sql } from 'kysely';
import type { Tx } from '../platform/database/database.ts';
import type { Erasing, PersonalArea, Section, Subject } from '../platform/privacy/personal-area.ts';
import { cutoff, cutoffDay } from '../platform/privacy/retention.rules.ts';
import { lastAgeBand } from './privacy-count.store.ts';

/** People: a person's file, household, consents, notes, requests. */
export const partiesArea: PersonalArea = {
  id: 'dossier',
  title: 'Votre dossier',
  tables: ['party.person', 'party.household', 'party.consent', 'party.note', 'party.privacy_request', 'party.invitation', 'party.name_word'],
  give,
  withheld: (by) => (by === 'herself' ? [] : ['Les notes du service de soutien social, s’il y en a : la personne les reçoit avec la copie qu’elle télécharge elle-même, ou les demande à ce service.']),
  forget,
  keeps: [
    { what: 'Un nombre, par année, commune, type d’organisme et tranche d’âge', why: 'fins statistiques : aucune ligne ne vous désigne (RGPD, articles 17.3.d et 89)', until: 'sans limite' },
    { what: 'Votre demande et notre réponse', why: 'preuve que la réponse a été donnée (RGPD, article 17.3.e)', until: 'cinq ans après la réponse' },
  ],
  tasks: [
    { id: 'notes', most: 500, run: ({ tx, clock, most }) => eraseNotes(tx, cutoff('note', clock.now()), null, most) },
    {
      id: 'contacts',
      most: 500,
      run: async ({ tx, territory, clock, most }) => {
        const { rows } = await sql`delete from party.contact where territory = ${territory} and id in (select id from party.contact where territory = ${territory} and checked_on <= ${cutoffDay('contact', clock.today())}::date limit ${most}) returning 1`.execute(tx);
        return rows.length;
      },
    },
    {
      id: 'invitations',
      most: 500,
      run: async ({ tx, territory, clock, most }) => {
        const { rows } = await sql`delete from party.invitation where territory = ${territory} and id in (select id from party.invitation where territory = ${territory} and expires_at < ${cutoff('invitation', clock.now())} limit ${most}) returning 1`.execute(tx);
        return rows.length;
      },
    },
    {
      id: 'requests',
      most: 500,
      run: async ({ tx, territory, clock, most }) => {
        const { rows } = await sql`delete from party.privacy_request where territory = ${territory} and id in (select id from party.privacy_request where territory = ${territory} and answered_at < ${cutoff('request', clock.now())} limit ${most}) returning 1`.execute(tx);
        return rows.length;
      },
    },
  ],
};

async function give(tx: Tx, { territory, personId }: Subject): Promise<Section[]> {
  // The database gives a person her own notes, those of a compartment too; everybody else gets what their role sees.
  const { rows: own } = await sql<{ text: string; written_at: Date; compartment: string | null }>`select text, written_at, compartment from party.own_notes() order by written_at`.execute(tx);
  const notes = own.length > 0 ? own : await tx.selectFrom('party.note').select(['text', 'written_at', 'compartment']).where('territory', '=', territory).where('person_id', '=', personId).orderBy('written_at').execute();
  return [
    {
      table: 'party.person',
      rows: await tx.selectFrom('party.person as p').leftJoin('party.organisation as o', 'o.id', 'p.custodian_id')
        .select(['p.given_name', 'p.family_name', 'p.birth_date', 'p.email', 'p.phone', 'p.commune', 'p.language', 'p.created_at', 'p.last_contact_on', 'p.closed_on', 'o.name as custodian_id'])
        .where('p.territory', '=', territory).where('p.id', '=', personId).execute(),
    },
    {
      table: 'party.household',
      rows: await tx.selectFrom('party.household as h').innerJoin('party.person as p', 'p.household_id', 'h.id').select(['h.adults', 'h.children', 'h.created_at']).where('p.territory', '=', territory).where('p.id', '=', personId).execute(),
    },
    {
      table: 'party.consent',
      rows: await tx.selectFrom('party.consent').select(['purpose', 'wording', 'given_at', 'withdrawn_at']).where('territory', '=', territory).where('person_id', '=', personId).orderBy('given_at').execute(),
    },
    { table: 'party.note', rows: notes },
    {
      table: 'party.privacy_request',
      rows: await tx.selectFrom('party.privacy_request').select(['kind', 'asked_at', 'due_on', 'answered_at', 'outcome', 'detail']).where('territory', '=', territory).where('person_id', '=', personId).orderBy('asked_at').execute(),
    },
  ];
}

/** What designates the person goes; her commune, custodian, age band and dates stay, so that counts do. */
async function forget({ tx, territory, clock }: Erasing, { personId }: Subject): Promise<void> {
  while ((await eraseNotes(tx, null, personId, 1_000)) === 1_000);
  await tx.deleteFrom('party.consent').where('territory', '=', territory).where('person_id', '=', personId).execute();
  await tx.deleteFrom('party.invitation').where('territory', '=', territory).where('person_id', '=', personId).execute();
  const person = await tx.selectFrom('party.person').select('household_id').where('territory', '=', territory).where('id', '=', personId).executeTakeFirst();
  const closedOn = sql<string>`coalesce(closed_on, ${clock.today()}::date)`;
  await tx.updateTable('party.person').set({
    given_name: '', family_name: '', birth_date: null, email: null, phone: null, language: 'fr', search: '', household_id: null,
    closed_on: closedOn, age_band: lastAgeBand(closedOn), erased_at: clock.now(),
  }).where('territory', '=', territory).where('id', '=', personId).where('erased_at', 'is', null).execute();
  if (!person?.household_id) return;
  // A household goes with the last of its persons.
  await tx.updateTable('party.household as h').set({ adults: 0, children: 0, erased_at: clock.now() }).where('h.territory', '=', territory).where('h.id', '=', person.household_id)
    .where((of) => of.not(of.exists(of.selectFrom('party.person as p').select('p.id').whereRef('p.household_id', '=', 'h.id')))).execute();
}

/** Through the database's own function: notes of a compartment go too, unseen. */
async function eraseNotes(tx: Tx, before: Date | null, personId: string | null, most: number): Promise<number> {
  const { rows } = await sql<{ removed: number }>`select party.erase_notes(${before}, ${personId}, ${most}) as removed`.execute(tx);
  return rows[0]?.removed ?? 0;
}
