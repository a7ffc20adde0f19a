import { answerFields, factText, ruleBook, slugOf, type Answers } from '../../aids/index.ts';
import type { PageLanguage } from '../../platform/i18n/format.ts';
import type { Territory } from '../../territory/index.ts';
import { simulatorMessages } from '../messages/simulator.ts';
import { labelsOf } from './labels.ts';

/** An answer given, to be read again and changed. */
export interface GivenView { slug: string; title: string; value: string; kind: 'said' | 'no' | 'notSaid' }

/** Every answer, each by its own question. */
export function givenOf({ dwelling, commune, facts, skipped }: Answers, territory: Pick<Territory, 'communes'>, language: PageLanguage): GivenView[] {
  const words = simulatorMessages[language];
  const labels = labelsOf(language);
  const { inputs } = ruleBook();
  const title = (name: string): string => labels[name]?.title ?? name;
  const said = (slug: string, name: string, value: string, no = false): GivenView => ({ slug, title: name, value, kind: no ? 'no' : 'said' });
  const notSaid = (slug: string, name: string): GivenView => ({ slug, title: name, value: words.passed, kind: 'notSaid' });
  return [
    ...(dwelling === undefined ? [] : [dwelling === 'unsaid' ? notSaid(answerFields.dwelling, words.dwelling.short) : said(answerFields.dwelling, words.dwelling.short, factText({}, dwelling, language), !dwelling)]),
    ...(commune === undefined ? [] : [said(answerFields.commune, words.commune.short, territory.communes.get(commune)?.name ?? words.commune.elsewhere)]),
    ...Object.entries(facts).map(([name, value]) => said(slugOf(name), title(name), factText(inputs.get(name) ?? {}, value, language, labels[name]?.options), value === false)),
    ...skipped.map((name) => notSaid(slugOf(name), title(name))),
  ];
}

interface Line { title: string; value: string }

/** The answers on paper: a line for each that says something, one for all that was no, one for all that was not answered. */
export function givenLines(given: readonly GivenView[], language: PageLanguage): { said: Line[]; others: Line[] } {
  const words = simulatorMessages[language];
  const together = (kind: GivenView['kind'], title: string): Line => ({ title, value: given.filter((one) => one.kind === kind).map((one) => one.title).join(words.semicolon) });
  return {
    said: given.filter(({ kind }) => kind === 'said').map(({ title, value }) => ({ title, value })),
    others: [together('no', words.saidNo), together('notSaid', words.notSaid)].filter(({ value }) => value !== ''),
  };
}
