export { communeCode, intercommunalityCode, type Commune, type Perimeter, type Territory } from './territory.schema.ts';
export { currentCommuneOf, findTerritory, territoryCodes, type TerritoryFailure } from './territory.service.ts';
export { perimeterOf } from './perimeter.rules.ts';
