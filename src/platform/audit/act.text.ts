/** What each traced act is called, for who reads the trace. A test finds the acts that have no name. */
export const actNames: Readonly<Record<string, string>> = {
  'person.created': 'Création du dossier', 'person.opened': 'Ouverture du dossier', 'person.updated': 'Modification du dossier', 'person.closed': 'Clôture du dossier', 'person.reopened': 'Réouverture du dossier',
  'person.erased': 'Effacement du dossier', 'person.exported': 'Copie des données',
  'household.updated': 'Modification du foyer', 'note.written': 'Ajout d’une note', 'consent.given': 'Accord donné', 'consent.withdrawn': 'Accord retiré',
  'document.kept': 'Dépôt d’un document', 'document.opened': 'Ouverture d’un document', 'document.erased': 'Effacement d’un document',
  'privacyRequest.made': 'Demande sur les données', 'privacyRequest.opened': 'Ouverture d’une demande', 'privacyRequest.answered': 'Réponse à une demande',
  'organisation.created': 'Création d’un organisme', 'organisation.renamed': 'Changement de nom d’un organisme', 'organisation.closed': 'Fermeture d’un organisme', 'organisation.reopened': 'Réouverture d’un organisme',
  'establishment.opened': 'Ouverture d’un établissement', 'establishment.moved': 'Déménagement d’un établissement', 'establishment.closed': 'Fermeture d’un établissement',
  'contact.added': 'Ajout d’un interlocuteur', 'contact.updated': 'Modification d’un interlocuteur', 'contact.checked': 'Vérification d’un interlocuteur', 'contact.optedOut': 'Opposition d’un interlocuteur',
  'membership.started': 'Fonction donnée', 'membership.ended': 'Fonction terminée', 'invitation.sent': 'Invitation envoyée', 'invitation.accepted': 'Invitation acceptée', 'invitation.revoked': 'Invitation retirée',
  'account.created': 'Création d’un compte', 'account.renamed': 'Changement de nom d’un compte', 'account.disabled': 'Désactivation d’un compte', 'account.enabled': 'Réactivation d’un compte', 'password.changed': 'Changement de mot de passe', 'secondFactor.enrolled': 'Second facteur activé', 'secondFactor.reset': 'Second facteur remis à zéro',
  'recoveryCode.renewed': 'Codes de secours remplacés', 'recoveryCode.used': 'Code de secours utilisé', 'session.opened': 'Connexion', 'session.ended': 'Déconnexion', 'session.othersEnded': 'Autres appareils déconnectés',
  'needsScenario.saved': 'Enregistrement d’un scénario de besoins', 'needsScenario.changed': 'Modification d’un scénario de besoins', 'needsScenario.removed': 'Suppression d’un scénario de besoins',
  'analysis.drafted': 'Écriture d’une analyse', 'analysis.edited': 'Modification d’une analyse', 'analysis.submitted': 'Analyse proposée à la relecture', 'analysis.published': 'Publication d’une analyse', 'analysis.withdrawn': 'Retrait d’une analyse',
  'cube.published': 'Publication d’un tableau protégé',
  'needsScenario.retained': 'Scénario de besoins retenu', 'needsScenario.released': 'Scénario de besoins qui n’est plus retenu',
  'mail.givenUp': 'Message non remis', 'audit.consulted': 'Consultation de la trace', 'retention.applied': 'Effacement de données arrivées à terme',
};

/** Reasons that are chosen from a list are kept as codes; others as they were written. */
export const closingReasons: Readonly<Record<string, string>> = { housed: 'La personne est logée', withdrawn: 'La personne ne souhaite plus être suivie', unreachable: 'La personne ne répond plus', other: 'Autre motif' };

/** Why an act was done, as it is read. */
export const reasonText = (type: string, reason: string): string => (type === 'person.closed' ? closingReasons[reason] ?? reason : reason);

/** An act's name, or its code where it has none. */
export const actName = (type: string): string => actNames[type] ?? type;
