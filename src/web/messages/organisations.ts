import { withDe } from '../../platform/i18n/elision.ts';
import { defineMessages } from '../../platform/i18n/catalogue.ts';

const words = {
  list: {
    title: 'Organisations', lead: 'Les partenaires du territoire : qui ils sont, où, et qui joindre.', searchLabel: 'Nom ou début du SIREN', kind: 'Type', every: 'Tous les types', button: 'Afficher', new: 'Ajouter une organisation',
    caption: { open: 'Organisations, dans l’ordre des noms', closed: 'Organisations fermées, dans l’ordre des noms' }, state: 'Organisations', states: { open: 'Ouvertes', closed: 'Fermées' }, closedOn: 'Fermée', name: 'Nom', siren: 'SIREN', commune: 'Commune', after: 'Page suivante', first: 'Début de la liste', pages: 'Pages de la liste',
    emptyClosed: 'Aucune organisation fermée', emptyClosedHow: 'Une organisation se ferme depuis sa fiche, quand elle ne participe plus. Elle reste lisible ici et peut être rouverte.',
    empty: 'Aucune organisation pour cette recherche', emptyHow: 'Essayez un seul mot du nom, ou un autre type. Un employeur se trouve aussi par le début de son SIREN.', teach: 'Aucune organisation pour l’instant', teachHow: 'Les partenaires du territoire se rangent ici : bailleurs, employeurs avec leur SIREN, communes, associations. Ajoutez la première, puis invitez ses membres.',
  },
  new: { title: 'Ajouter une organisation', lead: 'Un employeur se reconnaît à son SIREN, une commune à son code.', kind: 'Type', name: 'Nom', siren: 'SIREN', sirenHint: 'Neuf chiffres ; obligatoire pour un employeur.', commune: 'Commune', communeHint: 'Obligatoire pour une commune : ses agents y voient ce qui la concerne.', noCommune: 'Aucune, ou hors du territoire', button: 'Ajouter l’organisation' },
  one: {
    kind: 'Type', siren: 'SIREN', commune: 'Commune', since: 'Enregistré', rename: 'Changer le nom', name: 'Nom',
    establishments: {
      title: 'Établissements', none: 'Aucun établissement enregistré. Chaque adresse a son SIRET ; l’historique des ouvertures, fermetures et déménagements se garde.', siret: 'SIRET', where: 'Adresse', opened: 'Ouvert', closed: 'Fermé', since: (day: string) => `Depuis le ${day}`, until: (from: string, to: string) => `Du ${from} au ${to}`, period: 'Période', movedFrom: 'Venu de', add: 'Ajouter un établissement', change: 'Fermer ou déménager', changeLabel: (siret: string) => `Fermer ou déménager l’établissement ${siret}`,
    },
    contacts: {
      title: 'Interlocuteurs', none: 'Aucun interlocuteur. Notez qui joindre, d’où vient le contact et quand il a été vérifié.', name: 'Nom', reach: 'Joindre', source: 'Origine', checked: 'Vérifié', add: 'Ajouter un interlocuteur', change: 'Modifier', changeLabel: (name: string) => `Modifier ${name}`, right: 'Toujours juste', rightLabel: (name: string) => `Toujours juste : ${name}`,
      optedOut: (day: string) => `Ne souhaite plus être contacté (${day})`, freshness: { fresh: 'à jour', toCheck: 'à vérifier', stale: 'trop ancien' } as Record<string, string>,
    },
    members: {
      title: 'Accès', none: 'Personne n’a encore accès pour cette organisation. Invitez une première personne qui gérera les accès.', name: 'Nom', role: 'Rôle', since: 'Depuis', ended: (day: string) => `Terminé le ${day}`, manage: 'Gérer', end: 'Retirer', endLabel: (name: string, role: string) => `Retirer l’accès ${withDe(name)} : ${role}`, secondFactor: 'Second facteur', account: 'Compte', accountLabel: (name: string) => `Compte ${withDe(name)} : le désactiver ou le réactiver`, disabled: (day: string) => `Compte désactivé le ${day}`, secondFactorLabel: (name: string) => `Second facteur ${withDe(name)} : le remettre à zéro`,
    },
    invitations: {
      title: 'Invitations', none: 'Aucune invitation en cours.', email: 'Adresse e-mail', role: 'Rôle', state: 'État', invite: 'Inviter une personne', inviteHint: 'Elle reçoit un lien valable sept jours, une seule fois.', button: 'Envoyer l’invitation', revoke: 'Annuler', revokeLabel: (email: string) => `Annuler l’invitation de ${email}`,
      pending: (day: string) => `en attente, jusqu’au ${day}`, states: { accepted: 'acceptée', revoked: 'annulée', expired: 'expirée' } as Record<string, string>,
    },
    closing: {
      title: 'Fermer l’organisation', text: 'À faire quand elle ne participe plus. Dès la fermeture :', what: ['ses membres n’agissent plus pour elle, y compris sur leurs appareils connectés ;', 'ses invitations en attente sont annulées ;', 'elle n’accepte plus ni invitation, ni interlocuteur, ni établissement.'],
      files: 'Aucun dossier de personne ne doit y rester ouvert : les personnes suivies ne le seraient plus par personne. Vous pourrez rouvrir l’organisation.', button: 'Fermer l’organisation', openFiles: 'Des dossiers de personnes restent ouverts dans cette organisation : ceux qui les suivent les ferment d’abord.',
      closed: (day: string) => `Organisation fermée le ${day}. Sa fiche se lit, mais personne n’agit plus pour elle.`, reopenText: 'Si vous la rouvrez, les accès qui n’ont pas été retirés serviront de nouveau ; les invitations annulées sont à refaire.', reopen: 'Rouvrir l’organisation',
    },
    done: {
      fermee: 'L’organisation est fermée : plus personne n’agit pour elle.', rouverte: 'L’organisation est rouverte.',
      cree: 'L’organisation est ajoutée.', nom: 'Le nom est changé.', invitation: 'L’invitation est partie par e-mail.', annulation: 'L’invitation est annulée : son lien n’ouvre plus rien.', retrait: 'L’accès est retiré : il ne sert plus dès maintenant.', etablissement: 'L’établissement est enregistré.', ferme: 'L’établissement est fermé.', demenage: 'Le déménagement est enregistré.',
      interlocuteur: 'L’interlocuteur est enregistré.', verifie: 'L’interlocuteur est vérifié aujourd’hui.', opposition: 'Cette personne ne sera plus contactée : ses coordonnées sont retirées.',
    } as Record<string, string>,
  },
  establishment: {
    new: 'Ajouter un établissement', siret: 'SIRET', siretHint: 'Quatorze chiffres ; les neuf premiers sont le SIREN de l’organisation.', name: 'Nom d’usage', commune: 'Commune', address: 'Adresse', openedOn: 'Ouvert le', button: 'Enregistrer l’établissement',
    change: (siret: string) => `Établissement ${siret}`, close: 'Il a fermé', closedOn: 'Fermé le', closeButton: 'Enregistrer la fermeture', move: 'Il a déménagé', moveText: 'Une entreprise qui déménage reçoit un nouveau SIRET. L’ancien établissement se ferme le jour où le nouveau ouvre.', newSiret: 'Nouveau SIRET', movedOn: 'Déménagé le', moveButton: 'Enregistrer le déménagement',
  },
  contact: {
    new: 'Ajouter un interlocuteur', edit: 'Modifier un interlocuteur', name: 'Prénom et nom', function: 'Fonction', email: 'Adresse e-mail', phone: 'Téléphone', source: 'D’où vient ce contact ?', sourceHint: 'Par exemple : salon de l’emploi, appel du 3 mars, site de l’entreprise.', checkedOn: 'Vérifié le', button: 'Enregistrer l’interlocuteur',
    optOut: 'Cette personne ne souhaite plus être contactée', optOutText: 'Son nom reste, pour que personne ne l’ajoute de nouveau ; son adresse et son téléphone sont retirés tout de suite.', optOutButton: 'Noter son opposition',
  },
  end: {
    title: 'Retirer un accès', text: (name: string, role: string) => `${name} n’agira plus en tant que : ${role}. Ses autres accès restent.`, at: 'L’accès cesse tout de suite, y compris sur ses appareils connectés.', successor: 'Qui prend la suite ?', successorHint: 'Cette personne est la dernière à gérer les accès.', button: 'Retirer l’accès', nobody: 'Invitez d’abord une autre personne dans cette organisation : quelqu’un doit pouvoir gérer les accès.',
  },
};

/** The desk's pages for organisations: in French only, which an English page says. */
export const organisationWords = defineMessages({ fr: words, en: words }).fr;
