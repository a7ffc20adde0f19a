import { spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { createServer, type AddressInfo, type Server, type Socket } from 'node:net';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { explain } from '../../src/cli/messages.ts';
import { openApp } from '../../src/cli/open-app.ts';
import { freshDatabase, type TestDatabase } from '../support/database.ts';

const root = resolve(import.meta.dirname, '../..');

let database: TestDatabase;
let servers: Server[];
let ports: { refusing: number; talking: number };

/** A server that answers its first message so, and leaves. */
async function answering(answer: Buffer): Promise<Server> {
  const server = createServer((socket: Socket) => {
    socket.on('error', () => {});
    socket.once('data', () => socket.end(answer));
  });
  await once(server.listen(0, '127.0.0.1'), 'listening');
  return server;
}

/** PostgreSQL's refusal of a password, as it goes over the wire. */
function wrongPassword(): Buffer {
  const fields = Buffer.from('SFATAL\0VFATAL\0C28P01\0Mpassword authentication failed for user "app"\0\0');
  const head = Buffer.from('E\0\0\0\0');
  head.writeUInt32BE(fields.length + 4, 1);
  return Buffer.concat([head, fields]);
}

beforeAll(async () => {
  database = await freshDatabase();
  servers = [await answering(wrongPassword()), await answering(Buffer.from('HTTP/1.1 400 Bad Request\r\n\r\n'))];
  const [refusing, talking] = servers.map((server) => (server.address() as AddressInfo).port);
  ports = { refusing: refusing!, talking: talking! };
});
afterAll(async () => {
  for (const server of servers) server.close();
  await database?.drop();
});

const other = (url: string, change: (url: URL) => void): string => {
  const changed = new URL(url);
  change(changed);
  return changed.href;
};

describe('a database that cannot serve is one French sentence', () => {
  test.each<[string, () => { app: string; owner?: string }, RegExp]>([
    ['no scheme', () => ({ app: 'postgres//app:secret@h/base' }), /^Réglage refusé\. DATABASE_URL : une adresse de PostgreSQL est attendue/],
    ['another scheme', () => ({ app: 'mysql://app:secret@h/base' }), /^Réglage refusé\. DATABASE_URL/],
    ['a port that is no number', () => ({ app: 'postgresql://app:secret/x@h/base' }), /l’adresse ne se lit pas/],
    ['letters that are no text', () => ({ app: 'postgresql://app:%E9secret@localhost/base' }), /l’adresse ne se lit pas/],
    ['an absent certificate', () => ({ app: 'postgresql://app:secret@localhost/base?sslrootcert=/nowhere/secret.pem' }), /l’adresse ne se lit pas/],
    ['a closed port', () => ({ app: 'postgresql://app:secret@127.0.0.1:1/base' }), /aucun serveur n’écoute/],
    ['a folder without a server', () => ({ app: 'postgresql://app:secret@localhost/base?host=%2Fnowhere' }), /aucun serveur n’a ouvert ce dossier/],
    ['a wrong password', () => ({ app: `postgresql://app:secret@127.0.0.1:${ports.refusing}/base` }), /le compte ou son mot de passe est refusé/],
    ['a server of something else', () => ({ app: `postgresql://app:secret@127.0.0.1:${ports.talking}/base` }), /la connexion a été coupée/],
    ['a missing database', () => ({ app: other(database.appUrl, (url) => { url.pathname = '/secret_base'; }), owner: other(database.ownerUrl, (url) => { url.pathname = '/secret_base'; }) }), /le serveur n’a pas de base de ce nom/],
    ['an account that the server does not know', () => ({ app: other(database.appUrl, (url) => { url.username = 'secret_account'; }), owner: database.ownerUrl }), /le compte ou son mot de passe est refusé/],
    ['an owner who may create nothing', () => ({ app: process.env['ANCRAGE_TEST_APP_URL'] ?? '' }), /n’a pas les droits qu’il faut pour préparer la base/],
    ['an owner without the owner’s rights', () => ({ app: database.appUrl, owner: database.appUrl }), /n’a pas les droits qu’il faut pour préparer la base/],
    ['two databases', () => ({ app: other(database.appUrl, (url) => { url.pathname = '/postgres'; }), owner: database.ownerUrl }), /ne mènent pas à la même base/],
  ])('%s', async (_name, given, sentence) => {
    const { app, owner = app } = given();
    const opened = await openApp({ environment: { LOG_LEVEL: 'silent', DATABASE_URL: app, DATABASE_OWNER_URL: owner }, report: () => {} });
    if (opened.ok) await opened.value.close();
    const said = opened.ok ? undefined : explain(opened.error);
    expect(said?.sentence).toMatch(sentence);
    expect(said?.sentence).not.toMatch(/secret|\n/);
    expect(said?.exitCode).toBe(3);
  });

  test('on standard error, and nothing else', () => {
    const url = 'postgresql://app:secret@127.0.0.1:1/base';
    const run = spawnSync(process.execPath, ['--disable-warning=ExperimentalWarning', join(root, 'src/cli/main.ts'), 'sources'], {
      encoding: 'utf8', env: { ...process.env, LOG_LEVEL: 'silent', DATABASE_URL: url, DATABASE_OWNER_URL: url },
    });
    expect([run.status, run.stdout, run.stderr]).toEqual([3, '', 'La base de données ne répond pas : aucun serveur n’écoute à cette adresse. Vérifiez DATABASE_URL et DATABASE_OWNER_URL.\n']);
  });
});
