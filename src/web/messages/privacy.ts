import { withDe } from '../../platform/i18n/elision.ts';
import { defineMessages } from '../../platform/i18n/catalogue.ts';

export const privacyMessages = defineMessages({
  fr: {
    frenchDocument: 'Ce document existe en français seulement.',
    journal: {
      title: 'Journal', lead: 'Qui a ouvert ou changé quoi, quand, dans quel rôle. Votre lecture est tracée elle aussi ; la personne dont vous cherchez le dossier la voit.',
      filters: 'Choisir ce qui est montré', narrowed: 'Liste réduite à ceci :', person: 'Identifiant de la personne', personHint: 'Il figure dans l’adresse de son dossier.', account: 'Identifiant du compte', accountHint: 'Suivez « ses actes » dans une ligne.', type: 'Acte', everyType: 'Tous les actes', day: 'Jour', show: 'Montrer', reset: 'Tout montrer',
      caption: 'Actes tracés, du plus récent au plus ancien', when: 'Quand', act: 'Acte', who: 'Qui', subject: 'Sur', reason: 'Motif', noReason: 'aucun', itsActs: 'ses actes', itsActsOf: (name: string) => `ses actes : ${name}`, itsFile: 'ce dossier', itsFileOf: (when: string) => `tous les actes sur ce dossier (${when})`,
      erased: 'compte effacé', none: 'Aucun acte ne répond à ces choix.', next: 'Actes plus anciens', kept: 'Chaque acte est gardé un an, scellé chaque minute. La commande « ancrage audit verify » prouve que rien n’a été modifié.',
      bad: { personne: 'Recopiez l’identifiant en entier : 36 caractères.', compte: 'Recopiez l’identifiant en entier : 36 caractères.', acte: 'Choisissez un acte de la liste.', jour: 'Écrivez un jour, par exemple 24/11/2026.', avant: 'Repartez du début de la liste.' },
    },
    access: {
      title: 'Qui a ouvert mon dossier', lead: 'Chaque fois qu’une personne lit ou change votre dossier, une ligne s’ajoute ici. Elle y reste un an.',
      caption: 'Ce qui a été fait sur votre dossier, du plus récent au plus ancien', when: 'Quand', act: 'Ce qui a été fait', who: 'Par qui', none: 'Personne n’a encore ouvert votre dossier.',
      doubt: 'Une ligne vous étonne ?', doubtText: 'Le délégué à la protection des données peut demander des explications.', doubtLink: 'Lui écrire par une demande sur mes données', next: 'Lignes plus anciennes',
    },
    register: {
      title: 'Registre des traitements', lead: 'À quoi servent les données, sur quelle base, combien de temps elles sont gardées, qui les reçoit. Ce registre est fait à partir de la base elle-même.',
      confirm: 'Finalités, bases légales et durées sont proposées par le logiciel : le délégué à la protection des données du territoire les confirme.', transfers: 'Aucun transfert hors de l’Union européenne. Aucune décision automatisée.',
      purpose: 'Finalité', legalBasis: 'Base légale', controller: 'Responsable', subjects: 'Personnes concernées', caption: (title: string) => `Données : ${title}`, data: 'Données', categories: 'Catégories', retention: 'Durée', recipients: 'Destinataires', security: 'Mesures de sécurité',
    },
    counts: {
      title: 'Comptes annuels', lead: 'Combien de personnes ont été suivies chaque année. Ces comptes restent quand les dossiers sont effacés ; ils ne désignent personne.',
      small: 'À ne pas publier tels quels : un petit nombre peut permettre de reconnaître quelqu’un, surtout croisé par commune, organisme et âge.',
      sums: 'Personnes suivies, par année', year: 'Année', persons: 'Personnes', counted: 'Compté', asItStands: 'au fil de l’eau : l’année court encore', notYet: 'l’année est finie : son compte sera arrêté la nuit prochaine', see: 'Détail', seeYear: (year: string) => `Détail de ${year}`,
      detail: (year: string) => `Détail de ${year}`, detailHow: 'Une personne compte une fois, dans l’organisme qui la suit et la commune de son dossier, à l’âge qu’elle atteint dans l’année.', byKind: (year: string) => `Personnes suivies en ${year}, par type d’organisme et âge`, byCommune: (year: string) => `Personnes suivies en ${year}, par commune et âge`,
      commune: 'Commune', noCommune: 'Non renseignée', kind: 'Type d’organisme', all: 'Ensemble', bands: { 'under25': 'Moins de 25 ans', '25-34': '25 à 34 ans', '35-49': '35 à 49 ans', '50-64': '50 à 64 ans', '65+': '65 ans et plus', 'unknown': 'Âge inconnu' },
      none: 'Aucune personne n’a encore été suivie : les comptes apparaîtront ici, une ligne par année.',
    },
    rights: {
      title: 'Qui voit quoi', lead: 'Ce que chaque rôle peut faire, et sur quels dossiers. Ce qui n’est pas écrit ici est refusé, par les pages comme par la base de données.',
      caption: (resource: string) => `Droits : ${resource}`, action: 'Action', who: 'Qui, sur quels dossiers', compartments: 'Compartiments', compartmentsText: 'Lignes que seuls certains rôles voient, quelle que soit leur portée. Une personne reçoit les siennes avec la copie de ses données.',
    },
    data: {
      title: 'Mes données', lead: 'Ce que le règlement européen sur la protection des données (RGPD) vous permet, ici, sans rien justifier.',
      copy: 'Recevoir une copie', copyText: 'Une archive avec tout ce qui est enregistré sur vous : une page à lire, et les mêmes données dans un format que d’autres logiciels relisent.', copyButton: 'Télécharger ma copie',
      ask: 'Faire une demande', askText: 'Le délégué à la protection des données vous répond dans le mois.', kind: 'Ce que vous demandez', detail: 'Précisions', detailHint: 'Facultatif. N’écrivez ni numéro de sécurité sociale ni donnée de santé.', askButton: 'Envoyer ma demande',
      kinds: { access: 'Savoir ce qui est enregistré et en recevoir une copie', rectification: 'Corriger une erreur', erasure: 'Effacer mes données', objection: 'M’opposer à un usage de mes données' },
      sent: (day: string) => `Votre demande est enregistrée. Vous aurez une réponse avant le ${day}.`, mine: 'Mes demandes', none: 'Vous n’avez fait aucune demande.', askedOn: 'Demandée', state: 'Réponse', due: (day: string) => `avant le ${day}`, answered: (day: string) => `donnée le ${day}`,
      more: 'Vous pouvez aussi voir', access: 'qui a ouvert votre dossier', register: 'à quoi servent les données',
    },
    requests: {
      title: 'Demandes sur les données', lead: 'Accès, rectification, effacement, opposition : une réponse est due dans le mois.', open: 'À répondre', answered: 'Répondues', states: 'Demandes montrées',
      caption: 'Demandes, de la plus urgente à la moins urgente', captionAnswered: 'Demandes répondues, de la plus récente à la plus ancienne', kind: 'Demande', kinds: { access: 'Demande d’accès', rectification: 'Demande de rectification', erasure: 'Demande d’effacement', objection: 'Demande d’opposition' }, person: 'Personne', asked: 'Reçue', due: 'Réponse due', late: 'en retard', soon: 'à répondre cette semaine', inTime: 'dans les temps', erased: 'dossier effacé', answeredOn: 'Répondue',
      noneOpen: 'Aucune demande n’attend de réponse.', noneOpenHow: 'Les demandes que les personnes font dans leur espace arrivent ici. Pour noter celle qui vous est venue par courrier, ouvrez le dossier de la personne, puis « Noter une demande ».', noneAnswered: 'Aucune demande n’a encore reçu de réponse.', next: 'Demandes suivantes',
      note: 'Noter une demande reçue par courrier', notePerson: 'Identifiant de la personne', noteHint: 'Il figure dans l’adresse de son dossier : 36 caractères.', noteButton: 'Noter la demande',
    },
    request: {
      crumb: 'Demandes sur les données', facts: 'La demande', person: 'Personne', asked: 'Reçue', due: 'Réponse due', detail: 'Précisions', noDetail: 'aucune', file: 'Ouvrir le dossier',
      copy: 'Copie des données', copyText: 'Une archive à remettre à la personne, après avoir vérifié son identité. Les notes du service de soutien social n’y sont pas : la personne les reçoit en la téléchargeant elle-même, ou les demande à ce service.', copyButton: 'Télécharger la copie',
      rectify: 'Corriger', rectifyText: 'Corrigez le dossier, puis dites ici ce qui a changé.',
      answer: 'Répondre', answerText: 'La personne lit votre réponse dans son espace et par e-mail. Dites ce qui a été fait, ou pourquoi cela ne peut pas l’être, et qu’un recours est possible auprès de la CNIL.', answerField: 'Votre réponse', answerButton: 'Envoyer la réponse',
      erase: 'Effacer', eraseText: 'Identité, coordonnées, foyer, accords, notes, documents et compte sont effacés tout de suite, dans tout le service. Cela ne se défait pas.', kept: 'Ce qui reste, et pourquoi', eraseConfirm: (name: string) => `J’ai vérifié l’identité de la personne ; effacer les données ${withDe(name)}`, eraseButton: 'Effacer et répondre',
      refuseInstead: 'Ou répondre sans effacer',
      done: 'Réponse donnée', doneOn: (day: string) => `Répondu le ${day}.`, mailed: 'La réponse est envoyée par e-mail.', notMailed: 'Aucune adresse e-mail n’est connue : remettez cette réponse à la personne par un autre moyen.',
    },
    problems: { required: 'Écrivez votre réponse.', choose: 'Choisissez ce qui est demandé.', tooLong: 'C’est trop long : raccourcissez.', nir: 'Retirez le numéro de sécurité sociale : il n’a pas sa place ici.', unknown: 'Aucune personne suivie n’a cet identifiant.', confirm: 'Cochez la case pour effacer.', waiting: (day: string) => `Vous avez déjà fait cette demande : la réponse vient avant le ${day}.`, answered: 'Cette demande a déjà reçu une réponse.', noFile: 'Votre dossier est déjà effacé.' },
  },
  en: {
    frenchDocument: 'This document exists in French only.',
    journal: {
      title: 'Journal', lead: 'Who opened or changed what, when, in which role. Your own reading is traced too; the person whose file you look for sees it.',
      filters: 'Choose what is shown', narrowed: 'List narrowed to:', person: 'Identifier of the person', personHint: 'It stands in the address of the file.', account: 'Identifier of the account', accountHint: 'Follow “their acts” in a line.', type: 'Act', everyType: 'Every act', day: 'Day', show: 'Show', reset: 'Show everything',
      caption: 'Traced acts, latest first', when: 'When', act: 'Act', who: 'Who', subject: 'On', reason: 'Reason', noReason: 'none', itsActs: 'their acts', itsActsOf: (name) => `their acts: ${name}`, itsFile: 'this file', itsFileOf: (when) => `every act on this file (${when})`,
      erased: 'erased account', none: 'No act matches these choices.', next: 'Earlier acts', kept: 'Each act is kept for one year, sealed each minute. The command “ancrage audit verify” proves that nothing was changed.',
      bad: { personne: 'Copy the whole identifier: 36 characters.', compte: 'Copy the whole identifier: 36 characters.', acte: 'Choose an act of the list.', jour: 'Write a day.', avant: 'Start again from the head of the list.' },
    },
    access: {
      title: 'Who opened my file', lead: 'Each time someone reads or changes your file, a line is added here. It stays for one year.',
      caption: 'What was done with your file, latest first', when: 'When', act: 'What was done', who: 'By whom', none: 'Nobody has opened your file yet.',
      doubt: 'Does a line surprise you?', doubtText: 'The data protection officer can ask for explanations.', doubtLink: 'Write to the officer by a request on my data', next: 'Earlier lines',
    },
    register: {
      title: 'Register of processing', lead: 'What the data serve, on which basis, how long they are kept, who receives them. This register is made from the database itself.',
      confirm: 'Purposes, legal bases and durations are proposed by the software: the territory’s data protection officer confirms them.', transfers: 'No transfer outside the European Union. No automated decision.',
      purpose: 'Purpose', legalBasis: 'Legal basis', controller: 'Controller', subjects: 'Persons concerned', caption: (title) => `Data: ${title}`, data: 'Data', categories: 'Categories', retention: 'Duration', recipients: 'Recipients', security: 'Security measures',
    },
    counts: {
      title: 'Yearly counts', lead: 'How many people were followed each year. These counts stay when the files are erased; they designate nobody.',
      small: 'Not to be published as they are: a small number may let somebody be recognised, above all crossed by commune, organisation and age.',
      sums: 'People followed, by year', year: 'Year', persons: 'People', counted: 'Counted', asItStands: 'as it stands: the year goes on', notYet: 'the year is over: it will be counted for good next night', see: 'Detail', seeYear: (year) => `Detail of ${year}`,
      detail: (year) => `Detail of ${year}`, detailHow: 'A person counts once, in the organisation that follows her and the commune of her file, at the age that she reaches in the year.', byKind: (year) => `People followed in ${year}, by kind of organisation and age`, byCommune: (year) => `People followed in ${year}, by commune and age`,
      commune: 'Commune', noCommune: 'Not known', kind: 'Kind of organisation', all: 'All', bands: { 'under25': 'Under 25', '25-34': '25 to 34', '35-49': '35 to 49', '50-64': '50 to 64', '65+': '65 and over', 'unknown': 'Age not known' },
      none: 'Nobody has been followed yet: the counts will be here, one line for each year.',
    },
    rights: {
      title: 'Who sees what', lead: 'What each role may do, and on which files. What is not written here is refused, by the pages and by the database alike.',
      caption: (resource) => `Rights: ${resource}`, action: 'Action', who: 'Who, on which files', compartments: 'Compartments', compartmentsText: 'Lines that only some roles see, whatever their scope. A person receives her own with the copy of her data.',
    },
    data: {
      title: 'My data', lead: 'What the European data protection regulation (GDPR) lets you do, here, without giving a reason.',
      copy: 'Receive a copy', copyText: 'An archive with everything recorded about you: a page to read, and the same data in a format that other software reads.', copyButton: 'Download my copy',
      ask: 'Make a request', askText: 'The data protection officer answers within a month.', kind: 'What you ask for', detail: 'Details', detailHint: 'Optional. Write no social security number and nothing about health.', askButton: 'Send my request',
      kinds: { access: 'Know what is recorded and receive a copy', rectification: 'Correct a mistake', erasure: 'Erase my data', objection: 'Object to a use of my data' },
      sent: (day) => `Your request is recorded. You will have an answer before ${day}.`, mine: 'My requests', none: 'You have made no request.', askedOn: 'Asked', state: 'Answer', due: (day) => `before ${day}`, answered: (day) => `given on ${day}`,
      more: 'You may also see', access: 'who opened your file', register: 'what the data serve',
    },
    requests: {
      title: 'Requests on data', lead: 'Access, rectification, erasure, objection: an answer is due within a month.', open: 'To answer', answered: 'Answered', states: 'Requests shown',
      caption: 'Requests, most urgent first', captionAnswered: 'Answered requests, latest first', kind: 'Request', kinds: { access: 'Request for access', rectification: 'Request for rectification', erasure: 'Request for erasure', objection: 'Objection' }, person: 'Person', asked: 'Received', due: 'Answer due', late: 'late', soon: 'to answer this week', inTime: 'in time', erased: 'erased file', answeredOn: 'Answered',
      noneOpen: 'No request awaits an answer.', noneOpenHow: 'Requests that people make in their space arrive here. To note one that came by letter, open the person’s file, then “Noter une demande”.', noneAnswered: 'No request has been answered yet.', next: 'Next requests',
      note: 'Note a request that came by letter', notePerson: 'Identifier of the person', noteHint: 'It stands in the address of the file: 36 characters.', noteButton: 'Note the request',
    },
    request: {
      crumb: 'Requests on data', facts: 'The request', person: 'Person', asked: 'Received', due: 'Answer due', detail: 'Details', noDetail: 'none', file: 'Open the file',
      copy: 'Copy of the data', copyText: 'An archive to hand to the person, once identity is checked. The notes of the social support service are not in it: the person receives them by downloading it herself, or asks that service.', copyButton: 'Download the copy',
      rectify: 'Correct', rectifyText: 'Correct the file, then say here what changed.',
      answer: 'Answer', answerText: 'The person reads your answer in her space and by e-mail. Say what was done, or why it cannot be, and that the CNIL hears complaints.', answerField: 'Your answer', answerButton: 'Send the answer',
      erase: 'Erase', eraseText: 'Identity, contact, household, consents, notes, documents and account are erased at once, everywhere. This cannot be undone.', kept: 'What stays, and why', eraseConfirm: (name) => `I checked the person’s identity; erase the data of ${name}`, eraseButton: 'Erase and answer',
      refuseInstead: 'Or answer without erasing',
      done: 'Answer given', doneOn: (day) => `Answered on ${day}.`, mailed: 'The answer is sent by e-mail.', notMailed: 'No e-mail address is known: give this answer to the person another way.',
    },
    problems: { required: 'Write your answer.', choose: 'Choose what is asked.', tooLong: 'This is too long: shorten it.', nir: 'Remove the social security number: it has no place here.', unknown: 'No followed person has this identifier.', confirm: 'Tick the box to erase.', waiting: (day) => `You have made this request already: the answer comes before ${day}.`, answered: 'This request has been answered already.', noFile: 'Your file is erased already.' },
  },
});
