import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import type { ServerBuild } from 'react-router';
import type * as entryServer from './entry.server.tsx';

export const project = fileURLToPath(new URL('../../', import.meta.url));

/** The pages as they were built. */
export async function loadBuild(): Promise<ServerBuild> {
  const file = join(project, 'build', 'server', 'index.js');
  if (!existsSync(file)) throw new Error('The pages are not built: run `npm run build`.');
  return (await import(pathToFileURL(file).href)) as ServerBuild;
}

export const entryOf = (build: ServerBuild): typeof entryServer => build.entry.module as unknown as typeof entryServer;
