import { round, svgElement, svgPicture, svgTitle, type Svg } from './element.ts';
import { drawLegend, legendHeight } from './map-legend.ts';
import { placeLabels, type Spot } from './map-labels.ts';
import { categoryFill, scaleOf, shadeOf, type CommuneMap, type MapArea, type MapScale } from './map-scale.ts';
import { hiddenStyle, label, secretPattern, typeOf } from './marks.ts';
import { centreOf, projectionOnto, type Polygons, type Position } from './projection.ts';
import { classOf, type ChartCell } from './scale.ts';

/** One area where it stands on the drawing. */
interface Placed {
  area: MapArea;
  x: number;
  y: number;
  radius: number;
  shape: string | null;
}

const PLAIN_RADIUS = 5.5;

/**
 * The communes of a territory. Secret is hatched, missing has a dotted outline, zero is a plain pale fill: never alike.
 * Contours are drawn where they were imported; without them each commune is a symbol at its centroid.
 */
export function communeMap(map: CommuneMap): string {
  const scale = scaleOf(map);
  const placed = placeAreas(map, scale);
  const height = map.height + legendHeight(map, scale);
  const background = map.style === 'symbols' ? placed.flatMap((one) => (one.shape ? [svgElement('path', { d: one.shape, fill: map.paint.paper, stroke: map.paint.line, 'stroke-width': 0.7 })] : [])) : [];
  const areas = placed.toSorted((a, b) => b.radius - a.radius).map((one) => drawArea(one, map, scale));
  const nowhere = placed.length === 0 ? [label({ x: 8, y: 24, text: map.words.noPosition, size: 13, fill: map.paint.muted })] : [];
  return svgPicture(map, { width: map.width, height }, [
    svgElement('defs', {}, [secretPattern(map.id, map.paint)]),
    ...background, ...areas, ...names(placed, map), ...nowhere, ...drawLegend(map, scale, map.height),
  ]);
}

function placeAreas(map: CommuneMap, scale: MapScale): Placed[] {
  const located = map.areas.flatMap((area) => {
    const centre = area.centroid ?? (area.polygons && centreOf(area.polygons));
    return centre ? [{ area, centre }] : [];
  });
  const corners = located.flatMap(({ area, centre }) => [centre, ...(area.polygons ?? []).flat(2)]);
  const hasContours = located.some(({ area }) => area.polygons);
  const margin = hasContours ? 6 : 26;
  const project = projectionOnto(corners, { x: margin, y: margin, width: map.width - 2 * margin, height: map.height - 2 * margin });
  return located.map(({ area, centre }) => {
    const [x, y] = project(centre);
    const radius = map.style === 'symbols' && area.cell.kind === 'number' && area.cell.value !== 0 ? scale.radiusOf(area.cell.value) : PLAIN_RADIUS;
    return { area, x, y, radius, shape: area.polygons ? pathOf(area.polygons, project) : null };
  });
}

const pathOf = (polygons: Polygons, project: (position: Position) => [number, number]): string =>
  polygons.flat().map((ring) => `M${ring.map((position) => project(position).map(round).join(' ')).join('L')}Z`).join('');

function drawArea(one: Placed, map: CommuneMap, scale: MapScale): Svg {
  const { area } = one;
  const title = svgTitle(area.name, area.text, map);
  const attributes = { id: `${map.id}-${area.code}`, 'data-area': area.code, 'data-kind': kindOf(area.cell), ...styleOf(area.cell, map, scale) };
  if (one.shape && map.style !== 'symbols') return svgElement('path', { ...attributes, d: one.shape, 'fill-rule': 'evenodd' }, [title]);
  return svgElement('circle', { ...attributes, cx: one.x, cy: one.y, r: one.radius }, [title]);
}

/** Zero is a kind of its own on a map: it has its own look. */
const kindOf = (cell: ChartCell): string => (cell.kind === 'number' && cell.value === 0 ? 'zero' : cell.kind);

function styleOf(cell: ChartCell, map: CommuneMap, scale: MapScale): Record<string, string | number> {
  const edge = { stroke: map.paint.paper, 'stroke-width': 0.8 };
  switch (cell.kind) {
    case 'secret': case 'missing': return hiddenStyle(cell.kind, map.id, map.paint);
    // A bound is not a value: hatched like the secret that it comes from.
    case 'interval': return hiddenStyle('secret', map.id, map.paint);
    case 'category': return { fill: categoryFill(cell.value, map, scale), ...edge };
    case 'number':
      if (cell.value === 0) return { fill: map.paint.zero, stroke: map.paint.muted, 'stroke-width': 0.6 };
      if (map.style === 'classes') return { fill: map.paint.scale[shadeOf(classOf(cell.value, scale.bounds), scale.bounds.length)] ?? map.paint.structure, ...edge };
      return { fill: map.paint.structure, 'fill-opacity': 0.82, ...edge };
  }
}

function names(placed: readonly Placed[], map: CommuneMap): Svg[] {
  const symbols = map.style === 'symbols';
  const spots = placed
    .toSorted((a, b) => weight(b.area) - weight(a.area))
    .map((one): Spot => ({ x: one.x, y: one.y, radius: one.shape && !symbols ? 0 : one.radius, text: one.area.name, named: !symbols || (one.area.cell.kind === 'number' && one.area.cell.value !== 0) }));
  return placeLabels(spots, map.labels ?? 9, { width: map.width, height: map.height, size: typeOf(map.narrow).small }).map((at) =>
    label({ ...at, fill: map.paint.ink, weight: 500, halo: map.paint.paper }));
}

const weight = (area: MapArea): number => area.weight ?? (area.cell.kind === 'number' ? Math.abs(area.cell.value) : 0);
