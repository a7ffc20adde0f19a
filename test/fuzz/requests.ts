import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import type { ServerBuild } from 'react-router';
import type { Role } from '../../src/platform/permission/matrix.ts';
import type { Place } from '../permissions/place.ts';
import { scopeIn } from '../permissions/reach.ts';
import { routeRules } from '../permissions/route-rules.ts';
import { hostile, hostileShort, otherHost, rawEscapes } from './hostile.ts';

/** Every address of the router's own manifest, in each of its languages, whether it is in the rules or not. */
const root = join(import.meta.dirname, '../..');
const build = (await import(join(root, 'build/server/index.js'))) as ServerBuild;
const addresses = Object.values(build.routes).flatMap((entry) => {
  if (!entry || entry.id === 'root') return [];
  const [language, ...rest] = entry.id.split('/');
  const page = entry.id === 'routes/security-txt' ? '.well-known/security.txt' : rest.join('/') || '/';
  return [{ page, prefix: language === 'fr' || page === '.well-known/security.txt' ? '' : `/${language}`, sent: 'action' in entry.module && entry.module.action !== undefined }];
});
export const pages: readonly string[] = [...new Set(addresses.map(({ page }) => page))];
/** Making a document is slow, and its address says nothing more: seldom asked. */
const slow = /^comite\.|\.xlsx$/;
/** What stands beside the router. */
const beside = ['/healthz', '/readyz', '/favicon.svg', '/assets/', '/assets/x.js', '/assets/../../server/index.js', '/assets/%2e%2e/%2e%2e/package.json', '/.env', '/wp-login.php', '/api/v1/persons', '/espace.data', '/_root.data', '/__manifest', '/en/en', '//', '/%00', '/en//espace'];

/** Names that the pages read in an address or a form, as their sources write them. */
const sources = globSync(join(root, 'src/web/**/*.{ts,tsx}')).map((file) => readFileSync(file, 'utf8')).join('\n');
const names = [...new Set([...sources.matchAll(/name="([\w-]+)"|(?:get|form|field|given)\('([\w-]+)'\)/g)].flatMap(([, attribute, read]) => attribute ?? read ?? []))];
const anyName = fc.oneof({ weight: 8, arbitrary: fc.constantFrom(...names) }, { weight: 1, arbitrary: hostileShort });

const inAddress = fc.oneof(hostileShort, fc.constantFrom(...rawEscapes).map((raw) => ({ raw })));

/** Forms of one's own account and of the doors, which `routeRules` leaves to test/identity. */
const doorForms: Readonly<Record<string, readonly Readonly<Record<string, string>>[]>> = {
  'connexion': [{ moyen: 'motDePasse', email: 'x@exemple.fr', 'mot-de-passe': 'quatre mots au hasard' }, { moyen: 'lien', 'email-lien': 'x@exemple.fr' }, { moyen: 'demonstration', compte: '0' }],
  'connexion/code': [{ code: '123456' }],
  'connexion/double-facteur': [{ cle: 'x', code: '123456' }],
  'connexion/lien/:token': [{}],
  'mot-de-passe-oublie': [{ email: 'x@exemple.fr' }],
  'nouveau-mot-de-passe/:token': [{ 'mot-de-passe': 'quatre mots au hasard', code: '123456' }],
  'invitation/:token': [{ nom: 'Essai', 'mot-de-passe': 'quatre mots au hasard' }],
  'compte': [
    { geste: 'nom', nom: 'Moi' }, { geste: 'motDePasse', actuel: 'x', nouveau: 'quatre mots au hasard' }, { geste: 'codes', code: '123456' }, { geste: 'appareil', appareil: 'x' }, { geste: 'appareils' },
  ],
  'espace/choix': [{ acces: 'x' }],
};

type Field = readonly [name: string, value: string];
export const whoses = ['mine', 'other', 'foreign'] as const;
type Whose = (typeof whoses)[number];
type Places = Readonly<Record<Whose, Place>>;

/** The pages' own forms, about somebody's place; nothing of a place's mark is in them, so that none comes back by itself. */
function formsOf(page: string, place: Place): { params: Readonly<Record<string, string>> | undefined; fields: readonly Field[] }[] {
  const rule = routeRules[page];
  const unmarked = { ...place, mark: 'Essai' };
  const own = rule && 'params' in rule ? rule.params?.(unmarked) : undefined;
  const doors = doorForms[page] ?? (rule && 'sends' in rule ? rule.sends : undefined) ?? [];
  const told = rule && 'gestures' in rule ? Object.entries(rule.gestures ?? {}) : [];
  return [
    ...told.map(([geste, { form, params }]) => ({ params: params?.(unmarked) ?? own, fields: Object.entries({ geste, ...form(unmarked) }) })),
    ...doors.map((form) => ({ params: own, fields: Object.entries(form) })),
    ...(told.length === 0 && doors.length === 0 ? [{ params: own, fields: [] }] : []),
  ];
}

