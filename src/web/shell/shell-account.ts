import type { RouterContextProvider } from 'react-router';
import { roleNames } from '../../platform/permission/permission.text.ts';
import { visitContext } from '../request.ts';
import { sessionOf } from '../session.ts';
import type { ShellAccount } from './shell-context.ts';

/** What the header says of who is signed in. */
export function shellAccount(context: Readonly<RouterContextProvider>): ShellAccount | null {
  const session = sessionOf(context);
  const { current } = context.get(visitContext);
  if (!session) return current && !current.missing ? { roleId: null, role: null, several: false, organisation: null } : null;
  const { actor, memberships } = session;
  const ownSpace = current?.account.personId ? 1 : 0;
  return {
    roleId: actor.role, role: roleNames[actor.role], several: memberships.length + ownSpace > 1,
    organisation: memberships.find(({ organisation }) => organisation.id === actor.organisationId)?.organisation.name ?? null,
  };
}
