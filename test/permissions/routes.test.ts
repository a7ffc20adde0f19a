import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { ServerBuild } from 'react-router';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { roles, type Role } from '../../src/platform/permission/matrix.ts';
import type { Place } from './place.ts';
import { reaches, scopeIn } from './reach.ts';
import { routeRules, type Gesture, type RouteRule } from './route-rules.ts';
import { filled, openWatchedHouse, type WatchedHouse, type World } from './watched-house.ts';

/**
 * Every address of the router's own manifest × every role × one's own rows, those of another organisation, those of
 * another territory; over HTTP, on the built house. Who may gets at least a row, who may not gets none and changes none.
 */
const build = (await import(join(import.meta.dirname, '../../build/server/index.js'))) as ServerBuild;
interface Address { path: string; hasLoader: boolean; hasAction: boolean }
const addresses: readonly Address[] = Object.values(build.routes).flatMap((entry) => {
  if (!entry || entry.id === 'root') return [];
  const [language, ...rest] = entry.id.split('/');
  const path = entry.id === 'routes/security-txt' ? '.well-known/security.txt' : language === 'fr' ? rest.join('/') || '/' : undefined;
  return path === undefined ? [] : [{ path, hasLoader: 'loader' in entry.module && entry.module.loader !== undefined, hasAction: 'action' in entry.module && entry.module.action !== undefined }];
});

const signedInRoles = roles.filter((role) => role !== 'job');

/** Whose marks stand in an answer, besides the name of one's own organisation, which every page's head shows. */
const marksIn = (text: string, { mine, other, foreign }: World): string[] =>
  [mine, other, foreign].map(({ mark }) => mark).filter((mark) => text.replaceAll(`${mine.mark} organisation`, '').includes(mark));
/** A page's own part; a file is all its own. */
const mainOf = (text: string): string => /<main[\s\S]*<\/main>/.exec(text)?.[0] ?? (text.startsWith('<') ? '' : text);
const refusals = [403, 404];

let house: WatchedHouse;

test('the manifest and the rules name the same addresses', () => {
  expect(addresses.map(({ path }) => path).toSorted()).toEqual(Object.keys(routeRules).toSorted());
});

test('what can be sent has its forms told, and nothing else has', () => {
  for (const { path, hasAction } of addresses) {
    const rule = routeRules[path];
    if (!rule || rule.for === 'all' || rule.for === 'account') continue;
    expect(Object.keys('gestures' in rule ? rule.gestures ?? {} : {}).length > 0, path).toBe(hasAction);
  }
});

test('every button that names a gesture has its rule', () => {
  const sources = globSync(join(import.meta.dirname, '../../src/web/**/*.tsx')).map((file) => readFileSync(file, 'utf8'));
  // Those of one's own account are told below and in test/identity.
  const own = ['nom', 'motDePasse', 'codes', 'appareil', 'appareils'];
  // A name that several pages use has as many rules.
  const named = sources.flatMap((source) => [...new Set([...source.matchAll(/name="geste" value="(\w+)"/g)].map(([, value]) => value ?? ''))]).filter((name) => !own.includes(name));
  const sent = (forms: readonly Readonly<Record<string, string>>[] = []): string[] => [...new Set(forms.flatMap(({ geste }) => geste ?? []))];
  const told = Object.values(routeRules).flatMap((rule) => ('gestures' in rule ? Object.keys(rule.gestures ?? {}) : 'sends' in rule ? sent(rule.sends) : []));
  expect(named.toSorted()).toEqual(told.filter((name) => named.includes(name)).toSorted());
});

const ruled = addresses.flatMap(({ path, hasLoader, hasAction }) => {
  const rule = routeRules[path];
  return rule ? [{ path, rule, hasLoader, hasAction }] : [];
});
const open = ruled.filter(({ rule }) => rule.for === 'all');
const own = ruled.filter(({ rule }) => rule.for === 'account');
type Held = Exclude<RouteRule, { for: 'all' | 'account' }>;
const held = ruled.flatMap(({ path, rule }) => (rule.for === 'all' || rule.for === 'account' ? [] : [{ path, rule: rule as Held }]));

describe('who is not signed in', () => {
  beforeAll(async () => { house = await openWatchedHouse(); });
  afterAll(() => house.close());

  test.each([...own, ...held])('$path: is sent to sign in, or finds nothing', async ({ path, rule }) => {
    const world = await house.openWorld('lettingAdviser');
    await house.changes();
    for (const place of [world.mine, world.foreign]) {
      const address = filled(path, 'params' in rule ? rule.params?.(place) ?? {} : {});
      for (const form of [undefined, { geste: 'note' }]) {
        const { status, location, text } = await house.ask(address, undefined, form);
        expect(status === 302 ? location : status, address).toSatisfy((answer: unknown) => [404, 405].includes(answer as number) || String(answer).startsWith('/connexion'));
        expect(marksIn(text, world)).toEqual([]);
      }
    }
    expect(await house.changes()).toEqual([]);
  });
});

