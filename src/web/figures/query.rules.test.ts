import { expect, test } from 'vitest';
import { addressOf, parseQuery } from './query.rules.ts';

const parsed = (address: string) => parseQuery(new URLSearchParams(address));

test.each([
  ['', ''],
  ['indicateur=income.median&periode=2021', '?indicateur=income.median&periode=2021'],
  ['tri=commune', '?tri=commune'],
  ['tri=commune&ordre=asc', '?tri=commune'],
  ['ordre=asc', '?ordre=asc'],
  ['affichage=carte&commune=57463', '?commune=57463'],
  ['affichage=inconnu&tri=inconnu&ordre=inconnu&indicateur=', ''],
])('“%s” is the view “%s”', (given, written) => expect(addressOf('', parsed(given))).toBe(written));

test('a link changes one thing and keeps the rest', () =>
  expect(addressOf('/observatoire', parsed('indicateur=a&commune=1'), { sort: 'commune', order: 'desc' })).toBe('/observatoire?indicateur=a&commune=1&tri=commune&ordre=desc'));
