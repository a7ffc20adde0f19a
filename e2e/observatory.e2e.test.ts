import ExcelJS from 'exceljs';
import { afterAll, describe, expect, test } from 'vitest';
import { axeViolations, overflow, visitor, type Visitor } from './support/browser.ts';
import { openHouse } from './support/house.ts';
import { everyPage } from './support/pages.ts';
import { openVisits } from './support/visits.ts';

const { house, browser, reader, plain, close } = await openVisits();
afterAll(close);

const firstCommune = ({ page }: Visitor): Promise<string> => page.locator('table.communes tbody tr:nth-child(2) th').innerText();

describe('without scripts', () => {
  test('a form changes the indicator, and the address is the view', async () => {
    await plain.page.goto(`${house.origin}/observatoire`);
    await plain.page.selectOption('#indicateur', 'private.structuralVacancy');
    await plain.page.selectOption('#commune', '57751');
    await plain.page.click('.choice-form button');
    expect(plain.page.url()).toContain('indicateur=private.structuralVacancy');
    expect(await plain.page.locator('h1').innerText()).toContain('Logements privés vacants depuis plus de deux ans');
    expect(await plain.page.locator('tr.chosen th').innerText()).toBe('Woippy');
    expect(await plain.page.inputValue('#commune')).toBe('57751');
  });

  test('links sort the table', async () => {
    await plain.page.goto(`${house.origin}/observatoire?indicateur=population.municipal`);
    expect(await firstCommune(plain)).toBe('Metz');
    await plain.page.click('a.sort[data-sort=commune]');
    expect(await firstCommune(plain)).toBe('Amanvillers');
    expect(await plain.page.locator('th[aria-sort]').innerText()).toContain('Commune');
    await plain.page.click('a.sort[data-sort=commune]');
    expect(await firstCommune(plain)).toBe('Woippy');
  });

  test('the search finds communes without their accents, and indicators', async () => {
    await plain.page.goto(`${house.origin}/`);
    await plain.page.fill('#search', 'fey');
    await plain.page.press('#search', 'Enter');
    await plain.page.click('main a:text("Féy")');
    expect(await plain.page.locator('h1').innerText()).toBe('Féy');
    await plain.page.goto(`${house.origin}/recherche?q=loyer`);
    expect(await plain.page.locator('main').innerText()).toContain('Loyer');
  });

  test.each([
    ['loyers', 'Loyer d’annonce des appartements'], ['logement social', 'Logements locatifs sociaux'], ['revenus', 'Niveau de vie médian'], ['hlm', 'Logements locatifs sociaux'],
    ['convention', 'Convention'], ['57000', 'Metz'], ['lovac', 'LOVAC, logements vacants du parc privé'],
  ])('the search finds “%s”, and says how much', async (asked, link) => {
    await plain.page.goto(`${house.origin}/recherche?q=${encodeURIComponent(asked)}`);
    expect(await plain.page.locator('main ul a').allInnerTexts()).toContain(link);
    const count = await plain.page.locator('main .link-list li').count();
    expect((await plain.page.locator('h1').innerText()).replaceAll(/\s/g, ' ')).toBe(`${count} ${count === 1 ? 'résultat' : 'résultats'} pour « ${asked} »`);
    expect((await plain.page.title()).replaceAll(/\s/g, ' ')).toContain(`pour « ${asked} »`);
  });

  test('zones run from the tightest, in the table and in one hue on the map', async () => {
    await plain.page.goto(`${house.origin}/observatoire?indicateur=zoning.abc`);
    const zones = await plain.page.locator('tr[data-area] td:last-child').allInnerTexts();
    const order = ['Abis', 'A', 'B1', 'B2', 'C'];
    expect(zones).toEqual(zones.toSorted((a, b) => order.indexOf(a) - order.indexOf(b)));
    expect(zones[0]).toBe('B1');
    const legend = (await plain.page.locator('.picture-wide svg text').allTextContents()).filter((text) => order.includes(text));
    expect(legend).toEqual(['B1', 'B2', 'C']);
  });

  test('a series that is not comparable says so below its title', async () => {
    await plain.page.goto(`${house.origin}/observatoire?indicateur=private.vacant`);
    expect(await plain.page.locator('.indicator-notes .caution').innerText()).toContain('LOVAC');
    expect(await plain.page.locator('.picture-wide [data-break]').count()).toBeGreaterThan(0);
    expect(await plain.page.locator('.trend-breaks li').allInnerTexts()).toContain('autre méthode à chaque période');
  });

  test('below a trend stands from when it is not comparable, in the page’s language', async () => {
    for (const [path, words] of [['/observatoire', ['45 communes dès 2022', '46 communes dès 2023']], ['/en/observatoire/indicateurs/population.municipal', ['45 communes from 2022', '46 communes from 2023']]] as const) {
      await plain.page.goto(`${house.origin}${path}${path.endsWith('observatoire') ? '?indicateur=population.municipal' : ''}`);
      expect((await plain.page.locator('.trend-breaks li').allInnerTexts()).map((text) => text.replaceAll('\u00a0', ' '))).toEqual(words);
      expect(await plain.page.locator('.trend svg:visible text', { hasText: 'communes' }).count()).toBe(0);
    }
  });

  test('a mean over five years says them beside its value', async () => {
    for (const path of ['/observatoire?indicateur=population.yearlyGrowth', '/observatoire/indicateurs/population.yearlyGrowth', '/observatoire/communes/57463']) {
      await plain.page.goto(house.origin + path);
      expect(await plain.page.locator('main').innerText(), path).toContain('par an, 2018-2023');
    }
  });

  test('the card speaks of the territory and of its communes as French does', async () => {
    for (const [place, heading] of [['', 'Le chiffre de l’Eurométropole de Metz'], ['?lieu=57032', 'Le chiffre d’Ars-sur-Moselle'], ['?lieu=57049', 'Le chiffre du Ban-Saint-Martin']]) {
      await plain.page.goto(`${house.origin}/observatoire/indicateurs/population.municipal${place}`);
      expect(await plain.page.locator('#figure-heading').innerText()).toBe(heading);
    }
  });

  test('the language switch keeps the view', async () => {
    await plain.page.goto(`${house.origin}/observatoire?indicateur=income.median&commune=57463`);
    await plain.page.click('header .language-switch');
    expect(plain.page.url()).toBe(`${house.origin}/en/observatoire?indicateur=income.median&commune=57463`);
    expect(await plain.page.locator('tr.chosen th').innerText()).toBe('Metz');
  });
});

