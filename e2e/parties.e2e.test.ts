import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { launchBrowser, visitor, type Visitor } from './support/browser.ts';
import { openPeopledHouse, type PeopledHouse } from './support/people.ts';
import { expectSound } from './support/sound.ts';

let house: PeopledHouse;
let browser: Browser;
let agency: string;
let metropole: string;

beforeAll(async () => {
  [house, browser] = await Promise.all([openPeopledHouse(), launchBrowser()]);
  [agency, metropole] = [await house.organisation('Agence de location', 'lettingService'), await house.organisation('Eurométropole de Metz', 'metropole')];
  const foundry = await house.organisation('Fonderie de la Seille', 'employer');
  const demonstration = { demonstration: true };
  await house.account('adviser@exemple.fr', 'Nora Klein', [{ role: 'lettingAdviser', organisation: agency }], demonstration);
  await house.account('support@exemple.fr', 'Paul Weber', [{ role: 'supportAdviser', organisation: await house.organisation('Soutien social', 'supportService') }], demonstration);
  await house.account('admin@exemple.fr', 'Agathe Simon', [{ role: 'territoryAdmin', organisation: metropole }], demonstration);
  await house.account('dpo@exemple.fr', 'Denis Hoffmann', [{ role: 'dataProtectionOfficer', organisation: metropole }], demonstration);
  await house.account('officer@exemple.fr', 'Inès Roy', [{ role: 'employerOfficer', organisation: metropole }], demonstration);
  await house.account('hr@exemple.fr', 'Lucas Petit', [{ role: 'hrManager', organisation: foundry }], demonstration);
});
afterAll(async () => {
  await browser?.close();
  await house?.close();
});

async function enter(role: string, javaScript: boolean): Promise<Visitor> {
  const reader = await visitor(browser, house.origin, { width: 1280, javaScript });
  await reader.page.goto(`${house.origin}/connexion`);
  await reader.page.click(`button:has-text("${role}")`);
  return reader;
}

/** What is read there; French signs hold to their words by no-break spaces. */
const read = async (page: Page, where: string): Promise<string> => (await page.locator(where).innerText()).replaceAll(/[\u00a0\u202f]/g, ' ');
const main = (page: Page): Promise<string> => read(page, 'main');
const press = (page: Page, gesture: string): Promise<void> => page.click(`button[name=geste][value=${gesture}]`);

describe.each([['with JavaScript', true], ['without', false]] as const)('an adviser, %s', (_, javaScript) => {
  test('opens a file, writes in it, finds it again by a mistyped name, closes it', async () => {
    const reader = await enter('Conseiller location', javaScript);
    const { page } = reader;
    await page.goto(`${house.origin}/espace/personnes?dossiers=fermes`);
    await expectSound(reader);
    await page.goto(`${house.origin}/espace/personnes`);
    await page.click('a:has-text("Ouvrir un dossier")');

    // A refusal says where, leads there, and keeps what was typed.
    await page.fill('#prenom', 'Zoé');
    await page.fill('#courriel', 'zoe');
    await page.click('main form button[type=submit]');
    expect(await page.title()).toContain('2 points sont à revoir');
    expect(await page.locator('.problems a').allInnerTexts()).toEqual(['Nom\u00a0: remplissez ce champ.', 'Adresse e-mail\u00a0: écrivez une adresse complète, comme prenom.nom@exemple.fr.']);
    expect(await page.inputValue('#prenom')).toBe('Zoé');
    await expectSound(reader);
    const family = javaScript ? 'Müller' : 'Schneider';
    await page.fill('#nom', family);
    await page.fill('#courriel', 'zoe.m@exemple.fr');
    await page.selectOption('#commune', '57463');
    await page.fill('#enfants', '2');
    await page.click('main form button[type=submit]');
    expect(await page.locator('[role=status]').innerText()).toBe('Le dossier est ouvert.');
    expect(await main(page)).toContain('1 adulte, 2 enfants');
    await expectSound(reader);
    const file = page.url().replace(/\?.*/, '');

    await page.fill('#note', 'NIR : 2 55 08 14 168 025 38');
    await press(page, 'note');
    expect(await page.locator('.problems').innerText()).toContain('numéro de sécurité sociale');
    expect(await page.inputValue('#note')).toBe('NIR : 2 55 08 14 168 025 38');
    await page.fill('#note', 'En arrêt maladie jusqu’en mars.');
    await press(page, 'note');
    expect(await read(page, '#note-problem')).toContain('santé (« arret maladie »)');
    await expectSound(reader);
    await page.check('#confirme');
    await press(page, 'note');
    expect(await read(page, '#notes ~ ul')).toMatch(/^En arrêt maladie jusqu’en mars\.\s+Nora Klein, le/);

    await page.click('summary:has-text("Enregistrer un accord")');
    await page.selectOption('#objet', 'shareWithLandlord');
    await press(page, 'accord');
    expect(await page.locator('#accords ~ ul').innerText()).toContain('J’accepte que mon nom');
    await press(page, 'retrait');
    expect(await page.locator('#accords ~ ul').innerText()).toContain('retiré le');

    await press(page, 'inviter');
    expect(await main(page)).toContain('Invitation envoyée, valable jusqu’au');
    expect(await house.lastLink('zoe.m@exemple.fr')).toContain('/invitation/');

    await page.click('a:has-text("Modifier l’identité")');
    await expectSound(reader);
    await page.fill('#telephone', '06 12 34 56 78');
    await press(page, 'identite');
    expect(await main(page)).toContain('06 12 34 56 78');

    await page.goto(`${house.origin}/espace/personnes`);
    await page.fill('#nom', javaScript ? 'muler zoe' : 'shneider zoe');
    await page.click('main form[role=search] button');
    expect(page.url()).not.toMatch(/mul|shn/);
    await expectSound(reader);
    await page.click(`main a:has-text("${family} Zoé")`);
    expect(page.url()).toBe(file);

    await page.click('summary:has-text("Fermer le dossier")');
    await press(page, 'fermer');
    expect(await read(page, '#motif-problem')).toBe('Motif : choisissez dans la liste.');
    await page.selectOption('#motif', 'housed');
    await press(page, 'fermer');
    expect(await main(page)).toContain('Dossier fermé le');
    expect(await page.locator('#note').count()).toBe(0);
    await expectSound(reader);
    await press(page, 'rouvrir');
    expect(await page.locator('#note').count()).toBe(1);
    await reader.context.close();
  });
});

