import { z } from 'zod';
import type { WantedFile } from './wanted-files.ts';

const share = z.number().min(0).max(1);
const tenures = z.enum(['both', 'tenants', 'owners']);

/** What a scenario may change; a rate is a fraction. An unknown name is refused, so that a slip of the pen is seen. */
export const parameterSchema = z.strictObject({
  outOfHousingSource: z.enum(['census', 'requests']),
  homeless: z.boolean(),
  makeshift: z.boolean(),
  hotel: z.boolean(),
  placesShare: share,
  placeKinds: z.array(z.string().min(1)),
  cohabitationShare: share,
  hostedByPrivate: z.boolean(),
  hostedTemporarily: z.boolean(),
  effortThreshold: z.union([z.literal(0.2), z.literal(0.25), z.literal(0.3), z.literal(0.35), z.literal(0.4)]),
  effortTenants: z.boolean(),
  effortBuyers: z.boolean(),
  effortReallocation: share,
  qualitySource: z.enum(['fiscal', 'census', 'land']),
  qualityTenures: tenures,
  qualityReallocation: share,
  overcrowding: z.enum(['severe', 'moderate']),
  overcrowdingTenants: z.boolean(),
  overcrowdingOwners: z.boolean(),
  overcrowdingReallocation: share,
});

export type Parameters = z.infer<typeof parameterSchema>;
export type ParameterName = keyof Parameters;

export interface ParameterDefinition<Value> {
  /** The block that reads it. */
  block: 'B11' | 'B12' | 'B13' | 'B14' | 'B15';
  label: string;
  unit: 'part' | 'choix' | 'oui ou non';
  /** Otelo's own default. */
  default: Value;
  /** The files that the figures under it come from. */
  files: readonly WantedFile[];
}

/** Each parameter with Otelo's default and its source (MTES-MCT/otelo, `apps/api/src/calculation/needs-calculation`). */
export const parameters: { readonly [Name in ParameterName]: ParameterDefinition<Parameters[Name]> } = {
  outOfHousingSource: { block: 'B11', label: 'source des personnes hors logement', unit: 'choix', default: 'census', files: ['census', 'requests'] },
  homeless: { block: 'B11', label: 'compter les sans-abri', unit: 'oui ou non', default: true, files: ['census', 'requests'] },
  makeshift: { block: 'B11', label: 'compter l’habitat de fortune', unit: 'oui ou non', default: true, files: ['census', 'requests'] },
  hotel: { block: 'B11', label: 'compter l’hôtel', unit: 'oui ou non', default: true, files: ['census', 'requests'] },
  placesShare: { block: 'B11', label: 'part des places en établissement', unit: 'part', default: 0.5, files: ['places'] },
  placeKinds: { block: 'B11', label: 'types d’établissement', unit: 'choix', default: ['autreCentre', 'demandeAsile', 'reinsertion', 'centreProvisoire'], files: ['places'] },
  cohabitationShare: { block: 'B12', label: 'part subie de la cohabitation entre générations', unit: 'part', default: 0.3, files: ['fiscal'] },
  hostedByPrivate: { block: 'B12', label: 'compter les hébergés chez un particulier', unit: 'oui ou non', default: true, files: ['requests'] },
  hostedTemporarily: { block: 'B12', label: 'compter les hébergés temporaires', unit: 'oui ou non', default: true, files: ['requests'] },
  effortThreshold: { block: 'B13', label: 'seuil du taux d’effort net', unit: 'part', default: 0.3, files: ['allowances'] },
  effortTenants: { block: 'B13', label: 'compter les locataires du parc privé', unit: 'oui ou non', default: true, files: ['allowances'] },
  effortBuyers: { block: 'B13', label: 'compter les accédants', unit: 'oui ou non', default: false, files: ['allowances'] },
  effortReallocation: { block: 'B13', label: 'part qui se reloge dans le parc (inadéquation financière)', unit: 'part', default: 0.9, files: ['survey'] },
  qualitySource: { block: 'B14', label: 'source de la mauvaise qualité', unit: 'choix', default: 'fiscal', files: ['fiscal', 'census', 'land'] },
  qualityTenures: { block: 'B14', label: 'occupants comptés (RP et fichiers fonciers)', unit: 'choix', default: 'both', files: ['census', 'land'] },
  qualityReallocation: { block: 'B14', label: 'part qui se reloge dans le parc (mauvaise qualité)', unit: 'part', default: 0.5, files: ['fiscal'] },
  overcrowding: { block: 'B15', label: 'degré de suroccupation', unit: 'choix', default: 'severe', files: ['fiscal'] },
  overcrowdingTenants: { block: 'B15', label: 'compter les locataires du parc privé', unit: 'oui ou non', default: true, files: ['fiscal'] },
  overcrowdingOwners: { block: 'B15', label: 'compter les propriétaires', unit: 'oui ou non', default: false, files: ['fiscal'] },
  overcrowdingReallocation: { block: 'B15', label: 'part qui se reloge dans le parc (inadéquation physique)', unit: 'part', default: 0.9, files: ['survey'] },
};

export const parameterNames = Object.keys(parameters) as ParameterName[];

export const defaultParameters: Parameters = Object.fromEntries(parameterNames.map((name) => [name, parameters[name].default])) as Parameters;
