import { data, redirect, type RouterContextProvider } from 'react-router';
import type { Account, Current, Membership } from '../platform/identity/index.ts';
import type { Actor } from '../platform/permission/actor.ts';
import type { Permission } from '../platform/permission/matrix.ts';
import { scopeOf } from '../platform/permission/permission.rules.ts';
import { languageOfPath, pathIn } from './language.ts';
import { visitContext } from './request.ts';
import { withReturn } from './return-path.rules.ts';

/** Who is signed in, and as whom they act. */
export interface SignedIn {
  account: Pick<Account, 'id' | 'name' | 'email' | 'demonstration'>;
  actor: Actor;
  memberships: readonly Membership[];
  sessionId: string;
}

type Context = Readonly<RouterContextProvider>;

/** Where one has to go before anything else; undefined when the session is whole. */
const nextStep = (current: Current): string | undefined =>
  current.missing === 'code' ? '/connexion/code' : current.missing === 'enrolment' ? '/connexion/double-facteur' : current.actor ? undefined : '/espace/choix';

/** Who is signed in; null for everybody else, and for who still owes the second factor or a choice. */
export function sessionOf(context: Context): SignedIn | null {
  const { current } = context.get(visitContext);
  if (!current || !current.actor || current.missing) return null;
  const { id, name, email, demonstration, memberships } = current.account;
  return { account: { id, name, email, demonstration }, actor: current.actor, memberships, sessionId: current.sessionId };
}

/** Who is signed in; everybody else is sent to what they still owe, and comes back here after it. */
export function require(context: Context): SignedIn {
  const session = sessionOf(context);
  if (session) return session;
  const { path, current } = context.get(visitContext);
  throw redirect(withReturn(pathIn(languageOfPath(path), (current && nextStep(current)) ?? '/connexion'), path));
}

/** Who is signed in and may do it by their role; the page says no to the others. */
export function demand(context: Context, permission: Permission): SignedIn {
  const session = require(context);
  if (!scopeOf(session.actor.role, permission)) throw data(null, { status: 403 });
  return session;
}

/** A session whose both factors are proven, even of somebody who acts for nobody yet: one's account is always one's own. */
export function requireAccount(context: Context): Current {
  const { path, current } = context.get(visitContext);
  if (current && !current.missing) return current;
  throw redirect(withReturn(pathIn(languageOfPath(path), (current && nextStep(current)) ?? '/connexion'), path));
}

/** A session of which exactly this is missing. */
export function owing(context: Context, missing: NonNullable<Current['missing']>): Current | undefined {
  const { current } = context.get(visitContext);
  return current?.missing === missing ? current : undefined;
}
