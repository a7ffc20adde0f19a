import { staffRoles, type Role } from '../permission/matrix.ts';

const minute = 60_000;
const hour = 60 * minute;
const day = 24 * hour;

/** How long a session lasts without a request, and at most. Who sees people's data signs in each day. */
const lifetimes = {
  secondFactor: { idle: 10 * minute, most: 10 * minute },
  staff: { idle: 2 * hour, most: 12 * hour },
  employee: { idle: 7 * day, most: 30 * day },
} as const;

export type Stage = 'secondFactor' | 'open';

export const isStaff = (roles: readonly Role[]): boolean => roles.some((role) => staffRoles.includes(role));

const lifetime = (stage: Stage, roles: readonly Role[]) => lifetimes[stage === 'secondFactor' ? stage : isStaff(roles) ? 'staff' : 'employee'];

/** The longest that a session begun at `from` may last. */
export const expiryFrom = (from: Date, stage: Stage, roles: readonly Role[]): Date => new Date(from.getTime() + lifetime(stage, roles).most);

/** Judged with the roles of today: who became staff since is held to staff's limits. */
export function isOver(session: { stage: Stage; createdAt: Date; lastSeenAt: Date; expiresAt: Date }, roles: readonly Role[], now: Date): boolean {
  const { idle, most } = lifetime(session.stage, roles);
  return now >= session.expiresAt || now.getTime() >= session.createdAt.getTime() + most || now.getTime() >= session.lastSeenAt.getTime() + idle;
}

/** A reader of many pages writes to the database once a minute at most. */
export const isWorthNoting = (lastSeenAt: Date, now: Date): boolean => now.getTime() - lastSeenAt.getTime() >= minute;

/** What still stands between a proven first factor and the house. */
export type Missing = 'code' | 'enrolment' | undefined;

/**
 * A second factor that exists is always asked; staff must have one. A demonstration account has neither password nor
 * second factor: it opens only where demonstration is on.
 */
export function missingFactor(account: { hasSecondFactor: boolean; demonstration: boolean; roles: readonly Role[] }, stage: Stage): Missing {
  if (account.demonstration) return undefined;
  if (account.hasSecondFactor) return stage === 'open' ? undefined : 'code';
  return isStaff(account.roles) ? 'enrolment' : undefined;
}

const browsers = [['Edg', 'Edge'], ['OPR', 'Opera'], ['SamsungBrowser', 'Samsung Internet'], ['Firefox', 'Firefox'], ['FxiOS', 'Firefox'], ['Chrome', 'Chrome'], ['CriOS', 'Chrome'], ['Safari', 'Safari']] as const;
const systems = [['Android', 'Android'], ['iPhone', 'iPhone'], ['iPad', 'iPad'], ['Windows', 'Windows'], ['Mac OS X', 'macOS'], ['CrOS', 'ChromeOS'], ['Linux', 'Linux']] as const;

const named = (names: readonly (readonly [string, string])[], text: string): string | undefined => names.find(([sign]) => text.includes(sign))?.[1];

/** `Firefox, Windows`: enough for its owner to know a device, and no more is kept. */
export const deviceName = (userAgent: string): string => [named(browsers, userAgent), named(systems, userAgent)].filter((name) => name !== undefined).join(', ');
