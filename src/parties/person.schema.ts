import { z } from 'zod';
import { line, maybeCommune, maybeDay, maybeEmail, maybePhone, paragraph, ticked, uuid } from './text.schema.ts';

export const languages = ['fr', 'en', 'de'] as const;

/** What a file keeps of who a person is: no more than what following her housing takes. */
const identity = {
  givenName: line(100),
  familyName: line(100),
  birthDate: maybeDay,
  email: maybeEmail,
  phone: maybePhone,
  commune: maybeCommune,
  language: z.enum(languages, 'choose').default('fr'),
};

const people = (least: number, otherwise: number) => z.coerce.number('number').int('number').min(least, 'number').max(20, 'number').default(otherwise);
const household = { adults: people(1, 1), children: people(0, 0) };

export const newPerson = z.object({
  ...identity, ...household,
  /** She joins the household of somebody followed already. */
  householdId: z.union([z.literal(''), uuid]).optional().transform((id) => id || null),
  demonstration: z.boolean().default(false),
});

export const changedPerson = z.object({ id: uuid, ...identity });
export const changedHousehold = z.object({ personId: uuid, ...household });
export const closedPerson = z.object({ id: uuid, reason: z.enum(['housed', 'withdrawn', 'unreachable', 'other'], 'choose') });
export const onePerson = z.object({ id: uuid });

export const personStates = ['open', 'closed'] as const;
export type PersonState = (typeof personStates)[number];

/** A page of the list: after or before the person whose id it names. */
export const personPage = z.object({
  state: z.enum(personStates, 'choose').default('open'),
  after: uuid.optional(),
  before: uuid.optional(),
  most: z.coerce.number().int().min(1).max(200).default(50),
});

export const personQuery = z.object({ words: line(100), most: z.coerce.number().int().min(1).max(100).default(50) });

export const consentPurposes = ['shareWithLandlord', 'shareWithAssociation', 'contactByPhone', 'survey'] as const;
export type ConsentPurpose = (typeof consentPurposes)[number];

/** `wording`: the very text that the person had before her eyes. */
export const newConsent = z.object({ personId: uuid, purpose: z.enum(consentPurposes, 'choose'), wording: line(1_000) });
export const withdrawnConsent = z.object({ personId: uuid, id: uuid });

export const newNote = z.object({
  personId: uuid,
  text: paragraph(2_000),
  compartment: z.union([z.literal(''), z.literal('socialSupport')], 'choose').optional().transform((name) => name || null),
  /** The writer was told what the text seems to speak of, and keeps it. */
  confirmed: ticked,
});

/** For lists: who, where, since when. */
export interface PersonLine {
  id: string;
  familyName: string;
  givenName: string;
  commune: string | null;
  lastContactOn: string;
  closedOn: string | null;
  custodianId: string;
  demonstration: boolean;
}

export interface Person extends PersonLine {
  householdId: string | null;
  birthDate: string | null;
  email: string | null;
  phone: string | null;
  language: string;
  createdAt: Date;
}

