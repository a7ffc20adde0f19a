import fc from 'fast-check';
import { expect, test } from 'vitest';
import { judgeFreeText } from './free-text.rules.ts';
import { sensitiveSubjects, sensitiveWords } from './sensitive-words.ts';

test.each([
  ['Madame est en arrêt maladie depuis mars.', 'health'],
  ['Suivi psychiatrique au CMP', 'health'],
  ['Il dit être DÉPRESSIF', 'health'],
  ['Son fils est handicapé, dossier MDPH en cours', 'health'],
  ['Elle est enceinte de 6 mois', 'health'],
  ['Famille musulmane, demande un logement près de la mosquée', 'religion'],
  ['Il est témoin de Jéhovah', 'religion'],
  ['Déléguée syndicale CGT', 'union'],
  ['Gréviste en octobre', 'union'],
  ['Famille d’origine algérienne', 'origin'],
  ['Ce sont des gens du voyage', 'origin'],
  ['Couple homosexuel', 'sexualLife'],
  ['Sort de prison le 3, sous bracelet électronique', 'offence'],
  ['Condamné pour vol', 'offence'],
])('« %s » warns of %s', (text, subject) => {
  const verdict = judgeFreeText(text);
  expect(verdict.kind === 'doubtful' && verdict.findings.map((finding) => finding.subject)).toContain(subject);
});

test.each([
  ['Rappeler mardi au sujet du T3 de Woippy, loyer 640 €.'],
  ['Habite 12 rue de l’Église à Montigny'],
  ['Visite au 3, place de la Mosquée'],
  ['Logement rue de la Prison, deuxième étage'],
  ['Travaille au centre hospitalier comme aide-soignante'],
  ['Le syndicat de copropriété n’a pas répondu, ni le syndic'],
  ['Union européenne : titre de séjour à renouveler en mai'],
  ['Une fois la porte condamnée, l’accès se fait par la cour'],
  ['Adresse postale : avenue de l’Hôpital'],
  ['Diagnostic de performance énergétique reçu, classe D'],
  ['Date d’origine du dossier : 2024 ; pièce d’origine demandée'],
  ['Attestation de l’Assurance maladie manquante'],
  ['Le traitement de la demande prend trois semaines'],
  ['Il croit que la commission passe le 12 ; bonne foi, bail signé'],
  ['Délai du préavis : un mois'],
  ['Romain et Romane Roman, sœur à Rombas'],
])('« %s » passes without a word', (text) => {
  expect(judgeFreeText(text)).toEqual({ kind: 'fine' });
});

test('a social-security number is refused, whatever else stands there', () => {
  expect(judgeFreeText('Malade. NIR 2 55 08 14 168 025 38')).toEqual({ kind: 'refused' });
});

test('capitals, accents and what stands around never hide a word of the list', () => {
  const plain = sensitiveSubjects.flatMap((subject) => sensitiveWords[subject].filter((word) => !word.includes('*')).map((word) => ({ subject, word })));
  fc.assert(fc.property(fc.constantFrom(...plain), fc.constantFrom('', 'Il dit : ', '— '), fc.constantFrom('', '.', ' !', ', dit-elle'), fc.boolean(), ({ subject, word }, before, after, shouted) => {
    const verdict = judgeFreeText(before + (shouted ? word.toUpperCase() : word) + after);
    expect(verdict.kind === 'doubtful' && verdict.findings.map((finding) => finding.subject)).toContain(subject);
  }));
});

test('any text gets an answer, and soon', () => {
  fc.assert(fc.property(fc.string({ unit: 'grapheme', maxLength: 2_000 }), (text) => {
    expect(['fine', 'refused', 'doubtful']).toContain(judgeFreeText(text).kind);
  }));
  const long = `${'rue de la '.repeat(100)}${'1 '.repeat(500)}`;
  const start = performance.now();
  judgeFreeText(long);
  expect(performance.now() - start).toBeLessThan(200);
});
