import { missing, number, type DatasetReference, type IndicatorDefinition, type IndicatorProvider, type Reading } from '../indicators/index.ts';
import { fixedClock } from '../platform/clock.ts';
import { jobActor } from '../platform/permission/actor.ts';
import { perimeterOf, type Territory } from '../territory/index.ts';
import { needAYear } from './estimate.rules.ts';
import { readRetainedScenario, type ReviewedScenario } from './scenario.service.ts';

const definition: IndicatorDefinition = {
  id: 'needs.retainedPerYear', theme: 'construction', unit: 'dwellings', digits: 0, direction: 'neutral', grain: 'intercommunality', territoryValue: 'given', secrecy: null,
  sources: ['Scénario de besoins que retient le territoire'],
  label: { fr: 'Besoin en logements par an, du scénario retenu', en: 'Dwellings needed a year, by the scenario retained' },
  shortLabel: { fr: 'Besoin par an', en: 'Needed a year' },
  definition: {
    fr: 'Logements qu’il faudrait ajouter chaque année, en moyenne, pour loger les ménages à venir et résorber le mal-logement, selon le scénario sur lequel le territoire s’appuie.',
    en: 'Dwellings to be added each year, on average, to house the households to come and end poor housing, by the scenario that the territory stands by.',
  },
  method: {
    fr: 'Besoin total jusqu’à l’année du plus grand nombre de ménages, divisé par le nombre d’années ; méthode Otelo, corrigée. Un scénario est une hypothèse, non une prévision.',
    en: 'Whole need to the year of most households, over the number of years; Otelo’s method, corrected. A scenario is a hypothesis, not a forecast.',
  },
};

/** What the scenario that the territory stands by comes to: public from when it is retained. */
export const scenarioIndicators: IndicatorProvider = {
  definitions: [definition],
  read: async (db, { territory, asOf }) => {
    const read = await readRetainedScenario({ db, clock: fixedClock(asOf), actor: jobActor(territory.code) }, {});
    if (!read.ok) throw new Error(`the retained scenario cannot be read: ${read.error.code}`);
    return read.value ? [readingOf(territory, read.value)] : [];
  },
};

function readingOf(territory: Territory, { name, demonstration, estimate }: ReviewedScenario): Reading {
  const need = needAYear(estimate);
  // A mean over the years to the peak; where households only go down, the base year alone.
  const peak = estimate.flow?.peakYear ?? estimate.baseYear;
  const period = peak > estimate.baseYear ? `${estimate.baseYear}-${peak}` : String(estimate.baseYear);
  const perimeter = perimeterOf(territory, estimate.baseYear);
  // No file: the scenario itself stands where others have their dataset. Its figures are the territory's own, under no open licence.
  const scenario: DatasetReference = {
    id: 0, source: 'scenario', vintage: String(estimate.baseYear), title: `Scénario « ${name} »${demonstration ? ', inventé pour la démonstration' : ''}`, producer: territory.name, licence: 'Hypothèses du territoire',
  };
  return {
    indicator: definition.id, area: territory.code, level: 'intercommunality', period, cell: need === null ? missing('notInSource') : number(need), datasets: [scenario],
    perimeter: { year: perimeter.year, communes: perimeter.communes.length, datedByFile: perimeter.datedByFile },
  };
}
