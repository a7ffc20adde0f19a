import { createContext, use } from 'react';
import type { Territory } from '../../territory/index.ts';
import type { Legal } from '../legal.ts';

/** What every page shows around its content, whatever the page, errors included. */
export interface Shell {
  territory: Pick<Territory, 'code' | 'name' | 'colours'>;
  /** Address of the site, for links that must be absolute; null where it is not sure. */
  origin: string | null;
  version: string;
  legal: Legal;
  requestId: string;
  nonce: string;
  /** Address of the enhancement script. */
  script: string;
}

export const ShellContext = createContext<Shell | null>(null);

export function useShell(): Shell {
  const shell = use(ShellContext);
  if (!shell) throw new Error('pages are rendered inside the shell');
  return shell;
}
