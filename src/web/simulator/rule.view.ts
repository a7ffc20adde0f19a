import { ruleBook, ruleFileText, valueText, type Aid, type Condition, type Parameter, type Source } from '../../aids/index.ts';
import { formatDay, type PageLanguage } from '../../platform/i18n/format.ts';
import { simulatorMessages } from '../messages/simulator.ts';
import { labelsOf, titleOf } from './labels.ts';

export interface PlainCondition { text: string; kind: Condition['kind']; note?: string; children: readonly PlainCondition[] }

/** Values from a day on: one, or one by column. */
export interface ParameterRow { title: string; from: string; values: readonly string[]; sources: readonly string[]; confidence: string; checkedOn: string; remark: string }

/** Parameters of one value share a table; one with a value by category or zone has its own. */
export interface ParameterTable { title: string; columns: readonly string[]; rows: readonly ParameterRow[] }

export interface RuleView {
  id: string;
  title: string;
  description: string;
  nature: string;
  conditions: PlainCondition;
  parameters: readonly ParameterTable[];
  sources: readonly Source[];
  where: string;
  documents: readonly string[];
  notModelled: readonly string[];
  confidence: string;
  /** The rule's own text. */
  text: string;
}

/** One line of the list of rules. */
export const ruleLine = (aid: Aid, language: PageLanguage): { id: string; title: string; description: string } => ({ id: aid.id, title: titleOf(aid, language), description: aid.description ?? '' });

/** All that a rule says: conditions, parameters through time with their sources, what is not sure or not said. */
export function ruleView(aid: Aid, language: PageLanguage): RuleView {
  const { rules, rulesUnder } = ruleBook();
  const words = simulatorMessages[language];
  const under = new Set([aid.eligible, aid.montant, aid.fenêtre?.début, aid.fenêtre?.fin].flatMap((rule) => (rule === undefined ? [] : [...rulesUnder(rule)])));
  const own = rules.parameters.filter(({ rule }) => under.has(rule));
  const keys = new Set([...aid.sources, ...own.flatMap(({ sources }) => sources)]);
  return {
    id: aid.id, title: titleOf(aid, language), description: aid.description ?? '', nature: aid.nature, conditions: plain(aid.conditions, language),
    parameters: tablesOf(own, language), sources: rules.sources.filter(({ key }) => keys.has(key)),
    where: aid.oùDemander, documents: aid.documents, notModelled: aid.nonModélisé, confidence: words.result.confidence[aid.confidence], text: ruleFileText(aid.file),
  };
}

const plain = ({ rule, kind, children, title, note }: Condition, language: PageLanguage): PlainCondition => ({
  text: labelsOf(language)[rule]?.title ?? title, kind, children: children.map((child) => plain(child, language)), ...(note === undefined ? {} : { note }),
});

function tablesOf(parameters: readonly Parameter[], language: PageLanguage): ParameterTable[] {
  const words = simulatorMessages[language];
  const { written } = ruleBook().rules;
  // A table's values stand each in a rule of its own below the rule that is written.
  const groups = Map.groupBy(parameters, ({ rule }) => (written.has(rule) ? undefined : rule.slice(0, rule.lastIndexOf(' . '))));
  return [...groups].map(([table, values]) => {
    if (table === undefined) return { title: words.rules.singles, columns: [words.rules.value], rows: values.map((one) => parameterRow([one], one.title, language)) };
    const title = written.get(table)?.value.titre ?? table;
    return { title, columns: [...new Set(values.map(({ rule }) => rule.slice(table.length + 3)))], rows: [...Map.groupBy(values, ({ from }) => from).values()].map((row) => parameterRow(row, title, language)) };
  });
}

function parameterRow(values: readonly Parameter[], title: string, language: PageLanguage): ParameterRow {
  const words = simulatorMessages[language];
  const [{ from, sources, confidence, checkedOn, note, conflict }] = values as [Parameter];
  const text = ({ value, unit }: Parameter): string => (value === null ? words.rules.unknownValue : typeof value === 'number' ? valueText(value, language, unit) : valueText(value === 'oui' ? true : value === 'non' ? false : value, language));
  return {
    title, from: formatDay(from, language), values: values.map(text),
    sources, confidence: words.result.confidence[confidence], checkedOn: formatDay(checkedOn, language), remark: [note, conflict && `${words.rules.conflict} : ${conflict}`].filter(Boolean).join(' '),
  };
}
