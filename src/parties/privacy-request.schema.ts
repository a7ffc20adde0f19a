import { z } from 'zod';
import { requestKinds, type RequestKind } from '../platform/privacy/request.text.ts';
import { carriesNir } from '../platform/nir.rules.ts';
import { paragraph, ticked, uuid } from './text.schema.ts';

const text = (longest: number) => paragraph(longest).refine((given) => !carriesNir(given), 'nir');

export const newPrivacyRequest = z.object({
  kind: z.enum(requestKinds, 'choose'),
  detail: z.union([z.literal(''), text(2_000)], 'nir').default(''),
  /** For whom, when the officer notes a request that came by letter. */
  personId: uuid.optional(),
});

export const privacyRequestPage = z.object({ state: z.enum(['open', 'answered']).default('open'), before: z.coerce.number().int().min(0).max(100_000).default(0) });
export const onePrivacyRequest = z.object({ id: uuid });
export const answeredRequest = z.object({ id: uuid, outcome: text(4_000) });
export const erasingRequest = z.object({ id: uuid, confirmed: ticked });
/** The officer names the request that she answers; an employee asks for herself. */
export const askedCopy = z.object({ requestId: uuid.optional() });

export interface PrivacyRequest {
  id: string;
  personId: string;
  personName: string | null;
  /** The file behind it is erased already. */
  erased: boolean;
  kind: RequestKind;
  detail: string;
  askedAt: Date;
  dueOn: string;
  answeredAt: Date | null;
  outcome: string | null;
}
