import { z } from 'zod';
import { roles, type Role } from '../platform/permission/matrix.ts';
import { email, uuid } from './text.schema.ts';

/** `origin`: the site's own address, for the link in the mail. */
const origin = z.url();

export const newInvitation = z.object({ organisationId: uuid, email, role: z.enum(roles, 'choose'), origin });
export const personInvitation = z.object({ personId: uuid, origin });
export const oneInvitation = z.object({ organisationId: uuid, id: uuid });

/** `successorId`: a membership of the same organisation, whose holder takes the role over. */
export const endedMembership = z.object({ organisationId: uuid, id: uuid, successorId: z.union([z.literal(''), uuid]).optional().transform((id) => id || null) });

export interface Member {
  id: string;
  accountId: string;
  name: string;
  email: string;
  role: Role;
  since: Date;
  endedAt: Date | null;
  /** Since when the account opens nothing. */
  disabledAt: Date | null;
}
