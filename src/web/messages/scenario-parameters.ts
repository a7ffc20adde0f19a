import type { BlockId, ParameterName } from '../../needs/index.ts';

/** What each block counts, in plain words. */
export const blockHelp: Readonly<Record<BlockId, string>> = {
  B11: 'personnes sans abri, en habitat de fortune, à l’hôtel ou en établissement',
  B12: 'ménages qui vivent chez d’autres sans l’avoir choisi',
  B13: 'ménages dont le logement prend une trop grande part du revenu',
  B14: 'ménages dont le logement est indigne ou sans confort',
  B15: 'ménages trop nombreux pour leur logement',
};

/** What each parameter changes, in plain words. */
export const parameterHelp: Readonly<Record<ParameterName, string>> = {
  outOfHousingSource: 'Qui est sans logement se compte au recensement (RP), ou parmi les demandeurs de logement social (SNE).',
  homeless: 'Avec elles, chaque personne sans abri demande un logement.',
  makeshift: 'Cabane, caravane, squat : qui y vit demande un logement.',
  hotel: 'Qui vit à l’hôtel faute de mieux demande un logement.',
  placesShare: 'Toutes les places d’hébergement ne demandent pas un logement : on en retient une partie.',
  placeKinds: 'Les établissements dont une partie des places compte.',
  cohabitationShare: 'Des adultes vivent chez leurs parents par choix ; cette part-là le subit.',
  hostedByPrivate: 'Des demandeurs de logement social disent être hébergés chez un particulier.',
  hostedTemporarily: 'Des demandeurs de logement social disent être hébergés temporairement.',
  effortThreshold: 'Au-delà de cette part du revenu, aide au logement déduite, le loyer ou l’emprunt est jugé trop lourd.',
  effortTenants: 'Les locataires du parc privé au-dessus du seuil comptent.',
  effortBuyers: 'Les ménages qui remboursent un emprunt au-dessus du seuil comptent.',
  effortReallocation: 'En déménageant, un ménage libère son logement pour un autre : cette part ne demande donc pas de logement de plus.',
  qualitySource: 'Le parc indigne se repère dans les fichiers fiscaux (parc privé potentiellement indigne), au recensement ou dans les fichiers fonciers.',
  qualityTenures: 'Avec le recensement ou les fichiers fonciers, on retient les locataires, les propriétaires, ou les deux.',
  qualityReallocation: 'Une fois réparé, le logement ressert : cette part ne demande pas de logement de plus.',
  overcrowding: 'À partir de quel degré un logement est jugé trop petit, selon les fichiers fiscaux.',
  overcrowdingTenants: 'Les locataires du parc privé à l’étroit comptent.',
  overcrowdingOwners: 'Les propriétaires à l’étroit comptent.',
  overcrowdingReallocation: 'En déménageant, un ménage à l’étroit libère un logement pour un plus petit : cette part ne demande pas de logement de plus.',
};
