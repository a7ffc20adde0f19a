import { mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { Command } from 'commander';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { register } from '../../src/cli/commands/committee.ts';
import type { CliContext } from '../../src/cli/context.ts';
import { composeIndicators, type App } from '../../src/composition.ts';
import { cellText, latest } from '../../src/indicators/index.ts';
import { seedIfEmpty } from '../../src/observatory/index.ts';
import { fixedClock } from '../../src/platform/clock.ts';
import { housePalette, paintFor } from '../../src/platform/documents/svg/palette.ts';
import { packPictures, readPackGeometry } from '../../src/steering/index.ts';
import { packFormats } from '../../src/steering/pack.layout.ts';
import { makePack, readPack, type PackHouse } from '../../src/steering/pack.service.ts';
import { findTerritory, type Territory } from '../../src/territory/index.ts';
import { freshDatabase, type TestDatabase } from '../support/database.ts';

const territoriesFolder = resolve(import.meta.dirname, '../../territories');
const clock = fixedClock(new Date('2026-11-24T09:00:00Z'));
let database: TestDatabase;

const territory = (asked: string): Territory => {
  const found = findTerritory(asked, territoriesFolder);
  if (!found.ok) throw new Error(found.error.code);
  return found.value;
};
const house = (asked: string): PackHouse => ({ db: database.db, clock, territory: territory(asked), indicators: composeIndicators(territory(asked)) });

beforeAll(async () => {
  database = await freshDatabase();
  // Imported a moment before the clock that reads it.
  await seedIfEmpty({ db: database.db, clock: fixedClock(new Date('2026-11-24T08:00:00Z')), territory: territory('metz'), territoriesFolder }, () => {});
});
afterAll(() => database.drop());

test('each figure is the one that every door reads', async () => {
  const content = await readPack(house('metz'));
  if (!content.ok) throw new Error(content.error.code);
  const { db, indicators, territory: metz } = house('metz');
  const readings = await indicators.read(db, { territory: metz, asOf: clock.now() });
  expect(content.value.figures.length).toBeGreaterThanOrEqual(8);
  for (const figure of content.value.figures) {
    const shown = latest(readings.filter((one) => one.indicator === figure.indicator), metz.code);
    if (shown) expect([figure.value, figure.period]).toEqual([cellText(shown.cell, indicators.find(figure.indicator)!, 'fr'), shown.period]);
    else expect(figure.cell.kind).toBe('missing');
  }
  expect(content.value.map?.values).toHaveLength(metz.currentCommunes.length);
});

test('a change is stated between the same communes, or not at all', async () => {
  const content = await readPack(house('metz'));
  if (!content.ok) throw new Error(content.error.code);
  const trendOf = (indicator: string) => content.value.figures.find((one) => one.indicator === indicator)!.trend;
  // The 44 communes of 2018 against today’s 46 would say +5,0 %.
  expect(trendOf('population.municipal').text).toBe('+4,2\u202f% depuis 2018, à périmètre constant (46\u00a0communes)');
  expect(trendOf('population.municipal').breaks).toEqual([{ period: '2022', text: '45\u00a0communes' }, { period: '2023', text: '46\u00a0communes' }]);
  expect(trendOf('population.yearlyGrowth')).toMatchObject({ direction: null, text: 'non comparable\u00a0: chaque taux a son périmètre, 44 puis 46\u00a0communes' });
  expect(trendOf('private.vacant')).toMatchObject({ direction: null, text: 'à comparer avec prudence' });
  expect(trendOf('private.vacant').breaks.filter(({ text }) => text === 'autre méthode')).toHaveLength(trendOf('private.vacant').points.length - 1);
});

test('the screen’s pictures are the page’s, each under an id of its own', async () => {
  const content = await readPack(house('metz'));
  if (!content.ok) throw new Error(content.error.code);
  const pictures = packPictures(content.value, await readPackGeometry(house('metz')), paintFor(housePalette, 'page'));
  expect(Object.keys(pictures.trends)).toContain('population.municipal');
  expect(Object.keys(pictures.trends)).not.toContain('social.dwellings');
  const all = [...Object.values(pictures.trends), pictures.map!.wide, pictures.map!.narrow];
  const ids = all.flatMap((svg) => [...svg.matchAll(/ id="([^"]+)"/g)].map(([, id]) => id));
  expect(new Set(ids).size).toBe(ids.length);
  for (const svg of all) expect(svg).toContain('var(--');
});

test('the same day says the same, with the same id, in the three files', async () => {
  const [one, other] = [await makePack(house('metz'), { formats: packFormats }), await makePack(house('metz'), { formats: packFormats })];
  if (!one.ok || !other.ok) throw new Error('refused');
  expect(one.value.content.contentId).toBe(other.value.content.contentId);
  expect(one.value.files.map(({ name }) => name)).toEqual(['comite.pdf', 'comite.pptx', 'comite.xlsx']);
  for (const [at, file] of one.value.files.entries()) expect(file.bytes.equals(other.value.files[at]!.bytes)).toBe(true);
});

test('a territory that has only its code: figures to be set, no action, nothing of Metz’s', async () => {
  const pack = await makePack(house('245400676'), { formats: packFormats });
  if (!pack.ok) throw new Error(pack.error.code);
  const { content } = pack.value;
  expect(content.figures.length).toBeGreaterThanOrEqual(8);
  expect(content.figures.every(({ target }) => target.text === 'à fixer')).toBe(true);
  expect(content.lateActions).toEqual([]);
  expect(JSON.stringify(content)).not.toContain('Metz');
  expect(content.figures.find(({ indicator }) => indicator === 'population.municipal')?.cell.kind).toBe('number');
});

/** Runs the command as the program would, and gives what it says. */
async function run(args: readonly string[]): Promise<{ answer: string; said: string; code: number }> {
  const heard = { answer: '', said: '', code: 0 };
  const context: CliContext = {
    environment: {}, answer: (text) => { heard.answer += text; }, say: (line) => { heard.said += line; }, end: (code) => { heard.code = code; },
    refuse: () => Promise.resolve(), withApp: (_command, work) => work({ ...house('metz'), territoriesFolder } as unknown as App, new AbortController().signal),
  };
  const program = new Command('ancrage').option('--json').exitOverride();
  register(program, context);
  await program.parseAsync(['committee', 'pack', ...args], { from: 'user' });
  return heard;
}

test('the command writes the three, or none', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'ancrage-comite-'));
  try {
    const out = join(folder, 'un', 'deux');
    const heard = await run(['--out', out, '--json']);
    const answer = JSON.parse(heard.answer) as { contentId: string; files: string[] };
    expect(answer.files).toEqual(['comite.pdf', 'comite.pptx', 'comite.xlsx'].map((name) => join(out, name)));
    expect(readdirSync(out).toSorted()).toEqual(['comite.pdf', 'comite.pptx', 'comite.xlsx']);
    expect(readFileSync(join(out, 'comite.pdf')).subarray(0, 5).toString()).toBe('%PDF-');
    expect((await run(['--out', out])).answer).toContain(`Identifiant du contenu : ${answer.contentId}`);

    writeFileSync(join(folder, 'fichier'), 'x');
    const refused = await run(['--out', join(folder, 'fichier')]);
    expect(refused).toMatchObject({ answer: '', code: 3 });
    expect(refused.said).toContain('pas un dossier');
  } finally {
    rmSync(folder, { recursive: true });
  }
});
