import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { join } from 'node:path';
import type { CliContext } from '../../src/cli/context.ts';
import { ancrageProgram } from '../../src/cli/program.ts';
import type { App } from '../../src/composition.ts';
import { homeCosts, linkHousing, needsIndicators } from '../../src/needs/index.ts';
import { freshDatabase, type TestDatabase } from '../support/database.ts';
import { importAsMetz, scratchFolder, territoryOf, today } from '../observatory/files.ts';

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

const house = (territory = 'metz') => ({ db: database.db, clock: today, territory: territoryOf(territory) });
const bring = async (name: string, content: string, vintage?: string): Promise<void> => {
  const report = await importAsMetz(database.db, folder.write(name, Buffer.from(content, 'latin1')), vintage === undefined ? {} : { vintage });
  expect(report.message, name).toBeNull();
};
const rentsHead = '"id_zone";"INSEE_C";"LIBGEO";"EPCI";"DEP";"REG";"loypredm2";"lwr.IPm2";"upr.IPm2";"TYPPRED";"nbobs_com";"nbobs_mail";"R2_adj"';
const rentRow = (code: string, rent: string, low: string, high: string): string => `"1";"${code}";"x";"200039865";"57";"44";${rent};${low};${high};"commune";1900;1900;0,75`;
const rentsFile = (...rows: string[]): string => [rentsHead, ...rows, ''].join('\n');
const alone = { work: '57463', wageEuros: 1900, secondIncomeEuros: 0, persons: 1, couple: false };

test('rent, effort, distance and order of the communes', async () => {
  await bring('pred-app12-mef-dhup.csv', rentsFile(rentRow('57463', '14,47', '11', '18'), rentRow('57751', '20', '15', '25'), rentRow('57447', '30', '25', '40')), '2025');
  await bring('pred-app-mef-dhup.csv', rentsFile(rentRow('57412', '10', '8', '13')), '2024');
  await bring('centres.csv', 'insee;nom;lon;lat\n57463;Metz;6.1727;49.1082\n57751;Woippy;6.1500;49.1510\n57412;Longeville;6.1360;49.1140\n57447;Marly;6.1530;49.0620\n');
  const { communes, incomeEuros, dwelling, newestMap, wanted } = await linkHousing(house(), alone);
  expect([incomeEuros, dwelling, newestMap]).toEqual([1900, { product: 'flat12', surfaceM2: 37 }, '2025']);
  // 30 % of 1,900 is 570: 37 m² at 14.47 is 535.39; at 10 (2024, all flats) 370; at 20 it is 740, and 555 at the lowest; at 30, 925 at least.
  expect(communes.slice(0, 4).map(({ name, reach, rent }) => [name, reach, rent && Math.round(rent.central * 100) / 100, rent?.product])).toEqual([
    ['Metz', 'within', 535.39, 'flat12'], ['Longeville-lès-Metz', 'older', 370, 'flat'], ['Woippy', 'cheapest', 740, 'flat12'], ['Marly', 'beyond', 1110, 'flat12'],
  ]);
  expect(communes).toHaveLength(46);
  expect(communes.slice(4).every(({ reach, rent, effort, straightKm }) => reach === 'unknown' && rent === null && effort === null && straightKm === null)).toBe(true);
  const [metz, , woippy] = communes;
  expect(metz).toMatchObject({ straightKm: 0, minutes: 0, effort: { low: 37 * 11 / 1900, high: 37 * 18 / 1900 }, price: null, social: { dwellings: { kind: 'missing' } } });
  // 0.0428° of latitude and 0.0227° of longitude at 49°: 4.76 and 1.65 km.
  expect(woippy?.straightKm).toBeCloseTo(5.04, 1);
  expect(woippy?.minutes).toBe(15);
  expect(wanted).toEqual(['rents-flat-1-2', 'rpls', 'dvf']);
});

