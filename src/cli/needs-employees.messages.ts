import type { EmployeesAnswer, NoMargins } from '../needs/index.ts';
import { formatDay, formatInteger, formatPercent } from '../platform/i18n/format.ts';

const missingLines = (missing: NoMargins['missing']): string[] => missing.map(({ what, file }) => `  · ${what} : ${file}`);

/** No figure without margins: the files to load. */
export const noMarginsText = (name: string, { missing }: NoMargins): string =>
  [`Aucune marge n’est chargée pour ${name} : pas de chiffre. Importez (npx ancrage import) :`, ...missingLines(missing)].join('\n');

/** A synthetic count is an estimate: to the nearest hundred from 1,000 on, to the nearest ten below. */
const about = (count: number | null): string => {
  if (count === null) return 'non calculable';
  const step = count >= 1_000 ? 100 : 10;
  return `environ ${formatInteger(Math.round(count / step) * step, 'fr')}`;
};

const row = (label: string, value: string): string => `  ${label.padEnd(50, ' ')}${value.padStart(16, ' ')}`;
const percent = (share: number): string => formatPercent(share, 2, 'fr');

const between = ({ low, high }: { low: number; high: number }): string => (low === high ? about(low) : `de ${about(low).replace('environ ', '')} à ${about(high).replace('environ ', '')}`);

/** What the rules and the rents say of households at work: always between two bounds. */
const figureLines = ({ figures }: EmployeesAnswer): string[] => (figures ? [
  `Ménages en emploi, règles du ${formatDay(figures.at, 'fr')}`,
  ...figures.ceilings.map((one) => row(`sous les plafonds ${one.id}`, between(one))),
  ...figures.aids.map((one) => row(`${one.title}${one.opening === 'closed' ? ' (fermée)' : ''}`, one.opening === 'closed' ? '-' : between(one))),
  ...(figures.effort?.over.map(({ threshold, share: { low, central, high } }) =>
    row(`loyer local de plus de ${formatPercent(threshold, 0, 'fr')} du revenu`, [low, central, high].map((share) => (share === null ? 'non calculable' : formatPercent(share, 0, 'fr'))).join(' / '))) ?? []),
  '',
] : []);

/** The population in a page: estimates rounded, how near to the margins, what is not known. */
export const employeesText = (answer: EmployeesAnswer): string => [
  `${answer.name} (${answer.territory}) : population synthétique, graine ${answer.seed}`,
  'Estimations : aucun de ces ménages n’est réel.',
  '',
  row('Ménages', about(answer.households)),
  row('dont au moins une personne en emploi', about(answer.householdsAtWork)),
  row('Personnes des ménages', about(answer.persons)),
  row('Personnes en emploi', about(answer.peopleAtWork)),
  row('dont salariées', about(answer.employees)),
  row('Personnes hors ménages (estimation)', about(answer.outsideHouseholds)),
  '',
  ...figureLines(answer),
  'Écart aux marges chargées                                territoire      par zone',
  ...answer.margins.flatMap(({ label, source, vintage, level, relativeError, weightedError, worst }) => [
    `  ${label.padEnd(50, ' ')}${percent(relativeError).padStart(10, ' ')}${percent(weightedError).padStart(14, ' ')}`,
    `    ${source} ${vintage}, par ${level === 'iris' ? 'IRIS' : 'commune'}${worst && worst.weightedError >= 0.00005 ? ` ; le plus loin : ${worst.area}, ${percent(worst.weightedError)}` : ''}`,
  ]),
  '',
  'Non calculable ou seulement estimé, et le fichier à charger',
  ...missingLines(answer.missing),
  '',
  'À savoir',
  ...answer.notes.map((note) => `  · ${note}`),
  '',
  'Fichiers',
  ...answer.datasets.map(({ title, producer, vintage, fileName }) => `  · ${title}, ${producer}, ${vintage} (${fileName})`),
].join('\n');
