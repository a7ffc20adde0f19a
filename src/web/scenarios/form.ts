import { data } from 'react-router';
import { parameters, readFigures, type FiguresFailure, type NeedsProblem, type NeedsTerritory, type ParameterName, type Parameters } from '../../needs/index.ts';
import { failure, success, type Result } from '../../platform/result.ts';
import type { Problem, Refused } from '../form.ts';
import { partiesWords } from '../messages/parties.ts';
import { scenarioWords } from '../messages/scenarios.ts';
import { problemsOf, type FormShape, type ServiceFailure } from '../people/submit.ts';
import { percentTyped } from './written.ts';

/** What a scenario's form sends: its lines, and the file's text, chosen or pasted. */
export interface SentScenario {
  field: (name: string) => string;
  list: (name: string) => string[];
  file: string;
}

/** What comes back of a refused form, with what is to be looked at again inside the file. */
export interface RefusedScenario extends Refused {
  inFile: readonly NeedsProblem[];
}

export async function readScenarioForm(request: Request): Promise<SentScenario> {
  const form = await request.formData().catch(() => new FormData());
  const list = (name: string): string[] => form.getAll(name).filter((value) => typeof value === 'string');
  const field = (name: string): string => list(name)[0] ?? '';
  const chosen = form.get('fichier');
  const file = typeof chosen === 'object' && chosen !== null ? await chosen.text() : '';
  return { field, list, file: file.trim() === '' ? field('chiffres') : file };
}

/** The lines that every scenario's form has. */
export const scenarioLines = ({ field }: SentScenario) => ({ name: field('nom'), population: field('population'), households: field('menages'), source: field('source').trim() === '' ? null : field('source') });

/** The form again: what was typed stays, a chosen file's text too, so that it can be mended in place. */
export function refusedScenario(sent: SentScenario, problems: readonly Problem[], names: readonly string[], inFile: readonly NeedsProblem[] = []): ReturnType<typeof data<RefusedScenario>> {
  const typed = { ...Object.fromEntries(names.map((name) => [name, sent.list(name).join('\n')])), chiffres: sent.file };
  return data({ problems, typed, inFile }, { status: 400 });
}

const filePath = /^fixtures\.\d+\./;

/** Why the file is refused, beside its field, and line by line. */
export function fileProblems(error: FiguresFailure, territory: string): { problems: Problem[]; inFile: NeedsProblem[] } {
  switch (error.code) {
    case 'figures.notJson': return { problems: [{ field: 'chiffres', text: words.notJson }], inFile: [] };
    case 'scenario.otherTerritory': return { problems: [{ field: 'chiffres', text: words.otherTerritory(error.found.slice(0, 3).join(', '), territory) }], inFile: [] };
    case 'needs.badFile': return { problems: [{ field: 'chiffres', text: words.badFile(error.problems.length) }], inFile: error.problems.map((one) => ({ ...one, field: one.field.replace(filePath, '') })) };
  }
}

/** The territory's figures out of what was chosen or pasted. */
export const figuresIn = (sent: SentScenario, territory: string): ReturnType<typeof readFigures> => readFigures(sent.file, territory);

const { problems: words } = scenarioWords;
const shape: FormShape = {
  names: { name: 'nom', population: 'population', households: 'menages', source: 'source', figures: 'nom' },
  says: { name: words.name, population: words.series, households: words.series, source: words.source, figures: words.badFigures },
  words: { problems: {}, failures: { 'scenario.nameTaken': words.nameTaken, 'scenario.otherTerritory': words.badFigures } },
};

/** Where the service's refusals are to be looked at again; a refusal of the role and an absence are pages of their own. */
export const serviceProblems = (error: ServiceFailure): Problem[] => problemsOf(error, shape);

/** The parameter's name in the form. */
export const fieldOf = (name: ParameterName): string => `parametre-${name}`;

