import { chmodSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { ImportRequest } from '../../src/observatory/index.ts';
import { contentHash, freshDatabase, type TestDatabase } from '../support/database.ts';
import { importAsMetz, scratchFolder, sound } from './files.ts';
import { parquetFile } from './parquet.ts';

let database: TestDatabase;
const folder = scratchFolder();

beforeAll(async () => {
  database = await freshDatabase();
  // Something must be there for a refused file to leave alone.
  const report = await importAsMetz(database.db, folder.write('zonage.csv', sound.abc));
  expect(report.status).toBe('imported');
});
afterAll(async () => {
  folder.remove();
  await database.drop();
});

interface Damage {
  what: string;
  name: string;
  content: string | Buffer;
  /** What the message must say: where, what, what was expected. */
  says: readonly (string | RegExp)[];
  options?: Partial<ImportRequest>;
}

const edit = (content: string, from: string | RegExp, to: string): string => {
  const changed = content.replace(from, to);
  if (changed === content) throw new Error(`nothing to damage: ${String(from)}`);
  return changed;
};
const latin1 = (content: string): Buffer => Buffer.from(content.replace('’', "'").replaceAll('’', "'"), 'latin1');
const day = { vintage: '2024-01-01' };
const flat = { vintage: '2025', product: 'app' };

const damages: readonly Damage[] = [
  { what: 'truncated in the middle of a row', name: 'a.csv', content: sound.filosofi.slice(0, sound.filosofi.indexOf('57751') + 20), says: ['ligne 4', 'nombre de champs', '14 champs'] },
  { what: 'truncated Latin-1 extract', name: 'b.csv', content: sound.lovac.slice(0, -30), says: ['ligne 4', '9 champs'] },
  { what: 'another separator (comma)', name: 'c.csv', content: sound.abc.replaceAll(';', ','), says: ['ligne 1', 'séparateur', 'virgule', 'Attendu : point-virgule'] },
  { what: 'another separator (tab)', name: 'd.csv', content: sound.filosofi.replaceAll(';', '\t'), says: ['ligne 1', 'tabulation', 'point-virgule'] },
  { what: 'another separator where a comma is expected', name: 'e.csv', content: sound.rpls.replaceAll(',', ';'), says: ['point-virgule', 'Attendu : virgule'], options: day },
  { what: 'Latin-1 where UTF-8 is expected', name: 'f.csv', content: latin1(sound.abc), says: ['ligne 4', 'UTF-8'] },
  { what: 'UTF-16', name: 'g.csv', content: Buffer.from(`\uFEFF${sound.abc}`, 'utf16le'), says: ['UTF-16', 'Attendu : le codage UTF-8'] },
  { what: 'a web page saved as CSV', name: 'h.csv', content: '<!DOCTYPE html>\n<html lang="fr"><head><title>404</title></head></html>\n', says: ['page web', 'téléchargez'] },
  { what: 'a missing column', name: 'i.csv', content: sound.filosofi.replace('TP6021', 'X'), says: ['ligne 1', 'colonne « TP6021 »', 'colonne absente'] },
  { what: 'a missing code column', name: 'j.csv', content: sound.rpls.replace('DEPCOM_ARM', 'CODE'), says: ['colonne « DEPCOM_ARM »', 'colonne absente'], options: day },
  { what: 'a missing zone column', name: 'k.csv', content: edit(sound.abc, 'Zonage en vigueur depuis le 5 septembre 2025', 'Zone'), says: ['colonne « Zonage en vigueur depuis le … »'] },
  { what: 'a header without its date', name: 'l.csv', content: edit(sound.abc, 'Zonage en vigueur depuis le 5 septembre 2025', 'Zonage en vigueur ce jour'), says: ['la date dans l’en-tête'] },
  { what: 'a doubled column', name: 'm.csv', content: edit(sound.filosofi, 'PIMP21', 'MED21'), says: ['colonne « MED21 »', 'deux fois'] },
  { what: 'a doubled year in a series', name: 'n.csv', content: edit(sound.population, 'p20_pop', 'p19_pop'), says: ['colonne « p19_pop »', 'deux fois'] },
  { what: 'a year left out of a series', name: 'o.csv', content: edit(sound.population, 'p20_pop', 'pop2020'), says: ['colonne « p20_pop »', 'colonne absente'] },
  { what: 'a commune twice', name: 'p.csv', content: `${sound.abc}57463;57;Metz;A;Non\n`, says: ['ligne 6', 'colonne « CODGEO »', '57463', 'deux fois', 'déjà ligne 2'] },
  { what: 'an unknown commune', name: 'q.csv', content: edit(sound.abc, '57751', '57999'), says: ['ligne 3', '57999', 'commune inconnue'] },
  { what: 'a code that lost its leading zero', name: 'r.csv', content: edit(sound.abc, '01001', '1001'), says: ['ligne 4', '« 1001 »', 'zéro de tête'] },
  { what: 'a negative count', name: 's.csv', content: edit(sound.lovac, '4296', '-4296'), says: ['ligne 2', 'colonne « pp_vacant_25 »', '-4296', 'négative'] },
  { what: 'a rate above 100 %', name: 't.csv', content: edit(sound.filosofi, '24,0', '240,0'), says: ['colonne « TP6021 »', '240,0', 'de 0 à 100'] },
  { what: 'a rent of zero', name: 'u.csv', content: edit(sound.rents2025, '13,381', '0'), says: ['ligne 2', 'colonne « loypredm2 »', 'de 1 à 100'], options: flat },
  { what: 'a rent of a whole dwelling', name: 'v.csv', content: edit(sound.rents2025, '13,381', '650,5'), says: ['650,5', 'de 1 à 100'], options: flat },
  { what: 'a population that trebles and comes back', name: 'w.csv', content: edit(sound.population, '120874', '1208740'), says: ['ligne 2', 'colonne « p20_pop »', '1208740', '118489'] },
  { what: 'a median income above 200,000', name: 'x.csv', content: edit(sound.filosofi, '20940', '2094000'), says: ['colonne « MED21 »', 'invraisemblable'] },
  { what: 'a comma and a point in one file', name: 'y.csv', content: edit(sound.filosofi, '34,0', '34.0'), says: ['virgule et point', 'une virgule, comme plus haut'] },
  { what: 'a text in a number', name: 'z.csv', content: edit(sound.lovac, '52291', '52 291 log.'), says: ['colonne « pp_total_24 »', 'ce n’est pas un nombre', '52 291 log.'] },
  { what: 'a secret mark of another source', name: 'aa.csv', content: edit(sound.lovac, '52291', 'ns'), says: ['« ns »', 'ce n’est pas un nombre'] },
  { what: 'an empty file', name: 'ab.csv', content: '', says: ['le fichier est vide'] },
  { what: 'only blank lines', name: 'ac.csv', content: '\n \n\n', says: ['le fichier est vide'] },
  { what: 'a header and nothing else', name: 'ad.csv', content: `${sound.abc.split('\n')[0]}\n`, says: ['ligne d’en-têtes'] },
  { what: 'no header', name: 'ae.csv', content: sound.abc.split('\n').slice(1).join('\n'), says: ['source non reconnue', '57463'] },
  { what: 'NUL bytes', name: 'af.csv', content: edit(sound.abc, 'Woippy', 'Woi\u0000py'), says: ['ligne 3', 'octet nul'] },
  { what: 'a line of more than 1 MiB', name: 'ag.csv', content: `${sound.abc}57447;57;${'M'.repeat(1_100_000)};B1;Non\n`, says: ['ligne 6', '1 Mio'] },
  { what: 'an unbalanced quote', name: 'ah.csv', content: edit(sound.rents2025, '"Metz"', '"Metz'), says: ['guillemet'], options: flat },
  { what: 'a field too many', name: 'ai.csv', content: edit(sound.abc, 'Woippy;B1', 'Woippy;;B1'), says: ['ligne 3', '5 champs, 6 trouvés'] },
  { what: 'invalid JSON', name: 'aj.geojson', content: sound.contours.slice(0, -20), says: ['JSON invalide', 'ligne 1'] },
  { what: 'a GeoJSON without features', name: 'ak.geojson', content: '{"type":"FeatureCollection","features":[]}', says: ['sans aucun objet'] },
  { what: 'coordinates off the Earth (Lambert 93)', name: 'al.geojson', content: edit(sound.contours, '[[[6.1,49.1]', '[[[931234.5,6896541.2]'), says: ['objet 1', 'coordonnées invalides', 'WGS84'] },
  { what: 'a polygon of two points', name: 'am.geojson', content: edit(sound.contours, ',[6.2,49.1],[6.2,49.2]', ''), says: ['coordonnées invalides'] },
  { what: 'contours without a vintage', name: 'an.geojson', content: sound.contours, says: ['millésime', '--vintage'] },
  { what: 'a neighbourhood’s code badly written', name: 'ao.geojson', content: edit(sound.qpv, 'QN05718M', 'QN-1'), says: ['objet 1', 'code_qp', 'QN05718M'] },
  { what: 'a Parquet file cut short', name: 'ap.parquet', content: Buffer.concat([Buffer.from('PAR1'), Buffer.alloc(200, 7)]), says: ['Parquet illisible'] },
  { what: 'a gzip archive cut short', name: 'aq.csv.gz', content: gzipSync(sound.abc.repeat(50)).subarray(0, 120), says: ['gzip coupée'] },
  { what: 'a zone of no list', name: 'ar.csv', content: edit(sound.abc, 'Woippy;B1', 'Woippy;B3'), says: ['ligne 3', '« B3 »', 'Abis, A, B1, B2, C'] },
  { what: 'an empty zone', name: 'as.csv', content: edit(sound.abc, 'Woippy;B1', 'Woippy;'), says: ['ligne 3', 'cellule vide'] },
  { what: 'parts that do not add up', name: 'at.csv', content: edit(sound.rpls, '17270', '17300'), says: ['ligne 2', 'colonne « nb_ls »', '17270'], options: day },
  { what: 'a total that is hidden', name: 'au.csv', content: edit(sound.rpls, ',,,,,,4', ',,,,,,'), says: ['ligne 3', 'colonne « nb_ls »', 'cellule vide'], options: day },
  { what: 'a first decile above the median', name: 'av.csv', content: edit(sound.filosofi, '10080', '30080'), says: ['colonne « D121 »', 'inférieur à la médiane'] },
  { what: 'a ninth decile below the median', name: 'aw.csv', content: edit(sound.filosofi, '41430', '11430'), says: ['colonne « D921 »', 'supérieur à la médiane'] },
  { what: 'more vacant dwellings than dwellings', name: 'ax.csv', content: edit(sound.lovac, ';6500;', ';96500;'), says: ['colonne « pp_vacant_24 »', 'au plus pp_total_24, 52291'] },
  { what: 'a vintage in the future', name: 'ay.csv', content: edit(sound.abc, '2025;', '2031;'), says: ['dans le futur', '2031-09-05'] },
  { what: 'a vintage asked in the future', name: 'az.csv', content: sound.rpls, says: ['dans le futur'], options: { vintage: '2027-01-01' } },
  { what: 'a vintage badly written', name: 'ba.csv', content: sound.rpls, says: ['millésime mal écrit'], options: { vintage: 'janvier 2024' } },
  { what: 'no vintage anywhere', name: 'rpls.csv', content: sound.rpls, says: ['RPLS', '--vintage'] },
  { what: 'rents of one does not know what', name: 'loyers-2025.csv', content: sound.rents2025, says: ['--product app, app12, app3 ou mai'] },
  { what: 'a workbook renamed .csv', name: 'bb.csv', content: Buffer.from([0x50, 0x4b, 0x03, 0x04, 0x14, 0x00]), says: ['classeur Excel', 'archive complète'] },
  { what: 'a PDF renamed .csv', name: 'bc.csv', content: '%PDF-1.7\n', says: ['un PDF'] },
  { what: 'a centre off the Earth', name: 'bd.csv', content: edit(sound.centroids, '49.1193', '4911.93'), says: ['ligne 2', '« lat »', 'WGS84'] },
  { what: 'centres with their columns swapped', name: 'be2.csv', content: edit(sound.centroids, '6.1757;49.1193', '49.1193;6.1757'), says: ['ligne 2', 'hors de France', 'inversées'] },
  { what: 'contours with swapped coordinates', name: 'be3.geojson', content: edit(sound.contours, '[6.2,49.1]', '[49.1,6.2]'), says: ['objet 1', 'hors de France', 'la longitude d’abord'] },
  { what: 'a geometry nested without end', name: 'be4.geojson', content: edit(sound.contours, '[[[6.1,49.1]', `${'['.repeat(200_000)}${']'.repeat(200_000)},[[[6.1,49.1]`), says: ['trop imbriqué'], options: { vintage: '2018' } },
  { what: 'brackets in a text, which nest nothing, before a wrong commune', name: 'be15.geojson', content: edit(sound.contours, '"57463","nom":"Metz"', `"57999","nom":"${String.raw`\"`}${'['.repeat(200)}"`), says: ['objet 1', 'commune inconnue'], options: { vintage: '2018' } },
  { what: 'a deep and sound geometry', name: 'be5.geojson', content: sound.contours.replace(/"coordinates":.*\]\]\]/, `"coordinates":${'['.repeat(20)}${']'.repeat(20)}`), says: ['objet 1', 'coordonnées invalides'], options: { vintage: '2018' } },
  { what: 'centres in another ocean', name: 'be16.csv', content: edit(sound.centroids, '6.1757;49.1193', '-61.07;14.61'), says: ['ligne 2', 'hors de France'] },
  { what: 'a ring that does not close', name: 'be17.geojson', content: edit(sound.contours, '[6.2,49.2],[6.1,49.1]', '[6.2,49.2],[6.1,49.2]'), says: ['objet 1', 'coordonnées invalides'] },
  { what: 'a ring that goes nowhere', name: 'be18.geojson', content: edit(sound.contours, '[6.1,49.1],[6.2,49.1],[6.2,49.2],[6.1,49.1]', '[6.1,49.1],[6.1,49.1],[6.1,49.1],[6.1,49.1]'), says: ['objet 1', 'coordonnées invalides'] },
  { what: 'features that are no objects', name: 'be19.geojson', content: '{"type":"FeatureCollection","features":[0,0,0]}', says: ['sans aucun objet'] },
  { what: 'line ends of the old Mac', name: 'be20.csv', content: sound.abc.replaceAll('\n', '\r'), says: ['ligne 1', 'ancien Mac'] },
  { what: 'a producer that is not the source’s', name: 'be21.csv', content: edit(sound.generic, ';lovac;2025;;', ';lovac;2025;=cmd|x;'), says: ['ligne 2', 'colonne « producteur »', '=cmd|x'] },
  { what: 'a licence that is not the source’s', name: 'be22.csv', content: edit(sound.generic, ';lovac;2025;;', ';lovac;2025;;CC0'), says: ['ligne 2', 'colonne « licence »', 'Attendu : Licence Ouverte 2.0'] },
  { what: 'a rent outside its own bounds', name: 'be23.csv', content: edit(sound.rents2025, '13,381;11,1;16,2', '19,381;11,1;16,2'), says: ['ligne 2', 'colonne « loypredm2 »'], options: flat },
  { what: 'a figure of a day to come', name: 'be6.csv', content: edit(sound.generic, '2025-01-01;4296', '2027-01-01;4296'), says: ['ligne 2', 'colonne « periode »', 'à venir'] },
  { what: 'a figure of a day of no calendar', name: 'be7.csv', content: edit(sound.generic, '2025-01-01;4296', '2025-02-30;4296'), says: ['ligne 2', 'période mal écrite', '2025-02-30'] },
  { what: 'a year where the source dates its state', name: 'be8.csv', content: edit(sound.generic, '2025-01-01;4296', '2025;4296'), says: ['ligne 2', 'un jour (2025-01-01)'] },
  { what: 'a day where the source gives years', name: 'be9.csv', content: edit(sound.generic, '2024;1242', '2024-01-01;1242'), says: ['ligne 4', 'une année (2023)'] },
  { what: 'a count with decimals', name: 'be10.csv', content: edit(sound.generic, ';4296;', ';4296,5;'), says: ['ligne 2', 'nombre entier'] },
  { what: 'a figure under the name of another source', name: 'be11.csv', content: edit(sound.generic, '4296;;lovac', '4296;;rpls'), says: ['ligne 2', 'colonne « source »', 'Attendu : lovac'] },
  { what: 'a territory’s own figure under the name of a public source', name: 'be12.csv', content: edit(sound.generic, 'enquete;2025', 'filosofi;2021'), says: ['ligne 5', 'colonne « source »', 'une source à vous'] },
  { what: '“none” where the source lists every commune', name: 'be13.csv', content: edit(sound.generic, ';4296;', ';aucun;'), says: ['ligne 2', 'ce n’est pas un nombre'] },
  { what: 'more dwellings vacant for long than vacant', name: 'be14.csv', content: edit(sound.lovac, '4296;2284', '4296;4297'), says: ['ligne 2', 'colonne « pp_vacant_plus_2ans_25 »', 'au plus pp_vacant_25, 4296'] },
  { what: 'an indicator of no catalogue', name: 'be.csv', content: edit(sound.generic, 'private.vacant;57463', 'vacants;57463'), says: ['ligne 2', 'colonne « indicateur »', 'local.'] },
  { what: 'a figure both secret and given', name: 'bf.csv', content: edit(sound.generic, ';;oui;', ';12;oui;'), says: ['ligne 3', 'aucune valeur'] },
  { what: 'a figure given twice', name: 'bg.csv', content: `${sound.generic}private.vacant;57463;2025-01-01;1;;lovac;2025;;\n`, says: ['ligne 6', 'deux fois'] },
  { what: 'a figure of an unknown source without its producer', name: 'bh.csv', content: edit(sound.generic, 'Métropole', ''), says: ['ligne 5', 'colonne « producteur »'] },
  { what: 'an IRIS code that lost its leading zero', name: 'ir1.csv', content: edit(sound.filosofiIris, '574630102', '57463102'), says: ['ligne 3', 'colonne « IRIS »', '57463102', 'neuf caractères'] },
  { what: 'an IRIS of no commune', name: 'ir2.csv', content: edit(sound.filosofiIris, '574630102', '579990102'), says: ['ligne 3', 'colonne « IRIS »', 'commune inconnue'] },
  { what: 'an IRIS twice', name: 'ir3.csv', content: edit(sound.filosofiIris, '574630102', '574630101'), says: ['ligne 3', '574630101', 'IRIS présent deux fois', 'déjà ligne 2'] },
  { what: 'a decile below the one before', name: 'ir4.csv', content: edit(sound.filosofiIris, '21760', '11760'), says: ['ligne 2', 'colonne « DEC_D621 »', 'au moins DEC_MED21, 19330'] },
  { what: 'a missing decile', name: 'ir5.csv', content: edit(sound.filosofiIris, 'DEC_D421', 'DEC_X421'), says: ['ligne 1', 'colonne « DEC_D421 »', 'colonne absente'] },
  { what: 'a mark of another source in a decile', name: 'ir6.csv', content: edit(sound.filosofiIris, ';s;s;s;', ';s;x;s;'), says: ['ligne 3', 'colonne « DEC_PCHO21 »', '« x »'] },
  { what: 'IRIS deciles cut short', name: 'ir7.csv', content: sound.filosofiIris.slice(0, -40), says: ['ligne 5', '26 champs'] },
  { what: 'a rate by IRIS above 100 %', name: 'ir8.csv', content: edit(sound.irisIndicators, '62.3', '623'), says: ['ligne 2', 'colonne « men_seul_pct_22 »', 'de 0 à 100'] },
  { what: 'an indicator by IRIS twice', name: 'ir9.csv', content: edit(sound.irisIndicators, 'men_tot_stock_16', 'men_tot_stock_22'), says: ['ligne 1', 'colonne « men_tot_stock_22 »', 'deux fois'] },
  { what: 'a flow from no commune', name: 'fl1.csv', content: edit(sound.flowBase, '57751;Woippy;57463', '57999;Woippy;57463'), says: ['ligne 6', 'colonne « CODGEO »', '57999'] },
  { what: 'a flow to no place', name: 'fl2.csv', content: edit(sound.flowBase, 'LU001', 'XX001'), says: ['ligne 4', 'colonne « DCLT »', 'XX001'] },
  { what: 'a flow twice', name: 'fl3.csv', content: `${sound.flowBase}57463;Metz;57463;Metz;1\n`, says: ['ligne 8', '57463 57463', 'deux fois'] },
  { what: 'a flow of no people', name: 'fl4.csv', content: edit(sound.flowBase, ';2400', ';-2400'), says: ['ligne 6', 'colonne « NBFLUX_C22_ACTOCC15P »', 'négative'] },
  { what: 'flows without their year', name: 'fl5.csv', content: edit(sound.flowBase, 'NBFLUX_C22_ACTOCC15P', 'NBFLUX'), says: ['ligne 1', 'colonne « NBFLUX_C et l’année', 'colonne absente'] },
  { what: 'dwellings that do not add up', name: 'ho1.csv', content: edit(sound.housing, ';7000;', ';17000;'), says: ['ligne 2', 'colonne « P21_LOG »', '80000.5'] },
  { what: 'a housing base without its vacant dwellings', name: 'ho2.csv', content: edit(sound.housing, 'P21_LOGVAC', 'X'), says: ['ligne 1', 'colonne « P21_LOGVAC »', 'colonne absente'] },
  { what: 'a time to allocation of no intercommunality', name: 'sn1.csv', content: edit(sound.sneDelay, '200039865', '999999999'), says: ['ligne 2', 'colonne « SIRET »', 'intercommunalité inconnue'], options: { vintage: '2023' } },
  { what: 'a time to allocation twice', name: 'sn2.csv', content: edit(sound.sneDelay, '200039907', '200039865'), says: ['ligne 4', 'deux fois', 'déjà ligne 2'], options: { vintage: '2023' } },
  { what: 'a time to allocation below zero', name: 'sn3.csv', content: edit(sound.sneDelay, '14.5', '-14.5'), says: ['ligne 2', 'négative'], options: { vintage: '2023' } },
  { what: 'a time to allocation of no year', name: 'sn4.csv', content: sound.sneDelay, says: ['délais d’attribution', '--vintage'] },
  { what: 'a rate of the SRU inventory in per cent', name: 'sr1.csv', content: edit(sound.generic, 'private.vacant;57463;2025-01-01;4296;;lovac;2025;;', 'sru.rate;57463;2023-01-01;24,3;;sru;2023;;'), says: ['ligne 2', 'colonne « valeur »', 'de 0 à 1'] },
  { what: 'commuters to Luxembourg by commune', name: 'lu1.csv', content: edit(sound.generic, 'private.vacant;57463;2025-01-01;4296;;lovac;2025;;', 'commuting.luxembourg;57463;2023;900;;lu-commuters;2023;;'), says: ['ligne 2', 'colonne « zone »', 'intercommunalité inconnue'] },
  { what: 'a residence of no list', name: 'mo1.csv', content: edit(sound.mobpro, '57463;ZZZZZ;99999;57751', '57999;ZZZZZ;99999;57751'), says: ['ligne 4', 'colonne « COMMUNE »', '57999', 'commune inconnue'], options: { vintage: '2022' } },
  { what: 'a place of work of no list', name: 'mo2.csv', content: edit(sound.mobpro, '99999;57751', '99999;57999'), says: ['ligne 4', 'colonne « DCLT »', '57999'], options: { vintage: '2022' } },
  { what: 'a weight with a comma', name: 'mo3.csv', content: edit(sound.mobpro, '4.25', '4,25'), says: ['ligne 3', 'colonne « IPONDI »', '4,25', 'un point décimal'], options: { vintage: '2022' } },
  { what: 'a negative weight', name: 'mo4.csv', content: edit(sound.mobpro, '4.25', '-4.25'), says: ['ligne 3', 'colonne « IPONDI »', 'négative'], options: { vintage: '2022' } },
  { what: 'an empty tenure', name: 'mo5.csv', content: edit(sound.mobpro, '2;22;5', '2;;5'), says: ['ligne 3', 'colonne « STOCD »'], options: { vintage: '2022' } },
  { what: 'a place of work of no kind', name: 'mo6.csv', content: edit(sound.mobpro, '040;3;7;3.5', '040;3;9;3.5'), says: ['ligne 5', 'colonne « ILT »', 'de 1 à 7'], options: { vintage: '2022' } },
  { what: 'commuting without a vintage', name: 'mo7.csv', content: sound.mobpro, says: ['mobilités professionnelles', '--vintage'] },
  { what: 'commuting cut short', name: 'mo8.csv', content: sound.mobpro.slice(0, -8), says: ['ligne 8', '12 champs'], options: { vintage: '2022' } },
  { what: 'commuting without its social group', name: 'mo9.csv', content: edit(sound.mobpro, ';GS;', ';XX;'), says: ['ligne 1', 'colonne « GS »', 'CS1'], options: { vintage: '2022' } },
  { what: 'a sale without its number', name: 'dv1.csv', content: edit(sound.dvf, '2025-20,', ','), says: ['ligne 15', 'colonne « id_mutation »', 'cellule vide'] },
  { what: 'a sale of an unknown commune', name: 'dv2.csv', content: edit(sound.dvf, '54329,54329000AZ0254', '54999,54329000AZ0254'), says: ['ligne 15', 'colonne « code_commune »', '54999', 'commune inconnue'] },
  { what: 'a price with a currency', name: 'dv3.csv', content: edit(sound.dvf, '117000.5', '117000 €'), says: ['ligne 15', 'colonne « valeur_fonciere »', '117000 €', 'un point décimal'] },
  { what: 'a negative surface', name: 'dv4.csv', content: edit(sound.dvf, '58.5', '-58.5'), says: ['ligne 16', 'colonne « surface_reelle_bati »', 'négative'] },
  { what: 'a sale to come', name: 'dv5.csv', content: edit(sound.dvf, '2025-03-02', '2027-03-02'), says: ['ligne 17', 'colonne « date_mutation »', 'à venir'] },
  { what: 'a sale of a day of no calendar', name: 'dv6.csv', content: edit(sound.dvf, '2025-03-02', '2025-02-30'), says: ['ligne 17', '2025-02-30', 'un jour'] },
  { what: 'a kind of premises of no list', name: 'dv7.csv', content: edit(sound.dvf, ',3,Dépendance', ',7,Dépendance'), says: ['ligne 15', 'colonne « code_type_local »', '« 7 »'] },
  { what: 'sales cut short', name: 'dv8.csv', content: sound.dvf.slice(0, -30), says: ['ligne 22', '17 champs'] },
  { what: 'sales without a column', name: 'dv9.csv', content: edit(sound.dvf, 'surface_reelle_bati', 'surface'), says: ['ligne 1', 'colonne « surface_reelle_bati »', 'colonne absente'] },
  { what: 'a period badly written', name: 'bi.csv', content: edit(sound.generic, '2025-01-01;4296', '01/01/2025;4296'), says: ['ligne 2', 'période mal écrite', '01/01/2025'] },
];

describe('a damaged file is refused, and nothing changes', () => {
  test.each(damages)('$what', async ({ name, content, says, options }) => {
    const before = await contentHash(database.db);
    const report = await importAsMetz(database.db, folder.write(name, content), options);
    expect(report.status, JSON.stringify(report)).toBe('refused');
    expect(report.message).toMatch(new RegExp(`^${name.replaceAll('.', '\\.')}[ ,:]`));
    for (const part of says) expect(report.message).toMatch(typeof part === 'string' ? new RegExp(part.replaceAll(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`)) : part);
    expect(await contentHash(database.db)).toBe(before);
  });

  test('a Parquet file without a column that is needed', async () => {
    const before = await contentHash(database.db);
    const path = join(folder.path, 'bj.parquet');
    await parquetFile(path, `select '200039865' as code, 2024 as annee, 1337.0 as logaut`);
    const report = await importAsMetz(database.db, path);
    expect(report.message).toMatch(/colonne « logcom » : colonne absente/);
    expect(await contentHash(database.db)).toBe(before);
  });

  test.each([
    ['a value that is no number', '2024', "'nan'::double", /colonne « logaut » : valeur invraisemblable/],
    ['an infinite value', '2024', "'inf'::double", /colonne « logaut » : valeur invraisemblable/],
    ['a negative value', '2024', '-1', /colonne « logaut » : valeur négative \(trouvé « -1 »\)/],
    ['too large a value', '2024', '200001', /colonne « logaut » : valeur invraisemblable/],
    ['a fraction of a year', '2024.5', '1', /colonne « annee » : période mal écrite/],
    ['a year of another century', '1850', '1', /colonne « annee » : période mal écrite/],
    ['a year to come', '2027', '1', /colonne « annee » : date à venir/],
    ['no year', 'null', '1', /colonne « annee » : période mal écrite/],
  ])('%s, in a Parquet file', async (what, year, value, says) => {
    const before = await contentHash(database.db);
    const path = join(folder.path, `${what}.parquet`);
    await parquetFile(path, `select '200039865' as code, ${year} as annee, ${value} as logaut, 1.0 as logcom`);
    const report = await importAsMetz(database.db, path);
    expect(report.status).toBe('refused');
    expect(report.message).toMatch(says);
    expect(await contentHash(database.db)).toBe(before);
  });

  test('a small Parquet file of too many rows is refused before they are read', async () => {
    const path = join(folder.path, 'bombe.parquet');
    await parquetFile(path, `select '200039865' as code, 2024 as annee, 1.0 as logaut, 1.0 as logcom from range(20000000)`);
    const startedAt = performance.now();
    expect((await importAsMetz(database.db, path)).message).toMatch(/20\u202f000\u202f000 lignes/);
    expect(performance.now() - startedAt).toBeLessThan(5_000);
  });

  test('an intercommunality of no list, in a Parquet file', async () => {
    const path = join(folder.path, 'bk.parquet');
    await parquetFile(path, `select '999999999' as code, 2024 as annee, 1.0 as logaut, 1.0 as logcom`);
    expect((await importAsMetz(database.db, path)).message).toMatch(/intercommunalité inconnue \(trouvé « 999999999 »\)/);
  });

  test('a folder, a file that is not there, a file that may not be read', async () => {
    const inner = join(folder.path, 'dossier');
    mkdirSync(inner);
    expect((await importAsMetz(database.db, inner)).message).toMatch(/c’est un dossier/);
    expect((await importAsMetz(database.db, join(folder.path, 'rien.csv'))).message).toMatch(/n’existe pas/);
    const closed = folder.write('ferme.csv', sound.abc);
    chmodSync(closed, 0);
    const report = await importAsMetz(database.db, closed);
    // Root reads everything: the same content is then already there.
    expect(report.status === 'alreadyImported' || /ne peut pas être lu/.test(report.message ?? '')).toBe(true);
  });

  test('what is found is shown escaped, and cut', async () => {
    const report = await importAsMetz(database.db, folder.write('bl.csv', edit(sound.abc, 'Woippy;B1', `Woippy;\u001B[31m${'x'.repeat(80)}`)));
    expect(report.message).toContain(String.raw`\x1b[31mxxx`);
    expect(report.message).toContain('x…');
    expect(report.message).not.toContain('\u001B');
  });
});

