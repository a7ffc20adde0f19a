import { Client } from 'pg';
import type { Places } from './places.rules.ts';

export const ownerRole = 'ancrage_owner';
export const appRole = 'ancrage_app';
export const databaseName = 'ancrage';

/** A connection by the socket: its folder lets only the server's account in, so no password is needed. */
export const socketUrl = (places: Places, role: string, database: string): string =>
  `postgresql://${role}@localhost/${database}?host=${encodeURIComponent(places.socketFolder)}`;

/** Whether the server takes connections. */
export async function answers(places: Places): Promise<boolean> {
  const client = new Client({ connectionString: socketUrl(places, 'postgres', 'postgres'), connectionTimeoutMillis: 5000 });
  client.on('error', () => {});
  try {
    await client.connect();
    return true;
  } catch {
    return false;
  } finally {
    await client.end().catch(() => {});
  }
}

/** Makes the two roles and the database where they are missing. The superuser serves for nothing else. */
export async function ensureRoles(places: Places): Promise<void> {
  await asSuperuser(places, 'postgres', async (client) => {
    const { rows } = await client.query<{ owner: boolean; app: boolean; database: boolean }>(
      `select exists(select from pg_roles where rolname = $1) as owner, exists(select from pg_roles where rolname = $2) as app,
         exists(select from pg_database where datname = $3) as database`,
      [ownerRole, appRole, databaseName],
    );
    if (!rows[0]?.owner) await client.query(`create role ${ownerRole} login createdb nosuperuser nobypassrls`);
    if (!rows[0]?.app) await client.query(`create role ${appRole} login nosuperuser nocreatedb nocreaterole nobypassrls`);
    if (!rows[0]?.database) await client.query(`create database ${databaseName} owner ${ownerRole}`);
  });
  await asSuperuser(places, databaseName, async (client) => {
    await client.query('revoke create on schema public from public');
  });
}

async function asSuperuser(places: Places, database: string, work: (client: Client) => Promise<void>): Promise<void> {
  const client = new Client({ connectionString: socketUrl(places, 'postgres', database) });
  await client.connect();
  try {
    await work(client);
  } finally {
    await client.end();
  }
}
