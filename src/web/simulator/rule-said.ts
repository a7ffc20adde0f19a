import type { PageLanguage } from '../../platform/i18n/format.ts';
import { labelsOf, titleOf } from './labels.ts';
import type { RulePage } from './rule-files.ts';

/** A text of the rules, marked where the page is not in French and the text still is. */
export interface Said { text: string; lang?: 'fr' }

export const inFrench = (text: string, language: PageLanguage): Said => (language === 'fr' ? { text } : { text, lang: 'fr' });

/** A rule's sentence: the page's language has it, or French stands for it. */
export function said(rule: string, french: string, language: PageLanguage): Said {
  const own = labelsOf(language)[rule]?.title;
  return own === undefined ? inFrench(french, language) : { text: own };
}

/** Title and description of a page of the rules. */
export function headOf(page: RulePage, language: PageLanguage): { title: Said; description: Said } {
  if (page.kind === 'subject') return { title: { text: page.subject.title[language] }, description: { text: page.subject.description[language] } };
  const { aid } = page;
  const description = labelsOf(language)[aid.rule]?.description;
  return { title: { text: titleOf(aid, language) }, description: description === undefined ? inFrench(aid.description ?? '', language) : { text: description } };
}
