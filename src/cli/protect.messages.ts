import type { Exposed, Problem, Protected, Refusal } from 'statistical-secrecy';
import { formatInteger, formatNumber, formatPercent } from '../platform/i18n/format.ts';
import { nearest } from './near.rules.ts';
import type { ReadFailure } from './protect.reader.ts';

const count = (value: number): string => formatInteger(value, 'fr');
const number = (value: number): string => formatNumber(value, Number.isInteger(value) ? 0 : 2, 'fr');
const many = 20;

const meant = (asked: string, known: readonly string[]): string => {
  const [near] = nearest(asked, known.map((one) => ({ code: one, name: one })), 1);
  return near ? ` Vouliez-vous dire ${near.name} ?` : '';
};

/** Why a file cannot be taken. */
export function readProblem(file: string, failure: ReadFailure): string {
  switch (failure.code) {
    case 'spec.notJson': return `${file} n’est pas du JSON : ${failure.detail}.`;
    case 'spec.invalid': return `${file} : « ${failure.path} » ne va pas (${failure.detail}). npx ancrage help protect en montre un exemple.`;
    case 'spec.repeatedColumn': return `${file} : deux colonnes de la table publiée s’appelleraient « ${failure.column} » (dimensions, valeur, statut). Renommez-en une.`;
    case 'table.notReadable': return `${file}, ligne ${failure.line} : ${unreadable[failure.why]}.`;
    case 'table.repeatedColumn': return `${file} : deux colonnes s’appellent « ${failure.column} ». Renommez-en une.`;
    case 'table.noColumn': return `${file} : la colonne « ${failure.column} » manque (lues : ${failure.columns.slice(0, 10).join(', ')}).${meant(failure.column, failure.columns)}`;
    case 'table.notNumber': return `${file}, ligne ${failure.line}, colonne ${failure.column} : un nombre est attendu, pas « ${failure.given} ».`;
  }
}

const unreadable: Record<Extract<ReadFailure, { code: 'table.notReadable' }>['why'], string> = {
  columns: 'elle n’a pas autant de cases que l’en-tête a de colonnes',
  quotes: 'un guillemet n’est pas fermé, ou se trouve au milieu d’une case',
  other: 'ce n’est pas un CSV lisible',
};

const expected: Record<Extract<Problem, { code: 'cell.invalid' }>['expected'], string> = {
  number: 'un nombre est attendu',
  notNegative: 'un nombre à partir de 0 est attendu',
  whole: 'un nombre entier est attendu',
  positive: 'un nombre à partir de 1 est attendu',
  withinBounds: 'une valeur entre les bornes connues de tous est attendue',
  notAboveValue: 'le plus gros contributeur ne peut pas dépasser le total de la case',
  noValue: 'une case secrète ou manquante n’a pas de valeur',
};

/** What is wrong with a table. `codes`: those that the spec knows, by dimension. */
export function problemText(problem: Problem, codes: (dimension: string) => readonly string[]): string {
  switch (problem.code) {
    case 'spec.invalid': return `Spécification, ${problem.path} : ${problem.expected}.`;
    case 'parent.unknown': return `Spécification, ${problem.dimension} : « ${problem.child} » est rattaché à « ${problem.parent} », que rien ne rattache au total.${meant(problem.parent, codes(problem.dimension).filter((one) => one !== problem.parent))}`;
    case 'parent.cycle': return `Spécification, ${problem.dimension} : « ${problem.child} » est son propre ancêtre.`;
    case 'table.empty': return 'La table n’a aucune ligne.';
    case 'dimension.unknown': return `La spécification ne décrit pas la dimension « ${problem.dimension} ».`;
    case 'code.unknown': return `Ligne ${problem.row}, colonne ${problem.column} : « ${problem.given} » n’est pas dans la spécification.${meant(problem.given, codes(problem.column))}`;
    case 'cell.duplicate': return `Ligne ${problem.row} : la même case que la ligne ${problem.first}.`;
    case 'cell.invalid': return `Ligne ${problem.row}, colonne ${problem.column} : ${expected[problem.expected]}${problem.given === undefined || Number.isNaN(problem.given) ? '' : `, pas ${number(problem.given)}`}.`;
    case 'cell.differs': return `Ligne ${problem.row} : ${number(problem.given)}, mais ${number(problem.other)} à la ligne ${problem.otherRow} de ${problem.otherTable}.`;
    case 'total.differs': return `Ligne ${problem.row}, selon ${problem.column} : le total vaut ${number(problem.given)}, ses parties ${number(problem.sum)}.`;
    case 'total.impossible': return `Ligne ${problem.row}, selon ${problem.column} : aucune valeur des cases inconnues ne donne ce total.`;
  }
}

const requiredText = (required: Exposed['required']): string => ('width' in required ? `${number(required.width)} de large` : `de ${number(required.low)} à ${number(required.high)}`);

const exposedText = ({ place, interval: { min, max }, required, knowing }: Exposed): string =>
  `    ✗ ${place.join(', ')} : se déduit ${max === null ? `à partir de ${number(min)}` : `entre ${number(min)} et ${number(max)}`}, il faut ${requiredText(required)}${knowing ? ` (face au contributeur de ${knowing.join(', ')})` : ''}`;

/** Why nothing is published. */
export function refusalText(refusal: Refusal, codes: (dimension: string) => readonly string[]): string {
  switch (refusal.code) {
    case 'input.invalid': return [...refusal.problems.slice(0, many).map((one) => problemText(one, codes)), ...more(refusal.problems.length)].join('\n');
    case 'cell.exposed': return ['L’audit refuse : ces cases se déduisent de trop près. Rien n’est publié.', ...refusal.exposed.slice(0, many).map(exposedText), ...more(refusal.exposed.length)].join('\n');
    case 'solver.failed': return `Le calcul n’a pas abouti (${refusal.detail}) : rien n’est publié.`;
  }
}

const more = (length: number): string[] => (length > many ? [`    et ${count(length - many)} autres`] : []);

/** What was done. */
export function protectedText({ counts, loss, method }: Protected, out: string, report: string): string {
  const { cells, shown, missing, primary, source, secondary } = counts;
  return [
    `✓ ${out} : ${count(shown)} cases visibles sur ${count(cells)} (${formatPercent(shown / cells, 0, 'fr')}), l’audit passe`,
    `    secrètes par leur règle : ${count(primary)}${source > 0 ? `, par leur source : ${count(source)}` : ''} ; cachées pour les protéger : ${count(secondary)}${missing > 0 ? ` ; manquantes : ${count(missing)}` : ''}`,
    `    perte : ${loss.proven ? 'la plus petite possible' : `au mieux ${number(loss.bound ?? 0)} par un calcul plus long`} (méthode ${method === 'exact' ? 'exacte' : 'approchée'})`,
    `    ${report} est confidentiel : il dit quelles cases sont secrètes par elles-mêmes.`,
  ].join('\n');
}

export const protectMessages = {
  absent: (file: string) => `Le fichier ${file} n’existe pas, ou ne se lit pas.`,
  exists: (file: string) => `Le fichier ${file} existe déjà : rien n’a été remplacé. Choisissez un autre nom, ou ajoutez --force.`,
  samePlace: 'Les résultats, le rapport et les fichiers lus doivent porter des noms différents.',
  unwritable: (file: string, detail: string) => `Le fichier ${file} ne peut pas être écrit (${detail}).`,
  confidential: 'Confidentiel : ce rapport dit quelles cases sont secrètes par elles-mêmes et ce qui s’en déduit. Ne le publiez pas.',
};
