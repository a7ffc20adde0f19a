import { expect, test } from 'vitest';
import type { TerritoryContact } from '../../territory/index.ts';
import { contactOf } from './contact.view.ts';

const whole: TerritoryContact = { service: 'Accueil logement', phone: '03 53 01 23 45', email: 'logement@metropole.example', page: 'https://www.metropole.example/logement/', demonstration: false };

test('each way to reach the service is a link, in the order in which people use them', () => {
  expect(contactOf({ territory: { contact: whole }, demo: false })).toEqual({
    service: 'Accueil logement', invented: false,
    ways: [
      { kind: 'phone', part: { text: '03\u00a053\u00a001\u00a023\u00a045', href: 'tel:0353012345' } },
      { kind: 'email', part: { text: 'logement@metropole.example', href: 'mailto:logement@metropole.example' } },
      { kind: 'page', part: { text: 'metropole.example/logement', href: 'https://www.metropole.example/logement/' } },
    ],
  });
});

test('an invented service is marked, and shown by a demonstration alone', () => {
  const contact = { ...whole, demonstration: true };
  expect([contactOf({ territory: { contact }, demo: true })?.invented, contactOf({ territory: { contact }, demo: false })]).toEqual([true, undefined]);
});

test('a territory without a service to reach names nobody', () => expect(contactOf({ territory: {}, demo: true })).toBeUndefined());