test('a commune’s social stock is open by the ceilings, which no source gives overseas', async () => {
  const standing = async (wageEuros: number) => (await linkHousing(house(), { ...alone, wageEuros })).communes[0]?.social.open;
  expect([await standing(800), await standing(1900), await standing(3500)]).toEqual(['all', 'part', 'none']);
  const overseas = await linkHousing(house('249740119'), { ...alone, work: territoryOf('249740119').currentCommunes[0] ?? '' });
  expect(overseas.standings).toEqual({ PLAI: 'unknown', PLUS: 'unknown', PLS: 'unknown' });
  expect(overseas.communes.every(({ rent, social }) => rent === null && social.open === 'unknown')).toBe(true);
  expect(overseas.wanted).toEqual(['rents-flat-1-2', 'centroids', 'rpls', 'dvf']);
});

test('the wages that a home asks for, from the cheapest commune to the dearest', async () => {
  await bring('pred-app12-mef-dhup.csv', rentsFile(rentRow('57463', '14,47', '11', '18'), rentRow('57751', '20', '15', '25')), '2025');
  const { costs, datasets } = await homeCosts(house(), [1, 2]);
  expect(costs[0]?.rent).toEqual({ low: 37 * 14.47, high: 740, communes: 2, period: '2025', wageLow: 1790, wageHigh: 2470, own: true });
  expect(costs[1]?.rent).toBeNull();
  expect(datasets.map(({ source, vintage }) => [source, vintage])).toEqual([['rents-flat-1-2', '2025']]);
});

describe('the balance of jobs and homes', () => {
  const read = async (territory = 'metz') => {
    const readings = await needsIndicators.read(database.db, { territory: territoryOf(territory), asOf: today.now(), indicators: needsIndicators.definitions.map(({ id }) => id) });
    return (id: string, area: string) => readings.find((one) => one.indicator === id && one.area === area);
  };
  const head = 'CODGEO;LIBGEO;DCLT;L_DCLT;NBFLUX_C22_ACTOCC15P\n';

  test('from the base of flows; what counts fewer than 11 is secret, and the territory’s sum a minimum', async () => {
    await bring('base-flux.csv', `${head}57463;Metz;57463;Metz;30000\n57463;Metz;57751;Woippy;1000.5\n57463;Metz;LU001;Lux;900\n57751;Woippy;57463;Metz;2400\n57751;Woippy;57751;Woippy;600\n57751;Woippy;LU001;Lux;7.5\n54395;Nancy;57463;Metz;1500\n`);
    const at = await read();
    expect(at('commuting.jobs', '57463')).toMatchObject({ cell: { kind: 'number', value: 33_900 }, period: '2022', datasets: [{ source: 'flow-base', vintage: '2022' }] });
    expect(at('commuting.employed', '57463')?.cell).toEqual({ kind: 'number', value: 31_900.5 });
    expect(at('commuting.selfContainment', '57751')?.cell).toEqual({ kind: 'number', value: 600 / 3007.5 });
    expect(at('commuting.fromOutside', '57463')?.cell).toEqual({ kind: 'number', value: 3900 });
    expect(at('commuting.toLuxembourg', '57751')?.cell).toEqual({ kind: 'secret' });
    // The other communes are not in this part of the file.
    expect(at('commuting.jobs', '57447')?.cell).toEqual({ kind: 'missing', reason: 'notInSource' });
    expect(at('commuting.toLuxembourg', '200039865')).toMatchObject({ cell: { kind: 'missing', reason: 'partial' }, perimeter: { year: 2022, communes: 45 } });
    expect(at('commuting.selfContainment', '200039865')?.cell).toEqual({ kind: 'missing', reason: 'partial' });
  });

  test('a whole territory: the sum of the communes is a minimum where one is secret, and a share takes it as one place', async () => {
    const rows = territoryOf('metz').currentCommunes.map((code) => `${code};x;57463;Metz;100\n${code};x;54395;Nancy;30\n${code};x;LU001;Lux;${code === '57751' ? 5 : 20}\n54395;Nancy;${code};x;40\n`).join('');
    await bring('base-flux.csv', head + rows);
    const at = await read();
    expect(at('commuting.toLuxembourg', '200039865')?.cell).toEqual({ kind: 'interval', low: 44 * 20, high: null });
    expect(at('commuting.selfContainment', '200039865')?.cell).toEqual({ kind: 'number', value: 4500 / (4500 + 45 * 30 + 44 * 20 + 5) });
  });

  test('nothing loaded, or of another place: said so', async () => {
    expect((await read())('commuting.jobs', '200039865')?.cell).toEqual({ kind: 'missing', reason: 'notLoaded' });
    await bring('base-flux.csv', `${head}57463;Metz;57463;Metz;30000\n`);
    const overseas = territoryOf('249740119').currentCommunes[0] ?? '';
    expect((await read('249740119'))('commuting.jobs', overseas)).toMatchObject({ cell: { kind: 'missing', reason: 'notLoaded' }, period: '' });
  });
});

