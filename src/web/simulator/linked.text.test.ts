import { expect, test } from 'vitest';
import { linked } from './linked.text.ts';

test.each([
  ['Demandez l’avance sur actionlogement.fr, avant de signer.', [{ text: 'Demandez l’avance sur ' }, { text: 'actionlogement.fr', href: 'https://www.actionlogement.fr' }, { text: ', avant de signer.' }]],
  ['Sur www.visale.fr.', [{ text: 'Sur ' }, { text: 'www.visale.fr', href: 'https://www.visale.fr' }, { text: '.' }]],
  ['Voir https://www.caf.fr/allocataires (CAF).', [{ text: 'Voir ' }, { text: 'https://www.caf.fr/allocataires', href: 'https://www.caf.fr/allocataires' }, { text: ' (CAF).' }]],
  ['Auprès de la CAF.', [{ text: 'Auprès de la CAF.' }]],
  ['Sur faux-visale.fr ou visale.fr-cadeau.', [{ text: 'Sur faux-visale.fr ou visale.fr-cadeau.' }]],
])('%s', (text, parts) => expect(linked(text)).toEqual(parts));
