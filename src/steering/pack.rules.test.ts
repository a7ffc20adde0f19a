import { expect, test } from 'vitest';
import { convention, definitions, packInput, readings } from '../../test/steering/fixture.ts';
import { canonicalJson, contentIdOf, packContent, packIndicators } from './pack.rules.ts';

const content = packContent(packInput);
const figure = (id: string) => content.figures.find((one) => one.indicator === id)!;

test('every figure asked is there, whatever its cell', () => {
  expect(content.figures.map(({ indicator, value }) => [indicator, value])).toEqual([
    ['t.number', '1\u202f100'],
    ['t.interval', 'entre\u00a03\u202f000 et\u00a03\u202f100'],
    ['t.atLeast', 'au moins\u00a091\u202f904'],
    ['t.secret', 'secret'],
    ['t.absent', 'non disponible'],
    ['t.never', 'non calculable'],
    ['t.share', '24,3\u202f%'],
    ['t.formula', '0'],
    ['t.typst', '1,25'],
  ]);
});

test('a missing figure says why and what to do', () => {
  expect(figure('t.absent')).toMatchObject({ note: 'Importez cette source pour obtenir le chiffre.', source: 'Source attendue\u00a0: Fichier attendu' });
  expect(figure('t.never').note).toContain('17\u202f410\u202f€ (Alpha)');
  expect(figure('t.secret').note).toBe('Moins de 11 : secret.');
});

test('a state exists only against an adopted target', () => {
  expect(content.figures.filter(({ state }) => state !== null).map(({ indicator, state }) => [indicator, state?.word])).toEqual([['t.number', 'à surveiller'], ['t.interval', 'en retard']]);
});

test('a caution that figures share stands once', () => {
  const methodBreaks = { at: 'everyPeriod' as const, text: { fr: 'Autre méthode.', en: '' } };
  const cautious = packContent({ ...packInput, definitions: definitions.map((one) => (one.id === 't.interval' || one.id === 't.atLeast' ? { ...one, methodBreaks } : one)) });
  expect(cautious.cautions).toEqual(['Autre méthode.']);
});

test('figures without any value stand in one line, and stay in the content', () => {
  expect(content.figures.filter(({ available }) => !available).map(({ indicator }) => indicator)).toEqual(['t.absent']);
  expect(content.unavailable).toBe('Chiffre non disponible\u00a0: Indicateur t.absent (source à importer\u00a0: Fichier attendu).');
});

test('the map shows the period of the figure beside it', () => {
  // A commune already has 2026, of which the territory has no figure yet.
  const early = { ...readings.find((one) => one.indicator === 't.number' && one.area === '57001')!, period: '2026-01-01' };
  const newer = packContent({ ...packInput, readings: [...readings, early] });
  expect([newer.map?.period, newer.figures.find(({ indicator }) => indicator === 't.number')?.period]).toEqual(['2025-01-01', '2025-01-01']);
  // Without that figure on the page, nothing holds it back.
  expect(packContent({ ...packInput, readings: [...readings, early], convention: { ...convention, committee: { figures: ['t.share'], map: 't.number' } } }).map?.period).toBe('2026-01-01');
});

test('who follows the convention heads the page; without one, a committee does', () => {
  expect(content.title).toBe('Comité de pilotage du PLH\u00a0: suivi de la convention');
  expect(packContent({ ...packInput, convention: null }).title).toBe('Comité de pilotage\u00a0: suivi de la convention');
});

test('owners are the convention’s parties', () => {
  const [late] = convention.actions;
  const ownedBy = (owner: string) => packContent({ ...packInput, convention: { ...convention, actions: [{ ...late!, owner }] } }).lateActions[0]?.owner;
  expect(['epci', 'al', 'both'].map(ownedBy)).toEqual(['la communauté', 'Action Logement', 'la communauté et Action Logement']);
});

test('late actions, the latest first, and the mark of demonstration', () => {
  expect(content.lateActions.map(({ daysLate, late }) => [daysLate, late])).toEqual([[70, '70\u00a0jours de retard'], [1, '1\u00a0jour de retard']]);
  expect(content.lateActions[0]?.due).toBe('15\u00a0septembre 2026');
  // Only files mark with an asterisk.
  expect(content.demonstration).not.toContain('astérisque');
  expect(content.summary).toBe('0\u00a0cible tenue sur 2. 2 des 4\u00a0actions suivies sont en retard.');
});

test('a territory without a convention: targets to be set, no action', () => {
  const bare = packContent({ ...packInput, convention: null, definitions: definitions.map((one, at) => ({ ...one, id: at === 0 ? 'social.dwellings' : one.id })) });
  expect(bare.figures.map(({ indicator, target }) => [indicator, target.text])).toEqual([['social.dwellings', 'à fixer']]);
  expect(bare).toMatchObject({ lateActions: [], demonstration: null, subtitle: 'Aucune convention n’est enregistrée pour ce territoire' });
});

test('the id is of the content: order of keys aside, any change shows', () => {
  const { contentId, ...rest } = content;
  expect(contentId).toMatch(/^[0-9a-f]{12}$/);
  expect(contentIdOf(Object.fromEntries(Object.entries(rest).toReversed()) as typeof rest)).toBe(contentId);
  expect(contentIdOf({ ...rest, summary: `${rest.summary} ` })).not.toBe(contentId);
  expect(canonicalJson({ b: [1, null], a: undefined })).toBe('{"b":[1,null]}');
});

test('the convention chooses, else the default', () => {
  expect(packIndicators(convention, definitions).figures).toHaveLength(9);
  expect(packIndicators(null, [{ id: 'private.vacant' }]).figures).toEqual(['private.vacant']);
});
