import {
  blockIds, blockNames, overlapRatios, parameters, parameterText, wantedFiles, type Block, type BlockId, type Estimate, type NeedsTerritory, type ParameterName, type Parameters, type WantedFile,
} from '../../needs/index.ts';
import { formatInteger, formatPercent } from '../../platform/i18n/format.ts';
import { bindPunctuation } from '../../platform/i18n/catalogue.ts';
import { blockHelp, parameterHelp } from '../messages/scenario-parameters.ts';
import { scenarioWords } from '../messages/scenarios.ts';
import { blockText, filesText, parameterFiles } from './written.ts';
import { parameterNames } from './form.ts';

const part = (fraction: number): string => parameterText(fraction, 'part');
const rate = (fraction: number): string => formatPercent(fraction, 2, 'fr');

/** How each block comes about with these parameters, in one line. */
function howOf(id: BlockId, { region }: { region: string }, given: Parameters): string {
  const { r25, r35, r43, r45 } = overlapRatios(region, given.effortThreshold);
  const kept = (reallocation: number): string => `${part(1 - reallocation)} (réallocation : ${part(reallocation)})`;
  switch (id) {
    case 'B11': return `personnes comptées + ${part(given.placesShare)} des places en établissement`;
    case 'B12': return `${part(given.cohabitationShare)} des cohabitations entre générations + demandeurs hébergés`;
    case 'B13': return `${kept(given.effortReallocation)} × [ménages au-dessus de ${part(given.effortThreshold)} d’effort net − ${rate(r43)} de B14]`;
    case 'B14': return `${kept(given.qualityReallocation)} × logements de mauvaise qualité`;
    case 'B15': return `${kept(given.overcrowdingReallocation)} × [ménages à l’étroit − ${rate(r25)} de B12 − ${rate(r35)} de B13 − ${rate(r45)} de B14]`;
  }
}

/** The files behind a block: those it lacks, or those that its parameters choose. */
function filesOf(id: BlockId, block: Block, given: Parameters): string {
  if (block.kind === 'missing') return `à fournir : ${filesText(block.files)}`;
  const chosen: Record<BlockId, readonly WantedFile[]> = {
    B11: [given.outOfHousingSource, ...(given.placesShare > 0 ? ['places' as const] : [])], B12: ['fiscal', 'requests'], B13: ['allowances', 'survey'], B14: [given.qualitySource], B15: ['fiscal', 'survey'],
  };
  return filesText(chosen[id]);
}

/** The deficit block by block, as the page tells it; null where the file gives it as one number. */
export function explainedBlocks({ stock, parameters: given }: Estimate, figures: NeedsTerritory) {
  if (!stock || !figures.stock) return null;
  const { region } = figures.stock;
  return {
    total: blockText(stock.total),
    blocks: blockIds.map((id) => ({
      id, name: blockNames[id], help: blockHelp[id], value: blockText(stock.blocks[id]), how: bindPunctuation(howOf(id, { region }, given)), files: bindPunctuation(filesOf(id, stock.blocks[id], given)),
    })),
  };
}

/** Each parameter with its value, Otelo's default and the file behind it. */
export const explainedParameters = ({ parameters: given, changed }: Estimate) => parameterNames.map((name: ParameterName) => {
  const { label, unit, block, default: usual } = parameters[name];
  return { name, block, label, help: parameterHelp[name], value: parameterText(given[name], unit), usual: parameterText(usual as Parameters[ParameterName], unit), source: parameterFiles(name), changed: changed.includes(name) };
});

interface StartingFigure {
  label: string;
  value: string;
  source: string;
}

/** The figures that the estimate starts from, each with the State's file that holds it. */
export function startingFigures(figures: NeedsTerritory): StartingFigure[] {
  const line = (label: string, value: string, file: WantedFile): StartingFigure => ({ label, value, source: wantedFiles[file] });
  const households = (year: number): string => formatInteger(figures.householdsByYear[year] ?? 0, 'fr');
  const aim = (label: string, aimed: number | undefined): StartingFigure[] => (aimed === undefined ? [] : [{ label, value: rate(aimed), source: scenarioWords.form.assumptions }]);
  const { baseYear, projection } = figures;
  return [
    line(`Ménages en ${baseYear}`, households(baseYear), 'omphale'), line(`Ménages en ${projection}`, households(projection), 'omphale'), line(`Parc de logements en ${baseYear}`, formatInteger(figures.initialParc, 'fr'), 'fiscal'),
    line('Vacance de longue durée', rate(figures.longVacancyRateStart), 'fiscal'), ...aim('Vacance de longue durée visée', figures.longVacancyRateTarget), line('Vacance de courte durée', rate(figures.shortVacancyRate), 'fiscal'),
    line('Résidences secondaires', rate(figures.secondaryRate), 'fiscal'), ...aim('Résidences secondaires visées', figures.secondaryRateTarget),
    line('Disparitions, par an', rate(figures.rateDisappearance), 'renewal'), line('Restructurations, par an', rate(figures.rateRestructuring), 'renewal'),
    { label: 'Horizon de résorption du déficit', value: String(figures.horizonResorption), source: scenarioWords.form.assumptions },
  ];
}
