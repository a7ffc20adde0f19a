import { parse } from 'csv-parse/sync';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { checkJsonCases, type JsonReport } from '../vecteurs/json-cases.ts';

const folder = process.env['ANCRAGE_VECTORS'];
const read = (name: string): string => {
  const path = join(folder ?? '', name);
  if (!existsSync(path)) throw new Error(`${path} is missing`);
  return readFileSync(path, 'utf8');
};

type Variables = Record<string, unknown>;
const check = (...cases: { period: string; input: Variables; output: Variables; abs_margin?: number; reforms?: unknown }[]): JsonReport =>
  checkJsonCases(JSON.stringify(cases.map((each, index) => ({ file: 'typed', index, ...each }))));
const reasons = (report: JsonReport): string[] => Object.keys(report.notComparable);

describe('cases of the JSON shape', () => {
  // AIDS 18 and 21: PLAI of 2024 for a single person; rent cap of 2025-10 in zone 2; 8.5 % or 39.56 € at least.
  const tenant = { famille: { parents: ['a'], aide_logement_base_ressources: 5000 }, menage: { personne_de_reference: 'a', zone_apl: 'zone_2', loyer: 600, statut_occupation_logement: 'locataire_vide' }, individus: { a: { age: { '2025-11': 40 } } } };

  test('people by name, by list, by period; sums written out', () => {
    const report = check(
      { period: '2025-11', input: tenant, output: { aide_logement_loyer_plafond: 290.34, famille: { aide_logement_charges: '60 + 0.59' }, aide_logement_participation_personnelle: { '2025-11': 39.56 } } },
      { period: 'month:2024-06', input: { logement_social_categorie_menage: ['categorie_1', 'categorie_2'], zone_logement_social: ['autres_regions', 'autres_regions'] }, output: { logement_social_plafond_ressources: [12452, 18143] } },
    );
    expect(report).toMatchObject({ cases: 2, casesCompared: 2, compared: 5, equal: 5, unexplained: [], notComparable: {} });
  });

  test('a difference that no departure names is reported, within the case’s margin it is none', () => {
    const wrong = { period: '2025-11', input: tenant, output: { aide_logement_loyer_plafond: 300.34 } };
    expect(check(wrong).unexplained).toEqual([{ case: 'typed 0', output: 'aide_logement_loyer_plafond', unit: 'famille', expected: 300.34, got: 290.34 }]);
    expect(check({ ...wrong, abs_margin: 10.1 }).equal).toBe(1);
    expect(check({ period: '2021-10', abs_margin: 1, input: { salaire_net: { '2021-10': 0, '2021-09': 0, '2021-08': 0, '2021-07': 0, '2021-06': 0, '2021-05': 0 } }, output: { locapass_eligibilite_etudiant_contrat: true } }).unexplained).toHaveLength(1);
  });

  test('a departure is named only where what it looks at is given', () => {
    // README 3 and 2: a fall of exactly a tenth is left out, and so is disability.
    const income = { zone_logement_social: 'autres_regions', logement_social_categorie_menage: 'categorie_6', rfr: { '2019': 30_000, '2020': 27_000, '2021': 30_000 } };
    const fallen = { period: '2021-06', input: income, output: { logement_social_eligible: false } };
    expect(check(fallen)).toMatchObject({ departures: { 'README 3: a later income counts only below 90 % and below the ceiling, strictly': 1 }, unexplained: [] });
    expect(check({ ...fallen, input: { ...income, rfr: { ...income.rfr, '2020': 26_000 } } }).unexplained).toHaveLength(1);
    const disabled = { period: '2021-06', input: { age: 40, handicap: true }, output: { logement_social_categorie_menage: 'categorie_1' } };
    expect(check(disabled)).toMatchObject({ departures: { 'README 2: the category ignores disability': 1 }, unexplained: [] });
    // README 7 speaks of days: without the contract's there is none to speak of.
    const work = { age: 30, activite: 'inactif', alternant: false, statut_occupation_logement: 'locataire_vide' };
    expect(check({ period: '2021-07', input: work, output: { mon_job_mon_logement: 1000 } }).unexplained).toHaveLength(1);
  });

  test('what our rules cannot answer is named', () => {
    const at = (period: string, output: Variables, input: Variables = tenant): string[] => reasons(check({ period, input, output }));
    expect(at('2025-11', { unheard_of: 1 })).toEqual(['no rule of ours answers: unheard_of']);
    expect(at('2021-11', { aide_logement_R0: 1 })).toEqual(['before the rules’ first date']);
    expect(at('2026-11', { aide_logement_loyer_plafond: 1 })).toEqual(['our rules hold no value at this date']);
    expect(at('2025', { aide_logement: 1 })).toEqual(['a period that is no month']);
    expect(at('2025-11', { aide_logement_loyer_plafond: [1, 2] })).toEqual(['as many values as persons or households expected']);
    expect(at('2025-11', { aide_logement_loyer_plafond: 'much' })).toEqual(['a value that is neither amount, yes or no, nor category']);
    expect(at('2025-11', { aide_logement_R0: 5235 }, { ...tenant, famille: { ...tenant.famille, unheard_of: 3 } })).toEqual(['fact given that our rules do not read: unheard_of']);
    expect(at('2025-11', { aide_logement_R0: 5235 }, { ...tenant, menage: { ...tenant.menage, depcom: '97100' } })[0]).toMatch(/^overseas/u);
    expect(at('2025-11', { aide_logement: 1 }, { ...tenant, famille: { parents: 'a' } })[0]).toMatch(/^resources/u);
    expect(at('2025-11', { aide_logement_loyer_plafond: 1 }, { famille: { parents: ['a'] }, menage: { personne_de_reference: 'a', depcom: 57463 }, individus: { a: {} } })).toEqual(['zone read from a file of communes']);
    expect(reasons(check({ period: '2025-11', input: tenant, output: { aide_logement: 1 }, reforms: ['other'] }))).toEqual(['a reform of that engine’s parameters']);
    expect(() => checkJsonCases('{}')).toThrow('expected array');
  });
});

