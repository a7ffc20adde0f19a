import { expect, test } from 'vitest';
import { housePalette, paintFor } from '../../src/platform/documents/svg/palette.ts';
import { stackedChart, stackedExtent, type StackedChart } from '../../src/platform/documents/svg/stacked-chart.ts';

const column = (key: string, ...values: number[]) => ({ key, label: key, values, texts: values.map(String), total: { value: values.reduce((a, b) => a + b, 0), text: 'somme' } });
const columns = [column('2021', 10, 5, -4), column('2022', 0, 8, -8), column('2023', 2, 2, 2)];
const chart: StackedChart = {
  id: 'besoin', title: 'Besoin <année>', description: 'd', series: ['un', 'deux', 'trois'], columns, totalName: 'besoin', width: 400, height: 200, paint: paintFor(housePalette, 'document'),
  tick: String, extent: stackedExtent(columns), mark: { key: '2022', text: 'pic' },
};
const numbers = (svg: string, pattern: RegExp): number[][] => [...svg.matchAll(pattern)].map((found) => found.slice(1).map(Number));

test('the extent holds both ends of every stack, and zero', () => {
  expect(stackedExtent(columns)).toEqual([-8, 15]);
  expect(stackedExtent([column('2021', 3)])).toEqual([0, 3]);
  expect(stackedExtent([])).toEqual([0, 0]);
});

test('parts stand on one another from the baseline; what is taken away hangs below it', () => {
  const svg = stackedChart(chart);
  const [[zero]] = numbers(svg, /y1="([\d.]+)" y2="[\d.]+" stroke="#1c2526" stroke-width="1" data-baseline="0"/g) as [[number]];
  const [first, second, below] = numbers(svg, /data-key="2021" data-series="\d" x="[\d.]+" width="[\d.]+" y="([\d.]+)" height="([\d.]+)"/g) as [[number, number], [number, number], [number, number]];
  expect(first[0] + first[1]).toBeCloseTo(zero, 1);
  expect(second[0] + second[1]).toBeCloseTo(first[0], 1);
  expect(below[0]).toBeCloseTo(zero, 1);
  expect(first[1] / second[1]).toBeCloseTo(2, 1);
  // A part of nothing is not drawn.
  expect(svg.match(/data-key="2022"/g)).toHaveLength(2);
});

test('each part and total says its value; the mark says what it closes; texts are escaped', () => {
  const svg = stackedChart(chart);
  for (const text of ['2021, un\u00a0: 10', '2021, trois\u00a0: -4', '2022, besoin\u00a0: somme', '>pic<', 'Besoin &lt;année&gt;', 'data-mark="2022"']) expect(svg).toContain(text);
  expect(stackedChart({ ...chart, columns: [], extent: [0, 0] })).toContain('</svg>');
});