const often = <Value>(...choices: readonly (readonly [weight: number, value: Value])[]): fc.Arbitrary<Value> =>
  fc.oneof(...choices.map(([weight, value]) => ({ weight, arbitrary: fc.constant(value) })));

const change = fc.record({ how: often([5, 'replace'], [1, 'remove'], [1, 'double'], [1, 'array'], [1, 'id']), at: fc.nat(20), value: hostile });
const sent = fc.record({
  kind: often([20, 'form'], [3, 'multipart'], [1, 'file'], [1, 'json'], [1, 'empty'], [1, 'mistyped'], [1, 'garbage'], [1, 'large']),
  form: fc.nat(20), changes: fc.oneof(fc.array(change, { maxLength: 0 }), fc.array(change, { maxLength: 3 })), extra: fc.array(fc.tuple(anyName, hostile), { maxLength: 2 }),
});
const header = fc.tuple(fc.constantFrom('host', 'user-agent', 'accept', 'accept-language', 'x-forwarded-host', 'x-forwarded-for', 'x-forwarded-proto', 'referer', 'range', 'if-none-match', 'if-modified-since', 'content-type', 'x-http-method-override'), hostileShort);

/** The forms that a role may send; a refusal at the door would try nothing of what is behind. */
function openTo(role: Role | undefined): typeof addresses {
  const open = addresses.filter(({ page }) => {
    const rule = routeRules[page];
    return role && rule && 'gestures' in rule && scopeIn(role, rule.for) !== undefined;
  });
  return open.length > 0 ? open : addresses.filter(({ sent: one }) => one);
}

/** A request as chance has it, before it is known whose rows it names. */
const drawnFor = (role: Role | undefined) => fc.record({
  address: fc.oneof(
    { weight: 30, arbitrary: fc.constantFrom(...addresses.filter(({ page }) => !slow.test(page))) },
    { weight: 10, arbitrary: fc.constantFrom(...addresses.filter((one) => one.sent)) },
    { weight: 30, arbitrary: fc.constantFrom(...openTo(role)) },
    { weight: 1, arbitrary: fc.constantFrom(...addresses.filter(({ page }) => slow.test(page))) },
    { weight: 2, arbitrary: fc.oneof(fc.constantFrom(...beside), hostileShort.map((text) => `/${text}`)).map((page) => ({ page, prefix: '', sent: false })) },
  ),
  method: often([1, 'HEAD'], [1, 'PUT'], [1, 'DELETE'], [1, 'OPTIONS'], [1, 'PATCH'], [1, 'POST'], [1, 'GET'], [60, undefined]),
  // A page with a form is looked at one time in three.
  look: fc.nat(2),
  // Whose page is asked for; whose rows its form names, where not the same.
  whose: often<Whose>([5, 'mine'], [2, 'other'], [2, 'foreign']),
  named: often<Whose | undefined>([8, undefined], [1, 'other'], [2, 'foreign']),
  wrong: fc.option(fc.tuple(fc.nat(3), inAddress), { freq: 5 }),
  query: fc.array(fc.tuple(anyName, inAddress), { maxLength: 3 }),
  sent, headers: fc.oneof({ weight: 12, arbitrary: fc.constant([]) }, { weight: 1, arbitrary: fc.array(header, { maxLength: 2 }) }),
  origin: often<'own' | 'foreign' | 'none'>([30, 'own'], [1, 'foreign'], [1, 'none']),
  session: often<'own' | 'none' | 'broken'>([20, 'own'], [1, 'none'], [1, 'broken']), broken: hostileShort,
});
export type Drawn = ReturnType<typeof drawnFor> extends fc.Arbitrary<infer Value> ? Value : never;

export const drawRequests = (role: Role | undefined, seed: number, count: number): Drawn[] => fc.sample(drawnFor(role), { seed, numRuns: count });

export interface Sent { page: string; method: string; path: string; headers: Readonly<Record<string, string>>; body: Buffer }

/** The request as it goes over the wire. */
export function written(request: Drawn, places: Places, cookie: string | undefined, origin: string): Sent {
  const { page, prefix } = request.address;
  const forms = formsOf(page, places[request.named ?? request.whose]);
  const form = forms[request.sent.form % forms.length]!;
  const params = { ...formsOf(page, places[request.whose])[request.sent.form % forms.length]?.params };
  const method = request.method ?? (request.address.sent && request.look > 0 ? 'POST' : 'GET');
  const bodied = ['GET', 'HEAD', 'OPTIONS'].includes(method) ? undefined : bodyOf(request.sent, form.fields, places);
  const session = request.session === 'broken' ? `ancrage=${request.broken}` : request.session === 'own' ? cookie : undefined;
  const headers: Record<string, string> = {
    ...(session === undefined ? {} : { cookie: session }),
    ...(request.origin === 'none' ? {} : { origin: request.origin === 'own' ? origin : `https://${otherHost}` }),
    ...(bodied ? { 'content-length': String(bodied.body.length), ...(bodied.type === '' ? {} : { 'content-type': bodied.type }) } : {}),
    ...Object.fromEntries(request.headers),
  };
  const query = request.query.map(([name, value]) => `${escaped(name)}=${asWritten(value)}`).join('&');
  // A header holds bytes, and a path no blank.
  const path = `${prefix}${addressOf(page, params, request.wrong)}${query ? `?${query}` : ''}`.replaceAll(/[^!-\u00ff]/gu, escaped);
  return { page, method, path, headers: Object.fromEntries(Object.entries(headers).map(([name, value]) => [name, value.replaceAll(/[^\t -~\u0080-\u00ff]/g, '?')])), body: bodied?.body ?? Buffer.alloc(0) };
}

