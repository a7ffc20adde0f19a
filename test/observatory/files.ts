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
