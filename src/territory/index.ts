export { communeCode, intercommunalityCode, type Commune, type Perimeter, type Territory, type TerritoryIndicator } from './territory.schema.ts';
export { currentCommuneOf, findTerritory, postalCodesOf, territoryCodes, type TerritoryFailure } from './territory.service.ts';
export { officialPopulations } from './geography.ts';
export { departmentOf, mainlandDepartments } from './department.rules.ts';
export { perimeterOf } from './perimeter.rules.ts';