describe.each([['with JavaScript', true], ['without', false]] as const)('organisations, %s', (_, javaScript) => {
  const name = javaScript ? 'Forges de l’Est' : 'Ateliers de l’Ouest';
  const [siren, siret, moved] = javaScript ? ['732829320', '73282932000074', '73282932000017'] : ['552100554', '55210055400005', '55210055400013'];

  test('an employer’s sheet is filled by who looks after employers', async () => {
    const reader = await enter('Chargé de relation employeurs', javaScript);
    const { page } = reader;
    await page.goto(`${house.origin}/espace/organisations`);
    await expectSound(reader);
    await page.click('a:has-text("Ajouter une organisation")');
    await page.selectOption('#type', 'employer');
    await page.fill('#nom', name);
    await page.fill('#siren', '732829321');
    await page.click('main form button[type=submit]');
    expect(await page.locator('#siren-problem').innerText()).toContain('neuf chiffres');
    await expectSound(reader);
    await page.fill('#siren', siren);
    await page.click('main form button[type=submit]');
    await expectSound(reader);

    await page.click('a:has-text("Ajouter un établissement")');
    await page.fill('#siret', siret);
    await page.fill('#ouverture', '2010-01-04');
    await page.click('main form button[type=submit]');
    await page.click('a:has-text("Fermer ou déménager")');
    await expectSound(reader);
    await page.fill('#siret', moved);
    await page.fill('#demenagement', '2009-01-01');
    await press(page, 'demenager');
    expect(await page.locator('#demenagement-problem').innerText()).toContain('précède');
    await page.fill('#demenagement', '2020-07-01');
    await press(page, 'demenager');
    expect(await main(page)).toContain('Du 4 janvier 2010 au 1er juillet 2020');

    await page.click('a:has-text("Ajouter un interlocuteur")');
    await page.fill('#nom', 'Claire Weber');
    await page.fill('#courriel', 'c.weber@exemple.fr');
    await page.fill('#origine', 'Salon de l’emploi');
    await page.fill('#verification', '2024-01-08');
    await expectSound(reader);
    await page.click('main form button[type=submit]');
    expect(await main(page)).toContain('trop ancien');
    await press(page, 'verifier');
    expect(await main(page)).toContain('à jour');
    await expectSound(reader);
    await page.click('a[aria-label="Modifier Claire Weber"]');
    await press(page, 'opposition');
    expect(await main(page)).toContain('Ne souhaite plus être contacté');
    expect(await main(page)).not.toContain('c.weber@exemple.fr');

    await page.goto(`${house.origin}/espace/organisations`);
    await page.fill('#nom', siren.slice(0, 5));
    await page.click('main form[role=search] button');
    expect(await page.locator('main tbody tr').count()).toBe(1);
    await page.click(`main a:has-text("${name}")`);
    await reader.context.close();
  });

  test('access is given by mail, taken back, and handed over', async () => {
    const sheet = await house.organisation(`Association ${javaScript ? 'Toit' : 'Seuil'}`, 'association');
    await house.account(`manager.${javaScript}@exemple.fr`, 'Maud Roy', [{ role: 'organisationManager', organisation: sheet }]);
    const reader = await enter('Administration du territoire', javaScript);
    const { page } = reader;
    await page.goto(`${house.origin}/espace/organisations/${sheet}`);
    await page.fill('#courriel', 'nouveau@exemple.fr');
    await press(page, 'inviter');
    expect(await read(page, '#role-problem')).toBe('Rôle : choisissez dans la liste.');
    expect(await page.inputValue('#courriel')).toBe('nouveau@exemple.fr');
    await expectSound(reader);
    await page.selectOption('#role', 'associationWorker');
    await press(page, 'inviter');
    expect(await page.locator('[role=status]').innerText()).toContain('partie par e-mail');
    expect(await house.lastLink('nouveau@exemple.fr')).toMatch(/\/invitation\/[\w-]{43}$/);
    await press(page, 'annuler');
    expect(await main(page)).toContain('annulée');

    await page.click('a[aria-label^="Retirer l’accès de Maud Roy"]');
    await expectSound(reader);
    await page.click('main form button[type=submit]');
    expect(await main(page)).toContain('Terminé le');

    // The last administrator stays until somebody takes over.
    await page.goto(`${house.origin}/espace/organisations/${metropole}`);
    await page.click('a[aria-label^="Retirer l’accès d’Agathe Simon"]');
    expect(await main(page)).toContain('Qui prend la suite ?');
    await page.click('main form button[type=submit]');
    expect(await page.locator('#suite-problem').innerText()).toContain('dernière personne');
    await expectSound(reader);
    await reader.context.close();
  });
});

