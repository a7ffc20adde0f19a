import type { Request as ExpressRequest } from 'express';
import type { App } from '../composition.ts';
import { currentSession, type Current, type IdentityHouse, type Visitor } from '../platform/identity/index.ts';
import { readCookies } from './cookies.ts';

/** Who asks for a page, as its cookies tell. */
export interface Visit {
  /** The page's own address on this site. */
  path: string;
  visitor: Visitor;
  /** The session as the database has it at this request, whatever its stage. */
  current: Current | undefined;
}

export const identityHouse = ({ db, clock, secret, territory, demo }: App): IdentityHouse => ({ db, clock, secret, territory: territory.code, demo });

/** Reads the browser's cookies, and the session behind them from the database. */
export async function readVisit(app: App, request: ExpressRequest): Promise<Visit> {
  const { session, device } = await readCookies(app.config, request.get('cookie'));
  return {
    path: request.method === 'GET' ? request.originalUrl : request.path,
    visitor: { ip: request.ip ?? '', userAgent: request.get('user-agent') ?? '', device },
    current: session === undefined ? undefined : await currentSession(identityHouse(app), session),
  };
}