describe('with scripts', () => {
  test('« / » goes to the search from anywhere, and is only a letter inside a field', async () => {
    await reader.page.goto(`${house.origin}/observatoire`);
    await reader.page.locator('h1').click();
    await reader.page.keyboard.press('/');
    expect(await reader.page.evaluate(() => document.activeElement?.id)).toBe('search');
    await reader.page.keyboard.type('a/b');
    expect(await reader.page.inputValue('#search')).toBe('a/b');
  });

  test('sorting happens in place and keeps the address in step', async () => {
    await reader.page.goto(`${house.origin}/observatoire?indicateur=private.structuralVacancy`);
    await reader.page.click('a.sort[data-sort=commune]');
    expect(await firstCommune(reader)).toBe('Amanvillers');
    expect(reader.page.url()).toContain('tri=commune');
    await reader.page.reload();
    expect(await firstCommune(reader)).toBe('Amanvillers');
    await reader.page.click('a.sort[data-sort=valeur]');
    const kinds = await reader.page.locator('table.communes tr[data-area]').evaluateAll((rows) => rows.map((row) => row.getAttribute('data-kind')));
    expect(kinds.lastIndexOf('number')).toBeLessThan(kinds.indexOf('secret'));
  });

  test('a commune on the map lights its line, and a click chooses it', async () => {
    await reader.page.goto(`${house.origin}/observatoire?indicateur=population.municipal`);
    await reader.page.locator('.picture-wide.map [data-area="57463"]').hover();
    expect(await reader.page.locator('tr.lit').getAttribute('data-area')).toBe('57463');
    await reader.page.locator('.picture-wide.map [data-area="57463"]').click();
    await reader.page.waitForURL(/commune=57463/);
    expect(await reader.page.locator('.selected-commune').innerText()).toContain('Metz');
  });

  test('a choice by the mouse is shown at once', async () => {
    await reader.page.goto(`${house.origin}/observatoire`);
    await reader.page.locator('.choice-form').dispatchEvent('pointerdown');
    await Promise.all([reader.page.waitForURL(/indicateur=income\.median/), reader.page.selectOption('#indicateur', 'income.median')]);
    expect(reader.page.url()).not.toContain('periode=');
  });

  test('the keyboard skips to the content, and shows where it is', async () => {
    await reader.page.goto(`${house.origin}/observatoire`);
    await reader.page.keyboard.press('Tab');
    const skip = reader.page.locator('.skip-link');
    expect(await skip.evaluate((link) => link === document.activeElement && link.getBoundingClientRect().top >= 0)).toBe(true);
    await reader.page.keyboard.press('Enter');
    expect(await reader.page.evaluate(() => document.activeElement?.id)).toBe('contenu');
    for (let at = 0; at < 30; at += 1) {
      await reader.page.keyboard.press('Tab');
      const seen = await reader.page.evaluate(() => {
        const style = getComputedStyle(document.activeElement ?? document.body);
        return document.activeElement === document.body || (style.outlineStyle !== 'none' && Number.parseFloat(style.outlineWidth) >= 2);
      });
      expect(seen).toBe(true);
    }
  });

  test('nothing was said on the console', () => expect(reader.complaints()).toEqual([]));
});

