import { cellText, missing, unitAfter, type Cell, type IndicatorDefinition, type Reading } from '../indicators/index.ts';
import { formatPeriod } from '../platform/i18n/format.ts';
import type { PackMap, PackMapValue } from './pack.content.ts';
import { sourceLine, type FigureInput } from './pack.figure.rules.ts';
import { packTexts } from './pack.texts.ts';

const counts: ReadonlySet<IndicatorDefinition['unit']> = new Set(['persons', 'households', 'dwellings', 'count']);

/** One indicator over the current communes at its last period; null where no commune has a word of it. */
export function packMap(definition: IndicatorDefinition, readings: readonly Reading[], input: FigureInput): PackMap | null {
  const current = new Set(input.territory.currentCommunes);
  const own = readings.filter((one) => one.indicator === definition.id && current.has(one.area));
  const period = own.filter((one) => one.cell.kind !== 'missing').map((one) => one.period).toSorted().at(-1);
  if (period === undefined) return null;
  const atPeriod = new Map(own.filter((one) => one.period === period).map((one) => [one.area, one]));
  const values = input.territory.currentCommunes
    .map((code) => valueOf(code, atPeriod.get(code)?.cell ?? missing('notInSource'), definition, input))
    .toSorted((a, b) => a.name.localeCompare(b.name, 'fr'));
  const label = formatPeriod(period, 'fr');
  return {
    indicator: definition.id, title: packTexts.mapTitle(definition.label.fr, label), periodLabel: label, unit: definition.unit, digits: definition.digits,
    unitAfter: unitAfter(definition.unit, 'fr'), style: styleOf(definition), order: definition.categoryOrder ? [...definition.categoryOrder] : null, values, description: describe(values), source: sourceLine([...atPeriod.values()], null),
  };
}

/** A count is a symbol's surface; a rate or an amount a class of colour; a zoning a colour of its own. */
function styleOf(definition: IndicatorDefinition): PackMap['style'] {
  if (definition.unit === 'category') return 'categories';
  return counts.has(definition.unit) ? 'symbols' : 'classes';
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
  return packTexts.mapDescription(values.length, highest || null, count('secret', 'interval'), count('missing'));
}
