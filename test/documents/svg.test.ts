import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { barChart, dotOnLine } from '../../src/platform/documents/svg/bar-chart.ts';
import { communeMap } from '../../src/platform/documents/svg/commune-map.ts';
import { svgText, svgElement } from '../../src/platform/documents/svg/element.ts';
import { lineChart, type LineChart } from '../../src/platform/documents/svg/line-chart.ts';
import type { CommuneMap, MapArea } from '../../src/platform/documents/svg/map-scale.ts';
import { contrast, housePalette, paintFor, paletteOf } from '../../src/platform/documents/svg/palette.ts';
import { centreOf, projectionOnto } from '../../src/platform/documents/svg/projection.ts';
import { classBounds, classOf, niceTicks, roomy, timeOf } from '../../src/platform/documents/svg/scale.ts';

const paint = paintFor(housePalette, 'document');
const named = { id: 'x', title: 'Titre <&>', description: 'Ce que l’on voit' };
const number = (value: number) => ({ kind: 'number' as const, value });
const secret = { kind: 'secret' as const };
const missing = { kind: 'missing' as const };

/** Elements whose attribute holds the value. */
const withAttribute = (svg: string, attribute: string, value: string): string[] => svg.match(new RegExp(`<[a-z]+ [^>]*${attribute}="${value}"[^>]*>`, 'g')) ?? [];

describe('elements', () => {
  test('any text is escaped, and characters that XML cannot carry are replaced', () => {
    expect(svgText('<b>"&\'\u0000\ud800')).toBe('&lt;b&gt;&quot;&amp;&#39;\ufffd\ufffd');
    fc.assert(fc.property(fc.string({ unit: 'binary' }), (text) => {
      expect(svgElement('text', { 'data-x': text }, [svgText(text)])).toMatch(/^<text data-x="[^"<>]*">[^<>]*<\/text>$/s);
    }));
  });

  test('a picture is named and described', () => {
    const svg = barChart({ ...named, bars: [], width: 200, paint });
    expect(svg).toContain('role="img" aria-labelledby="x-title x-desc"');
    expect(svg).toContain('<title id="x-title">Titre &lt;&amp;&gt;</title><desc id="x-desc">Ce que l’on voit</desc>');
  });
});

describe('colours', () => {
  test('text reaches 7 on paper, structure 4.5', () => {
    for (const colour of [housePalette.ink, housePalette.muted]) expect(contrast(colour, housePalette.paper)).toBeGreaterThanOrEqual(7);
    expect(contrast(housePalette.structure, housePalette.paper)).toBeGreaterThanOrEqual(4.5);
  });

  test('the scale goes from pale to deep', () => {
    for (const { scale } of [housePalette, paletteOf({ structure: '#7a2030', accent: '#c9962f' })]) {
      const contrasts = scale.map((colour) => contrast(colour, '#ffffff'));
      expect(contrasts).toEqual(contrasts.toSorted((a, b) => a - b));
      expect(contrasts[4]! / contrasts[0]!).toBeGreaterThan(5);
    }
  });

  test('a page names its properties with fallbacks; a document has none', () => {
    const chart = (target: 'page' | 'document') => barChart({ ...named, bars: [{ key: 'a', label: 'A', cell: number(1), text: '1' }], width: 200, paint: paintFor(housePalette, target) });
    expect(chart('page')).toContain('fill="var(--moselle, #0f5c66)"');
    expect(chart('document')).not.toContain('var(');
  });
});

describe('scales', () => {
  test.each([[0, 97, [0, 50, 100]], [6706, 11909, [6000, 8000, 10000, 12000]], [0.18, 0.24, [0.18, 0.2, 0.22, 0.24]]])('ticks of %d to %d', (low, high, ticks) => {
    expect(niceTicks(low, high, 3)).toEqual(ticks);
  });

  test('ticks cover what they mark, a single value included', () => {
    fc.assert(fc.property(fc.integer({ min: -1e6, max: 1e6 }), fc.integer({ min: 0, max: 1e6 }), (low, span) => {
      const ticks = niceTicks(low, low + span, 3);
      expect(ticks[0]).toBeLessThanOrEqual(low);
      expect(ticks.at(-1)).toBeGreaterThanOrEqual(low + span);
      expect(ticks.length).toBeLessThan(12);
    }));
  });

  test('every value falls into a class, and no class is empty', () => {
    fc.assert(fc.property(fc.array(fc.integer({ min: 1, max: 1e5 }), { minLength: 1, maxLength: 60 }), (values) => {
      const bounds = classBounds(values);
      expect(bounds.length).toBeGreaterThan(0);
      expect(bounds.length).toBeLessThanOrEqual(5);
      const used = new Set(values.map((value) => classOf(value, bounds)));
      expect(used.size).toBe(bounds.length);
      for (const value of values) expect(value).toBeLessThanOrEqual(bounds[classOf(value, bounds)]!);
    }));
  });

  test('time and place', () => {
    expect([timeOf('2025'), timeOf('2025-01-01')]).toEqual([2025, 2025]);
    expect(timeOf('2025-07-01')).toBe(2025.5);
    expect(centreOf([[[[0, 0], [2, 0], [2, 2], [0, 2], [0, 0]]], [[[9, 9], [9.1, 9], [9.1, 9.1], [9, 9]]]])).toEqual([1, 1]);
    const project = projectionOnto([[6, 49], [6.2, 49.2]], { x: 0, y: 0, width: 100, height: 100 });
    expect(project([6, 49.2])[1]).toBeCloseTo(0);
    expect(project([6, 49])[1]).toBeCloseTo(100);
  });
});