describe('secret, missing and zero', () => {
  test('are never alike in the table', async () => {
    await plain.page.goto(`${house.origin}/observatoire?indicateur=private.structuralVacancy`);
    const text = (kind: string) => plain.page.locator(`tr[data-kind=${kind}] td:last-child`).allInnerTexts();
    expect(new Set(await text('secret'))).toEqual(new Set(['secret']));
    expect(await text('number')).toContain('0');
    expect(await plain.page.locator('.territory-row').innerText()).toMatch(/entre\s\d\s\d{3} et\s\d\s\d{3}/);
    await plain.page.goto(`${house.origin}/observatoire?indicateur=income.povertyRate`);
    expect(await plain.page.locator('.territory-row td:last-child').innerText()).toBe('non calculable');
  });
});

describe('a sheet compares without hiding how much is known', () => {
  const sheet = async (code: string): Promise<string> => {
    await plain.page.goto(`${house.origin}/observatoire/communes/${code}`);
    return (await plain.page.locator('.main-figures').innerText()).replaceAll(/\s+/g, ' ');
  };

  test('rank, count of the known, the communes’ median and why the territory has none', async () => {
    const text = await sheet('57463');
    expect(text).toMatch(/\d+e sur 9 communes connues \(46 en tout\)/);
    expect(text).toMatch(/Eurométropole de Metz : non calculable \(une médiane, .*\)\. Médiane des communes connues : [\d,]+ € par m²/);
    expect(await plain.page.locator('main').innerText()).not.toContain('des 46 communes');
  });

  test('the territory’s value says its communes where they are not today’s', async () => {
    await plain.page.goto(`${house.origin}/observatoire/communes/57463`);
    const row = (label: string) => plain.page.locator('.all-figures tbody tr', { hasText: label }).first().locator('td').last().innerText();
    expect(await plain.page.locator('.all-figures thead th').last().innerText()).toMatch(/46\s+communes sauf mention/);
    expect(await row('Ménages')).toMatch(/44\s+communes$/);
    expect(await row('Population municipale')).not.toContain('communes');
  });

  test('an older rent says that its neighbours’ is newer', async () => expect(await sheet('57512')).toContain('pas de valeur 2025 ; la dernière est de 2018'));
});

