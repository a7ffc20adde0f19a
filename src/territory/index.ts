export { communeCode, intercommunalityCode, type Commune, type Perimeter, type Territory, type TerritoryContact, type TerritoryIndicator } from './territory.schema.ts';
export { codesOfCommunes, currentCommuneOf, findTerritory, knownCodes, postalCodesOf, territoryCodes, type TerritoryFailure } from './territory.service.ts';
export { officialPopulations } from './geography.ts';
export { departmentOf, mainlandDepartments } from './department.rules.ts';
export { perimeterOf } from './perimeter.rules.ts';
export { communeCodeOfIris, irisCode } from './iris.rules.ts';
