import {
  factText, ruleBook, ruleTexts, valueText, type AidAnswer, type AnsweredCondition, type Explanation, type FactFailure, type Facts, type PopulationFailure, type PopulationReport,
} from '../aids/index.ts';
import { formatDay, formatInteger, formatPercent } from '../platform/i18n/format.ts';
import type { CellKind, RefusedCell, VectorReport } from 'regles-logement/vecteurs';
import type { Place } from './repeated-key.rules.ts';
import { meantFacts } from './simulate-facts.messages.ts';

const count = (value: number): string => formatInteger(value, 'fr');
/** `1 personne`, `2 personnes`; none is singular in French. */
const counted = (value: number, one: string, many = `${one}s`): string => `${count(value)} ${value > 1 ? many : one}`;

type FailureOf<Code extends PopulationFailure['code']> = PopulationFailure & { code: Code };
type Failures = { [Code in PopulationFailure['code']]: (failure: FailureOf<Code>) => string };

const mostColumns = 10;
const listOfFacts = 'Les faits et leurs noms : npx ancrage simulate --facts';

/** What the command says of a file of people. */
export const populationMessages = {
  progress: (share: number, rows: number) => `${formatPercent(share, 0, 'fr')} : ${counted(rows, 'ligne')}…`,
  report: ({ at, rows, kept, rejected, rejects, olderRejects, ignoredColumns, dayColumns, escaped, aids, missing }: PopulationReport, out: string) => [
    `✓ ${out} : ${counted(kept, 'personne')} sur ${counted(rows, 'ligne')}, règles au ${formatDay(at, 'fr')}`,
    ...Object.entries(aids).map(([id, { yes, no, open, unknown }]) => {
      const unsaid = unknown > 0 ? `, non connue pour ${count(unknown)} (nos sources ne le disent pas)` : '';
      const lacking = open > 0 ? missingText(missing[id] ?? []) : '';
      return `    ${id} : ouverte à ${count(yes)}, fermée à ${count(no)}, à préciser pour ${count(open)}${lacking}${unsaid}`;
    }),
    ...(rejected > 0 ? [`    ✗ ${counted(rejected, 'ligne rejetée', 'lignes rejetées')}, avec ${rejected > 1 ? 'leurs raisons' : 'sa raison'}, dans ${rejects}`] : []),
    ...(olderRejects ? [`    · ${olderRejects} vient d’un calcul précédent : celui-ci n’a rejeté aucune ligne`] : []),
    ...(dayColumns.length > 0 ? [`    · laissée de côté : ${dayColumns.join(', ')}. Le jour est le même pour toutes les personnes, et se donne par --at`] : []),
    ...(ignoredColumns.length > 0 ? [`    · ${ignoredText(ignoredColumns)}. ${listOfFacts}`] : []),
    ...(escaped > 0 ? [`    · ${counted(escaped, 'ligne calculée à part', 'lignes calculées une à une')} par l’interprète`] : []),
  ].join('\n'),
  unread: ({ line, reason }: NonNullable<PopulationReport['unread']>, out: string) =>
    `✗ À partir de la ligne ${line}, le fichier ne se lit pas (${reason}). ${out} n’a que les personnes d’avant : corrigez cette ligne, puis relancez avec --replace.`,
  failures: {
    'people.missing': ({ file }) => `Le fichier ${file} n’existe pas, ou ne se lit pas.`,
    'people.empty': ({ file }) => `${file} est vide : une première ligne avec le nom des colonnes est attendue.`,
    'people.notReadable': ({ file }) => `${file} n’est ni un CSV ni un Parquet lisible.`,
    'people.noFact': ({ file, columns }) => `${file} : aucune colonne n’est un fait connu (lues : ${columnsText(columns)}). Une colonne s’appelle par exemple « personne . âge » ou personne-age. ${listOfFacts}`,
    'people.repeated': ({ file, columns }) => `${file} : ${columns.length > 1 ? 'ces faits ont' : 'ce fait a'} plusieurs colonnes : ${columns.join(', ')}. Gardez-en une.`,
    'rules.refused': ({ rule, reason }) => `La règle « ${rule} » ne se calcule pas en colonnes : ${reason}`,
    'out.isInput': ({ file }) => `Ce calcul écrirait dans ${file}, qui est le fichier lu : donnez un autre nom à --out.`,
    'out.exists': ({ file }) => `${file} existe déjà, et reste tel quel : donnez un autre nom à --out, ou ajoutez --replace pour remplacer les résultats.`,
    'out.notFile': ({ file }) => `${file} est un dossier, un lien ou un périphérique : rien n’y est écrit. Donnez à --out le nom d’un fichier.`,
    'out.noFolder': ({ folder }) => `Le dossier ${folder} n’existe pas : créez-le, ou donnez un autre chemin à --out.`,
    'out.notWritable': ({ file, reason }) => `${file} ne s’écrit pas (${reason}), et rien n’est gardé : vérifiez la place et vos droits dans ce dossier.`,
    interrupted: () => 'Interrompu : rien n’est gardé.',
  } satisfies Failures,
};

