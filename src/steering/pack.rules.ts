import { createHash } from 'node:crypto';
import type { IndicatorDefinition, Reading } from '../indicators/index.ts';
import type { PlainDate } from '../platform/clock.ts';
import { formatDay } from '../platform/i18n/format.ts';
import type { Territory } from '../territory/index.ts';
import { actionStateText } from './action.texts.ts';
import { daysLate, lateActions, ownerText } from './convention.rules.ts';
import type { Convention, ConventionAction } from './convention.schema.ts';
import type { PackAction, PackContent, PackFigure } from './pack.content.ts';
import { packFigure, sourceTitles } from './pack.figure.rules.ts';
import { packMap } from './pack.map.rules.ts';
import { packTexts } from './pack.texts.ts';

export interface PackInput {
  territory: Pick<Territory, 'code' | 'name' | 'communes' | 'currentCommunes' | 'changes' | 'listYear'>;
  today: PlainDate;
  convention: Convention | null;
  definitions: readonly IndicatorDefinition[];
  readings: readonly Reading[];
  sources: ReadonlyMap<string, { title: string; origin: string }>;
}

/** What a committee reads where no convention file chooses. */
const defaultFigures = [
  'construction.authorised', 'construction.started', 'social.dwellings', 'social.vacancyRate', 'private.vacant', 'private.structuralVacancy',
  'private.structuralVacancyRate', 'population.municipal', 'income.median', 'rents.flat',
];
const defaultMaps = ['private.structuralVacancy', 'social.dwellings', 'population.municipal'];

/** The indicators of the page, in its order, and those that its map may show, the first with figures. */
export function packIndicators(convention: Convention | null, definitions: readonly Pick<IndicatorDefinition, 'id'>[]): { figures: string[]; maps: string[] } {
  const known = new Set(definitions.map(({ id }) => id));
  return {
    figures: (convention?.committee?.figures ?? defaultFigures).filter((id) => known.has(id)),
    maps: [...new Set([...(convention?.committee ? [convention.committee.map] : []), ...defaultMaps])].filter((id) => known.has(id)),
  };
}

/** The whole page from readings, convention and date; no clock, no database. */
export function packContent(input: PackInput): PackContent {
  const chosen = packIndicators(input.convention, input.definitions);
  const definitionsOf = (ids: readonly string[]): IndicatorDefinition[] => ids.flatMap((id) => input.definitions.find((one) => one.id === id) ?? []);
  const definitions = definitionsOf(chosen.figures);
  const figures = definitions.map((definition) => packFigure(definition, input.readings, input));
  const actions = input.convention?.actions ?? [];
  const late = lateActions(actions, input.today).map((action) => packAction(action, ownerText(input.convention ?? { parties: [] }, action.owner), input.today));
  const content: Omit<PackContent, 'contentId'> = {
    territory: { code: input.territory.code, name: input.territory.name },
    title: packTexts.title(input.convention?.followUp.body ?? packTexts.defaultBody),
    subtitle: input.convention?.title ?? packTexts.subtitleWithout,
    date: input.today,
    dateText: formatDay(input.today, 'fr', { weekday: true }),
    perimeter: packTexts.perimeter(input.territory.currentCommunes.length, input.territory.listYear),
    summary: summaryOf(figures, late.length, actions.length),
    figures,
    unavailable: unavailableOf(figures, definitions, input),
    cautions: [...new Set(definitions.flatMap(({ methodBreaks }) => (methodBreaks && figures.some(({ note }) => note === methodBreaks.text.fr) ? methodBreaks.text.fr : [])))],
    map: definitionsOf(chosen.maps).map((definition) => packMap(definition, input.readings, input, figures.find(({ indicator }) => indicator === definition.id)?.period)).find((map) => map !== null) ?? null,
    actionsTitle: actions.length === 0 ? packTexts.sections.actions : late.length === 0 ? packTexts.sections.noLate : packTexts.sections.late,
    lateActions: late,
    actionsText: packTexts.actionsText(countByState(actions)),
    demonstration: actions.some((action) => action.demonstration) ? packTexts.demonstration : null,
    stateRule: figures.some((figure) => figure.target.kind === 'fixed') ? packTexts.stateRule : null,
  };
  return { ...content, contentId: contentIdOf(content) };
}

function unavailableOf(figures: readonly PackFigure[], definitions: readonly IndicatorDefinition[], input: PackInput): string | null {
  const unknown = figures.filter(({ available }) => !available);
  const titles = new Set(unknown.flatMap(({ indicator }) => definitions.filter(({ id }) => id === indicator).flatMap((definition) => sourceTitles(definition, input))));
  return unknown.length === 0 ? null : packTexts.unavailable(unknown.map(({ label }) => label), [...titles]);
}

/** The same content has the same id, on any day and machine that shows it. */
export const contentIdOf = (content: Omit<PackContent, 'contentId'>): string => createHash('sha256').update(canonicalJson(content)).digest('hex').slice(0, 12);

/** JSON with its keys in order: the text depends on the values alone. */
export function canonicalJson(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonicalJson).join(',')}]`;
  if (value === null || typeof value !== 'object') return JSON.stringify(value ?? null);
  const entries = Object.entries(value).filter(([, inner]) => inner !== undefined).toSorted(([a], [b]) => (a < b ? -1 : 1));
  return `{${entries.map(([key, inner]) => `${JSON.stringify(key)}:${canonicalJson(inner)}`).join(',')}}`;
}

function packAction(action: ConventionAction, owner: string, today: PlainDate): PackAction {
  const late = daysLate(action, today);
  return {
    title: action.title, owner, lead: action.lead, state: actionStateText(action.state, 'fr'),
    dueOn: action.dueOn ?? today, due: formatDay(action.dueOn ?? today, 'fr'), daysLate: late, late: packTexts.late(late),
    comment: action.comment ?? null, demonstration: action.demonstration,
  };
}

function countByState(actions: readonly ConventionAction[]): string[] {
  const order = ['done', 'inProgress', 'planned', 'onHold', 'draft', 'abandoned'] as const;
  return order.flatMap((state) => {
    const count = actions.filter((action) => action.state === state).length;
    return count === 0 ? [] : [packTexts.actionCount(count, actionStateText(state, 'fr', count))];
  });
}

function summaryOf(figures: readonly PackFigure[], late: number, actions: number): string {
  const fixed = figures.filter((figure) => figure.target.kind === 'fixed');
  const reached = fixed.filter((figure) => figure.state?.code === 'reached').length;
  const toSet = figures.filter((figure) => figure.target.kind === 'toBeSet' || figure.target.kind === 'benchmark').length;
  return `${packTexts.targetSummary(fixed.length, reached, toSet)} ${packTexts.lateSummary(late, actions)}`;
}
