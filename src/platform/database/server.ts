import { success, type Result } from '../result.ts';
import type { Config } from '../config.ts';
import { joinEmbeddedServer, type EmbeddedFailure, type EmbeddedStep, type JoinedServer } from './embedded/index.ts';

export type ServerFailure = EmbeddedFailure;
export type ServerStep = EmbeddedStep;

/** The PostgreSQL that the configuration names, else the embedded one of the data folder. */
export async function joinServer(
  config: Pick<Config, 'DATABASE_URL' | 'DATABASE_OWNER_URL' | 'ANCRAGE_DATA'>,
  options: { projectRoot: string; report?: (step: ServerStep) => void },
): Promise<Result<JoinedServer, ServerFailure>> {
  const { DATABASE_URL: appUrl, DATABASE_OWNER_URL: ownerUrl } = config;
  if (appUrl && ownerUrl) return success({ appUrl, ownerUrl, leave: () => Promise.resolve() });
  return joinEmbeddedServer({ dataFolder: config.ANCRAGE_DATA, ...options });
}