type Row = Record<string, string>;
const cell = (row: Row, column: string): string => row[column] ?? '';
const plain = (value: string): unknown => (value !== '' && Number.isFinite(Number(value)) ? Number(value) : value);
const flags = (row: Row, ...columns: string[]): Variables => Object.fromEntries(columns.map((column) => [column, cell(row, column) === '1']));
const same = (row: Row, ...columns: string[]): Variables => Object.fromEntries(columns.map((column) => [column, plain(cell(row, column))]));
const renamed = (row: Row, names: Record<string, string>): Variables => Object.fromEntries(Object.entries(names).map(([column, variable]) => [variable, plain(cell(row, column))]));
const monthBefore = (row: Row, back: number): string => new Date(Date.UTC(Number(cell(row, 'period').slice(0, 4)), Number(cell(row, 'period').slice(5)) - 1 - back)).toISOString().slice(0, 7);

function household(row: Row, ofFamily: Variables, ofHousehold: Variables): Variables {
  const ages = cell(row, 'ages').split(' ').map((age, at) => [`p${at}`, { age: Number(age) }] as const);
  const [adults, enfants] = [ages.slice(0, Number(row['n_adults'])), ages.slice(Number(row['n_adults']))].map((people) => people.map(([id]) => id));
  return { individus: Object.fromEntries(ages), famille: { parents: adults, enfants, ...ofFamily }, menage: { personne_de_reference: adults?.[0], conjoint: adults?.[1], enfants, ...ofHousehold } };
}

