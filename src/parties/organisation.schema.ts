import { z } from 'zod';
import { organisationKinds, type OrganisationKind } from '../platform/permission/matrix.ts';
import { day, line, maybeCommune, maybeDay, maybeEmail, maybeLine, maybePhone, maybeSiren, siret, uuid } from './text.schema.ts';

/** It stands in the mails of the house: an address in it would pass for ours. */
const name = line(200).refine((text) => !/:\/\/|\bwww\./i.test(text), 'link');

export const newOrganisation = z.object({
  kind: z.enum(organisationKinds, 'choose'), name, siren: maybeSiren, commune: maybeCommune, demonstration: z.boolean().default(false),
}).superRefine(({ kind, siren, commune }, context) => {
  // An employer is known by its SIREN; a commune by its code, which is the scope of its officials.
  if (kind === 'employer' && siren === null) context.addIssue({ code: 'custom', path: ['siren'], message: 'required' });
  if (kind === 'commune' && commune === null) context.addIssue({ code: 'custom', path: ['commune'], message: 'required' });
});

export const changedOrganisation = z.object({ id: uuid, name });
export const oneOrganisation = z.object({ id: uuid });

export const organisationStates = ['open', 'closed'] as const;
export type OrganisationState = (typeof organisationStates)[number];

export const organisationPage = z.object({
  state: z.enum(organisationStates).default('open'),
  kind: z.union([z.literal(''), z.enum(organisationKinds, 'choose')]).optional().transform((kind) => kind || null),
  words: maybeLine(100),
  after: uuid.optional(),
  most: z.coerce.number().int().min(1).max(200).default(50),
});

const place = { name: maybeLine(200), commune: maybeCommune, address: maybeLine(300) };

export const newEstablishment = z.object({ organisationId: uuid, siret, ...place, openedOn: day });
export const closedEstablishment = z.object({ organisationId: uuid, id: uuid, closedOn: day });
/** A firm that moves gets a new SIRET: the former establishment ends the day the next begins. */
export const movedEstablishment = z.object({ organisationId: uuid, id: uuid, siret, commune: maybeCommune, address: maybeLine(300), movedOn: day });

const contact = { name: line(200), function: maybeLine(200), email: maybeEmail, phone: maybePhone, source: line(200) };

export const newContact = z.object({ organisationId: uuid, ...contact, checkedOn: maybeDay });
export const changedContact = z.object({ organisationId: uuid, id: uuid, ...contact });
export const oneContact = z.object({ organisationId: uuid, id: uuid });

export interface Organisation {
  id: string;
  kind: OrganisationKind;
  name: string;
  siren: string | null;
  commune: string | null;
  createdAt: Date;
  closedOn: string | null;
  demonstration: boolean;
}

export interface Establishment {
  id: string;
  siret: string;
  name: string | null;
  commune: string | null;
  address: string | null;
  openedOn: string | null;
  closedOn: string | null;
  movedFrom: string | null;
}

export interface Contact {
  id: string;
  name: string;
  function: string;
  email: string | null;
  phone: string | null;
  source: string;
  checkedOn: string;
  optedOutAt: Date | null;
}
