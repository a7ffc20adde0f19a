import { chmodSync, existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { settle, usualRelocationRoot } from '../../src/platform/database/embedded/places.ts';

const projectRoot = resolve(import.meta.dirname, '../..');

/** Where the server of a data folder really lives: elsewhere when this checkout stands where only root may go. */
export const homeOf = (dataFolder: string): string => settle(dataFolder, projectRoot, usualRelocationRoot).places.home;

/** A folder of its own for a test's database; as root, the server's other account must be able to pass through it. */
export function scratchFolder(): { folder: string; remove(): void } {
  const folder = mkdtempSync(join(tmpdir(), 'ancrage-test-'));
  chmodSync(folder, 0o755);
  const remove = (): void => {
    for (const data of [folder, join(folder, 'data')]) {
      if (existsSync(data)) rmSync(homeOf(data), { recursive: true, force: true });
    }
    rmSync(folder, { recursive: true, force: true });
  };
  return { folder, remove };
}