const line = (given: Partial<LineChart>): string => lineChart({
  ...named, width: 400, height: 200, paint, tick: String,
  points: [
    { period: '2020', label: '2020', cell: number(10), text: '10' }, { period: '2021', label: '2021', cell: number(12), text: '12' },
    { period: '2022', label: '2022', cell: secret, text: 'secret' }, { period: '2023', label: '2023', cell: missing, text: 'non disponible' },
    { period: '2024', label: '2024', cell: number(8), text: '8' },
  ],
  ...given,
});

describe('line', () => {
  test('the line stops before a gap, which keeps its place and its look', () => {
    const svg = line({});
    expect(svg.match(/<path /g)).toHaveLength(1);
    expect(withAttribute(svg, 'data-kind', 'secret')[0]).toContain('fill="url(#x-secret)"');
    expect(withAttribute(svg, 'data-kind', 'missing')[0]).toContain('stroke-dasharray');
    expect(svg).toContain('<title>2022\u00a0: secret</title>');
  });

  test('a break, a target, a band', () => {
    const svg = line({ breaks: [{ period: '2021', text: '46 communes' }], target: { value: 20, text: 'cible 20' } });
    expect(svg).toContain('data-break="2021"');
    expect(svg).not.toContain('<path ');
    expect(svg).toContain('data-target="20"');
    const band = line({ points: [2020, 2021, 2022].map((year) => ({ period: String(year), label: String(year), cell: { kind: 'interval' as const, low: 1, high: year === 2021 ? null : 5 }, text: '' })) });
    expect(band).toContain('opacity="0.2"');
  });

  const years = (...cells: LineChart['points'][number]['cell'][]) => cells.map((cell, at) => ({ period: String(2020 + at), label: String(2020 + at), cell, text: '' }));

  test('nothing is drawn across a break, nor a line through two values', () => {
    const points = years(number(10), number(12), number(11), number(13));
    const paths = (svg: string): string[] => [...svg.matchAll(/<path d="([^"]*)"/g)].map(([, path]) => path!);
    expect(paths(line({ points }))[0]?.split('L')).toHaveLength(4);
    expect(paths(line({ points, breaks: [{ period: '2022', text: '46 communes' }] })).map((path) => path.split('L').length)).toEqual([2, 2]);
    const every = line({ points, breaks: ['2021', '2022', '2023'].map((period) => ({ period, text: 'autre méthode' })) });
    expect(paths(every)).toEqual([]);
    // Words beside the chart say what breaks: labels would float away from their lines.
    expect([every.match(/data-break=/g)?.length, every.match(/<title>autre méthode<\/title>/g)?.length, every.includes('autre méthode</text>')]).toEqual([3, 3, false]);
    expect(every).not.toMatch(/<line [^>]*stroke="#0f5c66"/);
    for (const compact of [true, false]) expect(paths(line({ points: years(number(10), secret, number(11)), compact }))).toEqual([]);
  });

  test('a change of 1 % takes a tenth of the height, and a rate’s axis what is asked', () => {
    const heights = (svg: string): number[] => [...svg.matchAll(/<circle [^>]*data-period[^>]*cy="([\d.]+)"/g)].map(([, y]) => Number(y));
    for (const compact of [true, false]) {
      const drawn = heights(line({ points: years(number(1000), number(1000), number(1010)), compact }));
      expect(Math.max(...drawn) - Math.min(...drawn)).toBeLessThan(200 * 0.15);
    }
    const rate = heights(line({ points: years(number(0.002), number(0.002), number(0.003)), compact: true, leastSpan: 0.01 }));
    expect(Math.max(...rate) - Math.min(...rate)).toBeLessThan(200 * 0.15);
    fc.assert(fc.property(fc.double({ min: -1e6, max: 1e6, noNaN: true }), fc.double({ min: 0, max: 1e6, noNaN: true }), (low, more) => {
      const [from, to] = roomy([low, low + more]);
      expect(from).toBeLessThanOrEqual(low);
      expect(to).toBeGreaterThanOrEqual(low + more - 1e-6);
      expect(to - from).toBeGreaterThanOrEqual(Math.abs(low) * 0.0999);
      if (low >= 0) expect(from).toBeGreaterThanOrEqual(0);
    }));
  });

  test('a bound on one side only goes on to the edge', () => {
    const svg = line({ points: years({ kind: 'interval', low: null, high: 5 }, { kind: 'interval', low: 2, high: null }, { kind: 'interval', low: 2, high: 4 }) });
    expect(svg).not.toMatch(/NaN|null/);
    expect([...svg.matchAll(/opacity="0.55"/g)]).toHaveLength(3);
  });

  test('for a phone, no type is under 16', () => {
    for (const svg of [line({ narrow: true, width: 340, breaks: [{ period: '2021', text: '46 communes' }], target: { value: 20, text: 'cible' } }), map({ narrow: true, width: 340 }), map({ narrow: true, width: 340, style: 'classes' })]) {
      const sizes = [...svg.matchAll(/font-size="([\d.]+)"/g)].map(([, size]) => Number(size));
      expect(Math.min(...sizes)).toBeGreaterThanOrEqual(16);
    }
  });

  test('nothing to draw, one point, only secrets: still a picture, never NaN', () => {
    for (const points of [[], [{ period: '2020', label: '2020', cell: number(3), text: '3' }], [{ period: '2020', label: '2020', cell: secret, text: 'secret' }]]) {
      for (const compact of [true, false]) expect(line({ points, compact })).not.toMatch(/NaN|Infinity/);
    }
  });
});

