import { createHash } from 'node:crypto';
import { join } from 'node:path';
import type { Identity } from './identity.ts';

/** Where everything of one embedded server stands. */
export interface Places {
  /** Folder of all that follows but the socket. */
  home: string;
  /** PostgreSQL's own data directory. */
  dataDirectory: string;
  logFile: string;
  lockFolder: string;
  membersFolder: string;
  /** Folder of the binaries: the package's own, or a copy that the server's account can reach. */
  binaries: string;
  socketFolder: string;
}

/** What a folder's rights say. */
export interface Rights {
  uid: number;
  gid: number;
  mode: number;
}

/** Major version of the binaries: part of the data directory's name, so that an upgrade never opens old files. */
export const serverMajor = '18';

/** A unix socket's path holds at most 107 bytes, with PostgreSQL's `/.s.PGSQL.5432` at the end. */
export const longestSocketFolder = 107 - '/.s.PGSQL.5432'.length;

/** Whether an account may pass through a folder. */
export function mayEnter(rights: Rights, account: Identity): boolean {
  if (account.uid === 0) return true;
  if (rights.uid === account.uid) return (rights.mode & 0o100) !== 0;
  if (rights.gid === account.gid) return (rights.mode & 0o010) !== 0;
  return (rights.mode & 0o001) !== 0;
}

/** Binaries and data move together when the server's account cannot pass through every folder that leads to them. */
export const mustRelocate = (leading: readonly Rights[], account: Identity): boolean => !leading.every((rights) => mayEnter(rights, account));

export const shortHash = (text: string): string => createHash('sha256').update(text).digest('hex').slice(0, 12);

export const relocatedHome = (relocationRoot: string, dataFolder: string): string => join(relocationRoot, shortHash(dataFolder));

/** Names every place. The socket's folder is short whatever the project's path, and one per data folder and account. */
export function placesIn(home: string, binaries: string, account: Identity): Places {
  return {
    home,
    dataDirectory: join(home, `postgres-${serverMajor}`),
    logFile: join(home, 'log', 'postgres.log'),
    lockFolder: join(home, 'run', 'lock'),
    membersFolder: join(home, 'run', 'members'),
    binaries,
    socketFolder: `/tmp/ancrage-${shortHash(home)}-${account.uid}`,
  };
}
