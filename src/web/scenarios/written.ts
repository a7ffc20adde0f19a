import { wantedFiles, type Block, type FlowYear, type ParameterName, parameters, type ReviewedScenario, type WantedFile } from '../../needs/index.ts';
import { formatInteger, formatNumber } from '../../platform/i18n/format.ts';
import { scenarioWords } from '../messages/scenarios.ts';

/** Dwellings as they are read: whole, for a projection is no finer. */
export const dwellings = (value: number): string => formatInteger(value, 'fr');

export const blockText = (block: Block): string => (block.kind === 'value' ? dwellings(block.value) : scenarioWords.notComputable);

/** `+12`, `−3`, `0`: a difference always says its way. */
export const signed = (value: number): string => {
  const written = formatNumber(value, Math.abs(value) < 10 && Math.round(value) !== value ? 1 : 0, 'fr');
  return value > 0 && /[1-9]/.test(written) ? `+${written}` : written;
};

export const filesText = (files: readonly WantedFile[]): string => files.map((file) => wantedFiles[file]).join('\u00a0; ');

export const parameterFiles = (name: ParameterName): string => filesText(parameters[name].files);

export const seriesText = ({ population, households }: Pick<ReviewedScenario, 'population' | 'households'>): string =>
  scenarioWords.series(scenarioWords.population[population] ?? population, scenarioWords.households[households] ?? households);

export type Component = keyof typeof scenarioWords.components;

/** What a year's need is made of, in the order of the charts and tables. */
export const components = Object.keys(scenarioWords.components) as Component[];

/** A year's need, less what it leaves without use: what its components add up to. */
export const netNeed = ({ need, surplus }: Pick<FlowYear, 'need' | 'surplus'>): number => need - surplus;

/** A percentage as a form writes it, without its sign. */
export const percentTyped = (fraction: number): string => String(Number((fraction * 100).toFixed(4))).replace('.', ',');
