import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { createEngine, filesEnding, readRules, RulesEngine } from 'regles-logement';
import { describe, expect, test } from 'vitest';
import { ADAPTERS, checkVectors, type VectorReport } from '../vecteurs/check.ts';

const folder = process.env['ANCRAGE_VECTORS'];
/** One row in four, and all of them in the long run: the interpreter answers each. */
const step = process.env['ANCRAGE_TEST_LONG'] ? 1 : 4;
const slice = (text: string): string => text.trimEnd().split(/\r?\n/u).filter((_, row) => row === 0 || row % step === 0).join('\n');

const HEADERS = {
  social: 'case,period,n_adults,n_children,ages,depcom,rfr_n2,rfr_n1,rfr_n0,zone,al_nb_personnes_a_charge,categorie_menage,of_plafond_plai,of_eligible,plus_plafond_from_params,under_plus_rfr_n2,under_pls_rfr_n2',
  monJob: 'case,period,age,activite,alternant,salaire_de_base,smic_proratise_out,statut_occupation_logement,date_entree_logement,contrat_de_travail_debut,eligible,eligible_jeune_actif,mon_job_mon_logement',
  mobiliJeune: 'case,period,age,alternant,secteur_activite_employeur,categorie_salarie,peec_employeur,statut_occupation_logement,salaire_de_base,loyer,charges_locatives,aide_logement,smic_proratise_out,mobili_jeune_eligibilite,mobili_jeune',
  locaPass: 'case,period,age,activite,alternant,etudiant,boursier,salaire_net_m0,salaire_net_m1,salaire_net_m2,salaire_net_m3,salaire_net_m4,salaire_net_m5,statut_occupation_logement,date_entree_logement,eligible_salarie,eligible_jeune,eligible_etudiant,locapass_eligibilite',
  visale: 'case,period,age,etudiant,nationalite,depcom,base_ressources_mensuelle,loyer,charges_locatives,date_entree_logement,residence_ile_de_france,visale_montant_max,visale_eligibilite',
  allowance: 'case,period,zone_apl,n_adults,n_children,ages,statut_occupation_logement,logement_conventionne,coloc,loyer,base_ressources,al_nb_personnes_a_charge,loyer_plafond,loyer_retenu,charges_forfait,participation_personnelle,montant_avant_degressivite,montant_brut,rls,crds,aide_logement,type',
} as const;
const inForce = createEngine();
const check = (kind: keyof typeof HEADERS, row: string, engine = inForce): VectorReport => checkVectors('typed.csv', `${HEADERS[kind]}\n${row}\n`, engine);
const needed = ({ departures }: VectorReport): string[] => Object.keys(departures).filter((name) => departures[name]).map((name) => name.slice(0, 9));

/** The rules with one of their texts changed. */
function mutant(file: string, from: string, to: string): RulesEngine {
  const text = filesEnding(file)[0]?.text ?? '';
  expect(text).toContain(from);
  return new RulesEngine(readRules([{ file, text: text.replace(from, to) }]).rules);
}

test('a file whose columns no adapter knows is refused', () => {
  expect(() => checkVectors('other.csv', 'a,b\n1,2\n')).toThrow('other.csv');
  expect(() => checkVectors('empty.csv', '')).toThrow('empty.csv');
  expect(() => checkVectors('bare.csv', `${HEADERS.visale}\n`)).toThrow('no case');
});

