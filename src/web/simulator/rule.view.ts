import { ruleBook, ruleFileText, simulate, type Aid, type Source } from '../../aids/index.ts';
import { formatDay, type PageLanguage } from '../../platform/i18n/format.ts';
import type { Territory } from '../../territory/index.ts';
import { rulesMessages } from '../messages/rules.ts';
import { simulatorMessages } from '../messages/simulator.ts';
import { labelsOf } from './labels.ts';
import { plainConditions, type PlainCondition } from './rule-conditions.view.ts';
import { aidsOn, filesOf, idOf, oldestCheck, parametersOf, type RulePage, type Subject } from './rule-files.ts';
import { currentValues, parameterTables, sourcesOf, type CurrentValue, type ParameterTable } from './rule-parameters.view.ts';
import { headOf, inFrench, said, type Said } from './rule-said.ts';

export interface RuleLink { id: string; title: string }

export interface RuleView {
  id: string;
  title: string;
  description: Said;
  /** `ask` when the simulator has a question for it; otherwise why not. */
  trial: 'ask' | { why: string };
  /** Of an aid. */
  conditions?: PlainCondition;
  where?: Said;
  documents: readonly string[];
  notModelled: readonly string[];
  /** Of a subject: what its rules say, one sentence each. */
  statements: readonly { id: string; sentence: Said; note?: Said; mark?: string }[];
  current: readonly CurrentValue[];
  parameters: readonly ParameterTable[];
  sources: readonly Source[];
  certainty: string;
  standsOn: readonly RuleLink[];
  servedBy: readonly RuleLink[];
  /** The rules' own text, by file. */
  texts: readonly { file: string; text: string }[];
}

interface Asked { at: string; language: PageLanguage; territory: Pick<Territory, 'zones'> }

/** All that a page of the rules says at a day: conditions, values in force and through time, sources, what is not sure or not said. */
export const ruleView = (page: RulePage, asked: Asked): RuleView => (page.kind === 'aid' ? aidView(page.aid, asked) : subjectView(page.subject, asked));

function aidView(aid: Aid, { at, language, territory }: Asked): RuleView {
  const { own, elsewhere } = filesOf(aid);
  const all = parametersOf(aid);
  const shown = all.filter(({ file, rule }) => own.includes(file) || rule.startsWith(`${aid.rule} . `));
  const where = labelsOf(language)[aid.rule]?.where;
  return {
    ...common({ kind: 'aid', aid }, language), trial: trialOf(aid, at, language, territory),
    conditions: plainConditions(aid.conditions, at, language), where: where === undefined ? inFrench(aid.whereToApply, language) : { text: where },
    documents: aid.documents, notModelled: aid.notModelled, statements: [], current: currentValues(shown, at, language), parameters: parameterTables(shown, language),
    sources: sourcesOf(new Set([...aid.sources, ...shown.flatMap(({ sources }) => sources)])), certainty: certaintyOf([aid.confidence], oldestCheck(all), language),
    standsOn: elsewhere.map((one) => linkOf(one, language)), servedBy: [], texts: textsOf(own),
  };
}

function subjectView(subject: Subject, { at, language }: Asked): RuleView {
  const { written, parameters } = ruleBook().rules;
  const own = parameters.filter(({ file }) => subject.files.includes(file));
  const rules = [...written].filter(([, { file }]) => subject.files.includes(file));
  const cited = new Set([...own.flatMap(({ sources }) => sources), ...rules.flatMap(([, { value }]) => value.source ?? [])]);
  return {
    ...common({ kind: 'subject', subject }, language), trial: { why: rulesMessages[language].trySubject }, documents: [], notModelled: [],
    statements: rules.filter(([, { value }]) => value.paramètre === undefined).map(([id, { value }]) => statementOf(id, value, language)),
    current: currentValues(own, at, language), parameters: parameterTables(own, language), sources: sourcesOf(cited), certainty: certaintyOf(own.map(({ confidence }) => confidence), oldestCheck(own), language),
    standsOn: [], servedBy: aidsOn(subject).map((aid) => linkOf({ kind: 'aid', aid }, language)), texts: textsOf(subject.files),
  };
}

type Written = NonNullable<ReturnType<ReturnType<typeof ruleBook>['rules']['written']['get']>>['value'];

/** A rule in a sentence; of a question, whether its answer may be advised. */
function statementOf(id: string, value: Written, language: PageLanguage): RuleView['statements'][number] {
  const words = rulesMessages[language];
  const remark = value.conflit ?? value.note;
  const asked = value.question === undefined ? undefined : (labelsOf(language)[id]?.question ?? value.question);
  return {
    id, sentence: asked === undefined ? said(id, value.titre, language) : { text: asked }, ...(remark === undefined ? {} : { note: inFrench(remark, language) }),
    ...(asked === undefined ? {} : { mark: value['peut changer'] === 'oui' ? words.canChange : words.isFixed }),
  };
}

const common = (page: RulePage, language: PageLanguage): Pick<RuleView, 'id' | 'title' | 'description'> => {
  const { title, description } = headOf(page, language);
  return { id: idOf(page), title: title.text, description };
};

const linkOf = (page: RulePage, language: PageLanguage): RuleLink => ({ id: idOf(page), title: headOf(page, language).title.text });

const textsOf = (files: readonly string[]): RuleView['texts'] => files.map((file) => ({ file, text: ruleFileText(file) }));

const doubt = ['certain', 'probable', 'contradictoire'] as const;

/** The least certain of what it stands on, and the oldest check. */
function certaintyOf(confidences: readonly (typeof doubt)[number][], checked: string | undefined, language: PageLanguage): string {
  const least = doubt.findLast((one) => confidences.includes(one));
  return [least && simulatorMessages[language].result.confidence[least], checked && rulesMessages[language].lastCheck(formatDay(checked, language))].filter(Boolean).join(', ');
}

/** Whether the simulator, which applies the rules of the day, has something to ask for an aid. */
function trialOf(aid: Aid, at: string, language: PageLanguage, territory: Pick<Territory, 'zones'>): RuleView['trial'] {
  const { question, explanation } = simulate({ projects: [aid.id], facts: {}, skipped: [] }, at, territory);
  if (question) return 'ask';
  const words = rulesMessages[language];
  const outcome = explanation.aids[0]?.outcome;
  const day = formatDay(at, language);
  return { why: outcome === 'no' ? words.closedNow(day) : outcome === 'unknown' ? words.unknownNow(day) : words.notAsked };
}
