import { retainScenario, saveScenario, type NeedsTerritory } from '../src/needs/index.ts';
import { activeAt, sessionOf, type DemoAccount } from './accounts.ts';
import { daysAgo, must, type Act, type Stage } from './stage.ts';

const baseYear = 2021;
const projection = 2050;
const source = 'Chiffres inventés pour la démonstration';

/** Households that grow more and more slowly, until they begin to go down before the last year. */
const householdsFrom = (start: number, growth: number): Record<number, number> =>
  Object.fromEntries(Array.from({ length: projection - baseYear + 1 }, (_, at) => [baseYear + at, Math.round(start * (1 + growth * at - (growth / 48) * at * at))]));

/** Invented figures at the territory's size, with every file that the blocks ask for. */
function figuresOf({ territory, communes }: Stage, growth: number): Omit<NeedsTerritory, 'parameters'> {
  const households = communes.reduce((so, { people }) => so + people, 0) / 2.05;
  const per = (thousandth: number): number => Math.round((households * thousandth) / 1000);
  return {
    name: territory.name, epciCode: territory.code, baseYear, projection, horizonResorption: projection, initialParc: Math.round(households / 0.89),
    stock: {
      region: '44',
      outOfHousing: { census: { homeless: per(0.8), makeshift: per(0.3), hotel: per(0.5) }, places: { autreCentre: per(1.5), demandeAsile: per(4), reinsertion: per(5), centreProvisoire: per(0.8) } },
      hosted: { cohabitation: per(9), byPrivate: per(6), temporary: per(1.2) },
      effort: { tenants: { 20: per(130), 25: per(100), 30: per(72), 35: per(51), 40: per(36) }, buyers: { 30: per(18), 35: per(11) } },
      quality: { fiscal: { tenants: per(14), owners: per(7) } },
      overcrowding: { severe: { tenants: per(8), owners: per(2) }, moderate: { tenants: per(26), owners: per(9) } },
    },
    rateDisappearance: 0.0019, rateRestructuring: 0.0026, longVacancyRateStart: 0.036, shortVacancyRate: 0.048, secondaryRate: 0.026,
    householdsByYear: householdsFrom(households, growth),
  };
}

/** Three scenarios of the need for dwellings, by an officer of the territory; the first is the one it stands by. */
export function planNeeds(stage: Stage, accounts: readonly DemoAccount[]): Act[] {
  const random = stage.random.branch('needs');
  const scenarios = [
    { name: 'Tendances prolongées', population: 'central', households: 'c', figures: { ...figuresOf(stage, 0.0056), parameters: {} }, retained: true },
    { name: 'Vacance remise sur le marché', population: 'central', households: 'c', figures: { ...figuresOf(stage, 0.0056), longVacancyRateTarget: 0.024, longVacancyTargetYear: 2035, parameters: {} }, retained: false },
    {
      name: 'Attractivité forte, mal-logement résorbé en 2035', population: 'ph', households: 'h',
      figures: { ...figuresOf(stage, 0.0078), horizonResorption: 2035, parameters: { effortThreshold: 0.35, effortReallocation: 0.85 } }, retained: false,
    },
  ] as const;
  return scenarios.map(({ retained, ...scenario }, at): Act => ({
    at: daysAgo(stage, 150 - at * 20, random),
    run: async (clock) => {
      const officer = activeAt(accounts, clock.now()).find(({ role }) => role === 'housingOfficer');
      if (!officer) throw new Error('the demonstration has no housing officer');
      const session = sessionOf(stage, clock, officer);
      const { id } = must(await saveScenario(session, { ...scenario, source, demonstration: true }));
      if (retained) must(await retainScenario(session, { id, retained: true }));
    },
  }));
}
