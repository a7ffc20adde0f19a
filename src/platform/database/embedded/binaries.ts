import { chmodSync, cpSync, existsSync, lstatSync, readdirSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';

export const binariesVersion = (shipped: string): string =>
  (JSON.parse(readFileSync(join(dirname(shipped), 'package.json'), 'utf8')) as { version: string }).version;

/** Whether a copy holds every file of the package, at its size. */
export const isWholeCopy = (target: string, shipped: string): boolean => existsSync(target) && contents(target) === contents(shipped);

/** Copies the binaries to where the server's account can reach them; the copy gets its name when it is whole. */
export function copyBinaries(shipped: string, target: string): void {
  const home = dirname(target);
  for (const name of readdirSync(home)) {
    if (name.startsWith('binaries-')) rmSync(join(home, name), { recursive: true, force: true });
  }
  const partial = `${target}.partial`;
  cpSync(shipped, partial, { recursive: true, verbatimSymlinks: true });
  openTree(partial);
  renameSync(partial, target);
}

function contents(folder: string): string {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' }).toSorted()
    .map((name) => {
      const found = lstatSync(join(folder, name));
      return found.isFile() ? `${name} ${found.size}` : name;
    })
    .join('\n');
}

/** Readable by all, whatever the umask of the install. */
function openTree(folder: string): void {
  chmodSync(folder, 0o755);
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) openTree(path);
    else if (entry.isFile()) chmodSync(path, (lstatSync(path).mode & 0o111) !== 0 ? 0o755 : 0o644);
  }
}
