import { Client } from 'pg';
import { migrations } from '../../platform/database/migrations/index.ts';
import { formatCount, formatDay } from '../../platform/i18n/format.ts';
import { failed, ok, warning, type Check } from './check.ts';

/** Schemas whose rows are people's, lead to them, or are a territory's own work. */
const walled = ['party', 'identity', 'audit', 'work', 'file', 'needs', 'publishing'];

/** What the database says of itself, read as its owner. Nothing is changed. */
export async function databaseChecks(ownerUrl: string, appRole: string, now: Date): Promise<Check[]> {
  const client = new Client({ connectionString: ownerUrl, connectionTimeoutMillis: 10_000 });
  client.on('error', () => {});
  await client.connect();
  const one = async <Row>(text: string, values: unknown[] = []): Promise<Row> => (await client.query(text, values)).rows[0] as Row;
  try {
    const general = [await server(one, now), await roles(one, appRole)];
    const migrated = await schema(client, one);
    if (migrated.state !== 'ok') return [...general, migrated];
    return [...general, migrated, await walls(client), await outbox(one), await work(one, now), await seals(one, now), await lastBackup(one, now)];
  } finally {
    await client.end();
  }
}

type One = <Row>(text: string, values?: unknown[]) => Promise<Row>;

async function server(one: One, now: Date): Promise<Check> {
  const before = Date.now();
  const { version, at } = await one<{ version: number; at: Date }>(`select current_setting('server_version_num')::int as version, clock_timestamp() as at`);
  if (version < 150_000) return failed('database', `PostgreSQL ${Math.floor(version / 10_000)} est trop ancien : il faut la version 15 ou une suivante.`);
  const apart = Math.abs(at.getTime() - now.getTime() - (Date.now() - before)) / 1000;
  // One-time codes of second factors live thirty seconds.
  if (apart > 30) return failed('clock', `L’horloge de cette machine et celle de la base diffèrent de ${Math.round(apart)} secondes : les codes à usage unique seront refusés. Réglez-les (NTP).`);
  return apart > 5 ? warning('clock', `L’horloge de cette machine et celle de la base diffèrent de ${Math.round(apart)} secondes.`) : ok('database', `PostgreSQL ${Math.floor(version / 10_000)} répond, à la même heure que cette machine.`);
}

async function roles(one: One, appRole: string): Promise<Check> {
  const found = await one<{ superuser: boolean; bypass: boolean; creates: boolean; owns: number; same: boolean } | undefined>(`
    select rolsuper as superuser, rolbypassrls as bypass, has_database_privilege(rolname, current_database(), 'create') as creates, rolname = current_user as same,
      (select count(*)::int from pg_class c join pg_namespace n on n.oid = c.relnamespace where c.relowner = r.oid and n.nspname not like 'pg\\_%') as owns
    from pg_roles r where rolname = $1`, [appRole]);
  if (!found) return failed('roles', `Le rôle ${appRole} n’existe pas dans la base.`);
  const wrong = [
    ...(found.same ? ['est aussi le propriétaire'] : []), ...(found.superuser ? ['est superutilisateur'] : []), ...(found.bypass ? ['contourne la sécurité des lignes (BYPASSRLS)'] : []),
    ...(found.owns > 0 && !found.same ? ['possède des tables'] : []), ...(found.creates && !found.same ? ['peut créer des schémas'] : []),
  ];
  return wrong.length > 0 ? failed('roles', `Le rôle de l’application, ${appRole}, ${wrong.join(', ')} : le second mur ne tient pas.`) : ok('roles', `Le rôle de l’application, ${appRole}, ne peut passer sous aucun mur.`);
}

async function schema(client: Client, one: One): Promise<Check> {
  const { found } = await one<{ found: string | null }>(`select to_regclass('migration.kysely_migration')::text as found`);
  if (!found) return warning('migrations', 'La base n’a encore jamais servi : le premier démarrage la prépare.');
  const applied = (await client.query<{ name: string }>('select name from migration.kysely_migration')).rows.map(({ name }) => name);
  const unknown = applied.filter((name) => !(name in migrations));
  if (unknown.length > 0) return failed('migrations', `La base vient d’une version plus récente d’Ancrage (${unknown.join(', ')}).`);
  const pending = Object.keys(migrations).filter((name) => !applied.includes(name));
  return pending.length > 0 ? warning('migrations', `${formatCount(pending.length, { one: 'migration attend', many: 'migrations attendent' }, 'fr')} le prochain démarrage.`) : ok('migrations', 'La base a le schéma de cette version.');
}

async function walls(client: Client): Promise<Check> {
  const { rows } = await client.query<{ name: string }>(`
    select n.nspname || '.' || c.relname as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
    where c.relkind in ('r', 'p') and n.nspname = any($1) and not (c.relrowsecurity and c.relforcerowsecurity) order by 1`, [walled]);
  return rows.length > 0 ? failed('walls', `Sécurité des lignes absente ou non forcée : ${rows.map(({ name }) => name).join(', ')}.`) : ok('walls', 'La sécurité des lignes est forcée sur toutes les tables de personnes.');
}

async function outbox(one: One): Promise<Check> {
  const { late, refused } = await one<{ late: number; refused: number }>(`
    select count(*) filter (where sent_at is null and given_up_at is null and created_at < now() - interval '1 hour')::int as late,
      count(*) filter (where given_up_at > now() - interval '7 days')::int as refused from work.mail`);
  if (late === 0 && refused === 0) return ok('outbox', 'Aucun message en attente depuis plus d’une heure, aucun refusé depuis sept jours.');
  return warning('outbox', `Messages en attente depuis plus d’une heure : ${late} ; refusés ou abandonnés depuis sept jours : ${refused}.`);
}

async function work(one: One, now: Date): Promise<Check> {
  const { blocked, failing } = await one<{ blocked: number; failing: number }>(`
    select (select count(*)::int from work.event where handled_at is null and tries > 2) as blocked, (select count(*)::int from job.job where state = 'failed' and completed_on > $1::timestamptz - interval '1 day') as failing`, [now]);
  return blocked + failing > 0 ? failed('jobs', `Travaux en échec depuis un jour : ${failing} ; événements bloqués : ${blocked}. Le journal dit pourquoi.`) : ok('jobs', 'Aucun travail en échec depuis un jour.');
}

async function seals(one: One, now: Date): Promise<Check> {
  // An entry may wait for the end of a transaction that began before it.
  const { unsealed } = await one<{ unsealed: number }>(`
    select count(*)::int as unsealed from audit.entry e where e.at < $1::timestamptz - interval '2 hours' and not exists (select 1 from audit.sealed s where s.entry_id = e.id)`, [now]);
  return unsealed > 0 ? warning('seals', `${formatCount(unsealed, { one: 'acte', many: 'actes' }, 'fr')} de la trace sans scellé depuis plus de deux heures : Ancrage tourne-t-il ?`) : ok('seals', 'La trace est scellée. « ancrage audit verify » la recalcule.');
}

async function lastBackup(one: One, now: Date): Promise<Check> {
  const { at } = await one<{ at: Date | null }>('select max(finished_at) as at from operation.backup');
  if (!at) return warning('backup', 'Aucune sauvegarde faite : npx ancrage backup <fichier>');
  const days = Math.floor((now.getTime() - at.getTime()) / 86_400_000);
  const text = `Dernière sauvegarde : ${formatDay(at.toISOString().slice(0, 10), 'fr', { weekday: true })}.`;
  return days > 7 ? warning('backup', `${text} Elle a plus de sept jours.`) : ok('backup', text);
}
