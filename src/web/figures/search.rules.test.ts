import { expect, test } from 'vitest';
import { observatoryIndicatorsOf, sourceCatalogue } from '../../observatory/index.ts';
import { observatoryMessages } from '../messages/observatory.ts';
import { searchIn, type Searched } from './search.rules.ts';

const all: Searched = {
  communes: [{ code: '57463', name: 'Metz', postalCodes: ['57000', '57050', '57070'] }, { code: '57212', name: 'Féy', postalCodes: ['57420'] }],
  indicators: observatoryIndicatorsOf([]).definitions,
  themes: observatoryMessages.fr.themes,
  pages: [
    { id: 'convention', label: 'Convention', path: '/convention' },
    { id: 'committee', label: 'Comité', path: '/comite' },
    { id: 'sources', label: 'Sources', path: '/sources' },
    { id: 'personalData', label: 'Données personnelles', path: '/donnees-personnelles' },
  ],
  sources: sourceCatalogue,
};
const found = (asked: string, language: 'fr' | 'en' = 'fr') => searchIn(asked, all, language);

test.each([
  ['loyers', 'rents.flat'],
  ['loyer', 'rents.flat'],
  ['logement social', 'social.dwellings'],
  ['logements sociaux', 'social.dwellings'],
  ['salaires', 'income.wageShare'],
  ['hlm', 'social.dwellings'],
  ['bailleur', 'social.dwellings'],
  ['SRU', 'social.dwellings'],
  ['vacants', 'private.vacant'],
  ['logement inoccupé', 'private.vacant'],
  ['pauvreté', 'income.povertyRate'],
  ['permis de construire', 'construction.authorised'],
  ['quartiers prioritaires', 'zoning.qpvCount'],
  ['habitants', 'population.municipal'],
])('“%s” finds %s first', (asked, id) => expect(found(asked).indicators[0]?.id).toBe(id));

test('“revenus” finds every figure of income, the standard of living among the first', () => {
  const ids = found('revenus').indicators.map(({ id }) => id);
  expect(ids.slice(0, 3)).toContain('income.median');
  expect(ids.filter((id) => id.startsWith('income.')).length).toBeGreaterThan(6);
});

test('every rent answers to “loyers”, before the zone that rents explain', () => {
  const ids = found('loyers').indicators.map(({ id }) => id);
  expect(ids.slice(0, 4).toSorted()).toEqual(['rents.flat', 'rents.flat12', 'rents.flat3', 'rents.house']);
  expect(ids.indexOf('zoning.abc')).toBeGreaterThan(3);
});

test.each([['57000', ['57463']], ['57420', ['57212']], ['57212', ['57212']], ['fey', ['57212']]])('%s is the commune %j', (asked, codes) =>
  expect(found(asked).communes.map(({ code }) => code)).toEqual(codes));

test.each([['convention', 'convention'], ['COPIL', 'committee'], ['comité de pilotage', 'committee'], ['RGPD', 'personalData'], ['engagements', 'convention'], ['open data', 'sources']])('“%s” is the page %s', (asked, id) =>
  expect(found(asked).pages[0]?.id).toBe(id));

test.each([['filosofi', 'filosofi'], ['lovac', 'lovac'], ['carte des loyers', 'rents-flat']])('“%s” is the source %s', (asked, id) =>
  expect(found(asked).sources.map((source) => source.id)).toContain(id));

test('English words find the same', () => {
  expect(found('rents', 'en').indicators[0]?.id).toBe('rents.flat');
  expect(found('empty', 'en').indicators.map(({ id }) => id)).toContain('private.vacant');
});

test('nothing is found for a word that nobody uses', () => expect(Object.values(found('zzz')).flat()).toEqual([]));
