import { ruleTexts, type Aid } from '../../aids/index.ts';
import type { PageLanguage } from '../../platform/i18n/format.ts';

export type Labels = ReturnType<typeof ruleTexts>;

const known = new Map<PageLanguage, Labels>();

/** The rules' own words in a language, read once. */
export function labelsOf(language: PageLanguage): Labels {
  const found = known.get(language) ?? ruleTexts(language);
  known.set(language, found);
  return found;
}

/** An aid's name in a language. */
export const titleOf = (aid: Aid, language: PageLanguage): string => labelsOf(language)[aid.rule]?.title ?? aid.title;
