import type { PlainDate } from '../clock.ts';
import { bindPunctuation } from '../i18n/catalogue.ts';
import { formatDay, type Language } from '../i18n/format.ts';
import { dayOf } from '../i18n/moment.ts';

/** What each mail needs to be written. No mail says why someone has a file here: mailboxes are read by others. */
export interface MailValues {
  invitation: { organisation: string; role: string; link: string; expiresOn: PlainDate };
  signIn: { link: string; minutes: number };
  recovery: { link: string; minutes: number };
  passwordChanged: { at: Date; link: string };
  totpReset: { at: Date; link: string };
  reminder: { title: string; text: string; link: string };
  privacyAnswer: { askedOn: PlainDate; answer: string };
}

export type MailTemplate = keyof MailValues;

interface Written {
  subject: string;
  /** A paragraph each; one that is an address alone becomes a link. */
  paragraphs: readonly string[];
}

type Words = { [Template in MailTemplate]: (values: MailValues[Template]) => Written };

const fr: Words = {
  invitation: ({ organisation, role, link, expiresOn }) => ({
    subject: `Votre accès à Ancrage pour ${organisation}`,
    paragraphs: [
      'Bonjour,',
      `Vous êtes invité à agir dans Ancrage pour ${organisation}, en tant que : ${role}.`,
      `Ouvrez cette adresse avant la fin du ${formatDay(expiresOn, 'fr', { weekday: true })} pour créer votre accès :`,
      link,
      'Si vous n’attendiez pas cette invitation, ignorez ce message : aucun accès ne sera créé.',
    ],
  }),
  signIn: ({ link, minutes }) => ({
    subject: 'Votre lien de connexion à Ancrage',
    paragraphs: ['Bonjour,', `Ouvrez cette adresse dans les ${minutes} minutes pour vous connecter ; elle ne sert qu’une fois :`, link, 'Si vous n’avez pas demandé à vous connecter, ignorez ce message : personne n’est entré dans votre compte.'],
  }),
  recovery: ({ link, minutes }) => ({
    subject: 'Choisir un nouveau mot de passe pour Ancrage',
    paragraphs: ['Bonjour,', `Ouvrez cette adresse dans les ${minutes} minutes pour choisir un nouveau mot de passe ; elle ne sert qu’une fois :`, link, 'Si vous ne l’avez pas demandé, ignorez ce message : votre mot de passe actuel reste valable.'],
  }),
  passwordChanged: ({ at, link }) => ({
    subject: 'Votre mot de passe Ancrage a changé',
    paragraphs: ['Bonjour,', `Votre mot de passe a été changé le ${moment(at, 'fr')}. Les autres appareils ont été déconnectés.`, 'Si ce n’est pas vous, choisissez tout de suite un nouveau mot de passe à cette adresse, puis prévenez la personne qui gère les accès de votre organisation :', link],
  }),
  totpReset: ({ at, link }) => ({
    subject: 'Votre second facteur Ancrage a été remplacé',
    paragraphs: ['Bonjour,', `Le code à usage unique de votre compte a été remplacé le ${moment(at, 'fr')}. L’ancien ne fonctionne plus.`, 'Si ce n’est pas vous, choisissez tout de suite un nouveau mot de passe à cette adresse, puis prévenez la personne qui gère les accès de votre organisation :', link],
  }),
  reminder: ({ title, text, link }) => ({
    subject: title,
    paragraphs: ['Bonjour,', text, 'Pour y répondre, ouvrez cette adresse :', link],
  }),
  privacyAnswer: ({ askedOn, answer }) => ({
    subject: 'Réponse à votre demande sur vos données',
    paragraphs: ['Bonjour,', `Vous nous avez écrit le ${formatDay(askedOn, 'fr')} au sujet de vos données. Voici notre réponse :`, ...answer.split('\n').filter((line) => line.trim() !== '')],
  }),
};

