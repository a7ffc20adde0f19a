import { expect, test } from 'vitest';
import { elsewhere, here, type Place } from '../permissions/place.ts';
import { openWatchedHouse } from '../permissions/watched-house.ts';
import { differing, leaked, mayChange, printsOf, wrongIn } from './oracle.ts';
import type { Sent } from './requests.ts';
import type { Answer } from './wire.ts';

/** A fuzzer that finds nothing proves something only if what judges it sees each kind of fault. */
const sent: Sent = { page: '/', method: 'GET', path: '/', headers: {}, body: Buffer.alloc(0) };
const page = (text: string, more: Partial<Answer> = {}): Answer => ({ status: 200, text, ...more, headers: { 'content-type': 'text/html; charset=utf-8', ...more.headers } });

test.each<[string, Answer, boolean]>([
  ['an ordinary page', page('<p>Bonjour</p>'), false],
  ['a fault', page('', { status: 500 }), true],
  ['markup as it was sent', page('<p><script>zqxa()</script></p>'), true],
  ['markup, escaped', page('<p>&lt;script&gt;zqxa()&lt;/script&gt;</p>'), false],
  ['a script in an address', page('<a href="javascript:zqxg()">x</a>'), true],
  ['a formula in a table', page('a;b\r\n"=cmd|\'/C zqx\'!A1";1\r\n', { headers: { 'content-type': 'text/csv' } }), true],
  ['a formula kept quiet', page('a;b\r\n"\'=cmd|\'/C zqx\'!A1";1\r\n', { headers: { 'content-type': 'text/csv' } }), false],
  ['a header of one’s own', page('', { headers: { 'x-zqx': '1' } }), true],
  ['a cookie of one’s own', page('', { headers: { 'set-cookie': ['x-zqx=1'] } }), true],
  ['another site', page('', { status: 302, headers: { location: '//zqx.example/' } }), true],
  ['a page of ours', page('', { status: 302, headers: { location: '/connexion?retour=%2F%2Fzqx.example' } }), false],
  ['a stack', page(`at ${import.meta.dirname.replace('/test/fuzz', '')}/src/x.ts:1`), true],
])('%s', (_, answer, wrong) => {
  expect(wrongIn(answer, sent).length > 0).toBe(wrong);
});

const place = (mark: string, territory: string): Place => ({ mark, territory }) as Place;
const mine = place('zzaaaaaaaaaaaa', here);
const other = place('zzbbbbbbbbbbbb', here);
const foreign = place('zzcccccccccccc', elsewhere);
const placeOf = new Map([mine, other, foreign].map((one) => [one.mark, one]));

test.each<[string, Parameters<typeof leaked>[1], boolean]>([
  [mine.mark, undefined, true], [mine.mark, 'lettingAdviser', false], [mine.mark, 'hrManager', true], [`${mine.mark} organisation`, 'hrManager', false],
  [other.mark, 'lettingAdviser', true], [`${other.mark} organisation`, 'lettingAdviser', false], [`${other.mark} contact`, 'lettingAdviser', true], [`${other.mark} contact`, 'employerOfficer', false],
  [other.mark, 'dataProtectionOfficer', false], [`invite-${other.mark}`, 'dataProtectionOfficer', true], [`membre-${other.mark}@exemple.fr`, 'territoryAdmin', false],
  [foreign.mark, 'dataProtectionOfficer', true], [`${foreign.mark} organisation`, 'territoryAdmin', true],
])('%s shown to %s: %s', (text, role, leak) => {
  expect(leaked(`<p>${text}</p>`, role, mine, placeOf).length > 0).toBe(leak);
});

test.each<[Parameters<typeof mayChange>[0], string, boolean]>([
  [undefined, 'party.person', false], ['lettingAdviser', 'party.person', false], ['dataProtectionOfficer', 'party.person', true], ['territoryAdmin', 'party.membership', true], ['territoryAdmin', 'party.note', false],
])('of another organisation, %s may change %s: %s', (role, table, may) => {
  expect(mayChange(role, table)).toBe(may);
});

test('a row touched in another place is seen; one of one’s own is not, even if it has another’s id in a text', async () => {
  const house = await openWatchedHouse();
  const world = await house.openWorld('lettingAdviser');
  const touched = async (place: Place): Promise<string[][]> => {
    const prints = () => Promise.all([printsOf(house.owner, world.other), printsOf(house.owner, world.foreign)]);
    const before = await prints();
    await house.owner.updateTable('party.person').set({ phone: '0387000000', given_name: world.other.household }).where('id', '=', place.person).execute();
    await house.owner.deleteFrom('identity.totp').where('account_id', '=', place.memberAccount).execute();
    const after = await prints();
    return before.map((print, at) => differing(print, after[at]!));
  };
  const tables = ['identity.totp', 'party.person'];
  expect([await touched(world.mine), await touched(world.other), await touched(world.foreign)]).toEqual([[[], []], [tables, []], [[], tables]]);
  await house.close();
});
