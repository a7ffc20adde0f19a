import { cellText } from '../indicators/index.ts';
import { assumptions, type LinkAnswer, type LinkCommune, type LinkField, type LinkProblem, type Product, type Reach } from '../needs/index.ts';
import { sourceCatalogue } from '../observatory/index.ts';
import { formatEuros, formatNumber, formatPercent, formatPeriod } from '../platform/i18n/format.ts';

const options: Record<LinkField, string> = { work: '--work', wage: '--wage', second: '--second-income', persons: '--persons', couple: '--couple' };

/** Why a request was refused, option by option. */
export const linkProblems = (problems: readonly LinkProblem[], territory: string): string =>
  problems.map((problem) => `${options[problem.field]} : ${problemText(problem, territory)}`).join('\n');

function problemText(problem: LinkProblem, territory: string): string {
  switch (problem.code) {
    case 'empty': return 'une valeur est attendue.';
    case 'notNumber': return 'un nombre est attendu.';
    case 'notWhole': return 'un nombre entier est attendu.';
    case 'coupleAlone': return 'un couple compte deux personnes au moins (--persons 2).';
    case 'unknownCommune': return `« ${problem.found} » n’est pas une commune ${territory}.`;
    case 'outOfRange': return `un nombre de ${formatNumber(problem.min, 0, 'fr')} à ${formatNumber(problem.max, 0, 'fr')} est attendu.`;
  }
}

const reaches: Record<Reach, string> = {
  within: 'à portée', older: 'à portée, par un loyer ancien', cheapest: 'annonces les moins chères', beyond: 'au-delà de l’effort', unknown: 'loyer non calculable',
};
const dwellings: Record<Product, string> = { flat: 'appartement', flat12: 'appartement d’une ou deux pièces', flat3: 'appartement de trois pièces ou plus', house: 'maison' };

/** Where to live for a job: one line a commune, the best first. */
export function linkText({ workName, incomeEuros, dwelling, communes, datasets, wanted }: LinkAnswer): string {
  const head = ['Commune', 'Loyer attendu', 'Effort', 'Trajet estimé', 'Logements sociaux', ''];
  const lines = communes.map(lineOf);
  const widths = head.map((title, at) => Math.max(title.length, ...lines.map((line) => (line[at] ?? '').length)));
  const write = (line: readonly string[]): string => line.map((text, at) => text.padEnd(widths[at] ?? 0)).join('  ').trimEnd();
  return [
    `Emploi : ${workName}. Revenus nets du ménage : ${formatEuros(incomeEuros, 0, 'fr')} par mois. Logement : ${dwellings[dwelling.product]} de ${dwelling.surfaceM2} m².`,
    '', write(head), ...lines.map(write), '',
    `À portée : loyer attendu, charges comprises, d’au plus ${formatPercent(assumptions.effort, 0, 'fr')} des revenus. Aide au logement non comptée : la CAF calcule les ressources qu’elle retient.`,
    `Trajet en voiture estimé : ligne droite × ${formatNumber(assumptions.detour, 1, 'fr')}, à ${assumptions.kilometresPerHour} km/h. Transports en commun non modélisés.`,
    ...(datasets.length > 0 ? [`Sources : ${datasets.map(({ title, producer, vintage }) => `${title} (${producer}), ${formatPeriod(vintage, 'fr')}`).join(' ; ')}`] : []),
    ...(wanted.length > 0 ? ['Pour compléter, importez :', ...sourceCatalogue.filter(({ id }) => wanted.includes(id)).map(({ title, ask }) => `  · ${title}. ${ask}`)] : []),
  ].join('\n');
}

const unknown = 'non calculable';

function lineOf({ name, rent, effort, minutes, social, reach }: LinkCommune): string[] {
  const between = rent && rent.low !== null && rent.high !== null ? ` (${formatEuros(rent.low, 0, 'fr')} à ${formatEuros(rent.high, 0, 'fr')})` : '';
  return [
    name, rent ? `${formatEuros(rent.central, 0, 'fr')}${between}, ${rent.period}` : unknown, effort ? formatPercent(effort.central, 0, 'fr') : unknown,
    minutes === null ? unknown : minutes === 0 ? 'sur place' : `${minutes} min`, cellText(social.dwellings, { unit: 'dwellings', digits: 0 }, 'fr'), reaches[reach],
  ];
}