describe('what a cell may be', { timeout: 60_000 }, () => {
  // Up to 30, outside Île-de-France, of the Union: rent with charges within 1 300 € and half of the income (2018 to 2025).
  const row = 'a,2025-05,25,0,FR,57463,2000.5,600,50,2025-06-01,0,1000.25,1';
  const zone3 = 'b,2022-11,zone_3,1,1,28 5,locataire_vide,0,0,721.63,0,1,342.52,342.52,68.84,36.63,374.73,369.73,0.00,-1.85,367.88,alf';
  const unpaid = 'c,2022-11,zone_3,1,1,47 14,locataire_meuble,0,0,308.54,21100,1,342.52,206.00,68.84,387.75,0.00,0.00,0.00,-0.00,0.00,';

  test('an empty expected cell is a difference, but where the file means nothing by it', () => {
    expect(check('visale', row)).toMatchObject({ equal: 1, unexplained: [] });
    expect(check('visale', row.replace(',0,1000.25,1', ',,,')).unexplained.map(({ column }) => column)).toEqual(['residence_ile_de_france', 'visale_montant_max', 'visale_eligibilite']);
    expect(check('allowance', unpaid)).toMatchObject({ equal: 1, unexplained: [] });
    expect(check('allowance', unpaid.replace(',0.00,-0.00,0.00,', ',,,,')).unexplained.map(({ column }) => column)).toEqual(['rls', 'crds', 'aide_logement']);
    expect(check('allowance', zone3.replace(/alf$/u, '')).unexplained).toMatchObject([{ case: 'b', column: 'type', expected: '' }]);
    expect(check('visale', row.replace('1000.25', 'mille')).unexplained).toMatchObject([{ column: 'visale_montant_max', expected: 'mille' }]);
  });

  test('a byte order mark, semicolons and decimal commas are taken', () => {
    const french = `\u{FEFF}${HEADERS.visale}\r\n${row}\r\n`.replaceAll(',', ';').replaceAll('.', ',');
    expect(checkVectors('excel.csv', french)).toMatchObject({ rows: 1, equal: 1, unexplained: [], refused: [] });
  });

  test('an input that is not of its column is refused with its line and column, and goes no further', () => {
    const refused = (kind: keyof typeof HEADERS, ...found: [string, string]): void => {
      const [column, given] = found;
      const at = HEADERS[kind].split(',').indexOf(column);
      const cells = (kind === 'visale' ? row : zone3).split(',').with(at, given);
      expect(check(kind, `${kind === 'visale' ? row : zone3}\n${cells.join(',')}`)).toMatchObject({ rows: 2, equal: 1, unexplained: [], refused: [{ line: 3, column, given }] });
    };
    refused('visale', 'age', 'personne . âge + 1');
    refused('visale', 'age', '');
    refused('visale', 'etudiant', 'oui');
    refused('visale', 'depcom', '57463 ou 1');
    refused('visale', 'period', '2025-13');
    refused('visale', 'date_entree_logement', '2025-02-30');
    refused('visale', 'base_ressources_mensuelle', '1e3');
    refused('allowance', 'zone_apl', "zone_3' ou 'x");
    refused('allowance', 'statut_occupation_logement', 'roi');
    refused('allowance', 'ages', '28 cinq');
  });
});

