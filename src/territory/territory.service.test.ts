import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { currentCommuneOf, findTerritory } from './index.ts';

const folder = join(import.meta.dirname, '../../territories');

test.each([
  ['metz', 'Eurométropole de Metz', 'de l’Eurométropole de Metz', 46],
  ['200039865', 'Eurométropole de Metz', 'de l’Eurométropole de Metz', 46],
  ['245400676', 'Métropole du Grand Nancy', 'de la Métropole du Grand Nancy', 20],
  ['243300316', 'Bordeaux Métropole', 'de Bordeaux Métropole', 28],
])('%s is %s', (asked, name, nameWithOf, communes) => {
  const found = findTerritory(asked, folder);
  expect(found.ok && { name: found.value.name, nameWithOf: found.value.nameWithOf, communes: found.value.currentCommunes.length }).toEqual({ name, nameWithOf, communes });
});

test.each(['999999999', '', 'paris', '57463'])('%j is no territory', (asked) => {
  expect(findTerritory(asked, folder)).toEqual({ ok: false, error: { code: 'territory.unknown', asked } });
});

test.each([
  ['57463', '57463'], // Metz
  ['57094', '57463'], // a commune that Metz absorbed
  ['75101', '75056'], // a district of Paris
  ['97302', '97302'], // Cayenne
  ['57999', undefined],
])('%s is today %s', (code, today) => expect(currentCommuneOf(code)).toBe(today));

/** The territory of a folder whose file holds this contact. */
function withContact(contact: object): ReturnType<typeof findTerritory> {
  const own = mkdtempSync(join(tmpdir(), 'ancrage-territories-'));
  mkdirSync(join(own, 'nancy'));
  writeFileSync(join(own, 'nancy', 'territory.yaml'), JSON.stringify({ code: '245400676', name: 'Nancy', nameWithOf: 'de Nancy', contact }));
  try {
    return findTerritory('nancy', own);
  } finally {
    rmSync(own, { recursive: true });
  }
}

test.each([{ phone: '03 53 01 23 45' }, { phone: '0353012345' }, { phone: '+33 3 53 01 23 45' }, { phone: '3939' }, { phone: '03.53.01.23.45' }, { phone: '0 805 123 456' }, { email: 'a@b.example' }, { page: 'https://b.example/aide' }])('a service is reached by %j', (way) => {
  const found = withContact({ service: 'Accueil', ...way });
  expect(found.ok && found.value.contact).toEqual({ service: 'Accueil', ...way, demonstration: false });
});

test.each([
  [{}, /au moins un moyen/], [{ phone: 'le standard' }, /contact\.phone/], [{ phone: '03 53' }, /contact\.phone/], [{ email: 'a@' }, /contact\.email/],
  [{ page: 'http://b.example' }, /contact\.page/], [{ page: 'javascript:alert(1)' }, /contact\.page/], [{ fax: '03 53 01 23 45', email: 'a@b.example' }, /fax/],
])('a service with %j is refused, with the line', (way, line) => {
  const found = withContact({ service: 'Accueil', ...way });
  expect(!found.ok && found.error.code === 'territory.badFile' && found.error.detail).toMatch(line);
});
