import { hiddenSides } from './conditions.ts';
import { RulesEngine } from './engine.ts';
import type { Loaded } from './load.ts';
import { publicRules } from './texts.ts';
import type { Parameter, Place, Problem, RuleText } from './types.ts';

export interface CheckReport {
  problems: Problem[];
  /** Parameters whose last check is over twelve months old at `at`. */
  stale: Parameter[];
  /** Sources that a parameter, a rule or an aid cites. */
  cited: string[];
  parameters: number;
}

const LANGUAGES = ['en', 'de'] as const;

/** Months of age beyond which a parameter is to be read again. */
const MONTHS_BEFORE_STALE = 12;

function staleBefore(at: string): string {
  const day = new Date(`${at}T00:00:00Z`);
  day.setUTCMonth(day.getUTCMonth() - MONTHS_BEFORE_STALE);
  return day.toISOString().slice(0, 10);
}

/**
 * Checks what the schema of one file cannot see: sources that exist and serve, words in each language, aids whose rules exist, a model that publicodes accepts.
 * @param at the day of the check, AAAA-MM-JJ
 */
export function checkRules({ rules, problems: read }: Loaded, at: string): CheckReport {
  const problems = [...read];
  const known = new Set(rules.sources.map(({ key }) => key));
  const cited = new Set<string>();
  const cite = (keys: readonly string[], file: string, line: number): void => {
    for (const key of keys) {
      cited.add(key);
      if (!known.has(key)) problems.push({ file, line, message: `source ${key} is not in sources.yaml` });
    }
  };
  for (const { sources, file, line } of rules.parameters) cite(sources, file, line);
  for (const { value, file, line } of rules.written.values()) cite([...value.source ?? [], ...value.dispositif?.source ?? []], file, line);
  for (const key of known) if (!cited.has(key)) problems.push({ file: 'sources.yaml', line: 1, message: `source ${key} serves no rule` });

  for (const { eligible, amount, atLeast, atMost, rate, opening, window, file, line } of rules.aids) {
    for (const name of [eligible, amount, atLeast, atMost, rate, opening, window?.first, window?.last]) if (name !== undefined && !(name in rules.model)) problems.push({ file, line, message: `no rule is named ${name}` });
  }
  const ownFiles = new Set([...rules.written.values()].map(({ file }) => file));
  for (const { id, files, file, line } of rules.subjects) {
    for (const one of files) if (!ownFiles.has(one)) problems.push({ file, line, message: `${id}: no file is named ${one}` });
    if (rules.aids.some((aid) => aid.id === id)) problems.push({ file, line, message: `${id} is an aid already` });
  }
  const names = new Set(Object.keys(rules.model));
  for (const { conditions, file, line } of rules.aids) {
    for (const { rule, side } of hiddenSides(conditions, names)) problems.push({ ...placeOf(rule, rules) ?? { file, line }, message: `${rule}: \`${side}\` is computed in place: a rule of its own would show its value` });
  }
  for (const name of publicRules(rules)) problems.push(...missingWords(name, rules));
  for (const language of LANGUAGES) for (const name of rules.translations[language].keys()) if (!rules.written.has(name)) problems.push({ file: `*.${language}.yaml`, line: 1, message: `no rule is named ${name}` });
  try {
    new RulesEngine(rules);
  } catch (error) {
    problems.push({ file: 'regles/', line: 1, message: error instanceof Error ? error.message : String(error) });
  }
  const limit = staleBefore(at);
  return { problems, stale: rules.parameters.filter(({ checkedOn }) => checkedOn < limit), cited: [...cited].toSorted(), parameters: rules.parameters.length };
}

const placeOf = (rule: string, { written }: Loaded['rules']): Place | undefined => {
  const entry = written.get(rule);
  return entry && { file: entry.file, line: entry.line };
};

function missingWords(name: string, rules: Loaded['rules']): Problem[] {
  const own = rules.written.get(name);
  if (!own) return [];
  const { value, file, line } = own;
  return LANGUAGES.flatMap((language) => {
    const words = rules.translations[language].get(name);
    const fail = (what: keyof RuleText | 'words'): Problem[] => [{ file, line, message: `${name}: no ${what} in ${language}` }];
    if (!words) return fail('words');
    return [
      ...(value.question !== undefined && words.question === undefined ? fail('question') : []),
      ...(value.aide !== undefined && words.aide === undefined ? fail('help') : []),
      ...(value.dispositif && value.description !== undefined && words.description === undefined ? fail('description') : []),
      ...(value.dispositif && words['où demander'] === undefined ? fail('where') : []),
      ...(value.dispositif?.['ouvert à tous'] !== undefined && words['ouvert à tous'] === undefined ? fail('openToAll') : []),
      ...(value.dispositif?.fenêtre?.avant !== undefined && words.avant === undefined ? fail('before') : []),
      ...((value.libellés?.length ?? 0) === (words.libellés?.length ?? 0) ? [] : fail('options')),
    ];
  });
}
