import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { flowsAround, placeMarginsOf } from '../../src/observatory/index.ts';
import { freshDatabase, type TestDatabase } from '../support/database.ts';
import { zipOf } from './archives.ts';
import { importAsMetz, scratchFolder, sound, territoryOf } from './files.ts';

let database: TestDatabase;
const folder = scratchFolder();
beforeAll(async () => {
  database = await freshDatabase();
});
beforeEach(async () => {
  await database.drop();
  database = await freshDatabase();
});
afterAll(async () => {
  folder.remove();
  await database.drop();
});

const around = async (source: string) => (await flowsAround(database.db, territoryOf('metz'), source, new Date('2027-01-01T00:00:00Z'))).map(({ datasetId: _id, ...flow }) => flow);
const marginsOf = async (source: string, side: 'residence' | 'work') =>
  (await placeMarginsOf(database.db, territoryOf('metz'), source, side, new Date('2027-01-01T00:00:00Z'))).map(({ datasetId: _id, ...margins }) => margins);

test('persons asked are added up by residence and work; those who work abroad stand apart', async () => {
  const report = await importAsMetz(database.db, folder.write('mobpro.zip', await zipOf({ 'FD_MOBPRO_2022.csv': sound.mobpro, 'Varmod_MOBPRO_2022.csv': 'COD_VAR;LIB_VAR\nSTOCD;Statut\n' })));
  expect(report.message).toBeNull();
  expect(report.datasets).toEqual([expect.objectContaining({ source: 'mobpro', vintage: '2022', read: 7, kept: 7, keptInTerritory: 5, rejected: 0 })]);
  expect(report.notices.join()).toMatch(/5\u00a0actifs travaillent à l’étranger/);
  expect(await around('mobpro')).toEqual([
    { residence: '57463', work: '57463', abroad: false, people: 6.75, respondents: 2 },
    { residence: '57463', work: '57751', abroad: false, people: 1, respondents: 1 },
    { residence: '57463', work: 'LU', abroad: true, people: 3.5, respondents: 1 },
    { residence: '57463', work: 'ZZ', abroad: true, people: 1.5, respondents: 1 },
  ]);
  // Districts and former communes stand under today's commune.
  const others = await database.db.selectFrom('observatory.flow').select(['place', 'side', 'others', 'people', 'respondents']).where('place', 'in', ['01187', '75056']).orderBy('place').orderBy('side').execute();
  expect(others).toEqual(['01187', '75056'].flatMap((place, at) => ['residence', 'work'].map((side) => ({ place, side, others: [place], people: [[2, 5][at]], respondents: [1] }))));
});

test('how far a long file is read is heard while it is read', async () => {
  const heard: number[] = [];
  await importAsMetz(database.db, folder.write('FD_MOBPRO_2022.csv', sound.mobpro), { progress: (share) => heard.push(share) });
  expect(heard.at(-1)).toBe(1);
});

test('who lives in a commune and who works there are told by variable, apart', async () => {
  await importAsMetz(database.db, folder.write('mobpro.csv', sound.mobpro), { vintage: '2022' });
  const metz = (await marginsOf('mobpro', 'residence')).concat(await marginsOf('mobpro', 'work'));
  expect(metz).toEqual([
    {
      commune: '57463',
      margins: { STOCD: { 10: 5, 21: 2.5, 22: 5.25 }, NPERR: { 1: 2.5, 2: 5.25, 3: 5 }, TYPL: { 1: 5, 2: 7.75 }, TRANS: { 2: 2.5, 4: 6, 5: 4.25 }, AGEREVQ: { '025': 2.5, '030': 5.25, '040': 5 }, GS: { 3: 5, 4: 2.5, 5: 5.25 }, 'STOCD-NPERR-AGE': { '10-3-25': 5, '21-1-25': 2.5, '22-2-25': 5.25 } },
    },
    { commune: '57463', margins: { STOCD: { 21: 2.5, 22: 4.25 }, NPERR: { 1: 2.5, 2: 4.25 }, TYPL: { 2: 6.75 }, TRANS: { 2: 2.5, 5: 4.25 }, AGEREVQ: { '025': 2.5, '030': 4.25 }, GS: { 4: 2.5, 5: 4.25 } } },
    { commune: '57751', margins: { STOCD: { 22: 1 }, NPERR: { 2: 1 }, TYPL: { 2: 1 }, TRANS: { 4: 1 }, AGEREVQ: { '030': 1 }, GS: { 5: 1 } } },
  ]);
});

test('with --partial, a row at fault is left and listed', async () => {
  const report = await importAsMetz(database.db, folder.write('mobpro.csv', sound.mobpro.replace('4.25', 'x')), { partial: true, vintage: '2022' });
  expect(report).toMatchObject({ status: 'imported', datasets: [{ read: 7, kept: 6, rejected: 1, keptInTerritory: 4 }] });
  expect(report.problems).toEqual([expect.stringMatching(/ligne 3, colonne « IPONDI »/)]);
  expect((await around('mobpro'))[0]).toMatchObject({ residence: '57463', work: '57463', people: 2.5, respondents: 1 });
  expect((await marginsOf('mobpro', 'work'))[0]?.margins['STOCD']).toEqual({ 21: 2.5 });
});

test('Corsica’s codes are read as any other, and what only begins like a code is refused', async () => {
  const corsican = sound.mobpro.replaceAll('01330;ZZZZZ;99999;01187', '2A004;ZZZZZ;99999;2B033');
  expect((await importAsMetz(database.db, folder.write('corsica.csv', corsican), { vintage: '2022' })).message).toBeNull();
  const { others } = await database.db.selectFrom('observatory.flow').select('others').where('place', '=', '2A004').where('side', '=', 'residence').executeTakeFirstOrThrow();
  expect(others).toEqual(['2B033']);
  for (const code of ['+1187', ' 1187', '2C004', '2A', '1187', '011870', '99999']) {
    const report = await importAsMetz(database.db, folder.write('wrong.csv', sound.mobpro.replace('99999;01187', `99999;${code}`)), { vintage: '2021' });
    expect(report, code).toMatchObject({ status: 'refused', message: expect.stringMatching(/ligne 8, colonne « DCLT »/) as string });
  }
});

test('the base of flows has totals only', async () => {
  const report = await importAsMetz(database.db, folder.write('base-flux.csv', sound.flowBase));
  expect(report.message).toBeNull();
  expect(report.datasets).toEqual([expect.objectContaining({ source: 'flow-base', vintage: '2022', read: 6, kept: 6, keptInTerritory: 5, rejected: 0 })]);
  expect((await around('flow-base')).map(({ residence, work, abroad, people, respondents }) => [residence, work, abroad, people, respondents])).toEqual([
    ['57463', '57463', false, 35_000.123456, null],
    ['57463', '57751', false, 1200.5, null],
    ['57463', 'LU', true, 900.25, null],
    ['57463', 'ZZ', true, 3.5, null],
    ['57751', '57463', false, 2400, null],
  ]);
  expect(await marginsOf('flow-base', 'residence')).toEqual([]);
  expect(await around('mobpro')).toEqual([]);
});