test('bars start at zero, bounds are drawn, secret and missing have no length of their own', () => {
  const svg = barChart({
    ...named, width: 400, paint,
    bars: [
      { key: 'a', label: 'A', cell: number(50), text: '50' }, { key: 'b', label: 'B', cell: number(100), text: '100' }, { key: 'c', label: 'C', cell: { kind: 'interval', low: 10, high: 20 }, text: 'entre 10 et 20' },
      { key: 'd', label: 'D', cell: secret, text: 'secret' }, { key: 'e', label: 'E', cell: missing, text: 'non disponible' }, { key: 'f', label: 'F', cell: number(0), text: '0' }, { key: 'g', label: 'G', cell: { kind: 'interval', low: null, high: 30 }, text: 'au plus 30' },
    ],
  });
  const widthOf = (key: string): number => Number(/ width="([\d.]+)"/.exec(withAttribute(svg, 'data-key', key)[0]!)![1]);
  expect(widthOf('b')).toBeCloseTo(widthOf('a') * 2, 1);
  expect(widthOf('f')).toBe(0);
  expect(widthOf('d')).toBe(widthOf('e'));
  // Nothing is sure below: no full part, a pale one up to the bound.
  expect(widthOf('g')).toBe(0);
  expect(svg).not.toMatch(/NaN|null/);
  expect(svg).toContain('data-baseline="0"');
  expect(withAttribute(svg, 'data-kind', 'secret')[0]).toContain('url(#x-secret)');
});

