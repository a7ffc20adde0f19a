import {
  cellText, latest, mapStyleOf, missingReasonText, openingPeriod, perimeterText, periodText, saysSomething, seriesBreaks, unitAfter, unitText, type Cell, type DatasetReference, type IndicatorDefinition, type Reading,
} from '../indicators/index.ts';
import { communeMap } from '../platform/documents/svg/commune-map.ts';
import { lineChart } from '../platform/documents/svg/line-chart.ts';
import { paintFor, paletteOf } from '../platform/documents/svg/palette.ts';
import { formatPeriod } from '../platform/i18n/format.ts';
import type { PackGeometry } from '../steering/index.ts';
import type { Territory } from '../territory/index.ts';
import { figureKey, insertsOf, parseMarkup, pictureKey } from './analysis.markup.ts';

/** A figure as a note says it, the day it was computed. */
export interface NoteFigure {
  /** `27 465 logements`, `secret`: nothing else of it is kept. */
  text: string;
  label: string;
  place: string;
  period: string;
  perimeter: string | null;
  indicator: string;
  area: string;
}

/** A picture with what it says in words. */
export interface NotePicture { title: string; wide: string; narrow: string; alt: string }

/** All that a note inserts, and where it comes from. Kept with a published version, whatever the data become. */
export interface NoteFigures {
  figures: Readonly<Record<string, NoteFigure>>;
  pictures: Readonly<Record<string, NotePicture>>;
  sources: readonly DatasetReference[];
  /** Inserts that name no figure of the house. */
  unknown: readonly string[];
}

interface Known {
  territory: Territory;
  definitions: ReadonlyMap<string, IndicatorDefinition>;
  readings: readonly Reading[];
  geometry: PackGeometry;
}

/** What a note's text inserts, from the readings of its indicators. Notes are written in French. */
export function noteFigures(body: string, { territory, definitions, readings, geometry }: Known): NoteFigures {
  const { figures: asked, pictures: drawn } = insertsOf(parseMarkup(body));
  const byIndicator = Map.groupBy(readings, ({ indicator }) => indicator);
  const used: Reading[] = [];
  const unknown: string[] = [];
  const figures: Record<string, NoteFigure> = {};
  for (const { indicator, area } of asked) {
    const definition = definitions.get(indicator);
    const place = area ?? territory.code;
    const name = place === territory.code ? territory.name : territory.communes.get(place)?.name;
    if (!definition || name === undefined) {
      unknown.push(`indicator:${figureKey(indicator, area)}`);
      continue;
    }
    const own = byIndicator.get(indicator) ?? [];
    const reading = latest(own, place);
    if (reading) used.push(reading);
    figures[figureKey(indicator, area)] = {
      text: said(reading?.cell ?? own.findLast((one) => one.area === place)?.cell ?? { kind: 'missing', reason: 'notLoaded' }, definition), label: definition.label.fr, place: name, indicator, area: place,
      period: reading ? periodText(indicator, reading.period, 'fr') : '', perimeter: reading ? perimeterText(reading, 'fr') : null,
    };
  }
  const pictures: Record<string, NotePicture> = {};
  for (const { shape, indicator } of drawn) {
    const definition = definitions.get(indicator);
    const own = byIndicator.get(indicator) ?? [];
    const made = definition && (shape === 'map' ? mapOf(definition, own, territory, geometry) : chartOf(definition, own, territory));
    if (!made) {
      unknown.push(pictureKey(shape, indicator));
      continue;
    }
    used.push(...made.used);
    pictures[pictureKey(shape, indicator)] = made.picture;
  }
  const sources = [...new Map(used.flatMap(({ datasets }) => datasets).map((one) => [one.id, one])).values()];
  return { figures, pictures, sources, unknown };
}

function said(cell: Cell, definition: IndicatorDefinition): string {
  const text = cellText(cell, definition, 'fr');
  if (cell.kind === 'missing') return `${text} (${missingReasonText(cell.reason, 'fr')})`;
  const after = cell.kind === 'number' || cell.kind === 'interval' ? unitAfter(definition.unit, 'fr') : '';
  return after ? `${text}\u00a0${after}` : text;
}

const paintOf = ({ colours }: Territory) => paintFor(paletteOf(colours), 'page');

/** The territory over time; nothing where fewer than two periods have a value. */
function chartOf(definition: IndicatorDefinition, readings: readonly Reading[], territory: Territory): { picture: NotePicture; used: Reading[] } | undefined {
  const own = readings.filter((one) => one.area === territory.code && saysSomething(one)).toSorted((a, b) => a.period.localeCompare(b.period));
  if (own.length < 2 || definition.unit === 'category' || definition.territoryValue === 'never') return undefined;
  const title = `${definition.label.fr}, ${territory.name}`;
  const alt = `${title} : ${own.map((one) => `${formatPeriod(one.period, 'fr')}, ${said(one.cell, definition)}`).join(' ; ')}.`;
  const draw = (width: number, id: string): string => lineChart({
    id, title, description: alt, width, height: 220, paint: paintOf(territory), language: 'fr', narrow: width < 400,
    points: own.map((one) => ({ period: one.period, label: formatPeriod(one.period, 'fr'), cell: one.cell, text: cellText(one.cell, definition, 'fr') })),
    tick: (value) => cellText({ kind: 'number', value }, definition, 'fr'), breaks: seriesBreaks(definition, own).map(({ period, text }) => ({ period, text: text.fr })),
  });
  return { picture: { title, alt, ...twice(draw, `note-chart-${definition.id}`) }, used: own };
}

/** The communes in the period that the observatory opens on; nothing where none has a place. */
function mapOf(definition: IndicatorDefinition, readings: readonly Reading[], territory: Territory, geometry: PackGeometry): { picture: NotePicture; used: Reading[] } | undefined {
  const period = openingPeriod(readings);
  const own = readings.filter((one) => one.level === 'commune' && one.period === period && territory.currentCommunes.includes(one.area));
  if (period === undefined || !own.some(({ area }) => geometry.has(area))) return undefined;
  const title = `${definition.label.fr}, ${periodText(definition.id, period, 'fr')}`;
  const name = (code: string): string => territory.communes.get(code)?.name ?? code;
  const alt = `${title}, par commune : ${own.map((one) => `${name(one.area)}, ${cellText(one.cell, definition, 'fr')}`).join(' ; ')}.`;
  const draw = (width: number, id: string): string => communeMap({
    id, title, description: 'Une commune cachée par le secret statistique est hachurée.', width, height: Math.round(width * 0.95), paint: paintOf(territory), language: 'fr', style: mapStyleOf(definition),
    ...(definition.categoryOrder ? { order: definition.categoryOrder } : {}), labels: width < 400 ? 5 : 6,
    areas: own.map((one) => ({ code: one.area, name: name(one.area), cell: one.cell, text: said(one.cell, definition), ...geometry.get(one.area) })),
    format: (value) => cellText({ kind: 'number', value }, definition, 'fr'),
    words: { unit: unitText(definition.unit, 'fr'), secret: (count) => `secret (${count})`, missing: (count) => `non disponible (${count})`, zero: (count) => `zéro (${count})`, upTo: (bound) => `jusqu’à ${bound}`, noPosition: '' },
  });
  return { picture: { title, alt, ...twice(draw, `note-map-${definition.id}`) }, used: own };
}

/** Drawn twice, so that its words stay readable on a phone. */
const twice = (draw: (width: number, id: string) => string, id: string): Pick<NotePicture, 'wide' | 'narrow'> => {
  const own = id.replaceAll('.', '-');
  return { wide: draw(440, own), narrow: draw(310, `${own}-narrow`) };
};