/** The facts to add to the file first, by the names of its columns. */
const missingText = (names: readonly string[]): string => (names.length === 0 ? '' : ` (il manque le plus souvent : ${names.map((name) => `« ${name} »`).join(', ')})`);

const ignoredText = (columns: readonly string[]): string =>
  `${columns.length > 1 ? `${count(columns.length)} colonnes ne sont pas des faits connus, et sont laissées` : 'une colonne n’est pas un fait connu, et est laissée'} de côté : ${columnsText(columns)}`;

/** The first columns, each with the fact that it may have meant. */
function columnsText(columns: readonly string[]): string {
  const named = columns.slice(0, mostColumns).map((column) => {
    const meant = meantFacts(column, 1);
    return meant === '' ? column : `${column} (${meant})`;
  });
  const left = columns.length - named.length;
  return named.join(', ') + (left > 0 ? ` et ${counted(left, 'autre')}` : '');
}

/** Why a file of people was refused. */
export const populationProblem = <Code extends PopulationFailure['code']>(failure: FailureOf<Code>): string =>
  (populationMessages.failures as { [Own in Code]: (given: FailureOf<Own>) => string })[failure.code](failure);

const placeText = ({ line, column }: Place): string => `ligne ${line}, colonne ${column}`;

/** A value of a person's file that is no fact. */
export type FactProblem = FactFailure | { code: 'fact.unknown' | 'fact.day' | 'fact.repeated' } | { code: 'fact.twice'; first: Place; again: Place } | { code: 'fact.notValue'; given: string };

/** A fact of a person's file that cannot be taken. */
export function factProblem(file: string, name: string, failure: FactProblem): string {
  const meant = meantFacts(name);
  switch (failure.code) {
    case 'fact.unknown': return `${file} : « ${name} » n’est pas un fait connu${meant === '' ? '.' : ` : ${meant}`} ${listOfFacts}`;
    case 'fact.day': return `${file} : le jour ne se donne pas dans le fichier, mais par --at AAAA-MM-JJ. Retirez « ${name} ».`;
    case 'fact.repeated': return `${file} : « ${name} » y est deux fois, sous deux noms. Gardez-en un.`;
    case 'fact.twice': return `${file} : « ${name} » y est deux fois (${placeText(failure.first)} ; ${placeText(failure.again)}). Gardez-en un.`;
    case 'fact.notValue': return `${file} : « ${name} » attend une seule valeur, pas ${failure.given}.`;
    case 'fact.notYesNo': return `${file} : « ${name} » attend oui ou non, pas « ${failure.given} ».`;
    case 'fact.notNumber': return `${file} : « ${name} » attend un nombre${failure.whole ? ' entier' : ''}, pas « ${failure.given} ».`;
    case 'fact.notDay': return `${file} : « ${name} » attend une date AAAA-MM-JJ, pas « ${failure.given} ».`;
    case 'fact.outOfRange': return `${file} : « ${name} » attend un nombre de ${count(failure.min)} à ${count(failure.max)}, pas « ${failure.given} ».`;
    default: return `${file} : « ${name} » attend une de ces valeurs : ${failure.options.join(', ')} ; pas « ${failure.given} ».`;
  }
}

const outcomes = { yes: 'ouverte', no: 'fermée', open: 'à préciser', unknown: 'nos sources ne le disent pas' } as const;
const marks = { yes: '✓', no: '✗', open: '?' } as const;