describe.each([['with JavaScript', true], ['without', false]] as const)('what ends, %s', (_, javaScript) => {
  test('an organisation closes once nobody is followed there, its members are out, and it opens again', async () => {
    const name = `Association ${javaScript ? 'Refuge' : 'Escale'}`;
    const sheet = await house.organisation(name, 'association');
    await house.account(`worker.${javaScript}@exemple.fr`, 'Ugo Blum', [{ role: 'associationWorker', organisation: sheet }]);
    const file = { territory: house.app.territory.code, custodian_id: sheet, given_name: 'Ana', family_name: 'Costa', created_at: new Date(), last_contact_on: '2026-01-01' };
    const { id } = await house.owner.insertInto('party.person').values(file).returning('id').executeTakeFirstOrThrow();
    const reader = await enter('Chargé de relation employeurs', javaScript);
    const { page } = reader;
    await page.goto(`${house.origin}/espace/organisations/${sheet}`);
    await page.click('summary:has-text("Fermer l’organisation")');
    await expectSound(reader);
    await press(page, 'fermer');
    expect(await page.title()).toContain('Un point est à revoir');
    expect(await read(page, '#fermeture-problem')).toContain('Des dossiers de personnes restent ouverts');
    await expectSound(reader);
    await house.owner.updateTable('party.person').set({ closed_on: '2026-01-02' }).where('id', '=', id).execute();
    await press(page, 'fermer');
    expect(await page.locator('[role=status]').innerText()).toContain('plus personne n’agit pour elle');
    expect(await main(page)).toContain('Organisation fermée le');
    expect(await page.locator('a:has-text("Ajouter un établissement")').count()).toBe(0);
    await expectSound(reader);

    await page.goto(`${house.origin}/espace/organisations`);
    expect(await main(page)).not.toContain(name);
    await page.click('main a:has-text("Fermées")');
    expect(await main(page)).toContain(name);
    await expectSound(reader);
    await page.click(`main a:has-text("${name}")`);
    await press(page, 'rouvrir');
    expect(await page.locator('[role=status]').innerText()).toBe('L’organisation est rouverte.');

    // Not the one for which one acts.
    await page.goto(`${house.origin}/espace/organisations/${metropole}`);
    expect(await page.locator('button[value=fermer]').count()).toBe(0);
    await reader.context.close();
  });

  test('an account is disabled by the administration, for a reason, and enabled again', async () => {
    const sheet = await house.organisation(`Association ${javaScript ? 'Halte' : 'Abri'}`, 'association');
    const account = await house.account(`leaver.${javaScript}@exemple.fr`, 'Lise Kern', [{ role: 'associationWorker', organisation: sheet }]);
    const isDisabled = async () => (await house.owner.selectFrom('identity.account').where('id', '=', account).select('disabled_at').executeTakeFirstOrThrow()).disabled_at !== null;
    const reader = await enter('Administration du territoire', javaScript);
    const { page } = reader;
    await page.goto(`${house.origin}/espace/organisations/${sheet}`);
    await page.click('a[aria-label^="Compte de Lise Kern"]');
    await expectSound(reader);
    await press(page, 'desactiver');
    expect(await read(page, '#motif-problem')).toContain('Écrivez le motif');
    await expectSound(reader);
    await page.fill('#motif', 'Ordinateur volé');
    await press(page, 'desactiver');
    expect(await page.locator('[role=status]').innerText()).toContain('Lise Kern n’entre plus');
    expect(await isDisabled()).toBe(true);
    await expectSound(reader);
    await page.goto(`${house.origin}/espace/organisations/${sheet}`);
    expect(await main(page)).toContain('Compte désactivé le');
    await expectSound(reader);
    await page.click('a[aria-label^="Compte de Lise Kern"]');
    await press(page, 'reactiver');
    expect(await page.locator('[role=status]').innerText()).toContain('peut de nouveau se connecter');
    expect(await isDisabled()).toBe(false);
    await page.goto(`${house.origin}/en${new URL(page.url()).pathname}`);
    expect(await main(page)).toContain('is active');

    // One's own stays.
    await page.goto(`${house.origin}/espace/organisations/${metropole}`);
    await page.click('a[aria-label^="Compte d’Agathe Simon"]');
    expect(await main(page)).toContain('votre propre compte');
    expect(await page.locator('button[name=geste]').count()).toBe(0);
    await reader.context.close();
  });

  test('the data protection officer reads the yearly counts, nobody else', async () => {
    const territory = house.app.territory.code;
    const count = { territory, year: 2024, commune: '57463', custodian_kind: 'lettingService', counted_at: new Date('2025-01-02T02:00:00Z') };
    await house.owner.insertInto('party.yearly_count').values([{ ...count, age_band: '25-34', persons: 3 }, { ...count, commune: '57751', age_band: 'unknown', persons: 1204 }]).onConflict((conflict) => conflict.doNothing()).execute();
    const reader = await enter('Délégué à la protection', javaScript);
    const { page } = reader;
    await page.goto(`${house.origin}/espace`);
    await page.click('main a:has-text("Comptes annuels")');
    expect(await main(page)).toContain('À ne pas publier');
    await page.click('a[aria-label="Détail de 2024"]');
    expect(await read(page, 'tr:has(th:text-is("2024"))')).toMatch(/1 207\s+2 janvier 2025/);
    expect(await read(page, '[aria-label*="par commune"]')).toContain('1 204');
    await expectSound(reader);
    await page.goto(`${house.origin}/en/espace/comptes-annuels`);
    expect(await main(page)).toContain('Not to be published');
    await reader.context.close();
    const other = await enter('Administration du territoire', javaScript);
    expect((await other.page.goto(`${house.origin}/espace/comptes-annuels`))?.status()).toBe(403);
    await other.context.close();
  });
});

