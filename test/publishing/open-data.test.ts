import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { parse } from 'csv-parse/sync';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openHouse, type House } from '../../e2e/support/house.ts';
import { rowsOf, withDuckDb } from '../../src/platform/duckdb.ts';
import { missing, number, secret, type IndicatorDefinition, type Reading } from '../../src/indicators/index.ts';
import { isOpen, openCsv } from '../../src/publishing/open-data.rules.ts';
import { checkCatalogue } from './dcat.ts';

const definition = { id: 'a.b', label: { fr: '=Somme(A1)', en: 'x' }, unit: 'dwellings', digits: 0 } as unknown as IndicatorDefinition;
const reading = (cell: Reading['cell'], licence = 'Licence Ouverte 2.0'): Reading => (
  { indicator: 'a.b', area: '57463', level: 'commune', period: '2024', cell, datasets: [{ id: 1, source: 's', vintage: '2024', title: 'T', producer: 'P', licence }], perimeter: null });

test('a cell of the open data: raw numbers, secret and missing apart and without a value, no formula', () => {
  const lines = [number(1234.5), number(0), secret, missing('notInSource'), { kind: 'interval', low: 3, high: null } as const].map((cell) => ({ definition, reading: reading(cell), place: 'Metz' }));
  const rows = parse(openCsv(lines), { columns: true }) as Record<string, string>[];
  expect(rows.map(({ valeur, borne_basse, borne_haute, statut }) => [valeur, borne_basse, borne_haute, statut])).toEqual([
    ['1234.5', '', '', 'valeur'], ['0', '', '', 'valeur'], ['', '', '', 'secret'], ['', '', '', 'non disponible'], ['', '3', '', 'intervalle'],
  ]);
  expect(rows[0]?.['libelle']).toBe("'=Somme(A1)");
});

test('a figure whose source is not open is not given', () => {
  expect([isOpen(reading(secret)), isOpen(reading(secret, 'À demander au producteur')), isOpen(reading(secret, 'toString')), isOpen({ ...reading(secret), datasets: [] })]).toEqual([true, false, false, false]);
});

describe('from the house', () => {
  let house: House;
  beforeAll(async () => { house = await openHouse(); }, 240_000);
  afterAll(() => house.close());
  const get = (path: string): Promise<Response> => fetch(`${house.origin}${path}`);

  test('each dataset of the list downloads as CSV and Parquet, line for line', async () => {
    const page = await (await get('/donnees')).text();
    const files = [...page.matchAll(/href="(\/donnees\/[a-z-]+\.csv)"/g)].map(([, path]) => path!).filter((path) => !path.includes('dictionnaire'));
    expect(files).toEqual(expect.arrayContaining(['/donnees/population.csv', '/donnees/revenus.csv', '/donnees/parc-prive.csv']));
    const folder = mkdtempSync(join(tmpdir(), 'ancrage-open-'));
    try {
      for (const path of files) {
        const csv = await (await get(path)).text();
        const rows = parse(csv, { columns: true }) as Record<string, string>[];
        expect(rows.length, path).toBeGreaterThan(0);
        for (const row of rows) if (row['statut'] !== 'valeur') expect(row['valeur'], path).toBe('');
        const file = join(folder, 'table.parquet');
        writeFileSync(file, Buffer.from(await (await get(path.replace('.csv', '.parquet'))).arrayBuffer()));
        const parquet = await withDuckDb((db) => rowsOf(db, `select code_lieu, periode, valeur, borne_basse, statut from read_parquet('${file}')`));
        expect(parquet, path).toEqual(rows.map((row) => [row['code_lieu'], row['periode'], row['valeur'] === '' ? null : Number(row['valeur']), row['borne_basse'] === '' ? null : Number(row['borne_basse']), row['statut']]));
      }
    } finally {
      rmSync(folder, { recursive: true });
    }
  });

  test('the catalogue has what DCAT-AP asks for, and its files exist', async () => {
    const response = await get('/donnees/catalogue.jsonld');
    expect(response.headers.get('content-type')).toContain('application/ld+json');
    const catalogue = await response.json() as Record<string, unknown>;
    const { problems, downloads } = checkCatalogue(catalogue);
    expect(problems).toEqual([]);
    expect(downloads.length).toBeGreaterThan(8);
    for (const address of downloads) expect((await fetch(address)).status, address).toBe(200);
  });

  test('what is not there says so', async () => {
    for (const path of ['rien.csv', 'population.exe', '..%2Fx.csv', 'toString.csv', '__proto__.parquet']) expect((await get(`/donnees/${path}`)).status, path).toBe(404);
  });
});
