import { territorySchema, type Territory } from '../../src/needs/otelo.schema.ts';

/** A territory of round numbers, to be changed field by field. */
export const small = {
  name: 'Essai', epciCode: '200000001', baseYear: 2020, projection: 2024, horizonResorption: 2030, initialParc: 1_250, stockDeficit: 100,
  rateDisappearance: 0.004, rateRestructuring: 0.002, longVacancyRateStart: 0.05, shortVacancyRate: 0.05, secondaryRate: 0.1,
  householdsByYear: { 2020: 1_000, 2021: 1_020, 2022: 1_040, 2023: 1_060, 2024: 1_080 },
} as const;

export const territory = (changes: Record<string, unknown> = {}): Territory => territorySchema.parse({ ...small, ...changes });

/** Households of each year from 2020. */
export const householdsFrom2020 = (...households: number[]): Record<number, number> => Object.fromEntries(households.map((value, at) => [2020 + at, value]));

/**
 * CU d'Arras, Otelo's scenario « central C » (MTES-MCT/otelo@2090ab79, `flow-requirement.fixtures.ts`; base year 2021): inputs.
 */
export const arras = {
  name: 'CU d’Arras', epciCode: '200033579', baseYear: 2021, projection: 2050, horizonResorption: 2050, initialParc: 55_715, stockDeficit: 1_254,
  rateDisappearance: 0.0019430174587227267, rateRestructuring: 0.0030004858807398003, longVacancyRateStart: 0.025862880536750572, longVacancyRateTarget: 0.0219834484562381,
  longVacancyTargetYear: 2050, shortVacancyRate: 0.04643362848236456, secondaryRate: 0.02947141703311496,
  householdsByYear: Object.fromEntries([
    50527.7209249856, 50930.3937327916, 51348.1726091016, 51798.2315957575, 52219.7122727399, 52603.0324991602, 52991.5812117131, 53374.248024306, 53754.3513459463, 54097.3312949664,
    54429.66783834, 54718.025778602, 54975.2492605442, 55223.7053351969, 55426.3703516744, 55584.3310553533, 55727.0447592538, 55849.8324910524, 55946.8120141318, 55986.0268170365,
    56025.0621933978, 56041.9512264993, 56038.1312064862, 56020.0828599691, 56013.1510770288, 56000.6378310814, 55983.3480255215, 55975.2986423313, 55976.1129457497, 55975.5679200313,
  ].map((households, at) => [2021 + at, households])),
};

/** The spreadsheet's totals for it. */
export const arrasTotals = {
  demographicEvolution: 5447.8469950457, renewalNeeds: -1509.8329547607855, secondaryResidence: 170.84839136360733, longTermVacant: -90.78743243601889,
  shortTermVacant: 276.0228204721625, housingNeeds: 5548.097819684666, surplusHousing: 0,
};