test('a dot on the territory’s line', () => {
  const svg = dotOnLine({ ...named, width: 300, paint, value: { label: 'Woippy', cell: number(0.34), text: '34 %' }, reference: { label: 'Territoire', cell: number(0.2), text: '20 %' }, extent: { low: 0, lowText: '0', high: 0.4, highText: '40 %' } });
  expect(withAttribute(svg, 'data-role', 'value')[0]).toMatch(/cx="248/);
  expect(withAttribute(svg, 'data-role', 'reference')[0]).toContain('x1="150"');
});

const areas: MapArea[] = [
  { code: '57001', name: 'Alpha', cell: number(100), text: '100', centroid: [6, 49] },
  { code: '57002', name: 'Beta', cell: number(25), text: '25', centroid: [6.1, 49.1] },
  { code: '57003', name: 'Gamma', cell: secret, text: 'secret', centroid: [6.2, 49] },
  { code: '57004', name: 'Delta', cell: missing, text: 'non disponible', centroid: [6, 49.2] },
  { code: '57005', name: 'Epsilon', cell: number(0), text: '0', centroid: [6.2, 49.2] },
  { code: '57006', name: 'Zeta', cell: { kind: 'interval', low: 1, high: 3 }, text: 'entre 1 et 3', polygons: [[[[6.1, 49], [6.2, 49], [6.2, 49.1], [6.1, 49]]]] },
];
const words = { unit: 'logements', secret: (n: number) => `secret ${n}`, missing: (n: number) => `absent ${n}`, zero: (n: number) => `zéro ${n}`, upTo: (bound: string) => `jusqu’à ${bound}`, noPosition: 'Sans position' };
const map = (given: Partial<CommuneMap>): string => communeMap({ ...named, areas, width: 400, height: 300, paint, style: 'symbols', format: String, words, ...given });

describe('map', () => {
  test('each commune once, by its code; secret, missing and zero never alike', () => {
    const svg = map({});
    for (const { code } of areas) expect(withAttribute(svg, 'data-area', code)).toHaveLength(1);
    const looks = ['57003', '57004', '57005', '57001'].map((code) => withAttribute(svg, 'data-area', code)[0]!.replace(/.*data-kind="[^"]*"/, '').replace(/ c[xy]="[^"]*"| r="[^"]*"/g, ''));
    expect(new Set(looks).size).toBe(4);
    expect(svg).toContain('>secret 2<');
    expect(svg).toContain('>absent 1<');
    expect(svg).toContain('>zéro 1<');
  });

  test('a symbol’s surface follows its value', () => {
    const radius = (code: string): number => Number(/ r="([\d.]+)"/.exec(withAttribute(map({}), 'data-area', code)[0]!)![1]);
    expect(radius('57001')).toBeCloseTo(radius('57002') * 2, 1);
  });

  test('classes and contours; categories with their names', () => {
    expect(withAttribute(map({ style: 'classes' }), 'data-area', '57006')[0]).toMatch(/^<path/);
    expect(map({ style: 'classes' })).toContain('jusqu’à 25');
    const zones = map({ style: 'categories', areas: areas.map((area, at) => ({ ...area, cell: { kind: 'category', value: at % 2 ? 'B1' : 'B2' } })) });
    expect(zones).toContain('>B1<');
    expect(zones).toContain('>B2<');
  });

  test('zones in their order are shades of one hue, the tensest the darkest, whichever are there', () => {
    const order = ['Abis', 'A', 'B1', 'B2', 'C'];
    const fillOf = (svg: string, code: string): string | undefined => / fill="(#[0-9a-f]{6})"/.exec(withAttribute(svg, 'data-area', code)[0]!)?.[1];
    const zone = (value: string) => ({ kind: 'category' as const, value });
    const svg = map({ style: 'categories', order, areas: areas.slice(0, 3).map((area, at) => ({ ...area, cell: zone(['C', 'B1', 'Abis'][at]!) })) });
    expect(['57001', '57002', '57003'].map((code) => fillOf(svg, code))).toEqual([housePalette.scale[0], housePalette.scale[2], housePalette.scale[4]]);
    expect(svg.indexOf('>Abis<')).toBeLessThan(svg.indexOf('>B1<'));
    expect(svg.indexOf('>B1<')).toBeLessThan(svg.indexOf('>C<'));
  });

  test('the legend’s circles stand on one ground, one in another', () => {
    const circles = [...map({}).matchAll(/<circle cx="([\d.]+)" cy="([\d.]+)" r="([\d.]+)"[^>]*fill-opacity="0.22"/g)].map(([, x, y, r]) => ({ x: Number(x), ground: Number(y) + Number(r) }));
    expect(circles.length).toBe(3);
    for (const one of circles) {
      expect(one.x).toBe(circles[0]?.x);
      expect(one.ground).toBeCloseTo(circles[0]!.ground, 1);
    }
  });

  test('without any position it says so', () => {
    expect(map({ areas: areas.map(({ centroid: _c, polygons: _p, ...area }) => area) })).toContain('Sans position');
  });

  test('finite whatever the figures', () => {
    fc.assert(fc.property(fc.array(fc.record({ value: fc.double({ noNaN: true, min: -1e9, max: 1e9 }), longitude: fc.double({ noNaN: true, min: -5, max: 9 }), latitude: fc.double({ noNaN: true, min: 41, max: 51 }) }), { maxLength: 20 }), fc.constantFrom('symbols' as const, 'classes' as const), (places, style) => {
      const svg = map({ style, areas: places.map(({ value, longitude, latitude }, at) => ({ code: String(at), name: `Commune ${at}`, cell: number(value), text: String(value), centroid: [longitude, latitude] })) });
      expect(svg.replaceAll(/<title>.*?<\/title>|<text.*?<\/text>/g, '')).not.toMatch(/NaN|Infinity|undefined/);
    }));
  });
});
