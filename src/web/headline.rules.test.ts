import { describe, expect, test } from 'vitest';
import { missing, number, type Cell, type IndicatorDefinition, type Reading } from '../indicators/index.ts';
import { headline } from './headline.rules.ts';

const text = (fr: string, en: string) => ({ fr, en });
const definition: IndicatorDefinition = {
  id: 'a.b.c', theme: 'population', label: text('Habitants', 'Inhabitants'), shortLabel: text('', ''), definition: text('', ''), method: text('', ''),
  unit: 'persons', digits: 0, direction: 'neutral', grain: 'commune', territoryValue: 'computed', secrecy: null, sources: [],
};
const dataset = (title: string) => ({ id: 1, source: 's', vintage: '2023', title, producer: 'INSEE', licence: '' });
const at = (period: string, cell: Cell, communes = 4): Reading => ({
  indicator: 'a.b.c', area: 'T', level: 'intercommunality', period, cell, datasets: [dataset('Un'), dataset('Deux')], perimeter: { year: Number(period), communes, datedByFile: true },
});
const house = { territory: { code: 'T', colours: undefined }, language: 'fr', page: 'home' } as const;
const paths = (svg: string | null): number => (svg ?? '').split('<path').length - 1;

describe('the small trend', () => {
  const steady = [at('2021', number(1)), at('2022', number(2)), at('2023', number(3)), at('2024', number(4))];

  test('is one line over a comparable series, whatever the order of its readings', () => {
    const { trend } = headline(definition, steady.toReversed(), house);
    expect(paths(trend)).toBe(1);
    expect(trend).toContain('home-a-b-c');
  });

  test('stops where the perimeter changes', () => {
    const { trend } = headline(definition, [at('2021', number(1), 3), at('2022', number(2), 3), ...steady.slice(2)], house);
    expect(paths(trend)).toBe(2);
    expect(trend).toContain('data-break="2023"');
  });

  test('joins nothing where every period has its method', () => {
    const changing = { ...definition, methodBreaks: { at: 'everyPeriod' as const, text: text('x', 'x') } };
    expect(paths(headline(changing, steady, house).trend)).toBe(0);
  });

  test('needs three values', () => {
    expect(headline(definition, [...steady.slice(0, 2), at('2023', missing('partial'))], house).trend).toBeNull();
  });

  test('takes the territory’s colours', () => {
    const { trend } = headline(definition, steady, { ...house, territory: { code: 'T', colours: { structure: '#123456', accent: '#abcdef' } } });
    expect(trend).toContain('var(--moselle, #123456)');
    expect(trend).not.toContain('#0f5c66');
  });
});

test('a figure with its period, perimeter and sources; joins as each language writes them', () => {
  const readings = [at('2021', number(1)), at('2022', number(2)), at('2023', number(1234), 1)];
  expect(headline(definition, readings, house)).toMatchObject({ text: '1\u202f234', unit: 'habitants', period: '2023', perimeter: '1\u00a0commune', source: 'Un (INSEE), 2023\u00a0; Deux (INSEE), 2023', href: '/observatoire/indicateurs/a.b.c' });
  const english = headline(definition, readings, { ...house, language: 'en' });
  expect(english).toMatchObject({ source: 'Un (INSEE), 2023; Deux (INSEE), 2023', href: '/en/observatoire/indicateurs/a.b.c' });
  expect(english.trend).toContain('2021: 1; 2022: 2; 2023: 1,234');
  expect(english.trend).not.toMatch(/[\s\u00a0][:;] /);
});

test('a perimeter known by the current list only says so', () => {
  const undated = { ...at('2023', number(1)), perimeter: { year: 2026, communes: 4, datedByFile: false } };
  expect(headline(definition, [undated], house).perimeter).toBe('4\u00a0communes (liste 2026)');
});

test('what nothing gives is said, without a unit', () => {
  expect(headline(definition, [], house)).toMatchObject({ text: 'non disponible', unit: '', found: false, trend: null });
  expect(headline(definition, [at('2021', missing('partial'))], house)).toMatchObject({ text: 'non disponible', unit: '', period: '2021', found: false });
});
