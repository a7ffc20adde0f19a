import { Resvg } from '@resvg/resvg-js';
import { fontFamily, fontPaths } from './font.ts';

/**
 * The same picture as points, for readers that cannot draw SVG (slides shown by older or online programs). No font of the
 * machine is used, so that every machine makes the same picture.
 */
export function svgToPng(svg: string, picture: { width: number; background: string }): Buffer {
  return new Resvg(svg, {
    background: picture.background,
    fitTo: { mode: 'width', value: picture.width },
    font: { loadSystemFonts: false, fontFiles: fontPaths(), defaultFontFamily: fontFamily },
  }).render().asPng();
}
