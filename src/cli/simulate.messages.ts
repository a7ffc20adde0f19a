import { ruleBook, ruleTexts, factText, valueText, type AnsweredCondition, type Explanation, type FactFailure, type Facts, type PopulationFailure, type PopulationReport } from '../aids/index.ts';
import { formatDay, formatInteger, formatPercent } from '../platform/i18n/format.ts';
import type { VectorReport } from 'regles-logement/vecteurs';

const count = (value: number): string => formatInteger(value, 'fr');

type FailureOf<Code extends PopulationFailure['code']> = PopulationFailure & { code: Code };
type Failures = { [Code in PopulationFailure['code']]: (failure: FailureOf<Code>) => string };

/** What the command says of a file of people. */
export const populationMessages = {
  progress: (share: number, rows: number) => `${formatPercent(share, 0, 'fr')} : ${count(rows)} lignes…`,
  report: ({ at, rows, kept, rejected, rejects, ignoredColumns, escaped, aids }: PopulationReport, out: string) => [
    `✓ ${out} : ${count(kept)} personnes sur ${count(rows)} lignes, règles au ${formatDay(at, 'fr')}`,
    ...Object.entries(aids).map(([id, { yes, no, open }]) => `    ${id} : ouverte à ${count(yes)}, fermée à ${count(no)}, à préciser pour ${count(open)}`),
    ...(rejected > 0 ? [`    ✗ ${count(rejected)} lignes rejetées, avec leur raison, dans ${rejects}`] : []),
    ...(ignoredColumns.length > 0 ? [`    · colonnes qui ne sont pas des faits connus, laissées de côté : ${ignoredColumns.join(', ')}`] : []),
    ...(escaped > 0 ? [`    · ${count(escaped)} lignes calculées une à une par l’interprète`] : []),
  ].join('\n'),
  failures: {
    'people.missing': ({ file }) => `Le fichier ${file} n’existe pas, ou ne se lit pas.`,
    'people.empty': ({ file }) => `${file} est vide : une première ligne avec le nom des colonnes est attendue.`,
    'people.notReadable': ({ file }) => `${file} n’est ni un CSV ni un Parquet lisible.`,
    'people.noFact': ({ file, columns }) => `${file} : aucune colonne n’est un fait connu (lues : ${columns.slice(0, 10).join(', ')}). Une colonne s’appelle par exemple « personne . âge » ou personne-age.`,
    'people.repeated': ({ file, columns }) => `${file} : ces faits ont plusieurs colonnes : ${columns.join(', ')}. Gardez-en une.`,
    'rules.refused': ({ rule, reason }) => `La règle « ${rule} » ne se calcule pas en colonnes : ${reason}`,
    interrupted: () => 'Interrompu : rien n’est gardé.',
  } satisfies Failures,
};

/** Why a file of people was refused. */
export const populationProblem = <Code extends PopulationFailure['code']>(failure: FailureOf<Code>): string =>
  (populationMessages.failures as { [Own in Code]: (given: FailureOf<Own>) => string })[failure.code](failure);

/** A fact of a person's file that cannot be taken. */
export function factProblem(file: string, { name, failure }: { name: string; failure: FactFailure | { code: 'fact.unknown' } }): string {
  switch (failure.code) {
    case 'fact.unknown': return `${file} : « ${name} » n’est pas un fait connu. Les faits portent les noms de la page des règles, comme « personne . âge ».`;
    case 'fact.notYesNo': return `${file} : « ${name} » attend oui ou non, pas « ${failure.given} ».`;
    case 'fact.notNumber': return `${file} : « ${name} » attend un nombre, pas « ${failure.given} ».`;
    case 'fact.notDay': return `${file} : « ${name} » attend une date AAAA-MM-JJ, pas « ${failure.given} ».`;
    case 'fact.outOfRange': return `${file} : « ${name} » attend un nombre de ${failure.min} à ${failure.max}, pas « ${failure.given} ».`;
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
  const tree = (condition: AnsweredCondition, depth: number): string[] => [
    `${'  '.repeat(depth)}${marks[condition.state]} ${title(condition.rule)}${compared(condition)}`,
    ...condition.children.flatMap((child) => tree(child, depth + 1)),
  ];
  return [
    `Règles au ${formatDay(at, 'fr')}, ${count(Object.keys(facts).length)} faits connus.`,
    ...aids.flatMap((answer) => [
      '',
      `${answer.aid.title} : ${outcomes[answer.outcome]}${answer.amount ? `, ${valueText(answer.amount.value, 'fr', answer.amount.unit)}` : ''}`,
      ...(answer.window?.first ? [`  Demande possible à partir du ${formatDay(answer.window.first, 'fr')}`] : []),
      ...(answer.window?.last ? [`  Dernier jour pour demander : ${formatDay(answer.window.last, 'fr')}`] : []),
      ...tree(answer.conditions, 1),
      ...(answer.missing.length > 0 ? [`  Il manque : ${answer.missing.map(title).join(', ')}`] : []),
      ...answer.waysIn.map(({ changes, sure }) => `  ${sure ? 'S’ouvrirait' : 'Pourrait s’ouvrir'} avec : ${changes.map(({ name, from, to }) => `${title(name)} ${factText(inputs.get(name) ?? {}, to, 'fr')} au lieu de ${factText(inputs.get(name) ?? {}, from, 'fr')}`).join(' et ')}`),
    ]),
    ...(next ? ['', `Question suivante : ${labels[next]?.question ?? next}`] : []),
  ].join('\n');
}

const compared = ({ comparison, rule }: AnsweredCondition): string => {
  if (!comparison || typeof comparison.required === 'boolean' || comparison.required === undefined) return '';
  const unit = ruleBook().unitOf(comparison.leftRule);
  return rule === '' ? '' : ` (${valueText(comparison.met, 'fr', unit)} ${comparison.operator} ${valueText(comparison.required, 'fr', unit)})`;
};

/** What a case file gave. */
export function checkText({ file, kind, rows, equal, departures, unexplained }: VectorReport): string {
  const known = Object.entries(departures).filter(([, times]) => times > 0);
  return [
    `${unexplained.length === 0 ? '✓' : '✗'} ${file} (${kind}) : ${count(rows)} cas, ${count(equal)} égaux`,
    ...known.map(([name, times]) => `    · ${count(times)} cas où l’autre moteur s’écarte du droit : ${name}`),
    ...unexplained.slice(0, 20).map((one) => `    ✗ ${one.case} : ${one.column} vaut ${String(one.got)}, le fichier dit ${one.expected}`),
    ...(unexplained.length > 20 ? [`    ✗ et ${count(unexplained.length - 20)} autres`] : []),
  ].join('\n');
}
