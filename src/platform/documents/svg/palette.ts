/** The house's colours, as a territory may change them. */
export interface Palette {
  /** Structure and data: Moselle, a deep blue-green. */
  structure: string;
  /** The single accent, for the figure that matters: Jaumont, the golden limestone. Never carries text. */
  accent: string;
  paper: string;
  ink: string;
  /** Secondary text: 7:1 on paper. */
  muted: string;
  /** Axes and rules. */
  line: string;
  /** Five classes of one hue, from pale to deep. */
  scale: readonly [string, string, string, string, string];
  /** A plain pale fill for zero. */
  zero: string;
  /** Fills of categories: distinct in lightness too, so that they stay apart in grey. */
  categories: readonly string[];
}

export const housePalette: Palette = {
  structure: '#0f5c66',
  accent: '#c9962f',
  paper: '#fdfbf6',
  ink: '#1c2526',
  muted: '#4c5859',
  line: '#c9c4b8',
  scale: ['#cfe4e3', '#9cc8c8', '#63a3a7', '#2f7c84', '#0d4a53'],
  zero: '#f1ede2',
  categories: ['#0d4a53', '#c9962f', '#8fbdbd', '#7a4a2b', '#d8cfae', '#4c5859'],
};

/** The house's colours with a territory's own two. The sequential scale follows the structure colour. */
export function paletteOf(colours: { structure: string; accent: string } | undefined): Palette {
  if (!colours) return housePalette;
  return {
    ...housePalette, ...colours,
    scale: [mix(colours.structure, 0.2), mix(colours.structure, 0.4), mix(colours.structure, 0.62), mix(colours.structure, 0.82), mix(colours.structure, 1)],
    categories: [colours.structure, colours.accent, ...housePalette.categories.slice(2)],
  };
}

/** Where a picture goes: a page follows its CSS (theme, print, forced colours); a document knows plain colours only. */
export type PictureTarget = 'page' | 'document';

export type Paint = Palette;

const properties: Record<Exclude<keyof Palette, 'scale' | 'categories'>, string> = {
  structure: '--moselle', accent: '--jaumont', paper: '--paper', ink: '--ink', muted: '--muted', line: '--line', zero: '--map-zero',
};

/** The colours as the target wants them: custom properties with fallbacks in a page, plain values in a document. */
export function paintFor(palette: Palette, target: PictureTarget): Paint {
  if (target === 'document') return palette;
  const named = Object.fromEntries(Object.entries(properties).map(([key, property]) => [key, `var(${property}, ${palette[key as keyof typeof properties]})`])) as Record<keyof typeof properties, string>;
  return {
    ...named,
    scale: palette.scale.map((colour, at) => `var(--map-${at + 1}, ${colour})`) as unknown as Palette['scale'],
    categories: palette.categories.map((colour, at) => `var(--category-${at + 1}, ${colour})`),
  };
}

/** A picture drawn for a page, in the plain colours that its custom properties fall back on: as a document can show it. */
export const asDocument = (svg: string): string => svg.replaceAll(/var\(--[\w-]+, (#[0-9a-f]{3,8})\)/gi, '$1');

/** `colour` over white, at `strength` from 0 to 1. */
function mix(colour: string, strength: number): string {
  const channel = (at: number): string => Math.round(255 - (255 - Number.parseInt(colour.slice(at, at + 2), 16)) * strength).toString(16).padStart(2, '0');
  return `#${channel(1)}${channel(3)}${channel(5)}`;
}

/** WCAG contrast of two `#rrggbb` colours. */
export function contrast(one: string, other: string): number {
  const [light, dark] = [luminance(one), luminance(other)].toSorted((a, b) => b - a) as [number, number];
  return (light + 0.05) / (dark + 0.05);
}

function luminance(colour: string): number {
  const channel = (at: number): number => {
    const value = Number.parseInt(colour.slice(at, at + 2), 16) / 255;
    return value <= 0.03928 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
  };
  return 0.2126 * channel(1) + 0.7152 * channel(3) + 0.0722 * channel(5);
}
