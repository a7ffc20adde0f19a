import { needAYear, type ComparedScenario, type Estimate } from '../../needs/index.ts';
import { barChart } from '../../platform/documents/svg/bar-chart.ts';
import { paintFor, paletteOf } from '../../platform/documents/svg/palette.ts';
import { stackedChart, stackedExtent, type StackedColumn } from '../../platform/documents/svg/stacked-chart.ts';
import type { Territory } from '../../territory/index.ts';
import type { Drawing } from '../figures/pictures.ts';
import { scenarioWords } from '../messages/scenarios.ts';
import { components, dwellings, netNeed } from './written.ts';

type Colours = Pick<Territory, 'colours'>;

const paintOf = ({ colours }: Colours) => paintFor(paletteOf(colours), 'page');

/** Fills of the components, in their order, as the charts paint them. */
export const componentFills = (territory: Colours): string[] => components.map((_, at) => paintOf(territory).categories[at] ?? '');

const columnsOf = ({ flow }: Estimate): StackedColumn[] => (flow?.years ?? []).map((year) => ({
  key: String(year.year), label: String(year.year), values: components.map((component) => year[component]), texts: components.map((component) => dwellings(year[component])),
  total: { value: netNeed(year), text: dwellings(netNeed(year)) },
}));

/** The extent that several scenarios share. */
export const sharedExtent = (estimates: readonly Estimate[]): [number, number] => stackedExtent(estimates.flatMap(columnsOf));

/** The need year by year, by component; nothing where it is not known. */
export function needChart(estimate: Estimate, territory: Colours, { name, id, width, extent }: { name: string; id: string; width: number; extent: readonly [number, number] }): Drawing | null {
  if (!estimate.flow) return null;
  const { flow } = estimate;
  const draw = (wide: number, suffix: string, narrow: boolean): string => stackedChart({
    id: `${id}${suffix}`, title: scenarioWords.one.chart(name), description: scenarioWords.one.chartText, series: components.map((component) => scenarioWords.components[component]), columns: columnsOf(estimate),
    totalName: scenarioWords.one.need, width: wide, height: 280, paint: paintOf(territory), tick: dwellings, extent, narrow,
    ...(flow.peakYear > estimate.baseYear && flow.peakYear < estimate.projection ? { mark: { key: String(flow.peakYear), text: scenarioWords.one.peakMark(flow.peakYear) } } : {}),
  });
  return { wide: draw(width, '', false), narrow: draw(340, '-narrow', true) };
}

/** A bar for each scenario's need a year, from zero; the first is the one that the others are compared with. */
export function needBars(scenarios: readonly ComparedScenario[], territory: Colours): Drawing {
  const words = scenarioWords.comparison;
  const draw = (width: number, suffix: string): string => barChart({
    id: `par-an${suffix}`, title: words.bars, description: words.barsText, width, paint: paintOf(territory),
    bars: scenarios.map(({ id, name, estimate }, at) => {
      const value = needAYear(estimate);
      const short = name.length > 34 ? `${name.slice(0, 33).toWellFormed()}…` : name;
      return { key: id, label: width < 400 ? `${at + 1}` : short, cell: value === null ? { kind: 'missing' as const } : { kind: 'number' as const, value }, text: value === null ? scenarioWords.notComputable : dwellings(value), highlighted: at === 0 };
    }),
  });
  return { wide: draw(620, ''), narrow: draw(310, '-narrow') };
}
