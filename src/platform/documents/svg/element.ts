import { colonIn, type Language } from '../../i18n/format.ts';

/** A piece of SVG already escaped: only `svgElement` and `svgText` make one. */
export type Svg = string & { readonly svg: unique symbol };

type Attribute = string | number | undefined;

const escapes: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };

/** Characters that XML 1.0 cannot carry, lone surrogates among them, become U+FFFD rather than break the document. */
// oxlint-disable-next-line no-control-regex -- control characters are what this looks for
const notInXml = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g;

/** Text that XML can carry, unescaped. */
export const xmlText = (text: string): string => text.toWellFormed().replaceAll(notInXml, '\ufffd');

/** Text as content or attribute value. */
export const svgText = (text: string): Svg => xmlText(text).replaceAll(/[&<>"']/g, (found) => escapes[found] ?? found) as Svg;

/** One element; undefined attributes are left out, numbers have two decimals at most (the same picture everywhere). */
export function svgElement(name: string, attributes: Record<string, Attribute>, children: readonly Svg[] = []): Svg {
  const written = Object.entries(attributes)
    .filter(([, value]) => value !== undefined)
    .map(([key, value]) => ` ${key}="${typeof value === 'number' ? round(value) : svgText(String(value))}"`)
    .join('');
  return (children.length > 0 ? `<${name}${written}>${children.join('')}</${name}>` : `<${name}${written}/>`) as Svg;
}

/** A number of an SVG path or attribute. */
export const round = (value: number): number => Math.round(value * 100) / 100 || 0;

export interface Picture {
  /** Unique on its page: ids of parts derive from it. */
  id: string;
  title: string;
  /** What the picture shows, in words, for who does not see it. */
  description: string;
  /** The reader's; French by default. */
  language?: Language;
}

/** What a pointer or a screen reader finds on a part: its name, and its value as read. */
export const svgTitle = (name: string, text: string, { language = 'fr' }: Pick<Picture, 'language'>): Svg =>
  svgElement('title', {}, [svgText(`${name}${colonIn(language)}${text}`)]);

/** The outer `<svg>`: named, described, and scaled by its view box. */
export function svgPicture(picture: Picture, size: { width: number; height: number }, children: readonly Svg[]): string {
  const titleId = `${picture.id}-title`;
  const descriptionId = `${picture.id}-desc`;
  return svgElement('svg', {
    xmlns: 'http://www.w3.org/2000/svg', id: picture.id, viewBox: `0 0 ${round(size.width)} ${round(size.height)}`,
    width: size.width, height: size.height, role: 'img', 'aria-labelledby': `${titleId} ${descriptionId}`, 'font-family': 'Atkinson Hyperlegible Next, sans-serif',
  }, [
    svgElement('title', { id: titleId }, [svgText(picture.title)]),
    svgElement('desc', { id: descriptionId }, [svgText(picture.description)]),
    ...children,
  ]);
}

/**
 * Width that a text takes, in the same unit as `size`. An estimate by classes of letters of the face, a little generous:
 * it only serves to keep labels apart.
 */
export function textWidth(text: string, size: number): number {
  let width = 0;
  for (const letter of text) width += /[iljtfrI.,:;'’!|()\s\u202f\u00a0]/.test(letter) ? 0.33 : /[mwMW—œŒ%€]/.test(letter) ? 0.88 : /[A-Z0-9ÉÈÀÂÎÔÇ]/.test(letter) ? 0.64 : 0.55;
  return width * size;
}
