import { describe, expect, test } from 'vitest';
import { ruleBook } from '../../src/aids/index.ts';
import { filesOf, oldestCheck, pageOf, parametersOf } from '../../src/web/simulator/rule-files.ts';
import { ruleGroups } from '../../src/web/simulator/rule-groups.ts';
import type { PlainCondition } from '../../src/web/simulator/rule-conditions.view.ts';
import { ruleView, type RuleView } from '../../src/web/simulator/rule.view.ts';

const at = '2026-11-24';
const { rules, aids } = ruleBook();
const view = (id: string, language: 'fr' | 'en' | 'de' = 'fr', day = at): RuleView => {
  const page = pageOf(id);
  if (!page) throw new Error(`no page ${id}`);
  return ruleView(page, { at: day, language, territory: { zones: new Map() } as never });
};
const plain = (text: string): string => text.replaceAll(/\s/g, ' ');
const find = (condition: PlainCondition | undefined, id: string): PlainCondition | undefined => (condition?.id === id ? condition : condition?.children.map((child) => find(child, id)).find(Boolean));
const required = (id: string, rule: string, language: 'fr' | 'en' | 'de' = 'fr', day = at): string[] => (find(view(id, language, day).conditions, rule)?.required ?? []).map(({ name, text }) => plain([name?.text, text].filter(Boolean).join(' : ')));

describe('a page per rule', () => {
  test('each aid, ceiling, category and duty stands once in the list, aids closed today together', () => {
    const groups = ruleGroups(at, 'fr');
    expect(groups.flatMap(({ pages }) => pages.map(({ id }) => id)).toSorted()).toEqual([...aids.map(({ id }) => id), ...rules.subjects.map(({ id }) => id)].toSorted());
    expect(groups.find(({ id }) => id === 'closed')?.pages.map(({ id }) => id).toSorted()).toEqual(['garantie-loca-pass', 'mobili-pass', 'mon-job-mon-logement']);
    expect(ruleGroups('2022-06-01', 'fr').find(({ id }) => id === 'rent')?.pages.map(({ id }) => id)).toContain('mon-job-mon-logement');
  });

  test('every file of the rules is read on a page, and every parameter stands on one', () => {
    const files = new Set([...aids.flatMap((aid) => filesOf(aid).own), ...rules.subjects.flatMap((subject) => subject.files)]);
    expect([...new Set([...rules.written.values()].map(({ file }) => file))].filter((file) => !files.has(file))).toEqual([]);
    expect(view('visale').texts.map(({ file }) => file)).toEqual(['visale.publicodes', 'visale-loyers.publicodes']);
    expect(view('al-in').standsOn.map(({ id }) => id)).toEqual(expect.arrayContaining(['plafonds-plus', 'plafonds-ressources', 'categorie-menage', 'seuils-communs']));
  });

  test('a ceiling’s page has its values by year and the aids that stand on it', () => {
    const plus = view('plafonds-plus');
    expect(plus.parameters.map(({ rows }) => rows.length)).toEqual([9, 9, 9]);
    expect(plus.parameters[2]?.rows.at(-1)?.values.map(plain)[0]).toBe('23 403 € par an');
    expect(plus.servedBy.map(({ id }) => id)).toContain('al-in');
    expect(view('devoirs-attribution').current.map(({ value }) => plain(value))).toEqual(expect.arrayContaining(['25 %', '50 %', '9 243 € par an']));
    expect(view('reduction-loyer-solidarite').parameters.length).toBeGreaterThan(0);
    expect(view('categorie-menage').statements.length).toBeGreaterThan(5);
  });
});

describe('conditions carry what is in force', () => {
  test('a ceiling of wage, with the day since when it holds', () => {
    expect(required('visale', 'visale . salaire net sous le plafond')).toEqual(['au plus 1 710 € par mois depuis le 6 janvier 2026']);
    // Said where it is folded too.
    expect(required('visale', 'visale . salaire modeste')).toEqual(['au plus 1 710 € par mois depuis le 6 janvier 2026']);
    expect(required('visale', 'visale . personne admise')).toEqual([]);
    expect(required('visale', 'visale . salaire net sous le plafond', 'fr', '2026-01-05')).toEqual(['au plus 1 500 € par mois depuis le 1er juin 2021']);
    expect(required('visale', 'visale . salaire net sous le plafond', 'en')).toEqual(['at most €1,710 a month since 6 January 2026']);
  });
  test('one that follows from several: since the last of them changed', () => {
    // 120 % of the SMIC of June 2026.
    expect(required('mobili-jeune', 'mobili-jeune . salaire sous le plafond')).toEqual(['au plus 2 240,42 € par mois depuis le 1er juin 2026']);
  });
  test('one by zone: each by its name; yes, no and not known since a day', () => {
    expect(required('visale', 'visale . loyer sous le plafond')).toEqual(expect.arrayContaining([expect.stringContaining('zone II : 1 575 € par mois depuis le 6 janvier 2026')]));
    expect(required('mobili-jeune', 'mobili-jeune . ouverte')).toEqual(['oui depuis le 15 février 2024']);
    expect(required('visale', 'employeur . étranger admis')).toEqual(['non connu depuis le 1er janvier 2018']);
  });
});

test('a rule is tried where the simulator has something to ask, and otherwise says why not', () => {
  expect(view('visale').trial).toBe('ask');
  expect(view('mobili-pass').trial).toEqual({ why: expect.stringContaining('fermée') as string });
  expect(view('plafonds-plus').trial).toEqual({ why: expect.stringContaining('aides qui s’appuient') as string });
  expect(aids.map(({ id }) => [id, view(id).trial]).filter(([, trial]) => typeof trial === 'object' && !/fermée|sources/.test(trial.why))).toEqual([]);
});

test('the parameters of an aid are those that it stands on and those that it states; the oldest check is told', () => {
  const visale = aids.find(({ id }) => id === 'visale');
  const names = parametersOf(visale as NonNullable<typeof visale>).map(({ rule }) => rule);
  expect(names).toEqual(expect.arrayContaining(['visale . plafond de salaire', 'visale . durée maximale']));
  expect(oldestCheck([{ checkedOn: '2026-11-24' }, { checkedOn: '2025-02-01' }] as never)).toBe('2025-02-01');
});

describe.each(['en', 'de'] as const)('in %s', (language) => {
  test('titles, descriptions and where to apply are in that language; what is French says so', () => {
    for (const { pages } of ruleGroups(at, language)) for (const { id, title, description } of pages) expect([id, title.lang, description.lang]).toEqual([id, undefined, undefined]);
    for (const { id } of aids) expect([id, view(id, language).where?.lang]).toEqual([id, undefined]);
    const [singles, grid] = [view('visale', language).parameters[0], view('plafonds-plus', language).parameters[0]];
    expect([singles?.title.lang, grid?.title.lang, grid?.columns[0]?.lang]).toEqual([undefined, 'fr', 'fr']);
  });
});