/** What a chosen parameter is chosen among; a rate as its percentage. */
export const choicesOf: Partial<Record<ParameterName, readonly string[]>> = {
  outOfHousingSource: ['census', 'requests'], effortThreshold: ['20', '25', '30', '35', '40'], qualitySource: ['fiscal', 'census', 'land'], qualityTenures: ['both', 'tenants', 'owners'], overcrowding: ['severe', 'moderate'],
};

export const parameterNames = Object.keys(parameters) as ParameterName[];

/** Assumptions of the flow that a scenario's page changes: fractions, by the field that writes them. */
export const flowRates = {
  'vacance-visee': 'longVacancyRateTarget', 'secondaires-visees': 'secondaryRateTarget', restructuration: 'rateRestructuring', disparition: 'rateDisappearance',
} as const satisfies Record<string, keyof NeedsTerritory>;
const mayStayEmpty: readonly string[] = ['vacance-visee', 'secondaires-visees'];

/** A parameter as its field shows it. */
export function typedParameter(value: Parameters[ParameterName]): string {
  if (typeof value === 'boolean') return value ? 'oui' : '';
  if (typeof value === 'number') return percentTyped(value);
  return typeof value === 'string' ? value : value.join('\n');
}

/**
 * A scenario's parameters as its form gives them; a percentage that nobody touched keeps its exact value.
 * @param current as they stand
 */
export function parametersIn({ field, list }: SentScenario, current: Parameters): Result<Parameters, Problem[]> {
  const problems: Problem[] = [];
  const entries = parameterNames.map((name): [ParameterName, Parameters[ParameterName]] => {
    const [was, typed] = [current[name], field(fieldOf(name))];
    if (typeof was === 'boolean') return [name, typed === 'oui'];
    if (Array.isArray(was)) return [name, [...new Set(list(fieldOf(name)))]];
    if (choicesOf[name] && !choicesOf[name].includes(typed)) problems.push({ field: fieldOf(name), text: partiesWords.inField(parameters[name].label, scenarioWords.problems.series) });
    if (typeof was === 'string') return [name, typed as Parameters['qualitySource']];
    const read = percentIn(typed, was);
    if (read === undefined) problems.push({ field: fieldOf(name), text: partiesWords.inField(parameters[name].label, scenarioWords.problems.percent) });
    return [name, read ?? was];
  });
  return problems.length > 0 ? failure(problems) : success(Object.fromEntries(entries) as Parameters);
}

/** A territory's figures with the assumptions of the flow that the form gives. */
export function assumptionsIn({ field }: SentScenario, current: NeedsTerritory): Result<NeedsTerritory, Problem[]> {
  const problems: Problem[] = [];
  const rates = Object.entries(flowRates).map(([name, key]): [string, number | undefined] => {
    const typed = field(name);
    if (typed.trim() === '' && mayStayEmpty.includes(name)) return [key, undefined];
    const read = percentIn(typed, current[key] ?? Number.NaN);
    if (read === undefined) problems.push({ field: name, text: scenarioWords.problems.percent });
    return [key, read];
  });
  const horizon = /^\d{4}$/.test(field('horizon').trim()) ? Number(field('horizon')) : Number.NaN;
  if (!(horizon > current.baseYear && horizon <= 2200)) problems.push({ field: 'horizon', text: scenarioWords.problems.year(current.baseYear) });
  return problems.length > 0 ? failure(problems) : success({ ...current, ...Object.fromEntries(rates), horizonResorption: horizon } as NeedsTerritory);
}

/** A fraction from a percentage with a comma or a point, from 0 to 100; undefined else. */
function percentIn(typed: string, was: number): number | undefined {
  if (typed === percentTyped(was)) return was;
  const plain = typed.replaceAll(/[\s%]/g, '').replace(',', '.');
  if (!/^\d{1,3}(\.\d{1,12})?$/.test(plain)) return undefined;
  const fraction = Number((Number(plain) / 100).toPrecision(12));
  return fraction <= 1 ? fraction : undefined;
}

