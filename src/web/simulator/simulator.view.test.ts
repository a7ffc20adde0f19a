import { expect, test } from 'vitest';
import { personas, type Answers } from '../../aids/index.ts';
import type { ContactView } from './contact.view.ts';
import { simulatorView } from './simulator.view.ts';

const at = '2026-11-24';
const contact: ContactView = { service: 'Accueil logement', invented: false, ways: [] };
const territory = { zones: {}, communes: [] } as unknown as Parameters<typeof simulatorView>[0]['territory'];
const facts = personas(at).find(({ id }) => id === 'firstJob')?.facts ?? {};
const answers = (projects: Answers['projects']): Answers => ({ projects, facts, skipped: [] });

const result = (asked: Partial<Answers>) => simulatorView({ answers: { ...answers(['rent']), ...asked }, at, territory, language: 'fr', contact, ended: true });

test('somebody to talk to is named with the result, not with a question', () => {
  expect(result({}).contact).toEqual(contact);
  expect(simulatorView({ answers: { projects: ['rent'], facts: {}, skipped: [] }, at, territory, language: 'fr', contact }).contact).toBeUndefined();
});

test('whom every aid is open to is named somebody too, first in a difficulty', () => {
  const separated = personas(at).find(({ id }) => id === 'separated')?.facts ?? {};
  const view = result({ projects: ['difficulty'], facts: separated });
  expect([view.aids.map(({ outcome }) => outcome), view.contact, view.talksFirst]).toEqual([['yes'], contact, true]);
  expect(result({}).talksFirst).toBe(false);
});
