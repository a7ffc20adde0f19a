import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import JSZip from 'jszip';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openPerson } from '../src/parties/index.ts';
import { launchBrowser, visitor, type Visitor } from './support/browser.ts';
import { openPeopledHouse, password, type PeopledHouse } from './support/people.ts';
import { expectSound } from './support/sound.ts';

let house: PeopledHouse;
let browser: Browser;
let letting: string;
const officerName = 'Denis Hoffmann';
beforeAll(async () => {
  [house, browser] = await Promise.all([openPeopledHouse(), launchBrowser()]);
  letting = await house.organisation('Agence de location de Metz', 'lettingService');
  await house.account('dpo@exemple.fr', officerName, [{ role: 'dataProtectionOfficer', organisation: letting }], { demonstration: true });
});
afterAll(async () => {
  await browser?.close();
  await house?.close();
});

const heading = (page: Page): Promise<string> => page.locator('h1').innerText();

/** The officer enters by the demonstration's door, an accompanied person by her password. */
async function enter(page: Page, name: string): Promise<void> {
  await page.goto(`${house.origin}/connexion`);
  if (name === officerName) await page.locator('.demonstration-group li').filter({ hasText: name }).locator('button').click();
  else {
    await page.fill('#email', `${name.split(' ')[1]?.toLowerCase()}@exemple.fr`);
    await page.fill('#mot-de-passe', password);
    await page.click('button[value=motDePasse]');
  }
  expect(await heading(page)).toBe(name);
}

async function person(name: string): Promise<string> {
  const id = randomUUID();
  const territory = house.app.territory.code;
  await house.owner.insertInto('party.person').values({ id, territory, custodian_id: letting, given_name: 'Lucie', family_name: name, email: `${name.toLowerCase()}@exemple.fr`, search: `${name.toLowerCase()} lucie`, created_at: new Date(), last_contact_on: '2026-11-01' }).execute();
  await house.account(`${name.toLowerCase()}@exemple.fr`, `Lucie ${name}`, [], { personId: id });
  await openPerson({ db: house.app.db, clock: house.app.clock, actor: { accountId: null, role: 'lettingAdviser', territory, organisationId: letting, commune: null, personId: null } }, { id });
  return id;
}

