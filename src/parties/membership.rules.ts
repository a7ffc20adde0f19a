import type { Role } from '../platform/permission/matrix.ts';

/** Roles without which nobody could let anybody in any more. */
const keyHolders: readonly Role[] = ['organisationManager', 'territoryAdmin'];

/**
 * Whether ending a membership would leave its organisation without anybody to manage its access. The territory's
 * administrator can still let somebody in, so may end an organisation's last manager, but not the last administrator.
 */
export const leavesNobody = (ender: Role, ending: { id: string; role: Role }, current: readonly { id: string; role: Role }[]): boolean =>
  keyHolders.includes(ending.role)
  && !(ender === 'territoryAdmin' && ending.role === 'organisationManager')
  && !current.some((other) => other.id !== ending.id && other.role === ending.role);

export type InvitationState = 'pending' | 'accepted' | 'revoked' | 'expired';

export const invitationState = (invitation: { expiresAt: Date; acceptedAt: Date | null; revokedAt: Date | null }, now: Date): InvitationState => {
  if (invitation.acceptedAt) return 'accepted';
  if (invitation.revokedAt) return 'revoked';
  return invitation.expiresAt <= now ? 'expired' : 'pending';
};

const validDays = 7;

export const invitationExpiry = (now: Date): Date => new Date(now.getTime() + validDays * 86_400_000);
