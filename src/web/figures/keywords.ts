/** What people type for an indicator that its label does not say: the trade's words, French and English. */
const byIndicator: Record<string, string> = {
  'population.municipal': 'habitants recensement démographie nombre inhabitants census',
  'population.yearlyGrowth': 'habitants croissance démographie évolution baisse hausse',
  'population.households': 'ménages foyers recensement',
  'income.fiscalHouseholds': 'foyers fiscaux ménages impôts',
  'income.personsPerHousehold': 'taille des ménages foyers',
  'income.median': 'revenu revenus salaire salaires niveau de vie ressources pouvoir d’achat income wage',
  'income.d1': 'revenu revenus salaire pauvres modestes ressources D1',
  'income.d9': 'revenu revenus salaire riches aisés ressources D9',
  'income.interdecileRatio': 'revenu inégalités écarts',
  'income.povertyRate': 'revenu pauvreté pauvres précarité',
  'income.wageShare': 'salaire salaires revenu salariés actifs travail',
  'social.dwellings': 'HLM bailleur bailleurs social sociaux RPLS SRU parc public locataires landlord',
  'social.vacancyRate': 'HLM bailleur bailleurs social vacant vacants inoccupé vide RPLS',
  'social.per100Households': 'HLM bailleur bailleurs social RPLS SRU taux part',
  'private.dwellings': 'logement parc privé propriétaires LOVAC',
  'private.vacant': 'logement vacant vacance inoccupé inoccupés vide vides LOVAC empty',
  'private.vacancyRate': 'logement vacant vacance inoccupé inoccupés vide vides LOVAC empty',
  'private.structuralVacancy': 'logement vacant vacance inoccupé inoccupés vide vides structurelle durable LOVAC empty',
  'private.structuralVacancyRate': 'logement vacant vacance inoccupé inoccupés vide vides structurelle durable LOVAC empty',
  'construction.authorised': 'permis de construire neuf bâtir Sitadel production offre nouvelle',
  'construction.started': 'chantier mises en chantier neuf bâtir Sitadel production offre nouvelle',
  'zoning.abc': 'zonage tension tendue Pinel PTZ plafonds',
  'zoning.employmentZone': 'zonage emploi travail bassin salariés employeurs',
  'zoning.qpvCount': 'quartier prioritaire politique de la ville ZUS',
  'zoning.qpvList': 'quartier prioritaire politique de la ville ZUS',
};

const byFamily: Record<string, string> = {
  rents: 'loyer loyers location louer bail annonce prix euros rent',
  income: 'Filosofi',
};

export const keywordsOf = (indicator: string): string =>
  `${byIndicator[indicator] ?? ''} ${byFamily[indicator.split('.')[0] ?? ''] ?? ''}`.trim();

/** The same for the site's pages, by their ids in `shell/doors.ts`. */
export const pageKeywords: Record<string, string> = {
  simulator: 'simulateur simulation aides droits éligibilité visale loca-pass mobili-jeune apl garantie caution dépôt de garantie prêt help entitled',
  rules: 'règles aides plafonds barème conditions sources plai plus pls rules ceilings',
  home: 'accueil début présentation start',
  observatory: 'observatoire indicateurs chiffres carte tableau données statistiques communes map figures',
  sources: 'sources données fichiers millésimes import importer INSEE open data licence datasets',
  convention: 'convention cadre accord engagements engagement objectif moyens cibles actions calendrier Action Logement signature partenaires agreement',
  committee: 'comité de pilotage COPIL dossier PDF présentation diapositives tableur réunion retards suivi bilan pack',
  accessibility: 'accessibilité RGAA handicap déclaration',
  legalNotice: 'mentions légales éditeur hébergeur contact directeur de la publication',
  personalData: 'données personnelles RGPD CNIL cookies vie privée DPO GDPR privacy',
  algorithms: 'algorithmes transparence calcul code source logiciel libre',
  siteMap: 'plan du site pages sommaire index',
};