type Value = string | { raw: string };
const asWritten = (value: Value): string => (typeof value === 'string' ? escaped(value) : value.raw);

function addressOf(page: string, params: Readonly<Record<string, string>>, wrong: readonly [number, Value] | null): string {
  if (page === '*') return `/${wrong ? asWritten(wrong[1]) : 'nulle-part'}`;
  const names = [...page.matchAll(/:(\w+)/g)].map(([, name]) => name);
  const address = page.startsWith('/') ? page : `/${page}`;
  return address.replaceAll(/:(\w+)/g, (_, name: string) => (wrong && names.indexOf(name) === wrong[0] % names.length ? asWritten(wrong[1]) : encodeURIComponent(params[name] ?? '0')));
}

/** Percent-encoded bytes, those of a lone surrogate as a careless program writes them: `encodeURIComponent` refuses it. */
const escaped = (text: string): string => Array.from(text, (character) => {
  const code = character.codePointAt(0)!;
  return code >= 0xd800 && code < 0xe000 ? `%ED%${(0x80 | ((code >> 6) & 0x3f)).toString(16)}%${(0x80 | (code & 0x3f)).toString(16)}` : encodeURIComponent(character);
}).join('');

const urlEncoded = (fields: readonly Field[]): Buffer => Buffer.from(fields.map(([name, value]) => `${escaped(name)}=${escaped(value)}`).join('&'));
/** A little more than a form may weigh. */
const tooLarge = 256 * 1024 + 1;

function bodyOf(request: Drawn['sent'], form: readonly Field[], places: Places): { type: string; body: Buffer } {
  const fields = [...request.changes.reduce((kept, one) => changed(kept, one, places), form), ...request.extra];
  const boundary = 'zqx-boundary';
  const part = (name: string, value: string, more = ''): string => `--${boundary}\r\ncontent-disposition: form-data; name="${name}"${more}\r\n\r\n${value}\r\n`;
  switch (request.kind) {
    case 'multipart': return { type: `multipart/form-data; boundary=${boundary}`, body: Buffer.from(`${fields.map(([name, value]) => part(name, value)).join('')}--${boundary}--\r\n`) };
    case 'file': return { type: `multipart/form-data; boundary=${boundary}`, body: Buffer.from(`${fields.map(([name, value]) => part(name, value, '; filename="../../x.html"\r\ncontent-type: text/html')).join('')}--${boundary}--\r\n`) };
    case 'json': return { type: 'application/json', body: Buffer.from(JSON.stringify({ ...Object.fromEntries(fields), '__proto__': { admin: true }, geste: [fields] })) };
    case 'empty': return { type: 'application/x-www-form-urlencoded', body: Buffer.alloc(0) };
    case 'mistyped': return { type: request.form % 2 ? 'text/plain' : 'multipart/form-data', body: urlEncoded(fields) };
    case 'garbage': return { type: request.form % 2 ? `multipart/form-data; boundary=${boundary}` : 'application/x-www-form-urlencoded', body: Buffer.from(`--${boundary}\r\n%%&&==\xff\xfe${request.extra.flat().join('')}`, 'latin1') };
    case 'large': return { type: 'application/x-www-form-urlencoded', body: Buffer.concat([urlEncoded(form), Buffer.alloc(tooLarge, '&x=1')]) };
    default: return { type: 'application/x-www-form-urlencoded', body: urlEncoded(fields) };
  }
}

function changed(fields: readonly Field[], { how, at, value }: Drawn['sent']['changes'][number], places: Places): readonly Field[] {
  const index = at % Math.max(fields.length, 1);
  const [name, old] = fields[index] ?? [names[at % names.length]!, ''];
  const rest = fields.toSpliced(index, 1);
  switch (how) {
    case 'remove': return rest;
    case 'double': return [...fields, [name, value]];
    case 'array': return [...rest, [`${name}[]`, old], [`${name}[0][x]`, value]];
    case 'id': return [...rest, [name, idOf(places[whoses[at % whoses.length]!], at)]];
    default: return fields.toSpliced(index, 1, [name, value]);
  }
}

const idOf = (place: Place, at: number): string => {
  const ids = [place.person, place.organisation, place.household, place.establishment, place.contact, place.consent, place.request, place.member, place.memberAccount, place.invitation, place.document];
  return ids[at % ids.length]!;
};
