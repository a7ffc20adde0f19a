import { defineMessages } from '../../platform/i18n/catalogue.ts';

export const demoMailMessages = defineMessages({
  fr: {
    title: 'Messages de la démonstration',
    lead: 'Cette démonstration n’envoie aucun e-mail : les messages qu’elle aurait envoyés se lisent ici, du plus récent au plus ancien, à la date où ils seraient partis. Leurs liens fonctionnent tant qu’ils sont valables.',
    empty: 'Aucun message pour le moment. Demandez un lien de connexion ou invitez quelqu’un : le message apparaîtra ici.',
    ask: 'Demander un lien de connexion',
    to: 'À', on: 'Le', again: 'Relire la boîte',
  },
  en: {
    title: 'Messages of the demonstration',
    lead: 'This demonstration sends no e-mail: the messages it would have sent are read here, the latest first, dated when they would have left. Their links work as long as they are valid.',
    empty: 'No message yet. Ask for a sign-in link or invite somebody: the message will appear here.',
    ask: 'Ask for a sign-in link',
    to: 'To', on: 'On', again: 'Read the box again',
  },
});