describe('files', () => {
  const csv = async (path: string): Promise<{ head: string[]; rows: string[][]; response: Response; bytes: Uint8Array }> => {
    const response = await fetch(house.origin + path);
    const bytes = new Uint8Array(await response.clone().arrayBuffer());
    const [head = [], ...rows] = new TextDecoder().decode(bytes).trim().split('\r\n').map((line) => line.split(';'));
    return { head, rows, response, bytes };
  };

  test('the table downloads with its mark, decimal commas, secrets, statuses and sources', async () => {
    const { head, rows, response, bytes } = await csv('/observatoire.csv?indicateur=private.structuralVacancyRate');
    expect(response.headers.get('content-type')).toBe('text/csv; charset=utf-8');
    expect(Array.from(bytes.slice(0, 3))).toEqual([0xef, 0xbb, 0xbf]);
    const at = (name: string): number => head.indexOf(name);
    expect(rows).toHaveLength(47);
    expect(rows[0]?.[at('lieu')]).toBe(house.app.territory.name);
    expect(rows.find((row) => row[at('lieu')] === 'Metz')?.[at('valeur')]).toMatch(/^\d+,\d+$/);
    expect(rows.filter((row) => row[at('valeur')] === 's').every((row) => row[at('statut')] === 'secret')).toBe(true);
    expect(rows.every((row) => row[at('millesime')] !== '' || row[at('statut')] === 'non disponible')).toBe(true);
  });

  test('a commune downloads all its figures', async () => {
    const { head, rows } = await csv('/observatoire.csv?commune=57463');
    expect(new Set(rows.map((row) => row[head.indexOf('lieu')]))).toEqual(new Set(['Metz']));
    expect(new Set(rows.map((row) => row[head.indexOf('indicateur')])).size).toBeGreaterThan(15);
  });

  test('everything downloads at once: each indicator, each commune, the territory', async () => {
    const { head, rows } = await csv('/observatoire.csv');
    expect(new Set(rows.map((row) => row[head.indexOf('code')])).size).toBe(47);
    const ids = new Set(rows.map((row) => row[head.indexOf('indicateur')]));
    expect(ids.size).toBeGreaterThan(20);
    expect(ids).toContain('construction.started');
  });

  test('the table is also a workbook', async () => {
    const response = await fetch(`${house.origin}/observatoire.xlsx?indicateur=private.structuralVacancyRate`);
    expect(response.headers.get('content-disposition')).toContain('private.structuralVacancyRate.xlsx');
    const book = new ExcelJS.Workbook();
    await book.xlsx.load(await response.arrayBuffer());
    const names = book.worksheets[0]?.getColumn(1).values.map(String) ?? [];
    expect(names).toContain('Metz');
    expect(names).toContain(house.app.territory.name);
    expect((await fetch(`${house.origin}/observatoire.xlsx`)).status).toBe(404);
  });

  test('an unknown indicator has no file', async () => expect((await fetch(`${house.origin}/observatoire.csv?indicateur=nothing`)).status).toBe(404));
});

test('a territory without a file or figures teaches what to import, and shows nothing of another', async () => {
  const nancy = await openHouse({ territory: '245400676', empty: true });
  try {
    const other = await visitor(browser, nancy.origin, { width: 390 });
    // The pages that name no commune of Metz's.
    const pages = (await everyPage()).filter((path) => !path.includes('57') && !path.includes('?') && !path.startsWith('/en'));
    for (const path of [...pages, '/observatoire?indicateur=rents.flat', '/observatoire/communes/54395']) {
      expect((await other.page.goto(nancy.origin + path))?.status()).toBe(200);
      expect(await axeViolations(other.page)).toEqual([]);
      expect(await overflow(other.page)).toBe(0);
      expect(await other.page.locator('main').innerText()).not.toContain('Woippy');
    }
    await other.page.goto(`${nancy.origin}/observatoire?indicateur=rents.flat`);
    expect(await other.page.locator('main').innerText()).toContain('npx ancrage import');
    await other.page.goto(`${nancy.origin}/mentions-legales`);
    expect(await other.page.locator('main').innerText()).not.toContain('legal.yaml');
    await other.page.goto(`${nancy.origin}/accessibilite`);
    expect(await other.page.locator('main').innerText()).not.toContain('127.0.0.1');
    expect(other.complaints()).toEqual([]);
    await other.context.close();
  } finally {
    await nancy.close();
  }
}, 240_000);

test('a territory with its populations only teaches once what is missing, and leaves no half page blank', async () => {
  const nancy = await openHouse({ territory: '245400676' });
  try {
    const other = await visitor(browser, nancy.origin, { width: 1280 });
    await other.page.goto(`${nancy.origin}/observatoire/communes/54395`);
    const text = await other.page.locator('main').innerText();
    expect(text).not.toContain('non disponible');
    expect(text).toContain('LOVAC');
    expect(await other.page.locator('.teach').count()).toBe(1);
    await other.page.goto(`${nancy.origin}/observatoire`);
    expect(await other.page.locator('.observatory-table-only table.communes').count()).toBe(1);
    await other.context.close();
  } finally {
    await nancy.close();
  }
});
