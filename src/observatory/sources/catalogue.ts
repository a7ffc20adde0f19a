/** An open-data source as the project knows it: where it comes from, and what to ask for. */
export interface SourceDescription {
  id: string;
  title: string;
  producer: string;
  licence: string;
  /** The portal that publishes it. */
  origin: string;
  /** The file to ask for there. */
  ask: string;
  /** How often it is renewed, where that is known. */
  refresh?: string;
  /** A source that lists only communes that have some: how many a whole file names at least. */
  listsAtLeast?: number;
}

const licenceOuverte = 'Licence Ouverte 2.0';

export const sourceCatalogue = [
  {
    id: 'population',
    title: 'Populations municipales (recensement de la population)',
    producer: 'INSEE',
    licence: licenceOuverte,
    origin: 'Code officiel géographique, paquet @etalab/decoupage-administratif, et portails de données ouvertes',
    ask: 'La série des populations municipales par commune (colonnes p13_pop, p14_pop…). Les recensements 2022 et 2023 sont déjà chargés.',
  },
  {
    id: 'census',
    title: 'Logements et ménages (recensement, base logement par commune)',
    producer: 'INSEE',
    licence: licenceOuverte,
    origin: 'insee.fr, « Logement »',
    ask: 'Le fichier base-cc-logement-AAAA, en CSV, zip ou xlsx (colonnes P21_LOG, P21_RP, P21_MEN…)',
    refresh: 'annuel',
  },
  {
    id: 'filosofi',
    title: 'Filosofi, revenus et pauvreté par commune',
    producer: 'INSEE, DGFiP, Cnaf, Cnav, CCMSA',
    licence: licenceOuverte,
    origin: 'insee.fr',
    ask: 'Le fichier des communes, cc_filosofi_AAAA_COM.csv',
  },
  {
    id: 'mobpro',
    title: 'Mobilités professionnelles (recensement, fichier détail) : actifs par lieu de résidence et de travail',
    producer: 'INSEE',
    licence: licenceOuverte,
    origin: 'insee.fr, « Logements, individus, activité, mobilités scolaires et professionnelles »',
    ask: 'Le fichier détail des mobilités professionnelles, en CSV ou en zip (colonnes COMMUNE, DCLT, ILT, IPONDI…)',
    refresh: 'annuel',
  },
  {
    id: 'flow-base',
    title: 'Flux domicile-travail entre communes (recensement)',
    producer: 'INSEE',
    licence: licenceOuverte,
    origin: 'insee.fr',
    ask: 'Le fichier base-flux-mobilite-domicile-lieu-travail-AAAA, en CSV ou en zip',
    refresh: 'annuel',
  },
  {
    id: 'filosofi-iris',
    title: 'Filosofi, revenus par IRIS (déciles)',
    producer: 'INSEE, DGFiP, Cnaf, Cnav, CCMSA',
    licence: licenceOuverte,
    origin: 'insee.fr',
    ask: 'Le fichier des IRIS, BASE_TD_FILO_IRIS_AAAA_DEC.csv (revenus déclarés) ou …_DISP.csv (revenus disponibles)',
    refresh: 'annuel',
  },
  {
    id: 'iris-indicators',
    title: 'Indicateurs par IRIS dérivés du recensement et de Filosofi, composés par un tiers',
    producer: 'Un tiers (le fichier ne le nomme pas), d’après l’INSEE',
    licence: 'À demander au producteur du fichier',
    origin: 'le producteur du fichier',
    ask: 'Le fichier Parquet ou CSV, une ligne par IRIS (colonnes men_…, log_…, dsp_csp_…, dm_…, rev_…, eco_… suivies de l’année)',
  },
  {
    id: 'abc',
    title: 'Zonage ABC des communes',
    producer: 'Ministère chargé du logement',
    licence: licenceOuverte,
    origin: 'data.gouv.fr',
    ask: 'Le zonage en vigueur, une ligne par commune',
  },
  {
    id: 'employment-zones',
    title: 'Zones d’emploi 2020',
    producer: 'INSEE',
    licence: licenceOuverte,
    origin: 'insee.fr',
    ask: 'La composition communale des zones d’emploi',
  },
  {
    id: 'qpv',
    title: 'Quartiers prioritaires de la politique de la ville, par commune',
    producer: 'ANCT',
    licence: licenceOuverte,
    origin: 'data.gouv.fr',
    ask: 'Le fichier GeoJSON des communes qui ont un quartier prioritaire (codes QN…)',
    // 824 in the list of 2024.
    listsAtLeast: 780,
  },
  {
    id: 'rpls',
    title: 'Répertoire des logements locatifs des bailleurs sociaux (RPLS)',
    producer: 'SDES',
    licence: licenceOuverte,
    origin: 'statistiques.developpement-durable.gouv.fr',
    ask: 'Les données par commune, exportées en CSV',
    // 16,859 in 2024, of which 14,083 with five dwellings or more: a list without the smallest is no whole list.
    listsAtLeast: 16_000,
  },
  {
    id: 'lovac',
    title: 'LOVAC, logements vacants du parc privé',
    producer: 'DGFiP, DGALN, Cerema',
    licence: licenceOuverte,
    origin: 'data.gouv.fr',
    ask: 'Le fichier ouvert par commune, lovac-opendata-communes.csv',
  },
  ...[
    ['rents-flat', 'appartements', 'pred-app-mef-dhup.csv'],
    ['rents-flat-1-2', 'appartements d’une ou deux pièces', 'pred-app12-mef-dhup.csv'],
    ['rents-flat-3', 'appartements de trois pièces ou plus', 'pred-app3-mef-dhup.csv'],
    ['rents-house', 'maisons', 'pred-mai-mef-dhup.csv'],
  ].map(([id, what, file]) => ({
    id: id ?? '',
    title: `Carte des loyers, ${what}`,
    producer: 'DHUP, ANIL',
    licence: licenceOuverte,
    origin: 'data.gouv.fr',
    ask: `Le fichier ${file}`,
  })),
  {
    id: 'sitadel',
    title: 'Logements autorisés et commencés par intercommunalité (Sitadel)',
    producer: 'SDES',
    licence: licenceOuverte,
    origin: 'statistiques.developpement-durable.gouv.fr',
    ask: 'Les séries annuelles par intercommunalité, au format Parquet',
  },
  {
    id: 'sne-delay',
    title: 'Délai moyen d’attribution d’un logement social, par intercommunalité (SNE)',
    producer: 'Ministère chargé du logement',
    licence: licenceOuverte,
    origin: 'data.gouv.fr',
    ask: 'Le fichier CSV des délais par intercommunalité (colonnes SIRET, Délai d’attribution moyen), avec --vintage',
  },
  {
    id: 'sru',
    title: 'Inventaire SRU : logements sociaux des communes soumises à la loi',
    producer: 'Ministère chargé du logement',
    licence: licenceOuverte,
    origin: 'data.gouv.fr',
    ask: 'L’inventaire par commune, à porter dans un fichier d’indicateurs (docs/fichier-indicateur.md)',
    refresh: 'annuel',
  },
  {
    id: 'lu-commuters',
    title: 'Frontaliers qui travaillent au Luxembourg, par intercommunalité de résidence',
    producer: 'IGSS, STATEC',
    licence: 'À demander au producteur',
    origin: 'les observatoires transfrontaliers et agences d’urbanisme',
    ask: 'Les nombres publiés, à porter dans un fichier d’indicateurs (docs/fichier-indicateur.md)',
    refresh: 'annuel',
  },
  {
    id: 'dvf',
    title: 'Ventes de logements : nombre et prix médian au m² (DVF géolocalisées)',
    producer: 'DGFiP, Etalab',
    licence: licenceOuverte,
    origin: 'files.data.gouv.fr/geo-dvf',
    ask: 'Le fichier d’un département et d’une année, AAAA/departements/NN.csv.gz ; il n’y en a pas pour le Bas-Rhin, le Haut-Rhin, la Moselle et Mayotte (57, 67, 68, 976)',
  },
  {
    id: 'contours',
    title: 'Contours des communes',
    producer: 'IGN',
    licence: licenceOuverte,
    origin: 'geoservices.ign.fr',
    ask: 'Les communes au format GeoJSON, en longitude et latitude (WGS84)',
  },
  {
    id: 'centroids',
    title: 'Centres des communes',
    producer: 'IGN',
    licence: licenceOuverte,
    origin: 'geoservices.ign.fr',
    ask: 'Un fichier CSV insee;nom;lon;lat (WGS84)',
  },
] as const satisfies readonly SourceDescription[];

/** A source by its id; files of indicators may bring others of their own. */
export const describeSource = (id: string): SourceDescription | undefined => sourceCatalogue.find((source) => source.id === id);
