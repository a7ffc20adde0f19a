import { createOrganisation } from '../src/parties/index.ts';
import type { OrganisationKind } from '../src/platform/permission/matrix.ts';
import { acting, daysAgo, must, type Act, type Stage } from './stage.ts';

export interface DemoOrganisation {
  /** Known once its act is played. */
  id: string;
  kind: OrganisationKind;
  name: string;
  commune: string | null;
  /** The part of its people's addresses after the @. */
  domain: string;
}

/** Those who sign and run the convention. The territory bears its name; partners that a territory chooses are invented. */
const partners: readonly Omit<DemoOrganisation, 'id' | 'commune'>[] = [
  { kind: 'lettingService', name: 'Action Logement, service locatif', domain: 'service-locatif' },
  { kind: 'supportService', name: 'Action Logement, accompagnement social', domain: 'accompagnement-social' },
  { kind: 'employerService', name: 'Action Logement, service aux entreprises', domain: 'service-entreprises' },
  { kind: 'landlord', name: 'Clairval Habitat', domain: 'clairval-habitat' },
  { kind: 'landlord', name: 'Logis du Grand Tilleul', domain: 'grand-tilleul' },
  { kind: 'landlord', name: 'Foyers Horizon Bleu', domain: 'horizon-bleu' },
  { kind: 'association', name: 'Association Toits et Passerelles', domain: 'toits-passerelles' },
  { kind: 'association', name: 'Association Le Palier', domain: 'le-palier' },
  { kind: 'stateService', name: 'Service départemental de l’État chargé du logement', domain: 'etat-departement' },
  { kind: 'stateService', name: 'Service régional de l’État chargé du logement', domain: 'etat-region' },
];

/** The largest communes have their own accounts. */
const communesWithAccounts = 4;

/** Organisations of the convention, recorded by the operator before anybody has an account. */
export function planOrganisations(stage: Stage): { acts: Act[]; organisations: DemoOrganisation[] } {
  const random = stage.random.branch('organisations');
  const { territory } = stage;
  const organisations: DemoOrganisation[] = [
    { id: '', kind: 'metropole', name: territory.name, commune: null, domain: 'intercommunalite' },
    ...partners.map((partner) => ({ ...partner, id: '', commune: null })),
    ...stage.communes.slice(0, communesWithAccounts).map(({ code, name }): DemoOrganisation => ({ id: '', kind: 'commune', name: communeOf(name), commune: code, domain: `commune-${code}` })),
  ];
  const acts = organisations.map((organisation): Act => ({
    at: daysAgo(stage, 364, random),
    run: async (clock) => {
      const { kind, name, commune } = organisation;
      organisation.id = must(await createOrganisation(acting(stage, clock, 'territoryAdmin', {}), { kind, name, siren: '', commune: commune ?? '', demonstration: true })).id;
    },
  }));
  return { acts, organisations };
}

/** « Commune de Metz », « Commune d’Ay », « Commune du Ban-Saint-Martin ». */
export function communeOf(name: string): string {
  if (name.startsWith('Le ')) return `Commune du ${name.slice(3)}`;
  if (name.startsWith('Les ')) return `Commune des ${name.slice(4)}`;
  return /^[AEIOUYÀÂÉÈÊÎÔÛŒ]/i.test(name) ? `Commune d’${name}` : `Commune de ${name}`;
}