/** One person's aids, condition by condition. */
export function explanationText({ at, aids, next }: Explanation, facts: Facts): string {
  const labels = ruleTexts('fr');
  const { inputs } = ruleBook();
  const title = (rule: string): string => labels[rule]?.title ?? rule;
  const fact = (name: string, value: Facts[string]): string => factText(inputs.get(name) ?? {}, value, 'fr', labels[name]?.options);
  const tree = (condition: AnsweredCondition, depth: number): string[] => [
    `${'  '.repeat(depth)}${marks[condition.state]} ${title(condition.rule)}${compared(condition, labels)}`,
    ...condition.children.flatMap((child) => tree(child, depth + 1)),
  ];
  return [
    `Règles au ${formatDay(at, 'fr')}, ${counted(Object.keys(facts).length, 'fait connu', 'faits connus')}.`,
    ...aids.flatMap((answer) => [
      '',
      `${answer.aid.title} : ${outcomes[answer.outcome]}${answer.amount ? `, ${amountText(answer.amount)}` : ''}`,
      ...deadline(answer, at),
      ...tree(answer.conditions, 1),
      ...(answer.missing.length > 0 ? [`  Il manque : ${answer.missing.map(title).join(', ')}`] : []),
      ...answer.waysIn.map(({ changes, sure, from: day }) => `  ${day === undefined ? '' : `À partir du ${formatDay(day, 'fr')} : `}${sure ? 'S’ouvrirait' : 'Pourrait s’ouvrir'} avec : ${changes.map(({ name, from, to }) => `${title(name)} ${fact(name, to)} au lieu de ${fact(name, from)}`).join(' et ')}`),
    ]),
    ...(next ? ['', `Question suivante : ${labels[next]?.question ?? next}`] : []),
  ].join('\n');
}

/** An amount, or the range that it is in. */
const amountText = ({ value, upTo, unit, least }: NonNullable<AidAnswer['amount']>): string =>
  `${least ? 'au moins ' : ''}${upTo === undefined ? valueText(value, 'fr', unit) : `de ${valueText(value, 'fr', unit)} à ${valueText(upTo, 'fr', unit)}`}`;

/** What the day says of the window: not yet, until when, or over; nothing while it is not known whether the aid can be had. */
function deadline({ window, outcome }: AidAnswer, at: string): string[] {
  if (!window || outcome === 'unknown') return [];
  if (window.first && at < window.first) return [`  Demande possible à partir du ${formatDay(window.first, 'fr')}`];
  if (!window.last) return [];
  return [at <= window.last ? `  Dernier jour pour demander : ${formatDay(window.last, 'fr')}` : `  Le délai pour demander a pris fin le ${formatDay(window.last, 'fr')}`];
}

const compared = ({ comparison }: AnsweredCondition, labels: ReturnType<typeof ruleTexts>): string => {
  if (!comparison || typeof comparison.required === 'boolean' || comparison.required === undefined || comparison.required === null) return '';
  const [unit, options] = [ruleBook().unitOf(comparison.leftRule), labels[comparison.leftRule]?.options];
  return ` (${valueText(comparison.met, 'fr', unit, options)} ${comparison.operator} ${valueText(comparison.required, 'fr', unit, options)})`;
};

const cellKinds = {
  amount: 'un nombre', count: 'un nombre entier', flag: '0 ou 1', day: 'une date AAAA-MM-JJ', month: 'un mois AAAA-MM', ages: 'des âges séparés par une espace', word: 'un mot',
} as const satisfies Record<Extract<CellKind, string>, string>;
const refusedText = (file: string, { line, column, given, expected }: RefusedCell): string =>
  `${file}, ligne ${line}, ${column} : ${typeof expected === 'string' ? cellKinds[expected] : `une de ces valeurs : ${expected.join(', ')}`}, pas « ${given} »`;
const most = 20;
const atMost = <Item>(items: readonly Item[], text: (item: Item) => string): string[] =>
  [...items.slice(0, most).map((item) => `    ✗ ${text(item)}`), ...(items.length > most ? [`    ✗ et ${counted(items.length - most, 'autre')}`] : [])];

/** What a case file gave. */
export function checkText({ file, kind, rows, equal, departures, unexplained, refused }: VectorReport): string {
  const known = Object.entries(departures).filter(([, times]) => times > 0);
  return [
    `${unexplained.length + refused.length === 0 ? '✓' : '✗'} ${file} (${kind}) : ${count(rows)} cas, ${counted(equal, 'égal', 'égaux')}`,
    ...known.map(([name, times]) => `    · ${count(times)} cas où l’autre moteur s’écarte du droit : ${name}`),
    ...atMost(refused, (one) => refusedText(file, one)),
    ...atMost(unexplained, (one) => `${one.case} : ${one.column} vaut ${one.got === undefined ? 'inconnu' : String(one.got)}, le fichier dit ${one.expected === '' ? 'rien' : one.expected}`),
  ].join('\n');
}
