import type { Language } from '../platform/i18n/format.ts';
import type { ConventionAction } from './convention.schema.ts';

type ActionState = ConventionAction['state'];

const words: Record<Language, Record<ActionState, { one: string; many: string }>> = {
  fr: {
    draft: { one: 'à l’étude', many: 'à l’étude' }, planned: { one: 'prévue', many: 'prévues' }, inProgress: { one: 'en cours', many: 'en cours' },
    onHold: { one: 'suspendue', many: 'suspendues' }, done: { one: 'faite', many: 'faites' }, abandoned: { one: 'abandonnée', many: 'abandonnées' },
  },
  en: {
    draft: { one: 'under study', many: 'under study' }, planned: { one: 'planned', many: 'planned' }, inProgress: { one: 'under way', many: 'under way' },
    onHold: { one: 'on hold', many: 'on hold' }, done: { one: 'done', many: 'done' }, abandoned: { one: 'dropped', many: 'dropped' },
  },
};

/** The one word for an action's state, on every page and document; it agrees with the number of actions. */
export const actionStateText = (state: ActionState, language: Language, count = 1): string => words[language][state][count > 1 ? 'many' : 'one'];