const en: Words = {
  invitation: ({ organisation, role, link, expiresOn }) => ({
    subject: `Your access to Ancrage for ${organisation}`,
    paragraphs: [
      'Hello,',
      `You are invited to act in Ancrage for ${organisation}, as: ${role}.`,
      `Open this address before the end of ${formatDay(expiresOn, 'en', { weekday: true })} to create your access:`,
      link,
      'If you did not expect this invitation, ignore this message: no access will be created.',
    ],
  }),
  signIn: ({ link, minutes }) => ({
    subject: 'Your sign-in link to Ancrage',
    paragraphs: ['Hello,', `Open this address within ${minutes} minutes to sign in; it works once:`, link, 'If you did not ask to sign in, ignore this message: nobody entered your account.'],
  }),
  recovery: ({ link, minutes }) => ({
    subject: 'Choose a new password for Ancrage',
    paragraphs: ['Hello,', `Open this address within ${minutes} minutes to choose a new password; it works once:`, link, 'If you did not ask for it, ignore this message: your present password stays valid.'],
  }),
  passwordChanged: ({ at, link }) => ({
    subject: 'Your Ancrage password has changed',
    paragraphs: ['Hello,', `Your password was changed on ${moment(at, 'en')}. The other devices were signed out.`, 'If it was not you, choose a new password at once at this address, then tell whoever manages your organisation’s access:', link],
  }),
  totpReset: ({ at, link }) => ({
    subject: 'Your Ancrage second factor was replaced',
    paragraphs: ['Hello,', `Your account’s one-time code was replaced on ${moment(at, 'en')}. The former one no longer works.`, 'If it was not you, choose a new password at once at this address, then tell whoever manages your organisation’s access:', link],
  }),
  reminder: ({ title, text, link }) => ({
    subject: title,
    paragraphs: ['Hello,', text, 'To answer, open this address:', link],
  }),
  privacyAnswer: ({ askedOn, answer }) => ({
    subject: 'Answer to your request about your data',
    paragraphs: ['Hello,', `You wrote to us on ${formatDay(askedOn, 'en')} about your data. This is our answer:`, ...answer.split('\n').filter((line) => line.trim() !== '')],
  }),
};

const signature: Record<Language, string> = { fr: 'Ancrage\nMessage automatique : ne répondez pas à cette adresse.', en: 'Ancrage\nAutomatic message: please do not answer this address.' };

/** A mail's subject and plain text. */
export function writeMail<Template extends MailTemplate>(template: Template, values: MailValues[Template], language: Language): { subject: string; body: string } {
  const { subject, paragraphs } = { fr, en }[language][template](values);
  const text = (given: string): string => (language === 'fr' && !isLink(given) ? bindPunctuation(given) : given);
  return { subject: text(oneLine(subject)).slice(0, 200), body: [...paragraphs.map((one) => text(oneLine(one))), text(signature[language])].join('\n\n') };
}

/** The same text for readers of HTML: paragraphs, and addresses that open. No style, no picture, nothing fetched. */
export function htmlOf(body: string, language: string): string {
  const paragraphs = body.split('\n\n').map((text) => `<p>${isLink(text) ? `<a href="${escaped(text)}">${escaped(text)}</a>` : escaped(text).replaceAll('\n', '<br>')}</p>`);
  return `<!doctype html><html lang="${escaped(language)}"><head><meta charset="utf-8"><title>Ancrage</title></head><body>${paragraphs.join('\n')}</body></html>`;
}

/** An address of a page, alone on its paragraph. */
export const isLink = (text: string): boolean => /^https?:\/\/\S+$/.test(text);

/** Whatever a name contains, it adds no header below the subject, and no paragraph nor link of its own to the text. */
const oneLine = (text: string): string => text.replaceAll(/[\p{Cc}\u2028\u2029]+/gu, ' ').trim();

const escaped = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');

const parisTime = new Intl.DateTimeFormat('fr-FR', { timeZone: 'Europe/Paris', hour: 'numeric', minute: '2-digit', hourCycle: 'h23' });

/** `mardi 3 mars 2026 à 18 h 05`. */
function moment(at: Date, language: Language): string {
  const [hour, minute] = parisTime.format(at).split(':');
  const day = formatDay(dayOf(at), language, { weekday: true });
  return language === 'fr' ? `${day} à ${Number(hour)}\u00a0h\u00a0${minute}` : `${day} at ${hour}:${minute} (Paris)`;
}