describe('what is not one’s own', () => {
  test('is refused by role, and absent by scope', async () => {
    const { page, context } = await enter('Ressources humaines', false);
    const status = async (path: string) => (await page.goto(house.origin + path))?.status();
    expect(await status('/espace/personnes')).toBe(403);
    expect(await status('/espace/personnes/nouvelle')).toBe(403);
    expect(await status(`/espace/organisations/${agency}`)).toBe(404);
    expect(await status('/espace/organisations/nouvelle')).toBe(403);
    expect(await status(`/espace/organisations/${metropole}/acces/${agency}`)).toBe(403);
    await context.close();
    const support = await enter('Conseiller en soutien social', false);
    const { id } = await house.owner.selectFrom('party.person').where('custodian_id', '=', agency).select('id').executeTakeFirstOrThrow();
    for (const path of [`/espace/personnes/${id}`, `/espace/personnes/${id}/modifier`, '/espace/personnes/x', '/espace/organisations/x']) {
      expect((await support.page.goto(house.origin + path))?.status(), path).toBe(404);
    }
    await support.context.close();
  });

  test('the data protection officer sees every file, and who opened it', async () => {
    const reader = await enter('Délégué à la protection', true);
    await reader.page.goto(`${house.origin}/espace/personnes`);
    expect(await reader.page.locator('thead').innerText()).toContain('Organisation');
    await reader.page.click('main tbody th a >> nth=0');
    expect(await reader.page.locator('#ouvertures ~ section').innerText()).toContain('Nora Klein');
    await expectSound(reader);
    await reader.context.close();
  });

  test('an English address says that the desk speaks French', async () => {
    const reader = await enter('Conseiller location', true);
    await reader.page.goto(`${house.origin}/en/espace/personnes`);
    expect(await main(reader.page)).toContain('This part exists in French only.');
    expect(await reader.page.locator('main tbody th a').first().getAttribute('href')).toMatch(/^\/en\/espace\/personnes\//);
    await expectSound(reader);
    await reader.context.close();
  });
});
