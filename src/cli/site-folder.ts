import { existsSync, lstatSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';

/** Names every file that we wrote in a site, so that replacing it deletes these and nothing else. */
export const manifestName = '.ancrage-site.json';
const manifest = z.object({ files: z.array(z.string()) });

export const manifestOf = (files: readonly string[]): string => `${JSON.stringify({ files: files.toSorted() }, null, 1)}\n`;

export type Standing =
  /** `kept`: what a host or a person put beside the site, and finds again. */
  | { kind: 'replaceable'; kept: readonly string[] }
  | { kind: 'notOurs' }
  | { kind: 'strangers'; paths: readonly string[] };

/** What stands where a site would be written: an empty folder or a site of ours may be replaced. */
export function standingAt(folder: string): Standing {
  if (!statSync(folder).isDirectory()) return { kind: 'notOurs' };
  const names = readdirSync(folder);
  if (names.length === 0) return { kind: 'replaceable', kept: [] };
  const ours = filesIn(join(folder, manifestName));
  if (!ours) return { kind: 'notOurs' };
  const kept = names.filter((name) => isKept(name));
  const strangers = names.filter((name) => !isKept(name) && name !== manifestName).flatMap((name) => filesUnder(folder, name)).filter((path) => !ours.has(path));
  return strangers.length > 0 ? { kind: 'strangers', paths: strangers } : { kind: 'replaceable', kept };
}

/** `.git`, `.nojekyll`, `.well-known`, and the file in which hosts of pages read a site's own name. */
const isKept = (name: string): boolean => name !== manifestName && (name.startsWith('.') || name === 'CNAME');

function filesIn(path: string): ReadonlySet<string> | undefined {
  try {
    return new Set(manifest.parse(JSON.parse(readFileSync(path, 'utf8'))).files);
  } catch {
    return undefined;
  }
}

/** A link is a file: what it leads to is not looked at. */
function filesUnder(folder: string, path: string): string[] {
  if (!lstatSync(join(folder, path)).isDirectory()) return [path];
  return readdirSync(join(folder, path)).flatMap((one) => filesUnder(folder, `${path}/${one}`));
}

/** Puts a whole new site in a folder's place, with what is kept of it. What failed is put back; nothing is deleted before all stands. */
export async function takePlace(made: string, folder: string, kept: readonly string[]): Promise<void> {
  if (!existsSync(folder)) return rename(made, folder);
  const former = `${made}.old`;
  await rename(folder, former);
  try {
    for (const name of kept) await rename(join(former, name), join(made, name));
    await rename(made, folder);
  } catch (error) {
    for (const name of kept) if (existsSync(join(made, name))) await rename(join(made, name), join(former, name));
    await rename(former, folder);
    throw error;
  }
  await rm(former, { recursive: true, force: true });
}
