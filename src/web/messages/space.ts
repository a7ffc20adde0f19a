import { withDe } from '../../platform/i18n/elision.ts';
import { defineMessages } from '../../platform/i18n/catalogue.ts';

export const spaceMessages = defineMessages({
  fr: {
    header: { signIn: 'Se connecter', space: 'Mon espace', account: 'Mon compte', label: 'Compte', change: 'Changer' },
    demonstration: { label: 'Démonstration', text: 'Démonstration : les personnes, les organisations et les dossiers que vous voyez ici sont inventés.' },
    home: {
      title: 'Mon espace', asRole: (role: string, organisation: string) => `Vous êtes ici en tant que : ${role}, ${organisation}.`, asOwn: 'Votre espace personnel.',
      what: 'Ce que vous pouvez faire', nothing: 'Votre rôle n’ouvre encore aucune page de cette partie.', public: 'Pages publiques',
    },
    doors: { needs: 'Comprendre les besoins', accompany: 'Être accompagné', employers: 'Employeurs', supply: 'Produire et rénover', follow: 'Suivre la convention', rights: 'Données et droits' },
    pages: {
      needs: { name: 'Besoins des salariés', text: 'Voir combien de ménages au travail entrent sous les plafonds, par commune, et ce que le loyer prendrait de leurs revenus.' },
      analysisDesk: { name: 'Analyses à écrire', text: 'Écrire une analyse avec les chiffres de l’observatoire, relire et publier celle d’une autre personne.' },
      persons: { name: 'Personnes accompagnées', text: 'Suivre les dossiers que votre rôle vous donne, en ouvrir un, en chercher un.' },
      organisations: { name: 'Organisations', text: 'Voir les organisations, et ce que votre rôle vous en montre.' },
      scenarios: { name: 'Scénarios', text: 'Comparer les scénarios du besoin en logements, et voir d’où vient chaque chiffre.' },
      journal: { name: 'Journal', text: 'Lire qui a ouvert ou changé quoi, quand, et dans quel rôle.' },
      requests: { name: 'Demandes sur les données', text: 'Répondre aux demandes d’accès, de rectification et d’effacement, avant leur échéance.' },
      register: { name: 'Registre des traitements', text: 'Lire à quoi servent les données, sur quelle base, et combien de temps elles sont gardées.' },
      yearlyCounts: { name: 'Comptes annuels', text: 'Lire combien de personnes ont été suivies chaque année, une fois leurs dossiers effacés aussi.' },
      whoSees: { name: 'Qui voit quoi', text: 'Lire ce que chaque rôle peut faire, et sur quels dossiers.' },
      ownAccess: { name: 'Qui a ouvert mon dossier', text: 'Voir qui a lu ou changé votre dossier, et quand.' },
      ownData: { name: 'Mes données', text: 'Demander une copie de vos données, une correction, un effacement.' },
    },
    choice: {
      title: 'Pour qui agissez-vous ?', text: 'Votre compte a plusieurs accès. Choisissez celui que vous utilisez maintenant ; vous pourrez en changer à tout moment.', own: 'Mon parcours personnel', button: (name: string) => `Agir pour ${name}`, ownButton: 'Ouvrir mon parcours',
      none: 'Vous n’agissez plus pour aucune organisation', noneText: 'Votre compte reste ouvert. Votre accès a été retiré, ou l’organisation est fermée. Au besoin, demandez un nouvel accès à la personne qui gère ceux de votre organisation, ou à l’administration du territoire.', account: 'Voir mon compte', current: 'en ce moment',
    },
    reset: {
      title: 'Remettre à zéro le second facteur', text: (name: string) => `${name} n’a plus son téléphone ni ses codes de secours ? Vérifiez d’abord de vive voix que la demande vient bien de cette personne.`,
      consequence: 'Ses appareils seront déconnectés. À la prochaine connexion, après son mot de passe, elle activera un nouveau second facteur. Elle en est prévenue par e-mail, et ce geste est tracé.',
      reason: 'Motif', reasonHint: 'Par exemple : téléphone perdu, demande faite de vive voix.', button: 'Remettre à zéro', done: (name: string) => `Le second facteur ${withDe(name)} est remis à zéro.`, back: 'Revenir à mon espace',
      absent: 'Ce compte n’a pas de second facteur : il n’y a rien à remettre à zéro.', elsewhere: 'Cette personne agit aussi ailleurs, ou pour tout le territoire : demandez à l’administration du territoire.', own: 'C’est votre propre compte : demandez à une autre personne qui gère les accès.', reasonMissing: 'Écrivez le motif : il est gardé dans la trace.',
    },
    memberAccount: {
      title: 'Compte d’un membre', enabled: (name: string) => `Le compte ${withDe(name)} est actif.`, disabled: (name: string, day: string) => `Le compte ${withDe(name)} est désactivé depuis le ${day}.`,
      consequence: 'Désactivé, le compte n’ouvre plus rien : ses appareils sont déconnectés tout de suite, et ni mot de passe ni lien ne le rouvrent, pour aucune organisation. Ses accès restent inscrits. Pour retirer un seul accès, passez plutôt par la fiche de l’organisation.',
      reason: 'Motif', reasonHint: 'Par exemple : ordinateur volé, départ signalé. Il est gardé dans la trace.', reasonMissing: 'Écrivez le motif : il est gardé dans la trace.', disable: 'Désactiver le compte',
      enableText: 'Réactivé, le compte s’ouvre de nouveau avec son mot de passe, son second facteur et les accès qui n’ont pas été retirés.', enable: 'Réactiver le compte',
      done: { desactiver: (name: string) => `C’est fait : ${name} n’entre plus.`, reactiver: (name: string) => `C’est fait : ${name} peut de nouveau se connecter.` },
      own: 'C’est votre propre compte : demandez à une autre personne qui administre le territoire.', last: 'C’est la dernière personne qui administre le territoire : donnez d’abord ce rôle à une autre.', back: 'Revenir aux organisations',
    },
    forbidden: { title: 'Votre rôle n’ouvre pas cette page', text: 'Vous pouvez revenir à votre espace, ou agir pour une autre organisation si vous en avez plusieurs.', space: 'Revenir à mon espace' },
  },
  en: {
    header: { signIn: 'Sign in', space: 'My space', account: 'My account', label: 'Account', change: 'Change' },
    demonstration: { label: 'Demonstration', text: 'Demonstration: the people, organisations and files that you see here are invented.' },
    home: {
      title: 'My space', asRole: (role, organisation) => `You are here as: ${role}, ${organisation}.`, asOwn: 'Your personal space.',
      what: 'What you can do', nothing: 'Your role opens no page of this part yet.', public: 'Public pages',
    },
    doors: { needs: 'Understand the needs', accompany: 'Be accompanied', employers: 'Employers', supply: 'Build and renovate', follow: 'Follow the agreement', rights: 'Data and rights' },
    pages: {
      needs: { name: 'Employees’ needs', text: 'See how many working households are below the ceilings, by commune, and what the rent would take of their income.' },
      analysisDesk: { name: 'Analyses to write', text: 'Write an analysis with the observatory’s figures, read over and publish somebody else’s.' },
      persons: { name: 'Accompanied people', text: 'Follow the files that your role gives you, open one, look for one.' },
      scenarios: { name: 'Scenarios', text: 'Compare the scenarios of the need for dwellings, and see where each figure comes from.' },
      organisations: { name: 'Organisations', text: 'See the organisations, and what your role shows you of them.' },
      journal: { name: 'Journal', text: 'Read who opened or changed what, when, and in which role.' },
      requests: { name: 'Requests on data', text: 'Answer requests for access, rectification and erasure before they are due.' },
      register: { name: 'Register of processing', text: 'Read what the data serve, on which basis, and how long they are kept.' },
      yearlyCounts: { name: 'Yearly counts', text: 'Read how many people were followed each year, even once their files are erased.' },
      whoSees: { name: 'Who sees what', text: 'Read what each role may do, and on which files.' },
      ownAccess: { name: 'Who opened my file', text: 'See who read or changed your file, and when.' },
      ownData: { name: 'My data', text: 'Ask for a copy of your data, a correction, an erasure.' },
    },
    choice: {
      title: 'For whom do you act?', text: 'Your account has several accesses. Choose the one that you use now; you can change at any time.', own: 'My personal path', button: (name) => `Act for ${name}`, ownButton: 'Open my path',
      none: 'You no longer act for any organisation', noneText: 'Your account stays open. Your access was taken back, or the organisation is closed. If need be, ask for a new access from whoever manages those of your organisation, or from the territory’s administration.', account: 'See my account', current: 'at present',
    },
    reset: {
      title: 'Reset the second factor', text: (name) => `${name} has neither phone nor recovery codes any more? First make sure, in person, that the request does come from them.`,
      consequence: 'Their devices will be signed out. At the next sign-in, after their password, they set up a new second factor. They are told by e-mail, and this act is traced.',
      reason: 'Reason', reasonHint: 'For instance: phone lost, asked in person.', button: 'Reset', done: (name) => `The second factor of ${name} is reset.`, back: 'Back to my space',
      absent: 'This account has no second factor: there is nothing to reset.', elsewhere: 'This person also acts elsewhere, or for the whole territory: ask the administration of the territory.', own: 'This is your own account: ask someone else who manages access.', reasonMissing: 'Write the reason: it is kept in the trace.',
    },
    memberAccount: {
      title: 'Account of a member', enabled: (name) => `The account of ${name} is active.`, disabled: (name, day) => `The account of ${name} has been disabled since ${day}.`,
      consequence: 'Once disabled, the account opens nothing: its devices are signed out at once, and neither password nor link opens it again, for any organisation. Its accesses stay on record. To end one access only, use the sheet of the organisation instead.',
      reason: 'Reason', reasonHint: 'For instance: computer stolen, departure reported. It is kept in the trace.', reasonMissing: 'Write the reason: it is kept in the trace.', disable: 'Disable the account',
      enableText: 'Once enabled, the account opens again with its password, its second factor and the accesses that nobody ended.', enable: 'Enable the account',
      done: { desactiver: (name) => `Done: ${name} no longer comes in.`, reactiver: (name) => `Done: ${name} can sign in again.` },
      own: 'This is your own account: ask someone else who administers the territory.', last: 'This is the last person who administers the territory: give this role to someone else first.', back: 'Back to the organisations',
    },
    forbidden: { title: 'Your role does not open this page', text: 'You can go back to your space, or act for another organisation if you have several.', space: 'Back to my space' },
  },
});
