import { expect, test } from 'vitest';
import { explain, personas, type Answers } from '../../aids/index.ts';
import type { ContactView } from './contact.view.ts';
import { simulatorView } from './simulator.view.ts';

const at = '2026-11-24';
const contact: ContactView = { service: 'Accueil logement', invented: false, ways: [] };
const territory = { zones: {}, communes: [] } as unknown as Parameters<typeof simulatorView>[0]['territory'];
const facts = personas(at).find(({ id }) => id === 'firstJob')?.facts ?? {};
const answers = (projects: Answers['projects']): Answers => ({ projects, facts, skipped: [] });

test('somebody to talk to is named with the result, where not every aid is open', () => {
  expect(explain(facts, at).aids.some(({ outcome }) => outcome !== 'yes')).toBe(true);
  expect(simulatorView({ answers: answers(['rent']), at, territory, language: 'fr', contact, ended: true }).contact).toEqual(contact);
  expect(simulatorView({ answers: { projects: ['rent'], facts: {}, skipped: [] }, at, territory, language: 'fr', contact }).contact).toBeUndefined();
});
