import { createContext, use } from 'react';
import type { Role } from '../../platform/permission/matrix.ts';
import type { Territory } from '../../territory/index.ts';
import type { Legal } from '../legal.ts';

/** Who is signed in, as the header says it. */
export interface ShellAccount {
  /** Null for who acts for nobody any more, and may still reach their account and leave. */
  roleId: Role | null;
  role: string | null;
  /** For which one acts; null for one's own file. */
  organisation: string | null;
  /** Whether one may also act for another. */
  several: boolean;
}

/** What every page shows around its content, whatever the page, errors included. */
export interface Shell {
  territory: Pick<Territory, 'code' | 'name' | 'colours'>;
  /** Address of the site, for links that must be absolute; null where it is not sure. */
  origin: string | null;
  version: string;
  legal: Legal;
  requestId: string;
  signedIn: ShellAccount | null;
  /** Whether this is a demonstration, where all that is of people is invented. */
  demo: boolean;
  /** Whether mail stays here, on a page, instead of leaving. */
  outbox: boolean;
  /** Whether a form was sent to this page and it answers: a link to it would lose what it holds. */
  answersForm: boolean;
  nonce: string;
  /** Address of the enhancement script. */
  script: string;
  /** Whether the page goes to a file: nothing on it may ask the server. */
  asFile: boolean;
}

export const ShellContext = createContext<Shell | null>(null);

export function useShell(): Shell {
  const shell = use(ShellContext);
  if (!shell) throw new Error('pages are rendered inside the shell');
  return shell;
}
