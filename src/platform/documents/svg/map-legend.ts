import { svgElement, textWidth, type Svg } from './element.ts';
import { shadeOf, type CommuneMap, type MapScale } from './map-scale.ts';
import { hiddenStyle, label } from './marks.ts';

interface Entry {
  text: string;
  /** Room that the symbol takes before its text. */
  room: number;
  draw: (x: number, y: number) => Svg;
}

const SIZE = 11.5;
const ROW = 20;

/** Height that the legend takes below the map. */
export const legendHeight = (map: CommuneMap, scale: MapScale): number => {
  const first = rowsOf(map, scale);
  return first.reduce((height, row) => height + rowHeight(row), 0) + 10;
};

/** Drawn below the map, in as many rows as its width needs. */
export function drawLegend(map: CommuneMap, scale: MapScale, top: number): Svg[] {
  let y = top + 6;
  return rowsOf(map, scale).flatMap((row) => {
    const height = rowHeight(row);
    const middle = y + height / 2;
    y += height;
    let x = 4;
    return row.flatMap((entry) => {
      const drawn = [entry.draw(x, middle), label({ x: x + entry.room + 4, y: middle + 4, text: entry.text, size: SIZE, fill: map.paint.muted })];
      x += widthOf(entry);
      return drawn;
    });
  });
}

const widthOf = (entry: Entry): number => entry.room + 4 + textWidth(entry.text, SIZE) + 14;
const rowHeight = (row: readonly Entry[]): number => Math.max(ROW, ...row.map((entry) => entry.room + 4));

function rowsOf(map: CommuneMap, scale: MapScale): Entry[][] {
  return [...wrap(valueEntries(map, scale), map.width), ...wrap(stateEntries(map), map.width)];
}

function wrap(entries: readonly Entry[], width: number): Entry[][] {
  const rows: Entry[][] = [];
  let used = Infinity;
  for (const entry of entries) {
    if (used + widthOf(entry) > width) {
      rows.push([]);
      used = 4;
    }
    rows.at(-1)?.push(entry);
    used += widthOf(entry);
  }
  return rows;
}

function valueEntries(map: CommuneMap, scale: MapScale): Entry[] {
  if (map.style === 'categories') return scale.categories.map((category, at) => square(category, { fill: map.paint.categories[at % map.paint.categories.length] ?? map.paint.structure }));
  if (map.style === 'classes') return scale.bounds.map((bound, at) => square(classText(map, scale.bounds, at, bound), { fill: map.paint.scale[shadeOf(at, scale.bounds.length)] ?? map.paint.structure }));
  if (scale.largest === 0) return [];
  return roundSteps(scale.largest).map((value, at, all): Entry => {
    const radius = scale.radiusOf(value);
    return {
      text: at === all.length - 1 ? `${map.format(value)} ${map.words.unit}`.trim() : map.format(value), room: radius * 2,
      draw: (x, y) => svgElement('circle', { cx: x + radius, cy: y, r: radius, fill: map.paint.structure, 'fill-opacity': 0.82 }),
    };
  });
}

const classText = (map: CommuneMap, bounds: readonly number[], at: number, bound: number): string =>
  at === 0 ? map.words.upTo(map.format(bound)) : `${map.format(bounds[at - 1] ?? 0)} – ${map.format(bound)}`;

/** Three round values for the symbols' legend, up to the map's largest. */
function roundSteps(largest: number): number[] {
  const power = 10 ** Math.floor(Math.log10(largest));
  const top = [5, 2, 1].map((factor) => factor * power).find((value) => value <= largest) ?? power;
  return [...new Set([top / 20, top / 5, top].map((value) => (largest >= 1 ? Math.max(1, Math.round(value)) : value)))];
}

function stateEntries(map: CommuneMap): Entry[] {
  const count = (wanted: (area: CommuneMap['areas'][number]) => boolean): number => map.areas.filter(wanted).length;
  const zeros = count(({ cell }) => cell.kind === 'number' && cell.value === 0);
  const secrets = count(({ cell }) => cell.kind === 'secret' || cell.kind === 'interval');
  const absent = count(({ cell }) => cell.kind === 'missing');
  return [
    ...(zeros > 0 ? [square(map.words.zero(zeros), { fill: map.paint.zero, stroke: map.paint.muted, 'stroke-width': 0.6 })] : []),
    ...(secrets > 0 ? [square(map.words.secret(secrets), hiddenStyle('secret', map.id, map.paint))] : []),
    ...(absent > 0 ? [square(map.words.missing(absent), hiddenStyle('missing', map.id, map.paint))] : []),
  ];
}

const square = (text: string, style: Record<string, string | number>): Entry => ({
  text, room: 12, draw: (x, y) => svgElement('rect', { x, y: y - 6, width: 12, height: 12, ...style }),
});