describe.each([['with scripts', true], ['without scripts', false]])('%s', { timeout: 240_000 }, (_, javaScript) => {
  const tag = javaScript ? 'Scripts' : 'Simple';
  const browse = (): Promise<Visitor> => visitor(browser, house.origin, { width: 1280, javaScript });

  test('a person sees who opened her file, downloads her data, asks for their erasure; the officer carries it out, and her access ends', async () => {
    const id = await person(tag);
    const [her, officer] = [await browse(), await browse()];
    await enter(her.page, `Lucie ${tag}`);
    await her.page.goto(`${house.origin}/mon-parcours/acces`);
    expect(await her.page.locator('tbody tr').allInnerTexts()).toEqual([expect.stringMatching(/Ouverture du dossier[\s\S]*Conseiller location, Agence de location de Metz/)]);
    await expectSound(her);

    await her.page.goto(`${house.origin}/mon-parcours/mes-donnees`);
    expect(await her.page.locator('main').innerText()).toContain('Vous n’avez fait aucune demande.');
    await expectSound(her);
    const [download] = await Promise.all([her.page.waitForEvent('download'), her.page.click('button:has-text("Télécharger ma copie")')]);
    expect(download.suggestedFilename()).toBe('mes-donnees-ancrage.zip');
    const archive = await JSZip.loadAsync(readFileSync(await download.path()));
    expect(await archive.file('lisez-moi.html')?.async('string')).toContain(`${tag.toLowerCase()}@exemple.fr`);

    await her.page.selectOption('#demande', 'erasure');
    await her.page.fill('#precisions', 'Mon numéro est 1 85 05 78 006 084 91.');
    await her.page.click('button:has-text("Envoyer ma demande")');
    expect(await her.page.locator('#precisions-problem').innerText()).toContain('numéro de sécurité sociale');
    expect(await her.page.inputValue('#demande')).toBe('erasure');
    await expectSound(her);
    await her.page.fill('#precisions', 'Je déménage.');
    await her.page.click('button:has-text("Envoyer ma demande")');
    expect(await her.page.locator('[role=status]').innerText()).toMatch(/Vous aurez une réponse avant le \w+ \d/);
    await her.page.selectOption('#demande', 'erasure');
    await her.page.click('button:has-text("Envoyer ma demande")');
    expect(await her.page.locator('#demande-problem').innerText()).toContain('déjà fait cette demande');

    await enter(officer.page, officerName);
    await officer.page.goto(`${house.origin}/espace/demandes-rgpd`);
    await expectSound(officer);
    await officer.page.click(`tbody a:has-text("Lucie ${tag}")`);
    expect(await heading(officer.page)).toBe('Demande d’effacement');
    expect(await officer.page.locator('main').innerText()).toContain('Un nombre, par année');
    await expectSound(officer);
    await officer.page.click('button:has-text("Effacer et répondre")');
    expect(await officer.page.locator('#confirmation-problem').innerText()).toBe('Cochez la case pour effacer.');
    await expectSound(officer);
    await officer.page.check('#confirmation');
    await officer.page.click('button:has-text("Effacer et répondre")');
    expect(await officer.page.locator('[role=status]').innerText()).toContain('envoyée par e-mail');
    expect(await officer.page.locator('main').innerText()).toContain('dossier effacé');
    await expectSound(officer);

    // That second, her session leads nowhere.
    await her.page.goto(`${house.origin}/mon-parcours/mes-donnees`);
    expect(new URL(her.page.url()).pathname).toBe('/connexion');
    expect((await house.owner.selectFrom('party.person').select('family_name').where('id', '=', id).executeTakeFirstOrThrow()).family_name).toBe('');
    const mail = await house.owner.selectFrom('work.mail').select('body').where('recipient', '=', `${tag.toLowerCase()}@exemple.fr`).executeTakeFirstOrThrow();
    expect(mail.body).toContain('La trace des actes');
    await Promise.all([her.context.close(), officer.context.close()]);
  });

  test('the officer notes a letter, gives the copy, answers; reads the journal and filters it', async () => {
    const id = await person(`Courrier${tag}`);
    const officer = await browse();
    const { page } = officer;
    await enter(page, officerName);
    await page.goto(`${house.origin}/espace/demandes-rgpd`);
    await page.fill('#personne', 'inconnue');
    await page.click('button:has-text("Noter la demande")');
    expect(await page.locator('#personne-problem').innerText()).toBe('Aucune personne suivie n’a cet identifiant.');
    expect(await page.inputValue('#personne')).toBe('inconnue');
    await expectSound(officer);
    await page.fill('#personne', id);
    await page.click('button:has-text("Noter la demande")');
    expect(await heading(page)).toBe('Demande d’accès');
    await expectSound(officer);
    const [download] = await Promise.all([page.waitForEvent('download'), page.click('button:has-text("Télécharger la copie")')]);
    expect(Object.keys((await JSZip.loadAsync(readFileSync(await download.path()))).files)).toContain('dossier.json');
    await page.click('button:has-text("Envoyer la réponse")');
    expect(await page.locator('#reponse-problem').innerText()).toBe('Écrivez votre réponse.');
    await page.fill('#reponse', 'Votre copie vous a été remise.');
    await page.click('button:has-text("Envoyer la réponse")');
    expect(await page.locator('main').innerText()).toContain('Votre copie vous a été remise.');
    await page.goto(`${house.origin}/espace/demandes-rgpd?etat=repondues`);
    expect(await page.locator('tbody').innerText()).toContain(`Lucie Courrier${tag}`);
    await expectSound(officer);

    await page.goto(`${house.origin}/espace/journal`);
    await expectSound(officer);
    await page.fill('#personne', id);
    await page.selectOption('#acte', 'person.exported');
    await page.click('button:has-text("Montrer")');
    expect(await page.locator('tbody tr').allInnerTexts()).toEqual([expect.stringMatching(/Copie des données[\s\S]*Denis Hoffmann/)]);
    await expectSound(officer);
    await page.fill('#personne', 'x');
    await page.click('button:has-text("Montrer")');
    expect(await page.locator('#personne-problem').innerText()).toContain('36 caractères');
    await expectSound(officer);
    await officer.context.close();
  });

  test('the register and the rights are read by whoever has an account; the rest is for whom it is made', async () => {
    await person(`Voisin${tag}`);
    const reader = await browse();
    const { page } = reader;
    await enter(page, `Lucie Voisin${tag}`);
    await page.goto(`${house.origin}/donnees-personnelles`);
    await page.click('a:has-text("Lire le registre")');
    expect(await page.locator('h2').allInnerTexts()).toContain('Savoir qui a ouvert ou changé un dossier');
    await expectSound(reader);
    await page.goto(`${house.origin}/espace/droits`);
    expect(await page.locator('main').innerText()).toContain('Conseiller en soutien social');
    await expectSound(reader);
    await page.goto(`${house.origin}/en/espace/registre`);
    expect(await heading(page)).toBe('Register of processing');
    await expectSound(reader);
    for (const [path, status] of [['/espace/demandes-rgpd', 403], ['/espace/journal', 404], ['/mon-parcours/mes-donnees/copie', 404]] as const) expect((await page.goto(house.origin + path))?.status(), path).toBe(status);
    await reader.context.close();
  });
});
