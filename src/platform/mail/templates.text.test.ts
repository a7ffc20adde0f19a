import fc from 'fast-check';
import { expect, test } from 'vitest';
import { htmlOf, writeMail, type MailTemplate, type MailValues } from './templates.ts';

const link = 'https://ancrage.example/invitation/abc?x=1&y=2';
const at = new Date('2026-03-03T17:05:00Z');
const values: MailValues = {
  invitation: { organisation: 'Vergers du Saulnois', role: 'responsable RH', link, expiresOn: '2026-03-03' },
  signIn: { link, minutes: 15 },
  recovery: { link, minutes: 30 },
  passwordChanged: { at, link },
  totpReset: { at, link },
  reminder: { title: 'Une réponse est attendue', text: 'Une réponse est attendue avant le mardi 3 mars 2026.', link },
  privacyAnswer: { askedOn: '2026-03-03', answer: `Votre adresse est corrigée.\n${link}` },
};
const templates = Object.keys(values) as MailTemplate[];

test('the invitation, as it is read', () => {
  expect(writeMail('invitation', values.invitation, 'fr')).toEqual({
    subject: 'Votre accès à Ancrage pour Vergers du Saulnois',
    body: [
      'Bonjour,', 'Vous êtes invité à agir dans Ancrage pour Vergers du Saulnois, en tant que\u00a0: responsable RH.',
      'Ouvrez cette adresse avant la fin du mardi 3\u00a0mars 2026 pour créer votre accès\u00a0:', link,
      'Si vous n’attendiez pas cette invitation, ignorez ce message\u00a0: aucun accès ne sera créé.',
      'Ancrage\nMessage automatique\u00a0: ne répondez pas à cette adresse.',
    ].join('\n\n'),
  });
});

test('moments are those of France', () => {
  expect(writeMail('passwordChanged', values.passwordChanged, 'fr').body).toContain('le mardi 3\u00a0mars 2026 à 18\u00a0h\u00a005');
  expect(writeMail('passwordChanged', values.passwordChanged, 'en').body).toContain('on Tuesday 3\u00a0March 2026 at 18:05 (Paris)');
});

test.each(templates)('%s exists in both languages, with its link on a line of its own', (template) => {
  const [fr, en] = (['fr', 'en'] as const).map((language) => writeMail(template, values[template] as never, language));
  expect(fr?.body.split('\n')).toContain(link);
  expect(en?.body.split('\n')).toContain(link);
  expect(fr?.body).toContain('Bonjour');
  expect(en?.body).toContain('Hello');
  expect(htmlOf(fr?.body ?? '', 'fr')).toContain('<a href="https://ancrage.example/invitation/abc?x=1&amp;y=2">');
});

test('whatever a name holds, the subject is one line, the HTML is text, and no other link opens', () =>
  fc.assert(fc.property(fc.string({ unit: fc.constantFrom('a', '\r', '\n', '\n\nhttps://autre.example/\n\n', '\u2028', '<', '>', '"', ':', '\0', 'é') }), (organisation) => {
    const { subject, body } = writeMail('invitation', { ...values.invitation, organisation: `x${organisation}Bcc: y@z` }, 'fr');
    expect(subject).not.toMatch(/[\r\n\0\u2028]/);
    expect(body).not.toContain('\0');
    const html = htmlOf(body, 'fr');
    expect([...html.matchAll(/<a href="([^"]*)"/g)].map((found) => found[1])).toEqual([link.replace('&', '&amp;')]);
    expect(html.replaceAll(/<(?:\/?(?:p|a|html|head|title|body)|br|a href="[^"<>]*"|html lang="fr"|meta charset="utf-8"|!doctype html)>/g, '')).not.toMatch(/[<>]/);
  })));
