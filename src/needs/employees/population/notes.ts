import type { Territory } from '../../../territory/index.ts';
import { formatInteger, formatPercent } from '../../../platform/i18n/format.ts';
import type { TenureAssociation } from './association.rules.ts';
import type { Fit } from './fit.rules.ts';
import type { Incomes } from './draw-incomes.rules.ts';
import type { ResidentWorkers, ZoneMargins } from './margins.ts';
import { incomeBases, type Population } from './population.ts';
import type { CommuneReadings, IrisReadings } from './readings.rules.ts';

interface Told {
  territory: Territory;
  isDemonstration: boolean;
  plan: ZoneMargins;
  population: Population;
  fit: readonly Fit[];
  incomes: Incomes | undefined;
  communes: CommuneReadings;
  iris: IrisReadings;
  workers: ReadonlyMap<string, ResidentWorkers>;
  association: TenureAssociation | undefined;
}

/** A margin is said to contradict others from here on. */
const tolerated = 0.01;
const toleratedInZone = 0.04;

/** Which source was taken, what contradicts what, and what the figures cannot bear. */
export function notesOf(told: Told): string[] {
  return [...sources(told), ...contradictions(told), ...incomeNotes(told)];
}

function sources({ territory, isDemonstration, plan, population, communes, iris, workers, association }: Told): string[] {
  const covered = new Set(plan.zones.map((zone) => zone.commune));
  const without = [...territory.communes.keys()].filter((code) => !covered.has(code));
  const byIris = population.age !== undefined;
  const [ofIris, ofCensus] = [iris.period('iris.men_tot_stock'), communes.period('population.households')];
  const [worker] = workers.values();
  return [
    ...(isDemonstration ? ['Démonstration : les marges des ménages sont inventées ; aucun de ces chiffres ne décrit le territoire.'] : []),
    byIris
      ? `Ménages, compositions, âges et emploi : indicateurs par IRIS de ${ofIris ?? ''}, la source la plus fine.${ofCensus === undefined ? '' : ` La base logement de ${ofCensus} n’y sert que pour les personnes par ménage, où elle les donne.`}`
      : 'Aucune marge par IRIS : les zones sont les communes. La composition n’est pas connue ; tout ménage de plusieurs personnes est dit « autre » et les enfants ne sont pas comptés.',
    ...(without.length === 0 ? [] : [`${formatInteger(without.length, 'fr')} communes du territoire n’ont pas de marge chargée et sont laissées de côté : ${without.join(', ')}.`]),
    ...(worker && byIris ? ['Personnes en emploi : le nombre vient des indicateurs par IRIS ; le fichier des mobilités n’en donne que la répartition.'] : []),
    ...(population.employees ? ['Salariés : leur part par zone est connue, non les personnes ; ils sont tirés au sort parmi celles en emploi de la zone.'] : []),
    ...(association ? [`Le statut d’occupation selon la taille du ménage et l’âge part de ce que le fichier des mobilités croise, pour ${formatInteger(Math.round(association.people), 'fr')} personnes en emploi.`] : []),
    'Avant les marges, toutes les compositions d’un même type de ménage sont comptées selon le nombre de façons de les former ; les associations qu’aucune marge ne donne restent au plus près de l’indépendance.',
  ];
}

function contradictions({ fit }: Told): string[] {
  return [
    ...fit.filter(({ weightedError }) => weightedError > tolerated)
      .map(({ label, weightedError, worst }) => `Marge en contradiction avec les autres : ${label}, écart ${formatPercent(weightedError, 1, 'fr')}${worst ? `, le plus fort en ${worst.area}` : ''}.`),
    ...fit.flatMap(({ label, weightedError, worst }) => (weightedError <= tolerated && worst && worst.weightedError > toleratedInZone
      ? [`En ${worst.area}, la marge « ${label} » s’écarte de ${formatPercent(worst.weightedError, 1, 'fr')} : celles de cette zone se contredisent, ou elle a trop peu de ménages.`] : [])),
  ];
}

function incomeNotes({ population, incomes }: Told): string[] {
  if (!incomes) return [];
  const count = (basis: (typeof incomeBases)[number]): number => incomes.incomeBasis.reduce((so, one) => so + (one === incomeBases.indexOf(basis) ? 1 : 0), 0);
  const [none, disposable] = [count('none'), count('disposableOfCommune')];
  return [
    'Revenus : déciles de revenu déclaré par unité de consommation (les enfants comptent pour 0,3 jusqu’à 15 ans, 14 dans la source) ; uniforme entre deux déciles et sous le premier, loi de Pareto au-dessus du neuvième.',
    ...(disposable > 0 ? [`${formatInteger(disposable, 'fr')} ménages vivent dans une zone sans déciles de revenu déclaré : leur revenu suit le revenu disponible de leur commune (D1, médiane, D9).`] : []),
    ...(none > 0 ? [`${formatInteger(none, 'fr')} ménages sur ${formatInteger(population.households, 'fr')} n’ont pas de revenu : leur zone ni leur commune n’ont assez de déciles publiés.`] : []),
    incomes.communesWithPoverty > 0
      ? `L’ordre des revenus entre propriétaires et locataires suit la pauvreté par statut d’occupation de ${formatInteger(incomes.communesWithPoverty, 'fr')} communes, prises ensemble ; les locataires du parc social et du parc privé n’y sont pas distingués.`
      : 'Aucune source chargée ne croise revenu et statut d’occupation : dans une zone, ils sont pris indépendants.',
    'Dans une zone, revenu et emploi ne sont liés par aucune source : ils sont pris indépendants.',
  ];
}
