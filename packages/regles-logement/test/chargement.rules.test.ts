import { describe, expect, test } from 'vitest';
import { checkRules, createEngine, followingDays, loadRules, moveDay, dayNumber, frenchDayOf, readRules, texts } from 'regles-logement';

/** A rules' file read in place of a true one. */
const reread = (text: string) => readRules([{ file: 'peec.publicodes', text }]);
const rate = (lines: string): string => `peec . taux:\n  titre: Taux\n  unité: '%'\n  paramètre:\n${lines}`;

describe('the rules’ files', { timeout: 60_000 }, () => {
  test('they are whole: shapes, sources, words in three languages, 25 sources at least', () => {
    const report = checkRules(readRules(), '2026-11-24');
    expect(report.problems).toEqual([]);
    expect(report.cited.length).toBeGreaterThanOrEqual(25);
    expect(report.stale).toEqual([]);
    expect(checkRules(readRules(), '2027-11-25').stale).toHaveLength(report.parameters);
  });

  test.each([
    ['source', '    - { depuis: 2018-01-01, valeur: 0.45, confiance: certain, vérifié le: 2026-11-24 }\n'],
    ['confiance', '    - { depuis: 2018-01-01, valeur: 0.45, source: OF, vérifié le: 2026-11-24 }\n'],
    ['depuis', '    - { valeur: 0.45, source: OF, confiance: certain, vérifié le: 2026-11-24 }\n'],
    ['vérifié le', '    - { depuis: 2018-01-01, valeur: 0.45, source: OF, confiance: certain }\n'],
  ])('a parameter without its %s is refused, with file and line', (_, line) => {
    const { problems } = reread(rate(line));
    expect(problems).toContainEqual(expect.objectContaining({ file: 'peec.publicodes', line: 5 }));
  });

  test('an unknown source, a day that is none, a negative value and a disorder in time are refused', () => {
    const parameter = (from: string, value: string, source = 'OF'): string => `    - { depuis: ${from}, valeur: ${value}, source: ${source}, confiance: certain, vérifié le: 2026-11-24 }\n`;
    expect(checkRules(reread(rate(parameter('2018-01-01', '1', 'nowhere'))), '2026-11-24').problems).toContainEqual({ file: 'peec.publicodes', line: 5, message: 'source nowhere is not in sources.yaml' });
    expect(reread(rate(parameter('2018-02-30', '1'))).problems).not.toEqual([]);
    expect(reread(rate(parameter('2018-01-01', '-1'))).problems).not.toEqual([]);
    expect(reread(rate(parameter('2020-01-01', '1') + parameter('2019-01-01', '2'))).problems).not.toEqual([]);
  });

  test('a comparison with a side computed in place is refused: its value could not be shown', () => {
    const text = (side: string): string => `peec:\n  titre: Participation\n  dispositif: { id: peec, nature: obligation, éligible: peec . due, cumul: { avec: [], pas avec: [] }, documents: [Aucun], où demander: Nulle part., non modélisé: [Rien], source: OF, confiance: certain }\n\npeec . due:\n  titre: Due\n  toutes ces conditions: [effectif]\n\npeec . effectif:\n  titre: Effectif\n  valeur: employeur . effectif >= ${side}\n`;
    const messages = (side: string): string[] => checkRules(reread(text(side)), '2026-11-24').problems.map(({ message }) => message).filter((message) => message.includes('computed in place'));
    expect(messages('2 * employeur . seuil des prêts')).toEqual(['peec . effectif: `2 * employeur . seuil des prêts` is computed in place: a rule of its own would show its value']);
    expect(messages('50 salariés')).toEqual([]);
    expect(messages('employeur . seuil des prêts')).toEqual([]);
  });

  test('each aid has a tree of conditions, each leaf with its sentence', () => {
    for (const { conditions, id } of loadRules().aids) expect(conditions.children.length, id).toBeGreaterThan(0);
    const rent = loadRules().written.get('visale . loyer sous le plafond');
    expect(rent?.value.titre).toBe('Le loyer, charges comprises, ne dépasse pas le plafond de la zone');
  });
});

describe('the main lines of a result', { timeout: 60_000 }, () => {
  test.each(['fr', 'en', 'de'] as const)('in %s: each aid says what it is and where to apply in whole sentences, and names its amount', (language) => {
    const words = texts(language);
    for (const { rule, amount } of loadRules().aids) {
      expect(words[rule]?.where, rule).toMatch(/^\p{Lu}.* .*\.$/u);
      expect(words[rule]?.description, rule).toMatch(/\.$/u);
      if (amount !== undefined) expect(words[amount]?.title, amount).not.toMatch(/ \. |si vous/u);
    }
    expect(words['al-in']?.openToAll).toContain('demande-logement-social.gouv.fr');
  });

  test('Mobili-Jeune’s amount says the yearly limit in force', () => {
    const limit = createEngine().setSituation({ date: '24/11/2026' }).evaluate('mobili-jeune . maximum par année de formation').nodeValue;
    expect(texts('fr')['mobili-jeune . montant']?.help?.replaceAll(/\s/g, '')).toContain(`${String(limit)}€`);
  });
});

test.each([
  ['au moins 10 € de loyer', 'au moins 10\u202f€ de loyer'], ['1 867,02 € en 2026', '1\u202f867,02\u202f€ en 2026'], ['le 1er juin 2026 : 30 %', 'le 1er juin 2026\u00a0: 30\u202f%'], ['70 km au moins', '70\u00a0km au moins'], ['15 février 2024', '15 février 2024'],
])('%s is set with the spaces of French', (written, set) => {
  const { rules } = reread(`peec . taux:\n  titre: '${written}'\n`);
  expect(rules.written.get('peec . taux')?.value.titre).toBe(set);
});

describe('dates that follow from others', { timeout: 60_000 }, () => {
  test.each([
    ['31/01/2025', 1, 0, '28/02/2025'],
    ['31/01/2024', 1, 0, '29/02/2024'],
    ['15/03/2025', -3, 0, '15/12/2024'],
    ['31/12/2025', 2, 0, '28/02/2026'],
    ['15/03/2025', 0, -1, '14/03/2025'],
  ])('%s and %d months, %d days: %s', (from, months, days, expected) => {
    expect(frenchDayOf(moveDay(dayNumber(from) ?? Number.NaN, months, days))).toBe(expected);
  });

  test('they are added to a situation, and a given one is kept', () => {
    const days = (given: Record<string, number>) => Object.fromEntries(followingDays(loadRules().derived, (name) => given[name]));
    const lease = dayNumber('15/03/2025') as number;
    expect(days({ 'logement . date du bail': lease })['avance loca-pass . dernier jour de demande']).toBe(dayNumber('15/05/2025'));
    expect(days({})).toEqual({});
    expect(createEngine().setSituation({ 'logement . date du bail': '15/03/2025', 'avance loca-pass . dernier jour de demande': '01/01/2025' }).evaluate('avance loca-pass . dernier jour de demande').nodeValue).toBe('01/01/2025');
    expect(createEngine().setSituation({ 'logement . date du bail': '15/03/2025' }).evaluate('avance loca-pass . dernier jour de demande').nodeValue).toBe('15/05/2025');
  });
});
