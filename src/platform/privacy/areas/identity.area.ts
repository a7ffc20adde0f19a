import { sql } from 'kysely';
import type { Tx } from '../../database/database.ts';
import { reachingAccounts } from '../acting-as-house.ts';
import type { PersonalArea, RetentionTask, Section, Subject } from '../personal-area.ts';
import { cutoff } from '../retention.rules.ts';

/** Accounts: a person's own goes with her file, an agent's after the last function. */
export const identityArea: PersonalArea = {
  id: 'compte',
  title: 'Votre compte',
  // Who wrote a note that waits for its review goes with the account; no accompanied person writes any.
  tables: ['identity.account', 'identity.totp', 'identity.recovery_code', 'identity.session', 'identity.token', 'identity.device', 'party.membership', 'publishing.analysis_writer'],
  give: (tx, subject) => reachingAccounts(tx, () => accountSections(tx, subject)),
  withheld: () => ['Votre mot de passe et vos clés de connexion : personne ne peut les lire, seules leurs empreintes sont gardées.'],
  forget: ({ tx }, subject) => reachingAccounts(tx, () => forgetAccount(tx, subject)),
  keeps: [],
  tasks: [
    accountTask('formerAccounts', 200, async ({ tx, territory, clock, most }) => {
      const limit = cutoff('formerAccount', clock.now());
      // A person's own account goes with her file.
      const former = await tx.selectFrom('identity.account as a').select('a.id').where('a.territory', '=', territory).where('a.person_id', 'is', null).where('a.created_at', '<', limit)
        .where((of) => of.not(of.exists(of.selectFrom('party.membership as m').select('m.id').whereRef('m.account_id', '=', 'a.id').where((or) => or.or([or('m.ended_at', 'is', null), or('m.ended_at', '>=', limit)])))))
        .limit(most).execute();
      return erase(tx, former.map(({ id }) => id));
    }),
    accountTask('sessions', 1_000, async ({ tx, territory, clock, most }) => {
      const limit = cutoff('session', clock.now());
      const { rows } = await sql`delete from identity.session where hash in (select s.hash from identity.session s join identity.account a on a.id = s.account_id
        where a.territory = ${territory} and (s.expires_at < ${limit} or s.ended_at < ${limit}) limit ${most}) returning 1`.execute(tx);
      return rows.length;
    }),
    accountTask('links', 1_000, async ({ tx, territory, clock, most }) => {
      const { rows } = await sql`delete from identity.token where hash in (select t.hash from identity.token t join identity.account a on a.id = t.account_id
        where a.territory = ${territory} and t.expires_at < ${cutoff('session', clock.now())} limit ${most}) returning 1`.execute(tx);
      return rows.length;
    }),
    accountTask('devices', 1_000, async ({ tx, territory, clock, most }) => {
      const { rows } = await sql`delete from identity.device where (account_id, hash) in (select d.account_id, d.hash from identity.device d join identity.account a on a.id = d.account_id
        where a.territory = ${territory} and d.last_used_at < ${cutoff('device', clock.now())} limit ${most}) returning 1`.execute(tx);
      return rows.length;
    }),
    {
      id: 'limits',
      most: 1_000,
      // Counts of tries, by hash of who is counted: nothing of a territory, and nothing once their time has passed.
      run: async ({ tx, clock, most }) => (await sql`delete from limits.throttle where key in (select key from limits.throttle where expire < ${clock.now().getTime()} limit ${most}) returning 1`.execute(tx)).rows.length,
    },
  ],
};

function accountTask(id: string, most: number, run: RetentionTask['run']): RetentionTask {
  return { id, most, run: (work) => reachingAccounts(work.tx, () => run(work)) };
}

const accountsOf = async (tx: Tx, { territory, personId }: Subject): Promise<string[]> =>
  (await tx.selectFrom('identity.account').select('id').where('territory', '=', territory).where('person_id', '=', personId).execute()).map(({ id }) => id);

async function accountSections(tx: Tx, subject: Subject): Promise<Section[]> {
  const ids = await accountsOf(tx, subject);
  if (ids.length === 0) return [];
  return [
    { table: 'identity.account', rows: await tx.selectFrom('identity.account').select(['email', 'name', 'created_at', 'disabled_at']).where('id', 'in', ids).execute() },
    { table: 'identity.totp', rows: await tx.selectFrom('identity.totp').select('confirmed_at').where('account_id', 'in', ids).execute() },
    { table: 'identity.session', rows: await tx.selectFrom('identity.session').select(['device', 'created_at', 'last_seen_at', 'expires_at', 'ended_at']).where('account_id', 'in', ids).orderBy('created_at').execute() },
    { table: 'identity.device', rows: await tx.selectFrom('identity.device').select('last_used_at').where('account_id', 'in', ids).orderBy('last_used_at').execute() },
    { table: 'party.membership', rows: await tx.selectFrom('party.membership').select(['role', 'since', 'ended_at']).where('account_id', 'in', ids).orderBy('since').execute() },
  ];
}

/** Who also acts for an organisation keeps the account that it needs, without the link to the file. */
async function forgetAccount(tx: Tx, subject: Subject): Promise<void> {
  const ids = await accountsOf(tx, subject);
  if (ids.length === 0) return;
  const acting = (await tx.selectFrom('party.membership').select('account_id').where('account_id', 'in', ids).where('ended_at', 'is', null).execute()).map(({ account_id: id }) => id);
  if (acting.length > 0) await tx.updateTable('identity.account').set({ person_id: null }).where('id', 'in', acting).execute();
  await erase(tx, ids.filter((id) => !acting.includes(id)));
}

async function erase(tx: Tx, ids: readonly string[]): Promise<number> {
  if (ids.length === 0) return 0;
  await tx.deleteFrom('party.membership').where('account_id', 'in', ids).execute();
  await tx.deleteFrom('identity.account').where('id', 'in', ids).execute();
  return ids.length;
}
