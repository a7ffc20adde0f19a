import { conditionTree } from './conditions.ts';
import { desugar, PLAIN_UNKNOWNS } from './desugar.ts';
import { type Entry, filesEnding, type Reading, readEntries } from './read.ts';
import { rule, type RawRule, type RawSource, type RawSubject, source, subject, translation, type Translation, UNKNOWN } from './schema.ts';
import type { Aid, DerivedDate, Input, Parameter, Problem, Source, Subject } from './types.ts';

export interface Rules {
  /** Plain publicodes: what `new Engine(model)` takes. */
  model: Record<string, unknown>;
  parameters: Parameter[];
  aids: Aid[];
  sources: Source[];
  subjects: Subject[];
  inputs: Input[];
  derived: DerivedDate[];
  /** Rules as written, with our own keys, by name. */
  written: Map<string, Entry<RawRule>>;
  translations: Record<'en' | 'de', Map<string, Translation>>;
}

/** A rules' text read with all that is wrong in it; `rules` stands even then, for a report of the rest. */
export interface Loaded { rules: Rules; problems: Problem[] }

/** Files other than the rules' own, replaced in memory: mutations and tests. */
export type Texts = readonly { file: string; text: string }[];

const joined = <Value>(readings: Reading<Value>[]): Reading<Value> => ({ entries: readings.flatMap(({ entries }) => entries), problems: readings.flatMap(({ problems }) => problems) });

function parametersOf({ key, value, file, lineOf }: Entry<RawRule>): Parameter[] {
  return (value.paramètre ?? []).flatMap((entry, at) => {
    const columns: [string, number | string][] = 'valeur' in entry ? [[key, entry.valeur]] : (value.colonnes ?? []).map((column, index) => [`${key} . ${column}`, entry.valeurs === UNKNOWN ? UNKNOWN : entry.valeurs[index] ?? UNKNOWN]);
    return columns.map(([name, amount]) => ({
      rule: name, title: name === key ? value.titre : `${value.titre} : ${name.slice(key.length + 3)}`, from: entry.depuis, value: amount === UNKNOWN ? null : amount,
      sources: entry.source, confidence: entry.confiance, checkedOn: entry['vérifié le'], file, line: lineOf('paramètre', at),
      ...(value.unité === undefined ? {} : { unit: value.unité }), ...(entry.note === undefined ? {} : { note: entry.note }), ...(entry.conflit === undefined ? {} : { conflict: entry.conflit }),
    }));
  });
}

function inputOf({ key, value, file, line }: Entry<RawRule>): Input {
  const { générateur: given } = value;
  const generator = given === undefined ? undefined : 'pas' in given ? { min: given.min, max: given.max, step: given.pas, boundaries: given.bornes } : { min: given.min, max: given.max, boundaries: given.bornes };
  const options = value['une possibilité']?.map((option, at) => ({ value: option, label: value.libellés?.[at] ?? option }));
  return {
    name: key, title: value.titre, question: value.question ?? value.titre, type: options ? 'énumération' : value.type === 'nombre' || value.type === 'date' ? value.type : 'booléen', canChange: value['peut changer'] === 'oui', ...(value.entier ? { whole: true } : {}), file, line,
    ...(value.aide === undefined ? {} : { help: value.aide }), ...(value.unité === undefined ? {} : { unit: value.unité }), ...(options ? { options } : {}), ...(generator ? { generator } : {}),
  };
}

function aidOf({ key, value, file, line }: Entry<RawRule>, written: Rules['written']): Aid | undefined {
  const device = value.dispositif;
  if (!device) return undefined;
  const { fenêtre: window } = device;
  return {
    id: device.id, rule: key, title: value.titre, nature: device.nature, eligible: device.éligible, conditions: conditionTree(device.éligible, written), file, line,
    cumulation: { with: device.cumul.avec, without: device.cumul['pas avec'] }, documents: device.documents, whereToApply: device['où demander'], notModelled: device['non modélisé'], sources: device.source, confidence: device.confiance,
    ...(value.description === undefined ? {} : { description: value.description }), ...(device.montant === undefined ? {} : { amount: device.montant }), ...(device['au moins'] === undefined ? {} : { atLeast: device['au moins'] }),
    ...(device['au plus'] === undefined ? {} : { atMost: device['au plus'] }), ...(device.taux === undefined ? {} : { rate: device.taux }), ...(device.ouverture === undefined ? {} : { opening: device.ouverture }),
    ...(window === undefined ? {} : { window: { last: window.fin, ...(window.début === undefined ? {} : { first: window.début }), ...(window.avant === undefined ? {} : { before: window.avant }) } }),
    ...(device['ouvert à tous'] === undefined ? {} : { openToAll: device['ouvert à tous'] }), ...(device['vérifié le'] === undefined ? {} : { checkedOn: device['vérifié le'] }),
  };
}

