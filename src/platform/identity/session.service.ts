import type { Tx } from '../database/database.ts';
import type { Actor } from '../permission/actor.ts';
import { accountStore, isId, rolesOf, type Account, type Membership } from './account.store.ts';
import { deviceStore } from './device.store.ts';
import { throughDoor, traceOwn, type IdentityHouse } from './identity-door.ts';
import { newToken } from './random.ts';
import { deviceName, expiryFrom, isOver, isWorthNoting, missingFactor, type Missing, type Stage } from './session.rules.ts';
import { sessionStore } from './session.store.ts';

/** Who stands at the door: where from, with which browser. */
export interface Visitor {
  ip: string;
  userAgent: string;
  /** The browser's own token, from its cookie. */
  device: string | undefined;
}

/** What a browser gets when it signs in or passes a stage. */
export interface Entered {
  session: string;
  device: string;
  missing: Missing;
}

/** The session behind a cookie, as the database has it at this very request. */
export interface Current {
  sessionId: string;
  stage: Stage;
  account: Account;
  missing: Missing;
  /** As whom one acts; null until one has chosen among several organisations, or when no access is left. */
  actor: Actor | null;
}

/** For which of one's organisations one acts; `own` for one's own file. */
export function standing(account: Pick<Account, 'memberships' | 'personId'>, membershipId: string | null): Membership | 'own' | undefined {
  const chosen = account.memberships.find((membership) => membership.id === membershipId);
  // Somebody whose chosen access ended is not put under another hat in the middle of a form: they choose again.
  if (membershipId !== null) return chosen;
  if (account.personId) return 'own';
  return account.memberships.length === 1 ? account.memberships[0] : undefined;
}

export function actorOf(account: Account, membershipId: string | null, territory: string): Actor | null {
  const as = standing(account, membershipId);
  if (!as) return null;
  const nobodys = { accountId: account.id, territory, organisationId: null, commune: null, personId: null };
  return as === 'own'
    ? { ...nobodys, role: 'employee', personId: account.personId }
    : { ...nobodys, role: as.role, organisationId: as.organisation.id, commune: as.organisation.commune };
}

/** Reads a session anew: an ended one, a disabled account, an ended membership hold from the very next request. */
export const currentSession = (house: IdentityHouse, token: string): Promise<Current | undefined> =>
  throughDoor(house, async (tx) => {
    const now = house.clock.now();
    const session = await sessionStore(tx).byToken(token);
    const account = session && (await accountStore(tx, house.territory).byId(session.accountId));
    if (!account || (account.demonstration && !house.demo)) return undefined;
    const roles = rolesOf(account);
    if (isOver(session, roles, now)) return undefined;
    if (isWorthNoting(session.lastSeenAt, now)) await sessionStore(tx).seen(session.id, now);
    return {
      sessionId: session.id, stage: session.stage, account, missing: missingFactor({ ...account, roles }, session.stage),
      actor: actorOf(account, session.membershipId, house.territory),
    };
  });

/** Opens a session for an account whose first factor, or both, were proven. */
export async function enter(tx: Tx, house: IdentityHouse, account: Account, visitor: Visitor, proven: 'firstFactor' | 'both'): Promise<Entered> {
  const now = house.clock.now();
  const roles = rolesOf(account);
  const missing = missingFactor({ ...account, roles }, proven === 'both' ? 'open' : 'secondFactor');
  const stage = missing ? 'secondFactor' : 'open';
  const session = await sessionStore(tx).open({ accountId: account.id, stage, membershipId: null, device: deviceName(visitor.userAgent), at: now, expiresAt: expiryFrom(now, stage, roles) });
  const device = visitor.device ?? newToken();
  if (stage === 'open') await welcome(tx, house, account, device);
  return { session, device, missing };
}

/** The second factor was proven too: the same session, under a new token, is open. */
export async function passOn(tx: Tx, house: IdentityHouse, current: Current, visitor: Visitor): Promise<Entered> {
  const session = await sessionStore(tx).rotate(current.sessionId, { stage: 'open', expiresAt: expiryFrom(house.clock.now(), 'open', rolesOf(current.account)) });
  const device = visitor.device ?? newToken();
  if (current.stage !== 'open') await welcome(tx, house, current.account, device);
  return { session, device, missing: undefined };
}

async function welcome(tx: Tx, house: IdentityHouse, account: Account, device: string): Promise<void> {
  if (!account.demonstration) await deviceStore(tx).remember(account.id, device, house.clock.now());
  await traceOwn(tx, house, account, 'opened', { type: 'session.opened' });
}

export interface ListedSession {
  id: string;
  device: string;
  createdAt: Date;
  lastSeenAt: Date;
  /** The one that asks. */
  here: boolean;
}

/** The account's open sessions, the last used first. */
export const listSessions = (house: IdentityHouse, current: Current): Promise<ListedSession[]> =>
  throughDoor(house, async (tx) => {
    const now = house.clock.now();
    const all = await sessionStore(tx).ofAccount(current.account.id, now);
    return all.filter((one) => !isOver({ ...one, stage: 'open' }, rolesOf(current.account), now))
      .map(({ id, device, createdAt, lastSeenAt }) => ({ id, device, createdAt, lastSeenAt, here: id === current.sessionId }));
  });

/** Ends one of the account's own sessions; another's id ends nothing. */
export const endSession = (house: IdentityHouse, current: Current, id: string): Promise<void> =>
  throughDoor(house, async (tx) => {
    if (!isId(id)) return;
    await sessionStore(tx).end(id, current.account.id, house.clock.now());
    await traceOwn(tx, house, current.account, 'changed', { type: 'session.ended' });
  });

export const endOtherSessions = (house: IdentityHouse, current: Current): Promise<void> =>
  throughDoor(house, async (tx) => {
    await sessionStore(tx).endOthers(current.account.id, current.sessionId, house.clock.now());
    await traceOwn(tx, house, current.account, 'changed', { type: 'session.othersEnded' });
  });

/** Chooses for which organisation one acts, `null` for one's own file; false when it is not among one's own. */
export const actFor = (house: IdentityHouse, current: Current, membershipId: string | null): Promise<boolean> =>
  throughDoor(house, async (tx) => {
    const may = membershipId === null ? current.account.personId !== null : current.account.memberships.some(({ id }) => id === membershipId);
    if (may) await sessionStore(tx).actFor(current.sessionId, membershipId);
    return may;
  });
