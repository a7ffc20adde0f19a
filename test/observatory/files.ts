import { createRequire } from 'node:module';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fixedClock, type Clock } from '../../src/platform/clock.ts';
import { importFile, type ImportReport, type ImportRequest } from '../../src/observatory/index.ts';
import { findTerritory, type Territory } from '../../src/territory/index.ts';
import type { Db } from '../../src/platform/database/database.ts';

export const territoriesFolder = join(import.meta.dirname, '../../territories');

export function territoryOf(code: string): Territory {
  const found = findTerritory(code, territoriesFolder);
  if (!found.ok) throw new Error(`territory ${code} is unknown`);
  return found.value;
}

export const clockAt = (day: string): Clock => fixedClock(new Date(`${day}T12:00:00Z`));
export const today = clockAt('2026-11-24');

/** A folder of small files for one test file. */
export function scratchFolder(): { write: (name: string, content: string | Buffer) => string; path: string; remove: () => void } {
  const path = mkdtempSync(join(tmpdir(), 'ancrage-files-'));
  return {
    path,
    write: (name, content) => {
      const file = join(path, name);
      writeFileSync(file, content);
      return file;
    },
    remove: () => rmSync(path, { recursive: true, force: true }),
  };
}

/** Imports as Metz does, on a fixed day. */
export const importAsMetz = (db: Db, path: string, options: Partial<ImportRequest> & { clock?: Clock } = {}): Promise<ImportReport> => {
  const { clock = today, ...request } = options;
  return importFile({ db, clock }, { path, territory: territoryOf('metz'), ...request });
};

/** Communes of the official list, in its order (by code), a part of each département: what makes a list national. */
export function communesOfFrance(count: number, without: readonly string[] = []): string[] {
  const list = createRequire(import.meta.url)('@etalab/decoupage-administratif/data/communes.json') as { code: string; type: string; departement?: string }[];
  const kept = list.filter(({ type, departement = '' }) => type === 'commune-actuelle' && departement.length === 2 && !without.includes(departement));
  const first = new Map(kept.toReversed().map(({ code, departement = '' }) => [departement, code]));
  const must = new Set(first.values());
  const others = kept.filter(({ code }) => !must.has(code));
  const chosen = new Set([...must, ...others.filter((_, at) => (at * (count - must.size)) % others.length < count - must.size).map(({ code }) => code)]);
  return kept.flatMap(({ code }) => (chosen.has(code) ? [code] : []));
}

/** RPLS with as many communes as a whole file, so that those it leaves out have no social dwelling. */
export const nationalRpls = (): string => sound.rpls + communesOfFrance(16_500, ['57', '75']).map((code) => `${code},x,x,90,5,2,1,1,1,100\n`).join('');

const lines = (...rows: readonly string[]): string => `${rows.join('\n')}\n`;

const dvfColumns = 'id_mutation,date_mutation,numero_disposition,nature_mutation,valeur_fonciere,adresse_numero,adresse_code_voie,code_commune,id_parcelle,lot1_numero,lot2_numero,nombre_lots,code_type_local,type_local,surface_reelle_bati,nombre_pieces_principales,nature_culture';
/** Twelve houses at 1,000 to 2,100 € by square metre, the first on two rows, and sales that give no price. */
const dvfRows = [
  ...Array.from({ length: 12 }, (_, at) => `2025-${at},2025-02-${String(at + 1).padStart(2, '0')},000001,Vente,${(1000 + 100 * at) * 80},${at},0030,54558,54558000AA00${at + 10},,,0,1,Maison,80,4,sols`),
  '2025-0,2025-02-01,000001,Vente,80000,0,0030,54558,54558000AA0010,,,0,1,Maison,80,4,jardins',
  '2025-20,2025-03-01,000001,Vente,117000.5,8,1460,54329,54329000AZ0254,1,,1,3,Dépendance,,0,',
  '2025-20,2025-03-01,000001,Vente,117000.5,8,1460,54329,54329000AZ0254,2,,1,2,Appartement,58.5,3,',
  '2025-21,2025-03-02,000001,Vente,300000,9,1460,54329,54329000AZ0255,1,,1,2,Appartement,50,2,',
  '2025-21,2025-03-02,000001,Vente,300000,9,1460,54329,54329000AZ0255,2,,1,2,Appartement,50,2,',
  '2025-22,2025-03-03,000001,Vente,90000,10,1460,54329,54329000AZ0256,,,0,1,Maison,,3,',
  '2025-23,2025-03-04,000001,Echange,90000,11,1460,54329,54329000AZ0257,,,0,1,Maison,70,3,',
  '2025-24,2025-03-05,000001,Vente,,12,1460,54329,54329000AZ0258,,,0,1,Maison,70,3,',
  '2025-25,2025-03-06,000001,Vente,5000,,,54329,54329000AZ0259,,,0,,,,,terres',
];

