import { afterAll, beforeAll, expect, test } from 'vitest';
import { observatoryIndicatorsOf } from '../../src/observatory/index.ts';
import type { TerritoryIndicator } from '../../src/territory/index.ts';
import { freshDatabase, type TestDatabase } from '../support/database.ts';
import { importAsMetz, scratchFolder, territoryOf } from './files.ts';

const own: TerritoryIndicator[] = [
  { id: 'local.entreprises', label: 'Entreprises rencontrées', definition: 'Avec un compte rendu.', source: 'bilan', unit: 'count', digits: 0, direction: 'up', grain: 'intercommunality' },
  { id: 'local.places', label: 'Places en foyer', definition: 'Places ouvertes.', source: 'enquête', unit: 'count', digits: 0, direction: 'up', grain: 'commune' },
];
const files = scratchFolder();
let database: TestDatabase;
beforeAll(async () => { database = await freshDatabase(); });
afterAll(async () => {
  files.remove();
  await database.drop();
});

test('a territory’s own indicator takes its figures from a generic file, and adds up counts', async () => {
  const metz = territoryOf('metz');
  const communes = metz.currentCommunes.map((code) => `local.places;${code};2025;2;;enquête;2025;Métropole;Licence Ouverte 2.0`);
  const path = files.write('local.csv', ['indicateur;zone;periode;valeur;secret;source;millesime;producteur;licence', 'local.entreprises;200039865;2025;150;;bilan;2025;Action Logement;Licence Ouverte 2.0', ...communes, ''].join('\n'));
  const report = await importAsMetz(database.db, path);
  expect(report.status).toBe('imported');
  const provider = observatoryIndicatorsOf(own);
  const readings = await provider.read(database.db, { territory: metz, asOf: new Date('2027-01-01T00:00:00Z'), indicators: own.map((one) => one.id) });
  const cell = (indicator: string) => readings.find((one) => one.indicator === indicator && one.area === metz.code)?.cell;
  expect(cell('local.entreprises')).toEqual({ kind: 'number', value: 150 });
  expect(cell('local.places')).toEqual({ kind: 'number', value: 92 });
});
