import { personas, writeAnswers, type PersonaId } from '../../aids/index.ts';
import type { PageLanguage } from '../../platform/i18n/format.ts';
import { projectChoices } from './simulator.view.ts';

/** The doors of the first page: what one comes for, and examples. */
export interface StartView {
  projects: readonly { value: string; label: string }[];
  personas: readonly { id: PersonaId; fields: readonly [name: string, value: string][] }[];
}

/** The first page at a day (AAAA-MM-JJ). */
export const startView = (at: string, language: PageLanguage): StartView => ({
  projects: projectChoices(language),
  personas: personas(at).map(({ id, projects, facts }) => ({ id, fields: writeAnswers({ projects, facts, skipped: [] }) })),
});
