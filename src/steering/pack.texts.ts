import { communesText } from '../indicators/index.ts';
import { formatCount } from '../platform/i18n/format.ts';

/** Every French text of the committee's pack that does not come from data. */
const communes = (count: number): string => communesText(count, 'fr');
const actions = (count: number): string => formatCount(count, { one: 'action', many: 'actions' }, 'fr');

export const packTexts = {
  /** `body`: who follows the convention. */
  title: (body: string): string => `${body}\u00a0: suivi de la convention`,
  defaultBody: 'Comité de pilotage',
  subtitleWithout: 'Aucune convention n’est enregistrée pour ce territoire',
  author: 'Ancrage',
  perimeter: (count: number, listYear: number): string => `${communes(count)} (liste ${listYear})`,
  communesEach: 'valeurs par commune',
  toBeSet: 'à fixer',
  context: 'donnée de contexte',
  benchmark: (text: string): string => `repère\u00a0: ${text}`,
  by: (text: string, period: string): string => `${text} (${period})`,
  states: { reached: 'atteint', watch: 'à surveiller', late: 'en retard' },
  stateRule: 'Atteint\u00a0: la cible est tenue. À surveiller\u00a0: à moins de 10\u202f% de la cible. En retard\u00a0: au-delà.',
  undecided: 'Bornes de part et d’autre de la cible\u00a0: l’état ne peut pas être dit.',
  since: (change: string, label: string): string => `${change} depuis ${label}`,
  stableSince: (label: string): string => `stable depuis ${label}`,
  constantPerimeter: (change: string, count: number): string => `${change}, à périmètre constant (${communes(count)})`,
  notComparable: (from: number, to: number): string => (from === to ? 'non comparable\u00a0: le périmètre a changé' : `non comparable\u00a0: ${from} puis ${communes(to)}`),
  /** Of a yearly mean over several years: both its ends have one perimeter, which the next has not. */
  ownPerimeters: (from: number, to: number): string => `non comparable\u00a0: chaque taux a son périmètre${from === to ? '' : `, ${from} puis ${communes(to)}`}`,
  noTrend: 'une seule période',
  noSeries: 'pas de série',
  trendUnknown: 'évolution non calculable',
  trendWithCare: 'à comparer avec prudence',
  importOther: 'Les fichiers importés ne disent rien de ce territoire\u00a0: importez celui qui le contient.',
  import: 'Importez cette source pour obtenir le chiffre.',
  missing: (reason: string): string => `Non disponible\u00a0: ${reason}.`,
  neverAggregated: 'Cette valeur ne s’additionne pas entre communes.',
  range: (low: string, lowName: string, high: string, highName: string, label: string): string => `Selon les communes\u00a0: de ${low} (${lowName}) à ${high} (${highName}), ${label}.`,
  unavailable: (labels: readonly string[], titles: readonly string[]): string =>
    `${labels.length > 1 ? 'Chiffres non disponibles' : 'Chiffre non disponible'}\u00a0: ${labels.join(', ')} (${titles.length > 1 ? 'sources' : 'source'} à importer\u00a0: ${titles.join(' ; ')}).`,
  expectedSource: (titles: readonly string[]): string => `Source attendue\u00a0: ${titles.join(' ; ')}`,
  lateSummary: (late: number, total: number): string =>
    total === 0 ? 'Aucune action n’est enregistrée.' : late === 0 ? `Aucune des ${actions(total)} suivies n’est en retard.` : `${late} des ${actions(total)} suivies ${late > 1 ? 'sont' : 'est'} en retard.`,
  targetSummary: (fixed: number, reached: number, toSet: number): string => {
    if (fixed === 0) return toSet === 0 ? 'Aucune cible n’accompagne ces chiffres.' : 'Aucune cible chiffrée n’est encore fixée.';
    return `${formatCount(reached, { one: 'cible tenue', many: 'cibles tenues' }, 'fr')} sur ${fixed}.`;
  },
  actionsText: (states: readonly string[]): string => (states.length === 0 ? 'Aucune action n’est enregistrée.' : `${states.join(', ')}.`),
  actionCount: (count: number, state: string): string => `${count}\u00a0${state}`,
  due: (day: string): string => `échéance\u00a0: ${day}`,
  late: (days: number): string => `${formatCount(days, { one: 'jour', many: 'jours' }, 'fr')} de retard`,
  demonstration: 'Les actions marquées «\u00a0Démonstration\u00a0» sont inventées pour montrer le suivi.',
  demonstrationMark: 'Démonstration\u00a0: l’astérisque marque les actions inventées pour montrer le suivi, et les comptes où elles entrent.',
  /** Files mark so what is invented; `demonstrationMark` explains it. */
  starred: (text: string, demonstration: boolean): string => (demonstration ? `${text}\u00a0*` : text),
  mapTitle: (label: string, period: string): string => `${label} par commune, ${period}`,
  valuesInWorkbook: 'Valeurs par commune dans le classeur.',
  mapDescription: (shown: number, highest: string | null, secret: number, missing: number): string => [
    shown > 0 ? `Valeurs de ${communes(shown)}.` : '',
    highest ? `Valeurs les plus élevées\u00a0: ${highest}.` : '',
    secret > 0 ? `Secret statistique\u00a0: ${communes(secret)}.` : '',
    missing > 0 ? `Sans valeur\u00a0: ${communes(missing)}.` : '',
  ].filter(Boolean).join(' '),
  legend: {
    secret: (count: number): string => `secret (${communes(count)})`,
    missing: (count: number): string => `non disponible (${communes(count)})`,
    zero: (count: number): string => `zéro (${communes(count)})`,
    upTo: (bound: string): string => `jusqu’à ${bound}`,
    highest: 'Les communes aux valeurs les plus élevées, à défaut de carte\u00a0: la position des communes n’est pas importée.',
    noPosition: 'La position des communes n’est pas connue\u00a0: importez leurs centres ou leurs contours.',
  },
  sections: { map: 'Par commune', actions: 'Actions', late: 'Actions en retard', noLate: 'Aucune action en retard' },
  columns: { figure: 'Indicateur', value: 'Valeur', unit: 'Unité', period: 'Période', trend: 'Évolution', target: 'Cible', state: 'État', source: 'Source, millésime, périmètre', origin: 'Où la source est publiée', note: 'À savoir', number: 'Valeur numérique', low: 'Borne basse', high: 'Borne haute', commune: 'Commune', code: 'Code', action: 'Action', owner: 'Porteur', lead: 'Service', due: 'Échéance', daysLate: 'Jours de retard', delay: 'Retard', comment: 'Pourquoi', targetSource: 'Source de la cible', noState: 'sans cible adoptée' },
  othersInWorkbook: (count: number): string => `et ${formatCount(count, { one: 'autre action', many: 'autres actions' }, 'fr')}, dans le classeur`,
  shortened: 'Textes abrégés\u00a0: le classeur les donne en entier.',
  contentId: (id: string): string => `Identifiant du contenu\u00a0: ${id}`,
  sheets: { figures: 'Chiffres', trends: 'Évolutions', map: 'Carte', actions: 'Actions en retard' },
  highestOf: (shown: number, total: number): string => `Les ${shown} plus élevées sur ${communes(total)}`,
  slides: { figures: 'Les chiffres face aux cibles', trends: 'Les évolutions' },
  boundsShown: 'trait foncé\u00a0: borne basse\u00a0; trait clair\u00a0: borne haute',
  chartAlt: (label: string, points: string): string => `Graphique en ligne, ${label}\u00a0: ${points}.`,
  trendAlt: (label: string, points: string): string => `Évolution, ${label}\u00a0: ${points}.`,
  series: { value: 'Valeur', low: 'Borne basse', high: 'Borne haute' },
} as const;
