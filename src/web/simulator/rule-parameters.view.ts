import { ruleBook, type Parameter, type Source } from '../../aids/index.ts';
import { formatDay, type PageLanguage } from '../../platform/i18n/format.ts';
import { rulesMessages } from '../messages/rules.ts';
import { simulatorMessages } from '../messages/simulator.ts';
import { inForce, textOf } from './rule-conditions.view.ts';
import { inFrench, said, type Said } from './rule-said.ts';

/** A source by its readable name, its key beside it. */
export interface SourceName { key: string; title: string; date?: string }

/** Values from a day on: one, or one by column. */
export interface ParameterRow { title: Said; from: string; values: readonly string[]; sources: readonly SourceName[]; confidence: string; checkedOn: string; remarks: readonly Said[] }

/** Parameters of one value share a table; one with a value by category or zone has its own. */
export interface ParameterTable { title: Said; /** Whether a row says which parameter it is. */ named: boolean; columns: readonly Said[]; rows: readonly ParameterRow[] }

/** A parameter of one value as it stands at a day. */
export interface CurrentValue { title: Said; value: string; from: string }

/** The values of single parameters in force at a day (AAAA-MM-JJ). */
export const currentValues = (parameters: readonly Parameter[], at: string, language: PageLanguage): CurrentValue[] =>
  [...new Set(parameters.filter(isSingle).map(({ rule }) => rule))].flatMap((rule) => {
    const one = inForce(rule, at);
    return one ? [{ title: said(rule, one.title, language), value: textOf(one, language), from: formatDay(one.from, language) }] : [];
  });

/** Parameters through time, a table for those of one value and one for each grid. */
export function parameterTables(parameters: readonly Parameter[], language: PageLanguage): ParameterTable[] {
  const words = rulesMessages[language];
  // A grid's values stand each in a rule of its own below the rule that is written.
  const groups = Map.groupBy(parameters, (one) => (isSingle(one) ? undefined : one.rule.slice(0, one.rule.lastIndexOf(' . '))));
  return [...groups].map(([grid, values]): ParameterTable => {
    if (grid === undefined) return { title: { text: words.singles }, named: true, columns: [{ text: words.value }], rows: values.map((one) => rowOf([one], said(one.rule, one.title, language), language)) };
    const title = said(grid, ruleBook().rules.written.get(grid)?.value.titre ?? grid, language);
    const columns = [...new Set(values.map(({ rule }) => rule.slice(grid.length + 3)))].map((column) => inFrench(column, language));
    return { title, named: false, columns, rows: [...Map.groupBy(values, ({ from }) => from).values()].map((row) => rowOf(row, title, language)) };
  });
}

const isSingle = ({ rule }: Parameter): boolean => ruleBook().rules.written.has(rule);

function rowOf(values: readonly Parameter[], title: Said, language: PageLanguage): ParameterRow {
  const [{ from, sources, confidence, checkedOn, note, conflict }] = values as [Parameter];
  return {
    title, from: formatDay(from, language), values: values.map((one) => textOf(one, language)), sources: sources.map((key) => sourceName(key, language)),
    confidence: simulatorMessages[language].result.confidence[confidence], checkedOn: formatDay(checkedOn, language),
    remarks: [...(note === undefined ? [] : [inFrench(note, language)]), ...(conflict === undefined ? [] : [{ text: `${rulesMessages[language].conflict}${language === 'fr' ? '\u00a0' : ''}:` }, inFrench(conflict, language)])],
  };
}

function sourceName(key: string, language: PageLanguage): SourceName {
  const source = ruleBook().rules.sources.find((one) => one.key === key);
  return { key, title: source?.title ?? key, ...(source?.date === undefined ? {} : { date: dateText(source.date, language) }) };
}

/** A source's date, in full where it is a whole day. */
export const dateText = (date: string, language: PageLanguage): string => (/^\d{4}-\d{2}-\d{2}$/.test(date) ? formatDay(date, language) : date.split('-').toReversed().join('/'));

/** The sources that were cited, in the order of their list. */
export const sourcesOf = (keys: ReadonlySet<string>): Source[] => ruleBook().rules.sources.filter(({ key }) => keys.has(key));