/** Expected by the items of the other engine's README and facts/AIDS.md; ceilings of 2021: PLAI 11 531 €, PLUS 20 966 €. */
describe('a departure explains its own boundary and nothing else', { timeout: 60_000 }, () => {
  const social = (incomes: string, eligible: number, underPls: number): string => `s,2021-06,1,0,40,57463,${incomes},autres_regions,0,categorie_1,11531,${eligible},20966,${Number(Number(incomes.split(',')[0]) <= 20966)},${underPls}`;

  test('the PLS ceiling unrounded: 27 255.80 € for 27 256 €', () => {
    expect(needed(check('social', social('27256,27256,27256', 0, 0)))).toEqual(['README, c']);
    expect(check('social', social('27255,27255,27255', 0, 0)).unexplained).toHaveLength(1);
    const apart = social('31000,31000,31000', 0, 0);
    expect(check('social', apart).equal).toBe(1);
    expect(check('social', apart, mutant('plafonds-ressources.publicodes', 'valeur: 130,', 'valeur: 180,')).unexplained).toHaveLength(1);
  });

  test('a fall of exactly a tenth, an income of exactly the ceiling', () => {
    expect(needed(check('social', social('12000,10800,12000', 0, 1)))).toEqual(['README 3:']);
    expect(needed(check('social', social('14000,11531,14000', 0, 1)))).toEqual(['README 3:']);
    expect(check('social', social('12000,10700,12000', 0, 1)).unexplained).toHaveLength(1);
    const fallen = social('13000,10400,13000', 1, 1);
    expect(check('social', fallen).equal).toBe(1);
    expect(check('social', fallen, mutant('plafonds-ressources.publicodes', 'valeur: 90,', 'valeur: 60,')).unexplained).toHaveLength(1);
  });

  test('days counted from the month’s first day', () => {
    const monJob = (lease: string, contract: string, eligible: number): string => `m,2022-05,40,actif,0,1600,1645.62,locataire_vide,${lease},${contract},${eligible},0,${eligible * 1000}`;
    expect(needed(check('monJob', monJob('2022-02-01', '2022-02-10', 0)))).toEqual(['README 7:']);
    expect(needed(check('monJob', monJob('2022-03-15', '2022-01-20', 0)))).toEqual(['README 7:']);
    expect(check('monJob', monJob('2022-03-15', '2022-02-20', 0)).unexplained).toHaveLength(2);
    const old = monJob('2021-12-15', '2021-12-15', 0);
    expect(check('monJob', old).equal).toBe(1);
    expect(check('monJob', old, mutant('mon-job-mon-logement.publicodes', 'mois: 3 }', 'mois: 30 }')).unexplained).toHaveLength(2);
  });

  test('a wage between the shares of the SMIC of the law and of that engine', () => {
    const trainee = (wage: number, eligible: number): string => `j,2025-10,25,1,non_agricole,prive_non_cadre,1,locataire_vide,${wage},600,0,200,1801.84,${eligible},${eligible * 100}`;
    expect(needed(check('mobiliJeune', trainee(2000, 0)))).toEqual(['README 4:']);
    expect(check('mobiliJeune', trainee(3000, 0)).equal).toBe(1);
    expect(check('mobiliJeune', trainee(3000, 0), mutant('mobili-jeune.publicodes', 'valeur: 120,', 'valeur: 300,')).unexplained.length).toBeGreaterThan(0);
  });

  test('routes that follow the activity alone, by our own age limit', () => {
    const loca = (age: number, young: number): string => `l,2024-09,${age},inactif,1,0,0,0,0,0,0,0,0,locataire_vide,2024-09-01,0,${young},0,${young}`;
    expect(needed(check('locaPass', loca(25, 0)))).toEqual(['README 5:']);
    const student = (age: number, young: number): string => loca(age, young).replace('inactif,1,0', 'etudiant,1,1');
    expect(check('locaPass', student(35, 0), mutant('loca-pass.publicodes', 'valeur: 30,', 'valeur: 40,')).unexplained.length).toBeGreaterThan(0);
  });

  test('rent caps of 2018 change nothing under the smallest of them', () => {
    const person = (rent: number, resources: number, most: number, eligible: number): string => `v,2026-03,25,0,FR,75056,${resources},${rent},0,2026-03-02,1,${most},${eligible}`;
    expect(needed(check('visale', person(700, 4000, 1500, 1)))).toEqual(['README 6:']);
    expect(check('visale', person(400, 1000, 500, 1)).equal).toBe(1);
    expect(check('visale', person(400, 1000, 450, 1)).unexplained).toHaveLength(1);
  });
});

describe.skipIf(folder === undefined)('case files of another engine (ANCRAGE_VECTORS names their folder)', () => {
  test.each(ADAPTERS.map(({ name }) => name))('%s: every difference has a name', { timeout: 240_000 }, (name) => {
    const path = join(folder ?? '', `${name}.csv`);
    if (!existsSync(path)) throw new Error(`${path} is missing`);
    const report = checkVectors(name, slice(readFileSync(path, 'utf8')));
    console.info(`${name}: ${report.equal} of ${report.rows} rows equal`, report.departures);
    expect(report.kind).toBe(name);
    expect(report.refused).toEqual([]);
    expect(report.unexplained).toEqual([]);
  });
});
