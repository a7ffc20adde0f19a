import { blockIds, blockNames, parameters, parameterText as valueText, wantedFiles, type Block, type Estimate, type Flow, type NeedsAnswer, type NeedsFailure, type ParameterName } from '../needs/index.ts';
import { formatInteger, formatNumber } from '../platform/i18n/format.ts';

const count = (value: number): string => formatInteger(value, 'fr');
const row = (label: string, value: string): string => `  ${label.padEnd(46, ' ')}${value.padStart(10, ' ')}`;

const modes = { reference: 'comme le tableur de l’État', default: 'tableur de l’État corrigé' } as const;

/** Why a file of figures was refused, field by field. */
export function needsProblems(file: string, { problems }: NeedsFailure): string {
  const shown = problems.slice(0, 20).map(({ field, expected }) => `  ✗ ${field === '' ? '' : `${field} : `}${expected}`);
  return [`${file} ne peut pas servir :`, ...shown, ...(problems.length > shown.length ? [`  et ${count(problems.length - shown.length)} autres`] : [])].join('\n');
}

/** The need for dwellings of a file's territories. */
export const needsText = (answer: NeedsAnswer): string => [
  ...answer.territories.flatMap((estimate) => [...territoryText(estimate, answer.source), '']),
  ...(answer.territories.length > 1 ? [togetherText(answer)] : []),
].join('\n').trimEnd();

function territoryText(estimate: Estimate, source: string | null): string[] {
  return [
    `${estimate.name} (${estimate.epciCode}), ${estimate.baseYear}-${estimate.projection}, ${modes[estimate.mode]}`,
    `Source : ${source ?? 'non précisée par le fichier (champ source)'}`,
    ...(estimate.stock ? ['', `Déficit de logements en ${estimate.baseYear}`, ...blockIds.map((id) => row(`${id} ${blockNames[id]}`, blockText(estimate.stock!.blocks[id])))] : []),
    ...(estimate.stockDeficit === null ? [] : [row('Déficit en tout', count(estimate.stockDeficit))]),
    ...(estimate.flow ? flowText(estimate.flow, estimate) : missingText(estimate)),
    ...correctionText(estimate),
    ...(estimate.stock ? ['', 'Paramètres', ...(Object.keys(parameters) as ParameterName[]).map((name) => parameterText(name, estimate))] : []),
  ];
}

const blockText = (block: Block): string => (block.kind === 'value' ? count(block.value) : 'non calculable');

const missingText = ({ files }: Estimate): string[] => ['', 'Besoin non calculable. Il manque des chiffres de :', ...files.map((file) => `  · ${wantedFiles[file]}`)];

function flowText({ totals, stockBeforePeak, peakYear }: Flow, { baseYear, horizonResorption, projection }: Estimate): string[] {
  const years = peakYear - baseYear;
  return [
    '',
    years === 0
      ? `Le nombre de ménages ne fait que baisser après ${baseYear} : aucun logement de plus n’est nécessaire.`
      : `Besoin en logements, de ${baseYear} à ${peakYear}${peakYear < projection ? ', année du plus grand nombre de ménages (pic)' : ''}`,
    row('Évolution démographique', count(totals.demographicEvolution)),
    row(`Résorption du déficit (horizon ${horizonResorption})`, count(stockBeforePeak)),
    row('Renouvellement du parc', count(totals.renewalNeeds)),
    row('Résidences secondaires', count(totals.secondaryResidence)),
    row('Vacance de longue durée', count(totals.longTermVacant)),
    row('Vacance de courte durée', count(totals.shortTermVacant)),
    row('Besoin', count(totals.housingNeeds)),
    ...(years > 0 ? [row('  soit par an', count(totals.housingNeeds / years))] : []),
    row(`Excédent, de ${baseYear} à ${projection}`, count(totals.surplusHousing)),
  ];
}

function correctionText({ corrections: applied }: Estimate): string[] {
  if (applied.length === 0) return [];
  return ['', 'Corrections du tableur, et ce que chacune change au besoin', ...applied.map(({ title, reason, difference }) => {
    const written = difference === null ? 'sans objet, le déficit est donné en un nombre' : `${difference > 0 ? '+' : ''}${formatNumber(difference, 1, 'fr')}`;
    return `  · ${title} (${written}) : ${reason}.`;
  })];
}

function parameterText(name: ParameterName, { parameters: given, changed }: Estimate): string {
  const { label, unit, files, block, default: usual } = parameters[name];
  const away = changed.includes(name) ? `, au lieu de ${valueText(usual, unit)}` : ', par défaut';
  return `  ${block} ${label} : ${valueText(given[name], unit)}${away} (${files.map((file) => wantedFiles[file]).join(' ; ')})`;
}

function togetherText({ total, totals, leftOut, territories }: NeedsAnswer): string {
  if (total === null || !totals) return 'Ensemble : non calculable, un territoire ne l’est pas.';
  const left = leftOut.length > 0 ? ` Sans besoin, et donc hors de ce total : ${leftOut.join(', ')}.` : '';
  return `Ensemble des ${count(territories.length)} territoires : ${count(total)} logements.${left}`;
}
