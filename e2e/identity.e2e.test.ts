import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { inviteMember } from '../src/parties/index.ts';
import { launchBrowser, visitor, type Visitor } from './support/browser.ts';
import { openPeopledHouse, password, type PeopledHouse } from './support/people.ts';
import { expectSound } from './support/sound.ts';

let house: PeopledHouse;
let browser: Browser;
let letting: string;
let employer: string;

beforeAll(async () => {
  [house, browser] = await Promise.all([openPeopledHouse(), launchBrowser()]);
  letting = await house.organisation('Agence de location de Metz', 'lettingService');
  employer = await house.organisation('Fonderie de la Seille', 'employer');
});
afterAll(async () => {
  await browser?.close();
  await house?.close();
});

const path = (page: Page): string => new URL(page.url()).pathname;
const heading = (page: Page): Promise<string> => page.locator('h1').innerText();

async function signIn(page: Page, email: string, given = password): Promise<void> {
  await page.goto(`${house.origin}/connexion`);
  await page.fill('#email', email);
  await page.fill('#mot-de-passe', given);
  await page.click('button[value=motDePasse]');
}

/** Sets up the second factor on the page that asks for it; the key, the code it took, and the recovery codes. */
async function setUp(page: Page): Promise<{ key: string; used: string; codes: string[] }> {
  const key = await page.locator('.enrolment-key').innerText();
  const used = house.code(key);
  await page.fill('#code', used);
  await page.click('main .form button');
  const codes = await page.locator('.recovery-codes code').allInnerTexts();
  return { key, used, codes };
}

