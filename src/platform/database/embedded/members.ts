import { readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { isOwnerAlive, ownerName } from '../../../../bootstrap/owner.mjs';

// Who uses the server: one empty file each, named by its process. Only touched under the lock.

let count = 0;

/** Adds this process; returns its name among the members. One process may join several times. */
export function addMember(folder: string): string {
  const name = `${ownerName()}-${count++}`;
  writeFileSync(join(folder, name), '');
  return name;
}

export const removeMember = (folder: string, name: string): void => rmSync(join(folder, name), { force: true });

/** The members whose process lives; the files of dead ones are removed. */
export function sweepMembers(folder: string): string[] {
  return readdirSync(folder).filter((name) => {
    if (isOwnerAlive(name)) return true;
    rmSync(join(folder, name), { force: true });
    return false;
  });
}
