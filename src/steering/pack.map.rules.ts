import { cellText, mapStyleOf, missing, periodText, unitAfter, type Cell, type IndicatorDefinition, type Reading } from '../indicators/index.ts';
import type { PackMap, PackMapValue } from './pack.content.ts';
import { sourceLine, type FigureInput } from './pack.figure.rules.ts';
import { packTexts } from './pack.texts.ts';

/**
 * One indicator over the current communes, at the period of the figure that stands beside it, else at its last; null where
 * no commune has a word of it.
 */
export function packMap(definition: IndicatorDefinition, readings: readonly Reading[], input: FigureInput, ofFigure?: string | null): PackMap | null {
  const current = new Set(input.territory.currentCommunes);
  const own = readings.filter((one) => one.indicator === definition.id && current.has(one.area));
  const periods = own.filter((one) => one.cell.kind !== 'missing').map((one) => one.period).toSorted();
  const period = ofFigure ?? periods.at(-1);
  if (period === undefined || !periods.includes(period)) return null;
  const atPeriod = new Map(own.filter((one) => one.period === period).map((one) => [one.area, one]));
  const values = input.territory.currentCommunes
    .map((code) => valueOf(code, atPeriod.get(code)?.cell ?? missing('notInSource'), definition, input))
    .toSorted((a, b) => a.name.localeCompare(b.name, 'fr'));
  const label = periodText(definition.id, period, 'fr');
  return {
    indicator: definition.id, period, title: packTexts.mapTitle(definition.label.fr, label), periodLabel: label, unit: definition.unit, digits: definition.digits,
    unitAfter: unitAfter(definition.unit, 'fr'), style: mapStyleOf(definition), order: definition.categoryOrder ? [...definition.categoryOrder] : null, values, description: describe(values), source: sourceLine([...atPeriod.values()]),
  };
}

const valueOf = (code: string, cell: Cell, definition: IndicatorDefinition, input: FigureInput): PackMapValue =>
  ({ code, name: input.territory.communes.get(code)?.name ?? code, cell, text: cellText(cell, definition, 'fr') });

function describe(values: readonly PackMapValue[]): string {
  const highest = values
    .flatMap(({ name, cell, text }) => (cell.kind === 'number' ? [{ name, value: cell.value, text }] : []))
    .toSorted((a, b) => b.value - a.value || a.name.localeCompare(b.name, 'fr'))
    .slice(0, 3)
    .map(({ name, text }) => `${name} ${text}`)
    .join(', ');
  const count = (...kinds: Cell['kind'][]): number => values.filter(({ cell }) => kinds.includes(cell.kind)).length;
  return packTexts.mapDescription(count('number', 'category'), highest || null, count('secret', 'interval'), count('missing'));
}