describe.each([['with scripts', true], ['without scripts', false]])('%s', (_, javaScript) => {
  const tag = javaScript ? 'js' : 'plain';
  const browse = (): Promise<Visitor> => visitor(browser, house.origin, { width: 1280, javaScript });

  test('staff signs in, sets up the second factor, reaches the page that was asked, and signs out', async () => {
    await house.account(`adviser-${tag}@exemple.fr`, 'Nora Klein', [{ role: 'lettingAdviser', organisation: letting }]);
    const reader = await browse();
    const { page } = reader;
    await page.goto(`${house.origin}/compte`);
    expect(path(page)).toBe('/connexion');
    await expectSound(reader);

    await page.fill('#email', 'pas une adresse');
    await page.click('button[value=motDePasse]');
    expect(await page.locator('.problems').innerText()).toContain('2 points sont à revoir');
    expect(await page.inputValue('#email')).toBe('pas une adresse');
    expect(await page.title()).toContain('2 points sont à revoir');
    await expectSound(reader);

    await page.fill('#email', `adviser-${tag}@exemple.fr`);
    await page.fill('#mot-de-passe', 'pas le bon mot de passe');
    await page.click('button[value=motDePasse]');
    expect(await page.locator('#email-problem').innerText()).toContain('ne vont pas ensemble');

    await page.fill('#mot-de-passe', password);
    await page.click('button[value=motDePasse]');
    expect(path(page)).toBe('/connexion/double-facteur');
    await expectSound(reader);
    // Nothing else opens meanwhile.
    await page.goto(`${house.origin}/espace`);
    expect(path(page)).toBe('/connexion/double-facteur');

    const key = await page.locator('.enrolment-key').innerText();
    await page.fill('#code', '000000');
    await page.click('main .form button');
    expect(await page.locator('#code-problem').innerText()).toContain('Ce code ne convient pas');
    expect(await page.locator('.enrolment-key').innerText()).toBe(key);
    await expectSound(reader);
    const { codes } = await setUp(page);
    expect(codes).toHaveLength(10);
    await expectSound(reader);
    await page.click('main a.button');
    expect(await heading(page)).toBe('Nora Klein');
    await expectSound(reader);

    await page.goto(`${house.origin}/compte`);
    await expectSound(reader);
    await page.goto(`${house.origin}/en/compte`);
    expect(await heading(page)).toBe('Your account');
    await page.click('.account-menu button');
    await page.goto(`${house.origin}/espace`);
    expect(path(page)).toBe('/connexion');
    await reader.context.close();
  });

  test('a code opens once; wrong and replayed ones are refused; a recovery code replaces it', async () => {
    const email = `codes-${tag}@exemple.fr`;
    await house.account(email, 'Omar Thill', [{ role: 'lettingAdviser', organisation: letting }]);
    const reader = await browse();
    const { page } = reader;
    await signIn(page, email);
    const { key, used, codes } = await setUp(page);
    await page.click('main a.button');
    await page.click('.account-menu button');

    await signIn(page, email);
    expect(path(page)).toBe('/connexion/code');
    await expectSound(reader);
    for (const wrong of ['', 'abc', '000000', used]) {
      await page.fill('#code', wrong);
      await page.click('main .form button');
      expect(await page.locator('#code-problem').innerText(), wrong).toContain('Ce code ne convient pas');
    }
    await expectSound(reader);
    house.pass(1);
    await page.fill('#code', house.code(key));
    await page.click('main .form button');
    expect(path(page)).toBe('/espace');

    const other = await browse();
    await signIn(other.page, email);
    await other.page.fill('#code', codes[0] ?? '');
    await other.page.click('main .form button');
    expect(path(other.page)).toBe('/espace');
    await reader.context.close();
    await other.context.close();
  });

  test('an employee signs in by a link: looking at it uses nothing up, its button does, once', async () => {
    const email = `employee-${tag}@exemple.fr`;
    await house.account(email, 'Lucie Noël', [], { personId: '00000000-0000-4000-8000-000000000001' });
    const reader = await browse();
    const { page } = reader;
    await page.goto(`${house.origin}/connexion`);
    await page.fill('#email-lien', email);
    await page.click('button[value=lien]');
    expect(await heading(page)).toBe('Regardez vos e-mails');
    await expectSound(reader);
    const link = await house.lastLink(email);
    expect(new URL(link).origin).toBe(house.origin);
    // A mail's scanner reads the page, without a browser.
    for (let n = 0; n < 2; n += 1) expect((await fetch(link)).status).toBe(200);
    const answer = await page.goto(link);
    expect(answer?.headers()['referrer-policy']).toBe('same-origin');
    expect(answer?.headers()['cache-control']).toContain('no-store');
    await expectSound(reader);
    await page.click('main button');
    expect(path(page)).toBe('/espace');
    expect(await heading(page)).toBe('Lucie Noël');
    await expectSound(reader);
    expect((await page.goto(link))?.status()).toBe(404);
    expect(await heading(page)).toBe('Ce lien n’ouvre plus rien');
    await expectSound(reader);
    await reader.context.close();
  });

  test('a forgotten password: the second factor is asked, and every other browser is out', async () => {
    const email = `forgetful-${tag}@exemple.fr`;
    await house.account(email, 'Paul Reiser', [{ role: 'lettingAdviser', organisation: letting }]);
    const before = await browse();
    await signIn(before.page, email);
    const { key } = await setUp(before.page);
    await before.page.goto(`${house.origin}/espace`);
    expect(path(before.page)).toBe('/espace');

    const reader = await browse();
    const { page } = reader;
    await page.goto(`${house.origin}/connexion`);
    await page.click('a[href="/mot-de-passe-oublie"]');
    await expectSound(reader);
    await page.fill('#email', email);
    await page.click('main .form button');
    await page.goto(await house.lastLink(email));
    await expectSound(reader);
    await page.fill('#mot-de-passe', 'motdepasse1234');
    await page.fill('#code', '000000');
    await page.click('main .form button');
    expect(await page.locator('#mot-de-passe-problem').innerText()).toContain('volés ou devinés');
    await expectSound(reader);
    await page.fill('#mot-de-passe', 'quatre mirabelles sous la pluie');
    await page.fill('#code', '000000');
    await page.click('main .form button');
    expect(await page.locator('#code-problem').innerText()).toContain('Ce code ne convient pas');
    house.pass(1);
    await page.fill('#mot-de-passe', 'quatre mirabelles sous la pluie');
    await page.fill('#code', house.code(key));
    await page.click('main .form button');
    expect(path(page)).toBe('/espace');
    await before.page.goto(`${house.origin}/espace`);
    expect(path(before.page), 'the other browser').toBe('/connexion');
    await before.context.close();
    await reader.context.close();
  });

  test('an invitation makes an account; one who has an account joins, and chooses for whom to act', async () => {
    const manager = { accountId: null, role: 'organisationManager', territory: house.app.territory.code, commune: null, personId: null } as const;
    const invite = (organisation: string, role: string, email: string) => inviteMember({ ...house.app, clock: house.app.clock, actor: { ...manager, organisationId: organisation } }, { organisationId: organisation, role, email, origin: house.origin });
    const email = `guest-${tag}@exemple.fr`;
    expect((await invite(employer, 'hrManager', email)).ok).toBe(true);
    const link = await house.lastLink(email);
    const reader = await browse();
    const { page } = reader;
    await page.goto(link);
    expect(await page.locator('main').innerText()).toContain('Fonderie de la Seille');
    await expectSound(reader);
    await page.fill('#nom', 'Inès Muller');
    await page.fill('#mot-de-passe', 'court');
    await page.click('main .form button');
    expect(await page.locator('#mot-de-passe-problem').innerText()).toContain('12 caractères');
    expect(await page.inputValue('#nom')).toBe('Inès Muller');
    await expectSound(reader);
    await page.fill('#mot-de-passe', password);
    await page.click('main .form button');
    expect(path(page)).toBe('/connexion/double-facteur');
    await setUp(page);
    await page.click('main a.button');
    expect(await page.locator('.account-standing').first().innerText()).toContain('Fonderie de la Seille');
    expect((await page.goto(link))?.status()).toBe(404);
    await expectSound(reader);

    const second = await house.organisation(`Atelier ${tag}`, 'employer');
    await invite(second, 'hrManager', email);
    await page.goto(await house.lastLink(email));
    await expectSound(reader);
    await page.click('main button');
    expect(await page.locator('main').innerText()).toContain('ajouté à votre compte');
    await page.goto(`${house.origin}/espace`);
    expect(path(page)).toBe('/espace/choix');
    await expectSound(reader);
    await page.click(`button:has-text("Atelier ${tag}")`);
    expect(await page.locator('.account-standing').first().innerText()).toContain(`Atelier ${tag}`);
    // Leaving ends access at the very next request.
    await house.owner.updateTable('party.membership').set({ ended_at: new Date() }).where('organisation_id', '=', second).execute();
    await page.goto(`${house.origin}/espace`);
    // Nobody is put under another hat unasked.
    expect(path(page)).toBe('/espace/choix');
    await page.click('button:has-text("Fonderie de la Seille")');
    expect(await page.locator('.account-standing').first().innerText()).toContain('Fonderie de la Seille');
    await reader.context.close();
  });

  test('a browser signed out from another one is out at its next request', async () => {
    const email = `twice-${tag}@exemple.fr`;
    await house.account(email, 'Rémi Stoll', [], { personId: '00000000-0000-4000-8000-000000000002' });
    const [one, two] = [await browse(), await browse()];
    await signIn(one.page, email);
    await signIn(two.page, email);
    await two.page.goto(`${house.origin}/compte`);
    await one.page.goto(`${house.origin}/compte`);
    expect(await one.page.locator('#appareils ~ section tbody tr').count()).toBe(2);
    await expectSound(one);
    await one.page.click('tbody button');
    expect(await one.page.locator('[role=status]').innerText()).toBe('L’appareil est déconnecté.');
    await two.page.reload();
    expect(path(two.page)).toBe('/connexion');
    await one.context.close();
    await two.context.close();
  });

  test('an attack from another device locks that device out, and is not felt by the known one', async () => {
    const email = `target-${tag}@exemple.fr`;
    await house.account(email, 'Salomé Dietrich', [], { personId: '00000000-0000-4000-8000-000000000003' });
    const [known, attacker] = [await browse(), await browse()];
    await signIn(known.page, email);
    await known.page.click('.account-menu button');
    for (let n = 0; n < 6; n += 1) await signIn(attacker.page, email, `wrong password ${n}`);
    expect(await attacker.page.locator('#email-problem').innerText()).toMatch(/^Trop d’essais\s: attendez 15\sminutes/);
    await expectSound(attacker);
    await signIn(attacker.page, email);
    expect(path(attacker.page), 'even with the right password').toBe('/connexion');
    await signIn(known.page, email);
    expect(path(known.page)).toBe('/espace');
    await known.context.close();
    await attacker.context.close();
  });

  test('the password changes on the account’s page, and a name with it', async () => {
    const email = `changing-${tag}@exemple.fr`;
    await house.account(email, 'Théo Bauer', [], { personId: '00000000-0000-4000-8000-000000000004' });
    const reader = await browse();
    const { page } = reader;
    await signIn(page, email);
    await page.goto(`${house.origin}/compte`);
    await page.fill('#actuel', 'pas celui-là du tout');
    await page.fill('#nouveau', 'quatre mirabelles sous la pluie');
    await page.click('button[value=motDePasse]');
    expect(await page.locator('#actuel-problem').innerText()).toBe('Ce n’est pas votre mot de passe actuel.');
    await expectSound(reader);
    await page.fill('#actuel', password);
    await page.fill('#nouveau', 'quatre mirabelles sous la pluie');
    await page.click('button[value=motDePasse]');
    expect(await page.locator('[role=status]').innerText()).toContain('Votre mot de passe est changé');
    await page.fill('#nom', 'Théo Bauer-Simon');
    await page.click('button[value=nom]');
    expect(await page.inputValue('#nom')).toBe('Théo Bauer-Simon');
    await reader.context.close();
  });
});
