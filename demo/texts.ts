import type { ConsentPurpose } from '../src/parties/index.ts';

/** Words that the demonstration's people were shown. */
export const wordings: Record<ConsentPurpose, string> = {
  shareWithLandlord: 'J’accepte que mon dossier de logement soit transmis aux bailleurs à qui ma candidature est proposée.',
  shareWithAssociation: 'J’accepte que mon dossier de logement soit transmis à l’association qui m’accompagne.',
  contactByPhone: 'J’accepte d’être joint par téléphone au sujet de ma recherche de logement.',
  survey: 'J’accepte de répondre à une enquête sur mon logement et mes trajets.',
};

/** Short and factual, as the service asks: nothing of health, religion or origin. */
export const generalNotes = [
  'Premier entretien : cherche un deux-pièces près de son travail, budget de 620 € charges comprises.',
  'Pièces reçues : bulletins de salaire et avis d’imposition. Il manque la quittance de loyer.',
  'Prend son poste dans six semaines ; logé d’ici là chez un proche.',
  'Trajet actuel de 55 minutes ; accepterait une commune desservie par le bus.',
  'Visite faite d’un trois-pièces : trop loin de l’école, ne donne pas suite.',
  'Demande de logement social enregistrée, renouvellement à prévoir dans l’année.',
  'Contrat passé de durée déterminée à durée indéterminée : dossier mis à jour.',
  'Intéressé par une garantie de loyer ; documentation envoyée.',
  'Appel sans réponse, message laissé.',
  'A trouvé dans le parc privé : attend la réponse du propriétaire.',
  'Le foyer s’agrandit : recherche désormais un quatre-pièces.',
  'Offre proposée : réponse attendue sous dix jours.',
  'Refuse l’offre : rez-de-chaussée sur rue.',
  'Apprenti en alternance : orienté vers une résidence pour jeunes actifs.',
  'Rappelé : le dossier est complet, candidature transmise.',
];

/** For the social-support compartment: budget and arrears, never more. */
export const supportNotes = [
  'Deux mois de loyer en retard : plan d’apurement de 80 € par mois proposé au bailleur.',
  'Budget revu ensemble : reste à vivre de 9 € par jour et par personne.',
  'Dossier déposé au fonds de solidarité pour le logement.',
  'Baisse d’heures de travail depuis trois mois ; aide au loyer à recalculer.',
  'Bail repris à un seul nom après séparation : dépôt de garantie à avancer.',
  'Plan d’apurement tenu ce mois-ci, prochaine échéance le 5.',
  'Rendez-vous avec le bailleur : accord pour suspendre la procédure.',
  'Mutation demandée vers un logement moins cher, même commune.',
];
