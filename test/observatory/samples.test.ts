import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Cell, Reading } from '../../src/indicators/index.ts';
import { observatoryIndicatorsOf, seedIfEmpty, type ImportReport } from '../../src/observatory/index.ts';
import { freshDatabase, type TestDatabase } from '../support/database.ts';
import { importAsMetz, territoriesFolder, territoryOf, today } from './files.ts';

const observatoryIndicators = observatoryIndicatorsOf([]);

const samples = process.env['ANCRAGE_SAMPLES'];

/** A table cut by hand: these checks share no code with what they check. */
function table(file: string, separator: string, encoding: 'utf8' | 'latin1' = 'utf8'): Record<string, string>[] {
  const [head = [], ...rows] = readFileSync(join(samples ?? '', file), encoding).replace(/^\uFEFF/, '').split(/\r?\n/).filter((line) => line !== '').map((line) => line.split(separator));
  return rows.map((row) => Object.fromEntries(head.map((name, at) => [name, row[at] ?? ''])));
}

/** What a cell of a file means, written as a reading's cell. */
function meaning(raw: string, kind: 'number' | 'percent' | 'text'): Cell {
  if (raw === 's') return { kind: 'secret' };
  if (raw === '' || raw === 'nd') return { kind: 'missing', reason: 'notInSource' };
  if (kind === 'text') return { kind: 'category', value: raw };
  const value = Number(raw.replace(',', '.'));
  return { kind: 'number', value: kind === 'percent' ? value / 100 : value };
}

const near = (cell: Cell): unknown => (cell.kind === 'number' ? { kind: 'number', value: expect.closeTo(cell.value, 9) as unknown } : cell);

