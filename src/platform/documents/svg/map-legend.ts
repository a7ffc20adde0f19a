import { svgElement, textWidth, type Svg } from './element.ts';
import { categoryFill, shadeOf, type CommuneMap, type MapScale } from './map-scale.ts';
import { hiddenStyle, label, typeOf } from './marks.ts';

/** A part of the legend, drawn from its left and its middle. */
interface Entry {
  width: number;
  height: number;
  draw: (x: number, middle: number) => Svg[];
}

const GAP = 14;

/** Height that the legend takes below the map. */
export const legendHeight = (map: CommuneMap, scale: MapScale): number =>
  rowsOf(map, scale).reduce((height, row) => height + rowHeight(row, map), 0) + 10;

/** Drawn below the map, in as many rows as its width needs. */
export function drawLegend(map: CommuneMap, scale: MapScale, top: number): Svg[] {
  let y = top + 6;
  return rowsOf(map, scale).flatMap((row) => {
    const height = rowHeight(row, map);
    const middle = y + height / 2;
    y += height;
    let x = 4;
    return row.flatMap((entry) => {
      const drawn = entry.draw(x, middle);
      x += entry.width + GAP;
      return drawn;
    });
  });
}

const rowHeight = (row: readonly Entry[], map: CommuneMap): number => Math.max(typeOf(map.narrow).small + 8, ...row.map((entry) => entry.height + 4));

const rowsOf = (map: CommuneMap, scale: MapScale): Entry[][] => [...wrap(valueEntries(map, scale), map.width), ...wrap(stateEntries(map), map.width)];

function wrap(entries: readonly Entry[], width: number): Entry[][] {
  const rows: Entry[][] = [];
  let used = Infinity;
  for (const entry of entries) {
    if (used + entry.width > width) {
      rows.push([]);
      used = 4;
    }
    rows.at(-1)?.push(entry);
    used += entry.width + GAP;
  }
  return rows;
}

function valueEntries(map: CommuneMap, scale: MapScale): Entry[] {
  if (map.style === 'categories') return scale.categories.map((category) => square(category, { fill: categoryFill(category, map, scale) }, map));
  if (map.style === 'classes') return scale.bounds.map((bound, at) => square(classText(map, scale.bounds, at, bound), { fill: map.paint.scale[shadeOf(at, scale.bounds.length)] ?? map.paint.structure }, map));
  return scale.largest === 0 ? [] : [nestedCircles(map, scale)];
}

/** Circles that stand on one ground, the largest behind, each named at its top. */
function nestedCircles(map: CommuneMap, scale: MapScale): Entry {
  const { small } = typeOf(map.narrow);
  const steps = roundSteps(scale.largest);
  const most = scale.radiusOf(steps.at(-1) ?? 0);
  const texts = steps.map((value, at) => (at === steps.length - 1 ? `${map.format(value)} ${map.words.unit}`.trim() : map.format(value)));
  const height = Math.max(2 * most, steps.length * (small + 1));
  const beside = 2 * most + 16;
  return {
    width: beside + Math.max(...texts.map((text) => textWidth(text, small))), height,
    draw: (x, middle) => {
      const ground = middle + height / 2;
      let free = ground;
      const named = steps.map((value, at) => {
        const radius = scale.radiusOf(value);
        const peak = ground - 2 * radius;
        const y = Math.min(peak, free - small / 2);
        free = y - small / 2 - 1;
        return { radius, peak, y, text: texts[at] ?? '' };
      });
      return named.toReversed().flatMap(({ radius, peak, y, text }) => [
        svgElement('circle', { cx: x + most, cy: ground - radius, r: radius, fill: map.paint.structure, 'fill-opacity': 0.22, stroke: map.paint.structure, 'stroke-width': 0.9 }),
        svgElement('path', { d: `M${x + most} ${peak}L${x + 2 * most + 4} ${y}H${x + beside - 4}`, fill: 'none', stroke: map.paint.muted, 'stroke-width': 0.6 }),
        label({ x: x + beside, y: y + small / 3, text, size: small, fill: map.paint.muted }),
      ]);
    },
  };
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
    ...(zeros > 0 ? [square(map.words.zero(zeros), { fill: map.paint.zero, stroke: map.paint.muted, 'stroke-width': 0.6 }, map)] : []),
    ...(secrets > 0 ? [square(map.words.secret(secrets), hiddenStyle('secret', map.id, map.paint), map)] : []),
    ...(absent > 0 ? [square(map.words.missing(absent), hiddenStyle('missing', map.id, map.paint), map)] : []),
  ];
}

function square(text: string, style: Record<string, string | number>, map: CommuneMap): Entry {
  const { small } = typeOf(map.narrow);
  return {
    width: small + 4 + textWidth(text, small), height: small,
    draw: (x, middle) => [
      svgElement('rect', { x, y: middle - small / 2, width: small, height: small, ...style }),
      label({ x: x + small + 4, y: middle + small / 3, text, size: small, fill: map.paint.muted }),
    ],
  };
}
