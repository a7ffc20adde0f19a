import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { importFile } from '../src/observatory/index.ts';
import { visitor } from './support/browser.ts';
import { openHouse } from './support/house.ts';
import { expectSound } from './support/sound.ts';
import { openVisits } from './support/visits.ts';

const { house, browser, reader, plain, close } = await openVisits();
afterAll(close);

/** Flows of 2022 in the official layout: every commune sends 1,000 to Metz, keeps 200 and sends 30 to Luxembourg, one of them 5. */
async function bringFlows(): Promise<void> {
  const path = join(mkdtempSync(join(tmpdir(), 'ancrage-flows-')), 'base-flux.csv');
  const rows = house.app.territory.currentCommunes.flatMap((code) => [`${code};x;57463;Metz;1000`, ...(code === '57463' ? [] : [`${code};x;${code};x;200`]), `${code};x;LU001;Luxembourg;${code === '57017' ? 5 : 30}`]);
  writeFileSync(path, `CODGEO;LIBGEO;DCLT;L_DCLT;NBFLUX_C22_ACTOCC15P\n${rows.join('\n')}\n`);
  const report = await importFile(house.app, { path, territory: house.app.territory });
  expect(report.message).toBeNull();
}

const text = async (page: typeof plain.page, selector: string): Promise<string> => (await page.locator(selector).innerText()).replaceAll(/[\u00a0\u202f]/g, ' ');
const asked = '/vivre-ou-l-on-travaille?travail=57463&salaire=1900';

describe('where to live for a job', () => {
  test('without scripts a form asks, and the address is the answer', async () => {
    await plain.page.goto(`${house.origin}/vivre-ou-l-on-travaille`);
    await plain.page.selectOption('#travail', '57463');
    await plain.page.fill('#salaire', '1 900');
    await plain.page.click('.link-form button');
    expect(plain.page.url()).toContain('travail=57463');
    expect(await text(plain.page, '#finding')).toMatch(/pour 1 900 € par mois et un emploi à Metz/);
    expect(await plain.page.locator('.link-table tbody tr').count()).toBe(46);
    expect(await plain.page.inputValue('#salaire')).toBe('1 900');
    expect(await text(plain.page, '.link-table #commune-57463')).toMatch(/Metz.*37 ?|sur place/s);
    expect(await text(plain.page, 'main')).toMatch(/Transports en commun|transports en commun ne sont pas modélisés/);
    await expectSound(plain);
  });

  test('what cannot be read is told beside its field, and what was typed stays', async () => {
    await plain.page.goto(`${house.origin}/vivre-ou-l-on-travaille?travail=&salaire=beaucoup`);
    expect(await plain.page.locator('.problems li').allInnerTexts()).toEqual(['Choisissez la commune de l’emploi.', 'Écrivez un nombre, comme 1 900.'].map((one) => one.replace('1 900', '1 900')));
    expect(await plain.page.inputValue('#salaire')).toBe('beaucoup');
    await expectSound(plain);
  });

  test.each(['', '&souhait=social', '&souhait=achat', '&personnes=5&couple=oui&second=1500'])('sound with scripts %s; map and table are in step', async (more) => {
    await reader.page.goto(`${house.origin}${asked}${more}`);
    await expectSound(reader);
    if (more !== '') return;
    await reader.page.locator('.picture-wide [data-area="57751"]').click();
    await reader.page.waitForURL(/commune=57751/);
    expect(await reader.page.locator('tr.chosen th a').innerText()).toBe('Woippy');
    expect(reader.page.url()).toContain('salaire=1900');
  });

  test('jobs and residents: what to import, then the figures, a small number being secret and its sum a minimum', async () => {
    await plain.page.goto(house.origin + asked);
    expect(await text(plain.page, '.teach')).toContain('Flux domicile-travail');
    expect(await text(plain.page, '.balance')).toContain('non disponible');
    await bringFlows();
    await plain.page.goto(`${house.origin}/vivre-ou-l-on-travaille?travail=57017&salaire=1900`);
    const balance = await text(plain.page, '.balance');
    expect(balance).toMatch(/Habitants qui travaillent au Luxembourg \(recensement\)\s+2022\s+secret\s+au moins 1 320/);
    expect(await text(plain.page, 'main')).toContain('Flux domicile-travail entre communes (recensement), millésime 2022');
    await expectSound(plain);
  });
});

describe('live and work here', () => {
  test.each([['', 'Ce que coûte un logement'], ['/en', 'What a home costs'], ['/de', 'Was eine Wohnung kostet']])('%s is sound, and its form leads to the communes', async (prefix, heading) => {
    for (const visited of [reader, plain]) {
      await visited.page.goto(`${house.origin}${prefix}/vivre-et-travailler-ici`);
      expect(await visited.page.locator('#costs').innerText()).toBe(heading);
      await expectSound(visited);
    }
    await plain.page.selectOption('#travail', '57751');
    await plain.page.fill('#salaire', '2400');
    await plain.page.click('.link-form button');
    expect(await text(plain.page, '#finding')).toMatch(/Woippy/);
  });
});

test('a territory without any file: both pages say which are missing', async () => {
  const empty = await openHouse({ territory: '249740119', empty: true });
  try {
    const guest = await visitor(browser, empty.origin, { width: 1280 });
    const work = empty.app.territory.currentCommunes[0] ?? '';
    for (const path of [`/vivre-ou-l-on-travaille?travail=${work}&salaire=1900`, '/vivre-et-travailler-ici']) {
      await guest.page.goto(empty.origin + path);
      expect(await text(guest.page, '.teach')).toContain('Carte des loyers');
      expect(await text(guest.page, 'main')).not.toMatch(/Metz/);
      await expectSound(guest);
    }
    await guest.page.goto(`${empty.origin}/vivre-ou-l-on-travaille?travail=${work}&salaire=1900`);
    expect(await text(guest.page, '#finding')).toContain('ne sont pas chargés');
  } finally {
    await empty.close();
  }
}, 120_000);
