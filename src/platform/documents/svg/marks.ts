import { svgElement, svgText, type Svg } from './element.ts';
import type { Paint } from './palette.ts';

/** The hatching that means "secret", wherever it appears. */
export const secretPattern = (id: string, paint: Paint): Svg =>
  svgElement('pattern', { id: `${id}-secret`, width: 3.6, height: 3.6, patternUnits: 'userSpaceOnUse', patternTransform: 'rotate(45)' }, [
    svgElement('rect', { width: 3.6, height: 3.6, fill: paint.paper }),
    svgElement('rect', { width: 1.3, height: 3.6, fill: paint.muted }),
  ]);

/** Fill and outline of a part without a drawn value: hatching when secret, a dotted outline when missing. */
export const hiddenStyle = (kind: 'secret' | 'missing', id: string, paint: Paint): Record<string, string | number> =>
  kind === 'secret'
    ? { fill: `url(#${id}-secret)`, stroke: paint.muted, 'stroke-width': 0.75 }
    : { fill: 'none', stroke: paint.muted, 'stroke-width': 1.1, 'stroke-dasharray': '0.1 2.4', 'stroke-linecap': 'round' };

/** Sizes of type: for labels, and for what stands out. A drawing for a phone is shown about as large as it is drawn. */
export const typeOf = (narrow = false): { small: number; strong: number } => (narrow ? { small: 16, strong: 17 } : { small: 12, strong: 13 });

export interface Label {
  x: number;
  y: number;
  text: string;
  size: number;
  anchor?: 'start' | 'middle' | 'end';
  weight?: number;
  fill: string;
  /** Paper drawn behind the letters, where a label crosses lines. */
  halo?: string;
}

/** A text, with its halo painted behind the letters. */
export const label = (it: Label): Svg =>
  svgElement('text', {
    x: it.x, y: it.y, 'font-size': it.size, 'font-weight': it.weight, 'text-anchor': it.anchor, fill: it.fill,
    ...(it.halo ? { stroke: it.halo, 'stroke-width': 2.4, 'stroke-linejoin': 'round', 'paint-order': 'stroke' } : {}),
  }, [svgText(it.text)]);