describe.each(signedInRoles)('%s', (role) => {
  let world: World;
  // A house for each role: lists show one world, whole.
  beforeAll(async () => {
    house = await openWatchedHouse();
    world = await house.openWorld(role);
  });
  afterAll(() => house.close());

  test.each(open)('$path names nobody', async ({ path }) => {
    const { status, text } = await house.ask(filled(path, {}), world.cookie);
    expect(status).toBeLessThan(500);
    expect(marksIn(text, world)).toEqual([]);
  });

  test.each(open.flatMap(({ path, rule }) => ('sends' in rule ? [{ path, forms: rule.sends ?? [] }] : [])))('$path keeps nothing of what is sent', async ({ path, forms }) => {
    await house.changes();
    for (const form of forms) expect((await house.ask(filled(path, {}), world.cookie, form)).status, JSON.stringify(form)).toBe(200);
    expect(await house.changes()).toEqual([]);
  });

  test.each(own)('$path is for whoever has an account', async ({ path }) => {
    const { status, text } = await house.ask(filled(path, {}), world.cookie);
    expect(status).toBe(200);
    expect(marksIn(text, world).filter((mark) => mark !== world.mine.mark)).toEqual([]);
  });

  test.each(held.map(({ path, rule }) => ({ path, rule })))('$path opens in its scope, and only there', async ({ path, rule }) => {
    const scope = rule.except?.includes(role) ? undefined : scopeIn(role, rule.for);
    const { mine, other, foreign } = world;
    await house.changes();
    for (const [name, place] of Object.entries({ mine, other, foreign })) {
      if (!rule.params && name !== 'mine') continue;
      const { status, text } = await house.ask(filled(path, rule.params?.(place) ?? {}), world.cookie);
      const allowed = !rule.sentOnly && (rule.params ? reaches(scope, place, mine) : scope !== undefined);
      expect(allowed ? [200] : refusals, `${name}: ${path}`).toContain(status);
      const may = [mine, other, foreign].filter((one) => reaches(scope, one, mine)).map((one) => one.mark);
      const seen = marksIn(text, world);
      expect(seen.filter((mark) => !may.includes(mark)), `${name}: ${path}`).toEqual([]);
      if (!allowed) expect(seen).toEqual([]);
      else if (rule.params && !rule.file) expect(mainOf(text)).toContain(place.mark);
      else if (rule.lists) expect(seen).toEqual(may);
    }
    expect(await house.changes()).toEqual([]);
  });

  const gestures = held.flatMap(({ path, rule }) => Object.entries(rule.gestures ?? {}).map(([name, gesture]) => ({ path, rule, name, gesture })));
  test.each(gestures)('$path $name acts in its scope, and only there', async ({ path, rule, name, gesture }) => {
    await sentEverywhere(role, path, rule, name, gesture);
  });
});

async function sentEverywhere(role: Role, path: string, rule: Held, name: string, gesture: Gesture): Promise<void> {
  const world = await house.openWorld(role);
  const { mine, other, foreign } = world;
  const scope = gesture.except?.includes(role) || rule.except?.includes(role) ? undefined : scopeIn(role, gesture.permission);
  for (const [which, place] of Object.entries({ foreign, other, mine })) {
    if (gesture.makes && place !== mine) continue;
    if (gesture.closed) await house.owner.updateTable('party.person').set({ closed_on: '2026-01-01' }).where('id', '=', place.person).execute();
    if (gesture.drafted) await house.owner.updateTable('publishing.analysis').set({ state: 'draft' }).where('id', '=', place.analysis).execute();
    if (gesture.disabled) await house.owner.updateTable('identity.account').set({ disabled_at: new Date() }).where('id', '=', place.memberAccount).execute();
    if (gesture.retained) {
      await house.owner.updateTable('needs.scenario').set({ retained_at: null }).where('territory', '=', place.territory).execute();
      await house.owner.updateTable('needs.scenario').set({ retained_at: new Date() }).where('id', '=', place.scenario).execute();
    }
    if (gesture.organisationClosed) {
      // One's own is not closed under one's feet: nobody would be signed in for it.
      if (place === mine) continue;
      await house.owner.updateTable('party.organisation').set({ closed_on: '2026-01-01' }).where('id', '=', place.organisation).execute();
    }
    await house.changes();
    const { status, text } = await house.ask(filled(path, (gesture.params ?? rule.params)?.(place) ?? {}), world.cookie, { geste: name, ...gesture.form(place) });
    const changed = await house.changes();
    const allowed = gesture.makes ? scope !== undefined : reaches(scope, place, mine) && !(gesture.notMine && place === mine);
    const at = `${role}, ${which}: ${path} ${name} answered ${status}`;
    // A search is answered with what one may see of it; everything else refuses.
    if (allowed) expect(status, `${at} ${problems(text)}`).toBeLessThan(400);
    else if (!(gesture.shows && scope)) expect(status, at).toBeGreaterThanOrEqual(400);
    expect(status, at).toBeLessThan(500);
    if (gesture.shows) expect(rowsShown(text, place), at).toBe(allowed);
    expect(changed.length > 0 || (allowed && (gesture.shows === true || gesture.draws === true || name === 'copier')), `${at}: ${changed.join(' ')}`).toBe(allowed);
    // What was typed is shown again.
    const out = [mine, other, foreign].filter((one) => !reaches(scope, one, mine) && one !== place).map(({ mark }) => mark);
    expect(marksIn(text, world).filter((mark) => out.includes(mark)), at).toEqual([]);
  }
}

/** A search shows again what was asked: a row is a link to its file. */
const rowsShown = (text: string, place: Place): boolean => text.includes(`/espace/personnes/${place.person}`);
const problems = (text: string): string => /role="alert"[\s\S]{0,600}/.exec(text)?.[0].replaceAll(/<[^>]+>/g, ' ') ?? '';
