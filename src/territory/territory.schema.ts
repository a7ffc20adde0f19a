import { z } from 'zod';

export const communeCode = z.string().regex(/^(\d{2}|2[AB])\d{3}$/);
export const intercommunalityCode = z.string().regex(/^\d{9}$/);

const zoning = <const Zones extends readonly [string, ...string[]]>(zones: Zones) => z.strictObject({
  /** First day that these zones are in force. */
  since: z.iso.date(),
  source: z.string().min(1),
  communes: z.partialRecord(z.enum(zones), z.array(communeCode)),
});

const phone = z.string().regex(/^(?:\+\d(?: ?\d){7,14}|0[1-9](?:[ .]?\d\d){4}|0 ?8\d\d ?\d{3} ?\d{3}|[13]\d ?\d\d)$/, 'un numéro comme « 03 53 01 23 45 » ou « +33 3 53 01 23 45 »');

/** Whom a person may talk to about a result: a service, and at least one way to reach it. */
const contact = z.strictObject({
  service: z.string().min(1),
  phone: phone.optional(),
  email: z.email().optional(),
  page: z.url({ protocol: /^https$/ }).optional(),
  /** Invented to show the software: marked, and shown by a demonstration alone. */
  demonstration: z.boolean().default(false),
}).refine((one) => one.phone ?? one.email ?? one.page, 'phone, email ou page : au moins un moyen de joindre le service');

/** `territories/<name>/territory.yaml`: what a territory adds to its bare code. */
export const territoryFileSchema = z.strictObject({
  code: intercommunalityCode,
  /** The name people use, when it is not the official list's. */
  name: z.string().min(1),
  /** For sentences: "de l'Eurométropole de Metz". */
  nameWithOf: z.string().min(1),
  /** Communes that joined (or left) on 1 January of a year, back from the current official list. */
  changes: z.array(z.strictObject({
    year: z.int().min(2000),
    joined: z.array(communeCode).default([]),
    left: z.array(communeCode).default([]),
    source: z.string().min(1),
  })).default([]),
  /** Indicators of its own, whose figures a file of the generic layout brings (docs/fichier-indicateur.md). */
  indicators: z.array(z.strictObject({
    id: z.string().regex(/^local\.[A-Za-z][A-Za-z0-9.]{0,60}$/, 'un nom qui commence par « local. »'),
    label: z.string().min(1),
    definition: z.string().min(1),
    source: z.string().min(1),
    unit: z.enum(['persons', 'households', 'dwellings', 'eurosPerYear', 'eurosPerM2', 'fraction', 'ratio', 'perHundred', 'count']),
    digits: z.int().min(0).max(3).default(0),
    direction: z.enum(['up', 'down', 'neutral']).default('neutral'),
    /** `commune`: one figure a commune, summed where it is a count; `intercommunality`: one for the whole. */
    grain: z.enum(['commune', 'intercommunality']),
  })).default([]),
  /** Zones on which aids and ceilings depend; a commune that stands in none is asked for its own. */
  zones: z.strictObject({
    abc: zoning(['A bis', 'A', 'B1', 'B2', 'C']).optional(),
    apl: zoning(['zone 1', 'zone 2', 'zone 3']).optional(),
  }).default({}),
  contact: contact.optional(),
  colours: z.strictObject({ structure: z.string().regex(/^#[0-9a-f]{6}$/), accent: z.string().regex(/^#[0-9a-f]{6}$/) }).optional(),
});

export type TerritoryFile = z.infer<typeof territoryFileSchema>;

export type TerritoryContact = z.infer<typeof contact>;

export type TerritoryIndicator = TerritoryFile['indicators'][number];

export interface Commune {
  code: string;
  name: string;
}

/** The communes that a territory had on 1 January of `year`. */
export interface Perimeter {
  year: number;
  communes: readonly string[];
  /** False where only the current list is known: the figure is then labelled with it. */
  datedByFile: boolean;
}

export interface Territory {
  code: string;
  name: string;
  nameWithOf: string;
  /** Every commune that the territory has or had in a perimeter that its file knows, by code. */
  communes: ReadonlyMap<string, Commune>;
  /** Year of the official list that gives the current perimeter. */
  listYear: number;
  changes: TerritoryFile['changes'];
  zones: TerritoryFile['zones'];
  currentCommunes: readonly string[];
  contact: TerritoryContact | undefined;
  colours: TerritoryFile['colours'];
  indicators: TerritoryFile['indicators'];
  /** Folder in `territories/` with its files (convention, figures, centroids), when it has one. */
  folder: string | undefined;
}