/** A small sound file of each source, in its official layout; every damage starts from one of these. */
export const sound = {
  abc: lines('CODGEO;DEP;LIBGEO;Zonage en vigueur depuis le 5 septembre 2025;Reclassement 5 septembre 2025', '57463;57;Metz;B1;Non', '57751;57;Woippy;B1;Non', '01001;01;L’Abergement-Clémenciat;C;Non', '2A004;2A;Ajaccio;B1;Non'),
  filosofi: lines(
    'CODGEO;NBMENFISC21;NBPERSMENFISC21;MED21;PIMP21;TP6021;TP60AGE121;TP60AGE221;TP60TOL121;TP60TOL221;PTSA21;D121;D921;RD21',
    '57463;51749;101026;20940;47,0;24,0;30,0;29,0;7,0;34,0;59,6;10080;41430;4,1',
    '57031;343;938;30860;s;s;s;s;s;s;s;s;s;s',
    '57751;5915;14394;17410;40,0;34,0;41,0;30,0;9,0;48,0;60,1;9350;33450;3,6',
    '97411;s;s;s;s;s;s;s;s;s;s;s;s;s',
    '57447;nd;nd;nd;nd;nd;nd;nd;nd;nd;nd;nd;nd;nd',
  ),
  filosofiIris: lines(
    'IRIS;DEC_PIMP21;DEC_TP6021;DEC_INCERT21;DEC_Q121;DEC_MED21;DEC_Q321;DEC_EQ21;DEC_D121;DEC_D221;DEC_D321;DEC_D421;DEC_D621;DEC_D721;DEC_D821;DEC_D921;DEC_RD21;DEC_S80S2021;DEC_GI21;DEC_PACT21;DEC_PTSA21;DEC_PCHO21;DEC_PBEN21;DEC_PPEN21;DEC_PAUT21;DEC_NOTE21',
    '574630101;43,0;29,0;2;12610;19330;26390;0,71;7760;11300;13900;16440;21760;24660;28120;33850;4,4;6,3;0,318;69,3;62,5;3,2;3,6;27,1;3,6;0',
    '574630102;19,0;63,0;2;6280;10560;16850;1,00;610;4390;7330;8910;12540;15330;18190;22730;37,2;18,4;0,391;65,9;s;s;s;33,7;-0,1;0',
    '574630103;ns;ns;so;ns;ns;ns;ns;ns;ns;ns;ns;ns;ns;ns;ns;so;so;ns;ns;ns;ns;ns;ns;ns;so',
    '2A0040101;nd;nd;so;nd;nd;nd;nd;nd;nd;nd;nd;nd;nd;nd;nd;so;so;nd;nd;nd;nd;nd;nd;nd;so',
  ),
  flowBase: lines(
    'CODGEO;LIBGEO;DCLT;L_DCLT;NBFLUX_C22_ACTOCC15P',
    '57463;Metz;57463;Metz;35000.123456',
    '57463;Metz;57751;Woippy;1200.5',
    '57463;Metz;LU001;Luxembourg;900.25',
    '57463;Metz;99138;Autre pays;3.5',
    '57751;Woippy;57463;Metz;2400',
    '01001;L’Abergement-Clémenciat;75102;Paris 2e;5.1',
  ),
  housing: lines(
    'CODGEO;P21_LOG;P21_RP;P21_RSECOCC;P21_LOGVAC;P21_MAISON;P21_APPART;P21_RP_PROP;P21_RP_LOC;P21_RP_LOCHLMV;P21_MEN;P21_PMEN;P15_LOG;P15_RP;P15_MEN;C21_MEN',
    '57463;70000.5;60000.25;3000.25;7000;10000;59000;20000;39000;15000.5;60000.25;115000;68000;58000;58000;1',
    '57447;4300;4100;50;150;1700;2500;2300;1750;600;4100;9800;;;;',
  ),
  sneDelay: lines("SIRET,Délai d'attribution moyen,,,,,", '200039865,14.5,,,,,', '75056,46.3,,,,,', '200039907,s,,,,,'),
  mobpro: lines(
    'COMMUNE;ARM;DCFLT;DCLT;AGEREVQ;GS;ILT;IPONDI;NPERR;STOCD;TRANS;TYPL',
    '57463;ZZZZZ;99999;57463;025;4;1;2.500000000000001;1;21;2;2',
    '57463;ZZZZZ;99999;57463;030;5;1;4.25;2;22;5;2',
    '57463;ZZZZZ;99999;57751;030;5;2;1;2;22;4;2',
    '57463;ZZZZZ;LU001;99999;040;3;7;3.5;3;10;4;1',
    '57463;ZZZZZ;PT002;99999;040;3;7;1.5;3;10;4;1',
    '75056;75101;99999;75102;040;3;2;5;3;10;5;2',
    '01330;ZZZZZ;99999;01187;055;6;2;2;2;10;4;1',
  ),
  dvf: lines(dvfColumns, ...dvfRows),
  irisIndicators: lines(
    'code,COM,libelle,P22_POP,dm_1524_pct_22,dmv_75p_pct_22,men_tot_stock_16,men_tot_stock_22,men_seul_pct_22,men_vtcam_1622,log_lochlm_pct_22,dsp_csp_cadres_pct_22,rev_med_21,eco_txemp_1564_22,ecosi_emp_vol_26',
    '574630101,57463,Centre,2100,21.5,9.1,1200.4,1250.25,62.3,0.7,18.2,25.1,21000,61.2,900',
    '570010000,57001,Aboncourt,318,11.01,,125.85,125.32,19.41,-0.07,,11.69,,73.19,',
  ),
  rpls: `\uFEFF${lines(
    'DEPCOM_ARM,LIBCOM_DEP,LIBCOM,nb_loues,nb_vacants,nb_vides,nb_asso,nb_occup_finan,nb_occup_temp,nb_ls',
    '57463,Metz (57),Metz,16000,700,400,100,50,20,17270',
    '57452,La Maxe (57),La Maxe,,,,,,,4',
    '75101,Paris (75),Paris,1097,17,10,9,12,0,1145',
    '75102,Paris (75),Paris,100,2,0,0,0,0,102',
  )}`,
  lovac: lines(
    'CODGEO_25;LIBGEO_25;pp_vacant_25;pp_vacant_plus_2ans_25;pp_total_24;pp_vacant_24;pp_vacant_plus_2ans_24;EPCI_25;LIB_EPCI_25',
    '57463;Metz;4296;2284;52291;6500;1900;200039865;Metz Métropole',
    '57031;Ars-Laquenexy;s;s;359;19;s;200039865;Metz Métropole',
    '57553;Pournoy-la-Chétive;s;0;241;12;0;200039865;Metz Métropole',
  ),
  lovac2026: lines(
    'CODGEO_26;LIBGEO_26;pp_vacant_26;pp_vacant_plus_2ans_26;ff_pp_total_25;pp_vacant_25;pp_vacant_plus_2ans_25',
    '57463;Metz;4300;2200;52400;4290;2280',
  ),
  rents2018: lines(
    'id_zone;INSEE;LIBGEO;DEP;REG;EPCI;TYPPRED;loypredm2;lwr.IPm2;upr.IPm2;R2adj;NBobs_maille;NBobs_commune',
    '2362;1001;L’Abergement-Clémenciat;1;84;200069193;maille;9,372335348;7,409663525;11,85487972;0,774;701;2',
    '1;57463;Metz;57;44;200039865;commune;11,18959075;9,1;13,2;0,8;2000;2000',
  ),
  rents2025: lines(
    '"id_zone";"INSEE_C";"LIBGEO";"EPCI";"DEP";"REG";"loypredm2";"lwr.IPm2";"upr.IPm2";"TYPPRED";"nbobs_com";"nbobs_mail";"R2_adj"',
    '"1";"57463";"Metz";"200039865";"57";"44";13,381;11,1;16,2;"commune";1900;1900;0,75',
    '"1";"57049";"Le Ban-Saint-Martin-lès-Metz é";"200039865";"57";"44";13,16;11,1;16,2;"maille";19;1900;0,75',
  ),
  population: `\uFEFF${lines(
    'objectid,reg,dep,cv,codgeo,libgeo,p19_pop,p20_pop,p21_pop',
    '1,41,57,5704,57463,Metz,118489,120874,121115',
    '2,03,973,973,973353,Maripasoula,11842,9768,9177',
    '3,11,75,75,75101,Paris 1er,16000,15900,15800',
    '4,11,75,75,75102,Paris 2e,21000,20900,20800',
    '5,84,01,0101,01187,Haut Valromey,500,510,520',
    '6,84,01,0101,01330,Ruffieu,180,181,',
  )}`,
  employmentZones: `\uFEFF${lines('codgeo,libgeo,ze_2020,codze2020,libze2020', '57463,Metz,4417 - Metz,4417,Metz', '01001,L’Abergement-Clémenciat,8405 - Bourg en Bresse,8405,Bourg en Bresse', ',,,,')}`,
  centroids: lines('insee;nom;lon;lat', '57463;Metz;6.1757;49.1193', '57751;Woippy;6.1576;49.16388'),
  generic: lines(
    'indicateur;zone;periode;valeur;secret;source;millesime;producteur;licence',
    'private.vacant;57463;2025-01-01;4296;;lovac;2025;;',
    'private.vacant;57031;2025-01-01;;oui;lovac;2025;;',
    'construction.started;200039865;2024;1242;;sitadel;2024;;',
    'local.places;57463;2025;312,5;;enquete;2025;Métropole;Licence Ouverte 2.0',
  ),
  qpv: JSON.stringify({
    type: 'FeatureCollection',
    features: [
      { type: 'Feature', properties: { insee_com: '57463', lib_com: 'Metz', code_qp: 'QN05718M, QN05723M', lib_qp: 'Bellecroix, Saint-Eloy' }, geometry: { type: 'Point', coordinates: [6.19, 49.1] } },
      { type: 'Feature', properties: { insee_com: '57751', lib_com: 'Woippy', code_qp: 'QN05723M, QN05726N', lib_qp: 'Saint-Eloy, Roi' }, geometry: { type: 'Point', coordinates: [6.15, 49.16] } },
    ],
  }),
  contours: JSON.stringify({
    type: 'FeatureCollection',
    features: [{ type: 'Feature', properties: { code: '57463', nom: 'Metz' }, geometry: { type: 'Polygon', coordinates: [[[6.1, 49.1], [6.2, 49.1], [6.2, 49.2], [6.1, 49.1]]] } }],
  }),
} as const;
