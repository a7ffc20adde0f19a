import { readFileSync, statSync } from 'node:fs';
import { EmbeddedError } from './failures.ts';

/** The account that postgres runs as. */
export interface Identity {
  uid: number;
  gid: number;
}

export const isRoot = (): boolean => process.getuid?.() === 0;

/**
 * PostgreSQL refuses to run as root: there, the owner of existing data, else the account of least rights that the
 * machine has. Elsewhere, ourselves.
 */
export function serverIdentity(dataDirectory: string): Identity {
  if (!isRoot()) return { uid: process.getuid?.() ?? 0, gid: process.getgid?.() ?? 0 };
  const owner = statSync(dataDirectory, { throwIfNoEntry: false });
  if (owner && owner.uid !== 0) return { uid: owner.uid, gid: owner.gid };
  const account = leastAccount(readFileSync('/etc/passwd', 'utf8'));
  if (!account) throw new EmbeddedError({ code: 'server.noUidToRunAs' });
  return account;
}

/** `initdb` wants an account with a name: `nobody` by its usual number, else by name, else `postgres`. */
export function leastAccount(passwd: string): Identity | undefined {
  const accounts = passwd.split('\n').map((line) => line.split(':'))
    .map(([name, , uid, gid]) => ({ name, uid: Number(uid), gid: Number(gid) }))
    .filter((account) => account.uid > 0 && Number.isInteger(account.gid));
  const found = accounts.find((account) => account.uid === 65534)
    ?? accounts.find((account) => account.name === 'nobody')
    ?? accounts.find((account) => account.name === 'postgres');
  return found && { uid: found.uid, gid: found.gid };
}

/** Options for `spawn`: another account only when we may change it. */
export const spawnAs = (identity: Identity): Partial<Identity> => (isRoot() ? identity : {});