describe.skipIf(samples === undefined)('the official files', () => {
  let database: TestDatabase;
  const reports = new Map<string, ImportReport>();
  const ids = observatoryIndicators.definitions.map((one) => one.id);
  const readings = new Map<string, Reading[]>();
  const territories = ['200039865', '245400676', '246700488', '249740119', '200018653', '200023414'];

  beforeAll(async () => {
    database = await freshDatabase();
    await seedIfEmpty({ db: database.db, clock: today, territory: territoryOf('metz'), territoriesFolder }, () => {});
    for (const file of readdirSync(samples ?? '').toSorted()) {
      const startedAt = performance.now();
      reports.set(file, await importAsMetz(database.db, join(samples ?? '', file)));
      if (process.env['ANCRAGE_TEST_FIGURES']) process.stderr.write(`${file}: ${Math.round(performance.now() - startedAt)} ms\n`);
    }
    for (const code of territories) {
      readings.set(code, await observatoryIndicators.read(database.db, { territory: territoryOf(code), asOf: new Date('2027-01-01T00:00:00Z'), indicators: ids }));
    }
  }, 300_000);
  afterAll(() => database.drop());

  const cell = (code: string, indicator: string, area: string, period: string): Cell | undefined =>
    readings.get(code)?.find((one) => one.indicator === indicator && one.area === area && one.period === period)?.cell;

  test('each file is read, or refused by its name', () => {
    expect(reports.size).toBeGreaterThanOrEqual(20);
    const imported = [...reports].filter(([, report]) => report.status === 'imported').map(([file]) => file);
    expect(imported).toEqual([
      'anct-qpv2024-centroides-communes.geojson', 'anil-indicateurs-loyers-appartements-2018.csv', 'carte-loyers-2023plus-app-extrait.csv', 'communes-57-moselle-2018.geojson',
      'dvf-geo-2025-54.csv.gz', 'insee-BASE_TD_FILO_IRIS_2021_DEC.csv', 'insee-cc_filosofi_2021_COM.csv', 'lovac-opendata-communes-2025-metz-extrait.csv', 'metz-communes-centroids.csv',
      'odt-population-2013-2021-communes.csv', 'ptod-iris-57.parquet', 'ptod-series-logement-epci.parquet', 'rpls-parc-social-communes-2024-01.csv', 'zonage-abc-2025-09-05.csv', 'zones-emploi-2020-communes.csv',
    ]);
    for (const [file, report] of reports) {
      if (report.status === 'imported') continue;
      expect(report.message, file).toMatch(file === 'README.md' ? /source non reconnue/ : file.startsWith('sne-') ? /--vintage/ : /fichier reconnu : .+ n’en tire aucun indicateur par commune/);
    }
  });

  test('Metz equals the consolidated table wherever both say something', () => {
    const compared: Record<string, number> = {};
    for (const row of table('metz-communes-consolide.csv', ';')) {
      const area = row['insee'] ?? '';
      for (const [column, indicator, period, kind] of [
        ['pop_municipale_2023', 'population.municipal', '2022', 'number'],
        ['zonage_abc_2025_09', 'zoning.abc', '2025-09-05', 'text'],
        ['menages_rp2021', 'population.households', '2021', 'number'],
        ['rpls_logements_sociaux_2024', 'social.dwellings', '2024-01-01', 'number'],
        ['lovac_prive_total_24', 'private.dwellings', '2024-01-01', 'number'],
        ['lovac_vacants_25', 'private.vacant', '2025-01-01', 'number'],
        ['lovac_vacants_plus2ans_25', 'private.structuralVacancy', '2025-01-01', 'number'],
        ['filosofi_med_2021', 'income.median', '2021', 'number'],
        ['filosofi_taux_pauvrete_2021', 'income.povertyRate', '2021', 'percent'],
        ['filosofi_d1', 'income.d1', '2021', 'number'],
        ['filosofi_d9', 'income.d9', '2021', 'number'],
        ['loyer_appt_2018_eur_m2', 'rents.flat', '2018', 'number'],
        ['loyer_2018_niveau', 'rents.flatLevel', '2018', 'text'],
        ['loyer_appt_2025_eur_m2', 'rents.flat', '2025', 'number'],
        ['loyer_maison_2025_eur_m2', 'rents.house', '2025', 'number'],
        ['qpv_2024', 'zoning.qpvList', '2024', 'text'],
        ['zone_emploi_2020', 'zoning.employmentZone', '2020', 'text'],
      ] as const) {
        const expected = meaning(row[column] ?? '', kind);
        // The neighbourhoods' and the social dwellings' files list only the communes that have some.
        const listsOnlySome = indicator === 'zoning.qpvList' || indicator === 'social.dwellings';
        expect(cell('200039865', indicator, area, period), `${indicator} ${area}`)
          .toEqual(near(listsOnlySome && expected.kind === 'missing' ? { kind: 'missing', reason: 'noneListed' } : expected));
        if ((row[column] ?? '') !== '') compared[indicator] = (compared[indicator] ?? 0) + 1;
      }
      const per100 = row['ratio_ls_sur_menages_pct'] ?? '';
      const computed = cell('200039865', 'social.per100Households', area, '2024-01-01');
      // The table rounds to one digit.
      if (per100 !== '') expect(computed?.kind === 'number' && Math.abs(computed.value - Number(per100)) <= 0.0501, `${area}: ${per100}`).toBe(true);
    }
    expect(Object.values(compared).reduce((all, one) => all + one, 0)).toBeGreaterThan(600);
  });

  test.each(['245400676', '246700488'])('%s equals its rows in the national files, and is missing where they are', (code) => {
    const communes = territoryOf(code).communes;
    const files = [
      { rows: table('zonage-abc-2025-09-05.csv', ';'), key: 'CODGEO', columns: [['Zonage en vigueur depuis le 5 septembre 2025', 'zoning.abc', '2025-09-05', 'text']] },
      {
        rows: table('insee-cc_filosofi_2021_COM.csv', ';'), key: 'CODGEO', columns: [
          ['NBMENFISC21', 'income.fiscalHouseholds', '2021', 'number'], ['MED21', 'income.median', '2021', 'number'], ['TP6021', 'income.povertyRate', '2021', 'percent'],
          ['TP60AGE121', 'income.povertyUnder30', '2021', 'percent'], ['TP60TOL121', 'income.povertyOwners', '2021', 'percent'], ['TP60TOL221', 'income.povertyTenants', '2021', 'percent'],
          ['PTSA21', 'income.wageShare', '2021', 'percent'], ['D121', 'income.d1', '2021', 'number'], ['D921', 'income.d9', '2021', 'number'], ['RD21', 'income.interdecileRatio', '2021', 'number'],
        ],
      },
      { rows: table('rpls-parc-social-communes-2024-01.csv', ','), key: 'DEPCOM_ARM', columns: [['nb_ls', 'social.dwellings', '2024-01-01', 'number']] },
      { rows: table('odt-population-2013-2021-communes.csv', ','), key: 'codgeo', columns: ['13', '14', '15', '16', '17', '18', '19', '20', '21'].map((year) => [`p${year}_pop`, 'population.municipal', `20${year}`, 'number']) },
      { rows: table('anil-indicateurs-loyers-appartements-2018.csv', ';'), key: 'INSEE', columns: [['loypredm2', 'rents.flat', '2018', 'number'], ['TYPPRED', 'rents.flatLevel', '2018', 'text']] },
      { rows: table('zones-emploi-2020-communes.csv', ','), key: 'codgeo', columns: [['libze2020', 'zoning.employmentZone', '2020', 'text']] },
    ] as const;
    let compared = 0;
    for (const { rows, key, columns } of files) {
      const byCommune = new Map(rows.map((row) => [row[key] ?? '', row]));
      for (const commune of communes.keys()) {
        const row = byCommune.get(commune);
        for (const [column = '', indicator = '', period = '', kind] of columns) {
          const expected = meaning(row?.[column] ?? '', kind as 'number' | 'percent' | 'text');
          expect(cell(code, indicator, commune, period), `${indicator} ${commune} ${period}`).toEqual(near(expected));
          if (row) compared += 1;
        }
      }
    }
    expect(compared).toBeGreaterThan(communes.size * 15);
    for (const indicator of ['private.vacant', 'population.households', 'rents.house']) {
      expect(readings.get(code)?.filter((one) => one.indicator === indicator).every((one) => one.cell.kind === 'missing'), indicator).toBe(true);
    }
  });

  test('no territory shows a value of another, overseas ones either', () => {
    for (const code of territories) {
      const { communes } = territoryOf(code);
      const all = readings.get(code) ?? [];
      expect(all.length, code).toBeGreaterThan(100);
      expect(all.every((one) => one.area === code || communes.has(one.area)), code).toBe(true);
      if (code === '200039865') continue;
      expect(all.filter((one) => one.indicator.startsWith('private.') && one.cell.kind !== 'missing'), code).toEqual([]);
    }
    const reunion = table('rpls-parc-social-communes-2024-01.csv', ',').find((row) => row['DEPCOM_ARM'] === '97411');
    expect(cell('249740119', 'social.dwellings', '97411', '2024-01-01')).toEqual({ kind: 'number', value: Number(reunion?.['nb_ls']) });
  });

  test('sums, medians and rents of Metz', () => {
    expect(cell('200039865', 'social.dwellings', '200039865', '2024-01-01')).toEqual({ kind: 'number', value: 27_465 });
    expect(cell('200039865', 'private.vacant', '200039865', '2025-01-01')).toEqual({ kind: 'interval', low: 6706, high: 6706 + 12 * 10 });
    for (const indicator of ['income.median', 'income.d1', 'income.d9', 'rents.flat', 'zoning.abc']) {
      const all = readings.get('200039865')?.filter((one) => one.indicator === indicator && one.level === 'intercommunality') ?? [];
      expect(all.length).toBeGreaterThan(0);
      for (const one of all) expect(one.cell).toEqual({ kind: 'missing', reason: 'neverAggregated' });
    }
  });
});
