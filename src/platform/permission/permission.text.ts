import type { Compartment, OrganisationKind, Resource, Role, Scope } from './matrix.ts';

/** The matrix's words in French, for every page and document that names a role, a resource or a scope. */
export const roleNames: Record<Role, string> = {
  territoryAdmin: 'Administration du territoire', housingOfficer: 'Chargé de mission habitat', lettingAdviser: 'Conseiller location', supportAdviser: 'Conseiller en soutien social', employerOfficer: 'Chargé de relation employeurs',
  communeOfficial: 'Référent de commune', landlordOfficer: 'Chargé d’attribution (bailleur)', hrManager: 'Ressources humaines (employeur)', associationWorker: 'Accompagnant (association)', stateObserver: 'Service de l’État',
  committeeMember: 'Membre du comité', dataProtectionOfficer: 'Délégué à la protection des données', organisationManager: 'Responsable des accès d’un organisme', employee: 'Personne accompagnée', job: 'Traitement automatique',
};

export const resourceNames: Record<Resource, string> = {
  person: 'Dossier d’une personne', household: 'Foyer', note: 'Notes', consent: 'Accords', organisation: 'Organismes', establishment: 'Établissements', contact: 'Interlocuteurs professionnels', membership: 'Fonctions',
  invitation: 'Invitations', audit: 'Trace des actes', privacyRequest: 'Demandes sur les données', file: 'Documents', yearlyCount: 'Comptes annuels', needsScenario: 'Scénarios de besoins', analysis: 'Analyses en préparation', publication: 'Analyses publiées', cube: 'Tableaux protégés', employeesNeeds: 'Besoins des salariés', register: 'Registre et droits',
};

export const actionNames: Record<'read' | 'create' | 'update' | 'erase', string> = { read: 'Lire', create: 'Créer', update: 'Modifier', erase: 'Effacer' };

export const scopeNames: Record<Scope, string> = { own: 'les siens', organisation: 'son organisme', commune: 'sa commune', territory: 'le territoire' };

export const compartmentNames: Record<Compartment, string> = { socialSupport: 'Soutien social' };

export const kindNames: Record<OrganisationKind, string> = {
  metropole: 'Intercommunalité', lettingService: 'Service location d’Action Logement', supportService: 'Service de soutien social', employerService: 'Service employeurs d’Action Logement', commune: 'Commune', landlord: 'Bailleur',
  employer: 'Employeur', association: 'Association', stateService: 'Service de l’État',
};
