import { consentPurposeNames } from '../../platform/privacy/value.text.ts';
import { closingReasons } from '../../platform/audit/act.text.ts';
import { defineMessages } from '../../platform/i18n/catalogue.ts';

const words = {
  reference: 'Champs obligatoires, sauf ceux marqués « facultatif ».', optional: 'facultatif', choose: 'Choisir…', cancel: 'Revenir sans enregistrer', demonstration: 'démonstration', none: '—', inField: (label: string, problem: string) => `${label} : ${problem.charAt(0).toLowerCase()}${problem.slice(1)}`, table: (title: string) => `${title}, en tableau`, save: 'Enregistrer',
  persons: {
    title: 'Personnes accompagnées', lead: 'Les dossiers que suit votre organisation.', leadAll: 'Les dossiers de tout le territoire, par organisation. Chaque ouverture d’un dossier est tracée, et la personne la voit.',
    searchLabel: 'Chercher par nom ou prénom', searchHint: 'Sans accents ni ordre : « zoe muller » trouve Zoé Müller, même avec une faute de frappe.', searchButton: 'Chercher', back: 'Revenir à la liste',
    state: 'Dossiers', states: { open: 'Ouverts', closed: 'Fermés' }, new: 'Ouvrir un dossier',
    name: 'Nom', commune: 'Commune', custodian: 'Organisation', lastContact: 'Dernier contact', closedOn: 'Fermé',
    caption: { open: 'Dossiers ouverts, dans l’ordre des noms', closed: 'Dossiers fermés, dans l’ordre des noms' }, foundCaption: (asked: string) => `Dossiers trouvés pour « ${asked} »`,
    pages: 'Pages de la liste', before: 'Page précédente', after: 'Page suivante', first: 'Début de la liste',
    empty: { open: 'Aucun dossier ouvert pour l’instant', closed: 'Aucun dossier fermé pour l’instant' },
    teach: 'Chaque personne accompagnée a ici son dossier : identité, foyer, accords, notes. Ouvrez le premier avec son nom et son prénom ; le reste se complète au fil de l’accompagnement.',
    teachClosed: 'Un dossier fermé reste lisible ici jusqu’à son effacement, un an après la fermeture.',
    nothing: (asked: string) => `Aucun dossier pour « ${asked} »`, nothingHow: 'Essayez le nom seul, ou ses premières lettres. Un dossier suivi par une autre organisation n’apparaît pas ici.', full: 'Il y en a d’autres : ajoutez le prénom ou la suite du nom.',
  },
  person: {
    new: 'Ouvrir un dossier', newLead: 'N’écrivez que ce qui sert à loger la personne : ni santé, ni religion, ni origine, ni numéro de sécurité sociale.',
    edit: 'Modifier le dossier', editLead: 'Corrigez ce qui est inexact : la trace garde quels champs ont changé, pas leur valeur.', create: 'Ouvrir le dossier',
    givenName: 'Prénom', familyName: 'Nom', birthDate: 'Date de naissance', email: 'Adresse e-mail', emailHint: 'Elle sert à inviter la personne dans son espace.', phone: 'Téléphone', commune: 'Commune de résidence', elsewhere: 'Hors du territoire ou inconnue', language: 'Langue des messages',
    languages: { fr: 'Français', en: 'Anglais', de: 'Allemand' } as Record<string, string>, adults: 'Adultes du foyer', children: 'Enfants du foyer',
    identity: 'Identité', household: 'Foyer', householdOf: (adults: string, children: string) => `${adults}, ${children}`, adult: { one: 'adulte', many: 'adultes' }, child: { one: 'enfant', many: 'enfants' }, noHousehold: 'Non renseigné',
    members: 'Aussi suivis dans ce foyer', addMember: 'Ajouter une personne de ce foyer', since: 'Suivi depuis', lastContact: 'Dernier contact', custodian: 'Suivi par', closed: (day: string) => `Dossier fermé le ${day}. Il se lit, mais ne se modifie plus.`,
    editLink: 'Modifier l’identité et le foyer',
    space: {
      title: 'Son espace personnel', none: 'La personne n’a pas encore d’espace. Invitez-la : elle y suivra ses démarches et verra qui ouvre son dossier.', noEmail: 'Ajoutez d’abord son adresse e-mail.', invite: 'Inviter dans son espace', again: 'Renvoyer l’invitation',
      pending: (day: string) => `Invitation envoyée, valable jusqu’au ${day}.`, expired: (day: string) => `L’invitation n’est plus valable depuis le ${day}.`, revoked: 'L’invitation a été retirée.', accepted: 'La personne a son espace.',
    },
    consents: {
      title: 'Accords', none: 'Aucun accord enregistré. Lisez le texte à la personne, ou montrez-le-lui, avant de l’enregistrer.', give: 'Enregistrer un accord', purpose: 'Objet', giveHint: 'Le texte complet est gardé avec l’accord.', button: 'La personne donne son accord',
      withdraw: 'Retirer', withdrawLabel: (purpose: string) => `Retirer l’accord : ${purpose}`, givenOn: (day: string) => `donné le ${day}`, withdrawnOn: (day: string) => `retiré le ${day}`, readAll: 'Textes présentés',
      purposes: consentPurposeNames,
      wordings: {
        shareWithLandlord: 'J’accepte que mon nom, la composition de mon foyer et mes coordonnées soient transmis aux bailleurs qui proposent un logement. Je peux retirer cet accord à tout moment.',
        shareWithAssociation: 'J’accepte que mon nom, la composition de mon foyer et mes coordonnées soient transmis à l’association qui m’accompagne. Je peux retirer cet accord à tout moment.',
        contactByPhone: 'J’accepte d’être appelé au numéro que j’ai donné au sujet de mon logement. Je peux retirer cet accord à tout moment.',
        survey: 'J’accepte d’être contacté une fois pour dire ce que je pense de l’accompagnement reçu. Je peux retirer cet accord à tout moment.',
      } as Record<string, string>,
    },
    notes: {
      title: 'Notes', none: 'Aucune note. Écrivez des faits utiles au logement : un rendez-vous, une pièce attendue, une visite. La personne peut demander à lire ses notes.', write: 'Écrire une note', label: 'Note', hint: 'Des faits, pas d’avis. Ni santé, ni religion, ni syndicat, ni origine, ni vie sexuelle, ni infractions ; jamais de numéro de sécurité sociale.',
      compartment: 'Qui la lit', compartments: { all: 'Toute l’équipe qui suit le dossier', socialSupport: 'Le soutien social seulement' }, inside: 'Soutien social', button: 'Ajouter la note', signed: (name: string, moment: string) => (name ? `${name}, le ${moment}` : `Le ${moment}`),
      confirm: 'Cette note est nécessaire au dossier, et la personne le sait.',
      doubtful: (subjects: string, found: string) => `La note semble parler de ${subjects} (« ${found} »). Retirez ces mots, ou cochez la case sous la note si le dossier en a vraiment besoin.`,
      subjects: { health: 'santé', religion: 'religion', union: 'syndicat ou opinions', origin: 'origine', sexualLife: 'vie sexuelle', offence: 'infractions' } as Record<string, string>,
    },
    privacyRequest: 'Noter une demande sur ses données',
    openings: { title: 'Qui a ouvert ce dossier', when: 'Quand', who: 'Qui', role: 'Rôle', organisation: 'Organisation' },
    close: {
      title: 'Fermer le dossier', text: 'Le dossier reste lisible un an, puis la personne devient anonyme. Vous pouvez le rouvrir d’ici là.', reason: 'Motif', button: 'Fermer le dossier', reopen: 'Rouvrir le dossier',
      reasons: closingReasons,
    },
    done: {
      creee: 'Le dossier est ouvert.', modifiee: 'Le dossier est modifié.', note: 'La note est ajoutée.', accord: 'L’accord est enregistré.', retrait: 'L’accord est retiré.', fermee: 'Le dossier est fermé.', rouverte: 'Le dossier est rouvert.', invitee: 'L’invitation est partie par e-mail.',
    } as Record<string, string>,
  },
  problems: {
    required: 'Remplissez ce champ.', tooLong: 'C’est trop long : raccourcissez.', nir: 'Ce texte contient un numéro de sécurité sociale : retirez-le, il n’a pas sa place ici.', email: 'Écrivez une adresse complète, comme prenom.nom@exemple.fr.', phone: 'Écrivez un numéro, comme 06 12 34 56 78.',
    date: 'Choisissez une date qui existe.', commune: 'Choisissez une commune de la liste.', choose: 'Choisissez dans la liste.', number: 'Écrivez un nombre entre 0 et 20 ; il faut au moins un adulte.', siren: 'Ce n’est pas un SIREN : vérifiez les neuf chiffres.', siret: 'Ce n’est pas un SIRET : vérifiez les quatorze chiffres.',
    text: 'Écrivez du texte.', link: 'Un nom ne contient pas d’adresse de site.',
  } as Record<string, string>,
  failures: {
    'person.birthDateAhead': 'Cette date est dans l’avenir.', 'person.closed': 'Le dossier est fermé : rouvrez-le d’abord.', 'person.noOrganisation': 'Choisissez d’abord pour quelle organisation vous agissez.', 'person.noEmail': 'Le dossier n’a pas d’adresse e-mail : ajoutez-la d’abord.', 'person.noWords': 'Écrivez au moins une lettre.',
    'consent.alreadyGiven': 'Cet accord est déjà enregistré.', 'note.nir': 'La note contient un numéro de sécurité sociale : retirez-le, il n’a pas sa place ici.', 'note.compartment': 'Votre rôle n’écrit pas dans ce compartiment.',
    'invitation.role': 'Vous ne pouvez pas donner ce rôle dans cette organisation.', 'invitation.alreadyMember': 'Cette personne a déjà cet accès.',
    'organisation.known': 'Une organisation de ce type, ouverte ou fermée, est déjà enregistrée avec ce SIREN.', 'organisation.closed': 'Cette organisation est fermée : elle se rouvre d’abord sur sa fiche.',
    'organisation.own': 'Vous agissez pour cette organisation : une autre personne du territoire, qui agit pour une autre, peut la fermer.', 'organisation.reserved': 'Cette organisation administre le territoire ou protège ses données : seule l’administration du territoire la ferme.', 'establishment.known': 'Cet établissement est déjà enregistré à cette date.', 'establishment.closed': 'Cet établissement est déjà fermé.', 'establishment.otherSiren': 'Ce SIRET commence par un autre SIREN que celui de l’organisation.',
    'establishment.datesCrossed': 'Cette date précède l’ouverture de l’établissement.', 'contact.checkedAhead': 'Cette date est dans l’avenir.', 'contact.optedOut': 'Cette personne ne souhaite plus être contactée.',
    'membership.last': 'C’est la dernière personne à gérer les accès : choisissez d’abord qui prend la suite.', 'membership.reserved': 'Seule l’administration du territoire peut retirer ce rôle.',
  } as Record<string, string>,
};

/** The desk's pages for people: in French only, which an English page says. */
export const partiesWords = defineMessages({ fr: words, en: words }).fr;