/** How a row of each file is written as a case: the same people, the same expected values. */
const WRITTEN: Record<string, (row: Row) => { input: Variables; output: Variables }> = {
  aide_logement: (row) => ({
    input: household(row, { aide_logement_base_ressources: plain(cell(row, 'base_ressources')) }, { ...same(row, 'zone_apl', 'statut_occupation_logement', 'loyer'), ...flags(row, 'logement_conventionne', 'coloc') }),
    output: {
      ...renamed(row, { loyer_plafond: 'aide_logement_loyer_plafond', loyer_retenu: 'aide_logement_loyer_retenu', charges_forfait: 'aide_logement_charges', participation_personnelle: 'aide_logement_participation_personnelle' }),
      ...renamed(row, { montant_avant_degressivite: 'aide_logement_montant_brut_avant_degressivite', montant_brut: 'aide_logement_montant_brut', rls: 'reduction_loyer_solidarite', crds: 'crds_logement', aide_logement: 'aide_logement' }),
    },
  }),
  logement_social: (row) => ({
    input: household(row, {}, { zone_logement_social: row['zone'], rfr: Object.fromEntries([2, 1, 0].map((back) => [String(Number(cell(row, 'period').slice(0, 4)) - back), plain(cell(row, `rfr_n${back}`))])) }),
    output: renamed(row, { categorie_menage: 'logement_social_categorie_menage', of_plafond_plai: 'logement_social_plafond_ressources', of_eligible: 'logement_social_eligible' }),
  }),
  locapass: (row) => ({
    input: { ...same(row, 'age', 'activite', 'statut_occupation_logement', 'date_entree_logement'), ...flags(row, 'alternant', 'etudiant', 'boursier'), salaire_net: Object.fromEntries([0, 1, 2, 3, 4, 5].map((back) => [monthBefore(row, back), plain(cell(row, `salaire_net_m${back}`))])) },
    output: renamed(row, { eligible_jeune: 'locapass_eligibilite_jeunes', eligible_etudiant: 'locapass_eligibilite_etudiant', locapass_eligibilite: 'locapass_eligibilite' }),
  }),
  mobili_jeune: (row) => ({
    input: { ...same(row, 'age', 'secteur_activite_employeur', 'categorie_salarie', 'statut_occupation_logement', 'salaire_de_base', 'loyer', 'charges_locatives', 'aide_logement'), ...flags(row, 'alternant', 'peec_employeur') },
    output: same(row, 'mobili_jeune_eligibilite', 'mobili_jeune'),
  }),
  mon_job_mon_logement: (row) => ({ input: { ...same(row, 'age', 'activite', 'salaire_de_base', 'statut_occupation_logement', 'date_entree_logement', 'contrat_de_travail_debut'), ...flags(row, 'alternant') }, output: same(row, 'mon_job_mon_logement') }),
  visale: (row) => ({
    input: { ...same(row, 'age', 'nationalite', 'depcom', 'loyer', 'charges_locatives', 'date_entree_logement'), ...flags(row, 'etudiant'), salaire_net: { [monthBefore(row, 1)]: plain(cell(row, 'base_ressources_mensuelle')) } },
    output: same(row, 'visale_montant_max', 'visale_eligibilite'),
  }),
};

describe.skipIf(folder === undefined)('cases of another engine (ANCRAGE_VECTORS names their folder)', () => {
  test('the JSON cases: every difference, and every value not compared, has a name', () => {
    const { unexplained, ...report } = checkJsonCases(read('openfisca_yaml_cases.json'));
    console.info(report);
    expect(unexplained).toEqual([]);
    // The floors are those of the 106 known cases; another file of this shape has its own share of what we model.
    const isKnown = report.cases === 106;
    expect(report.compared).toBeGreaterThanOrEqual(isKnown ? 68 : 1);
    expect(report.casesCompared).toBeGreaterThanOrEqual(isKnown ? 18 : 1);
  });

  test.each(Object.keys(WRITTEN))('rows of %s written as such cases', { timeout: 240_000 }, (name) => {
    const rows = (parse(read(`${name}.csv`), { columns: true, skip_empty_lines: true }) as Row[]).filter((_, at) => at % 10 === 0);
    const report = check(...rows.map((row) => ({ period: cell(row, 'period'), abs_margin: 0.02, ...(WRITTEN[name] as (typeof WRITTEN)[string])(row) })));
    console.info(name, report);
    expect(report.unexplained).toEqual([]);
    expect(report.casesCompared).toBeGreaterThan(0.6 * rows.length);
  });
});
