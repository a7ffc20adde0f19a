import { createContext } from 'react-router';
import type { App } from '../composition.ts';
import type { Legal } from './legal.ts';
import type { Visit } from './visit.ts';

/** What belongs to one request, beside the open house. */
export interface WebRequest {
  id: string;
  /** Lets this page's own script and style pass the content security policy. */
  nonce: string;
  legal: Legal;
  version: string;
  /** The site’s address, where it is sure. */
  origin: string | null;
  /** For the site made of files: no search, no account, no other language. */
  asFile?: boolean;
}

/** The open house, for loaders: `context.get(appContext)`. */
export const appContext = createContext<App>();

export const requestContext = createContext<WebRequest>();

/** Who asks for the page. */
export const visitContext = createContext<Visit>();