const sourceOf = ({ key, value }: Entry<RawSource>): Source => ({ key, title: value.titre, author: value.auteur, ...(value.date === undefined ? {} : { date: value.date }), ...(value.url === undefined ? {} : { url: value.url }), ...(value.jorf === undefined ? {} : { jorf: value.jorf }), ...(value.note === undefined ? {} : { note: value.note }) });

const subjectOf = ({ key, value, file, line }: Entry<RawSubject>): Subject => ({ id: key, title: value.titre, description: value.description, files: value.fichiers, file, line });

/** Ancestors that no file writes: publicodes refuses orphans. */
function withAncestors(model: Record<string, unknown>): Record<string, unknown> {
  const whole = { ...model };
  for (const name of Object.keys(model)) {
    const parts = name.split(' . ');
    for (let depth = 1; depth < parts.length; depth++) whole[parts.slice(0, depth).join(' . ')] ??= null;
  }
  return whole;
}

/**
 * Reads every file of `regles/` and says all that is wrong instead of throwing at the first fault.
 * @param replaced files whose text is taken from here rather than from the disk
 */
export function readRules(replaced: Texts = []): Loaded {
  const current = (ending: string): Texts => filesEnding(ending).map((one) => replaced.find(({ file }) => file === one.file) ?? one);
  const rules = joined(current('.publicodes').map(({ file, text }) => readEntries(text, file, rule, true)));
  const sources = joined(current('sources.yaml').map(({ file, text }) => readEntries(text, file, source)));
  const subjects = joined(current('sujets.yaml').map(({ file, text }) => readEntries(text, file, subject)));
  const words = (['en', 'de'] as const).map((language) => [language, joined(current(`.${language}.yaml`).map(({ file, text }) => readEntries(text, file, translation)))] as const);
  const problems = [...rules.problems, ...sources.problems, ...subjects.problems, ...words.flatMap(([, { problems: found }]) => found)];

  const written = new Map<string, Entry<RawRule>>();
  for (const entry of rules.entries) {
    const twin = written.get(entry.key);
    if (twin) problems.push({ file: entry.file, line: entry.line, message: `${entry.key} is already written in ${twin.file}:${twin.line}` });
    written.set(entry.key, entry);
  }
  const entries = [...written.values()];
  const model = withAncestors({ ...PLAIN_UNKNOWNS, ...Object.fromEntries(entries.flatMap(({ key, value }) => desugar(key, value))) });
  return {
    problems,
    rules: {
      model, written,
      parameters: entries.flatMap(parametersOf),
      inputs: entries.filter(({ value }) => value.question !== undefined).map(inputOf),
      aids: entries.map((entry) => aidOf(entry, written)).filter((aid) => aid !== undefined),
      sources: sources.entries.map(sourceOf),
      subjects: subjects.entries.map(subjectOf),
      derived: entries.flatMap(({ key, value: { calculée: made } }) => (made ? [{ name: key, from: made.depuis, months: made.mois, days: made.jours }] : [])),
      translations: Object.fromEntries(words.map(([language, { entries: translated }]) => [language, new Map(translated.map(({ key, value }) => [key, value]))])) as Rules['translations'],
    },
  };
}

let loaded: Rules | undefined;

/**
 * The rules in force in `regles/`, read once. `check:rules` checks the files in full; this only refuses what cannot be read.
 * @throws Error naming each file and line that the schema refuses
 */
export function loadRules(): Rules {
  if (loaded) return loaded;
  const { rules, problems } = readRules();
  if (problems.length > 0) throw new Error(problems.map(({ file, line, message }) => `${file}:${line} ${message}`).join('\n'));
  loaded = rules;
  return rules;
}