describe('what looks odd and is sound is read', () => {
  test.each([
    ['a byte order mark', `\uFEFF${sound.abc}`],
    ['Windows line ends', sound.abc.replaceAll('\n', '\r\n')],
    ['a blank line at the end', `${sound.abc}\n`],
  ])('%s', async (what, content) => {
    const report = await importAsMetz(database.db, folder.write(`${what.replaceAll(' ', '-')}.csv`, content));
    expect(report.status, report.message ?? '').toBe('imported');
    expect(report.datasets[0]).toMatchObject({ read: 4, kept: 4, rejected: 0 });
  });

  test('a last line without its line end, with a word of caution', async () => {
    const report = await importAsMetz(database.db, folder.write('fin.csv', sound.filosofi.trimEnd()));
    expect(report.status).toBe('imported');
    expect(report.notices.join()).toMatch(/ne finit pas par un saut de ligne/);
  });

  test('gzip', async () => {
    const report = await importAsMetz(database.db, folder.write('lovac.csv.gz', gzipSync(Buffer.from(sound.lovac, 'latin1'))));
    expect(report.status, report.message ?? '').toBe('imported');
  });
});

test('with --partial, bad rows are listed and the others kept', async () => {
  const content = edit(sound.rents2018, '57463', '57999');
  const report = await importAsMetz(database.db, folder.write('partiel-appartements.csv', content), { partial: true });
  expect(report).toMatchObject({ status: 'imported', datasets: [{ read: 2, kept: 1, rejected: 1 }] });
  expect(report.problems).toHaveLength(1);
  expect(report.problems[0]).toMatch(/ligne 3, colonne « INSEE » : commune inconnue/);
});