describe('ancrage needs link', () => {
  async function command(...args: string[]): Promise<{ answer: string; said: string; code: number }> {
    const seen = { answer: '', said: '', code: 0 };
    const plain = (text: string): string => text.replaceAll(/[\u00a0\u202f]/g, ' ');
    const context: CliContext = {
      environment: {}, answer: (text) => void (seen.answer += plain(text)), say: (line) => void (seen.said += plain(line)), end: (code) => void (seen.code = code),
      refuse: () => Promise.reject(new Error('nothing is refused')), withApp: (_command, work) => work(house() as App, new AbortController().signal),
    };
    await ancrageProgram(context).parseAsync(['needs', 'link', ...args], { from: 'user' });
    return seen;
  }

  test('a line for each commune, what it rests on, and what is missing', async () => {
    await bring('pred-app12-mef-dhup.csv', rentsFile(rentRow('57463', '14,47', '11', '18')), '2025');
    const { answer, code } = await command('--work', 'metz', '--wage', '1900');
    expect(code).toBe(0);
    expect(answer).toMatch(/Metz +535 € \(407 € à 666 €\), 2025 +28 % +non calculable +non disponible +à portée\n/);
    expect(answer.split('\n').filter((line) => line.endsWith('loyer non calculable'))).toHaveLength(45);
    expect(answer).toContain('Centres des communes');
    expect(answer).toContain('Aide au logement non comptée');
  });

  test('JSON carries the raw numbers; a wrong option is told', async () => {
    const { answer } = await command('--work', '57463', '--wage', '1900', '--persons', '2', '--couple', '--json');
    expect(JSON.parse(answer)).toMatchObject({ workName: 'Metz', incomeEuros: 1900, dwelling: { product: 'flat', surfaceM2: 52 }, ceilings: { PLUS: 31_254 } });
    expect(await command('--work', 'Paris', '--wage', 'x')).toEqual({ answer: '', said: '--work : « Paris » n’est pas une commune de l’Eurométropole de Metz.\n--wage : un nombre est attendu.', code: 1 });
  });
});

const samples = process.env['ANCRAGE_SAMPLES'];

test.skipIf(samples === undefined)('the official map of 2018 and the centres of Metz', async () => {
  for (const file of ['anil-indicateurs-loyers-appartements-2018.csv', 'metz-communes-centroids.csv', 'rpls-parc-social-communes-2024-01.csv']) {
    expect((await importAsMetz(database.db, join(samples ?? '', file))).message, file).toBeNull();
  }
  const { communes } = await linkHousing(house(), { ...alone, persons: 2 });
  expect(communes.every(({ rent, straightKm }) => rent?.low != null && rent.low < rent.central && rent.high !== null && straightKm !== null)).toBe(true);
  // 52 m² at 11.18959075, from 8.656536548 to 14.46386097.
  expect(communes.find(({ code }) => code === '57463')).toMatchObject({ reach: 'cheapest', rent: { central: expect.closeTo(581.86, 2) as number, low: expect.closeTo(450.14, 2) as number, high: expect.closeTo(752.12, 2) as number }, social: { dwellings: { kind: 'number', value: 17_270 } } });
});
