import { missing, number, secret, type Cell, type IndicatorDefinition, type Reading } from '../../src/indicators/index.ts';
import type { Convention } from '../../src/steering/index.ts';
import type { PackGeometry } from '../../src/steering/pack.pictures.ts';
import type { PackInput } from '../../src/steering/pack.rules.ts';

/** Texts that a file format, a formula engine, a mark-up or Typst could take for its own. */
export const hostile = {
  formula: '=cmd|\' /C calc\'!A1',
  markup: '<script>alert("1")</script> & \'guillemets\'',
  typst: '#eval("1 + 1") $x$ *gras* _ital_ @ref <label> \\ // fin',
  emoji: '+33 😀 fin',
};

const communes = new Map([['57001', 'Alpha'], ['57002', hostile.markup], ['57003', 'Gamma'], ['57004', 'Delta']].map(([code, name]) => [code!, { code: code!, name: name! }]));

const definition = (id: string, given: Partial<IndicatorDefinition>): IndicatorDefinition => ({
  id, theme: 'privateStock', label: { fr: `Indicateur ${id}`, en: id }, shortLabel: { fr: id, en: id }, definition: { fr: '', en: '' }, method: { fr: '', en: '' },
  unit: 'dwellings', digits: 0, direction: 'up', grain: 'commune', territoryValue: 'computed', secrecy: { fr: 'Moins de 11 : secret.', en: '' }, sources: ['rpls'], ...given,
});

export const definitions: IndicatorDefinition[] = [
  definition('t.number', { additive: true }),
  definition('t.interval', { direction: 'down' }),
  definition('t.atLeast', {}),
  definition('t.secret', {}),
  definition('t.absent', { sources: ['absent'] }),
  definition('t.never', { unit: 'eurosPerYear', territoryValue: 'never' }),
  definition('t.share', { unit: 'fraction', digits: 1 }),
  definition('t.formula', { label: { fr: hostile.formula, en: '' } }),
  definition('t.typst', { label: { fr: hostile.typst, en: '' }, unit: 'ratio', digits: 2 }),
];

const dataset = { id: 1, source: 'rpls', vintage: '2025', title: `Source ${hostile.emoji}`, producer: 'P', licence: 'L' };

const reading = (indicator: string, area: string, period: string, cell: Cell, communesThen = 4): Reading => ({
  indicator, area, level: area.length === 5 ? 'commune' : 'intercommunality', period, cell, datasets: [dataset],
  perimeter: area.length === 5 ? null : { year: Number(period.slice(0, 4)), communes: communesThen, datedByFile: true },
});

const ofTerritory = (indicator: string, series: readonly (readonly [string, Cell, number?])[]): Reading[] =>
  series.map(([period, cell, then]) => reading(indicator, '200000001', period, cell, then));

export const readings: Reading[] = [
  ...ofTerritory('t.number', [['2021', number(1234), 3], ['2022', number(1300)], ['2023', secret], ['2024', missing('partial')], ['2025-01-01', number(1100)]]),
  ...ofTerritory('t.interval', [['2023', { kind: 'interval', low: null, high: 2300 }], ['2024', { kind: 'interval', low: 2284, high: 2574 }], ['2025', { kind: 'interval', low: 3000, high: 3100 }]]),
  ...ofTerritory('t.atLeast', [['2025', { kind: 'interval', low: 91904, high: null }]]),
  ...ofTerritory('t.secret', [['2025', secret]]),
  ...ofTerritory('t.share', [['2022', number(0.201)], ['2025', number(0.2434)]]),
  ...ofTerritory('t.formula', [['2024', number(9)], ['2025', number(0)]]),
  ...ofTerritory('t.typst', [['2025', number(1.254)]]),
  reading('t.never', '57001', '2021', number(17410)), reading('t.never', '57003', '2021', number(35040)), reading('t.never', '57004', '2021', secret),
  reading('t.number', '57001', '2025-01-01', number(700)), reading('t.number', '57002', '2025-01-01', secret), reading('t.number', '57003', '2025-01-01', number(0)),
];

const action = (id: string, given: Partial<Convention['actions'][number]>): Convention['actions'][number] =>
  ({ id, title: `Action ${id}`, serves: ['analyser'], owner: 'both', lead: 'Habitat', state: 'inProgress', demonstration: false, ...given });

const figures = definitions.map(({ id }) => id);

export const convention = {
  title: `Convention ${hostile.emoji}`, purpose: 'x', signedOn: '2019-10-01', startsIn: 2019, endsIn: 2022, source: { title: 's', date: '2019-10-01' },
  parties: [{ id: 'epci', name: 'Communauté Alpha', called: 'la communauté', signatories: ['s'] }, { id: 'al', name: 'Action Logement', signatories: ['s'] }], commitments: [], objective: { id: 'o', title: 't', text: 't', lines: [] }, means: [], followUp: { body: 'Comité de pilotage du PLH', text: 't' }, strategies: [], statedFigures: [],
  targets: [
    { id: 'a', label: 'a', indicator: 't.number', kind: 'fixed', value: 1200, unit: 'logements par an', period: '2025', source: 'PLH', serves: ['analyser'] },
    { id: 'b', label: 'b', indicator: 't.interval', kind: 'fixed', value: 2000, source: 'PLH', serves: ['analyser'] },
    { id: 'c', label: 'c', indicator: 't.share', kind: 'benchmark', value: 0.25, source: hostile.markup, serves: ['analyser'] },
    { id: 'd', label: 'd', indicator: 't.secret', kind: 'toBeSet', serves: ['analyser'] },
  ],
  actions: [
    action('late', { title: hostile.formula, dueOn: '2026-09-15', comment: hostile.typst, demonstration: true }),
    action('later', { title: hostile.emoji, dueOn: '2026-11-23' }),
    action('fine', { dueOn: '2027-01-01', state: 'planned' }),
    action('done', { state: 'done', dueOn: '2026-01-01', doneOn: '2026-02-01' }),
  ],
  committee: { figures, map: 't.number' },
} satisfies Convention as Convention;

export const packInput: PackInput = {
  territory: { code: '200000001', name: `Territoire ${hostile.markup}`, communes, currentCommunes: [...communes.keys()], listYear: 2026, changes: [{ year: 2022, joined: ['57004'], left: [], source: 's' }] },
  today: '2026-11-24', convention, definitions, readings, sources: new Map([['absent', { title: 'Fichier attendu', origin: 'portail' }], ['rpls', { title: 'RPLS', origin: 'statistiques' }]]),
};

export const geometry: PackGeometry = new Map([
  ['57001', { centroid: [6.1, 49.1], polygons: [[[[6.05, 49.05], [6.15, 49.05], [6.15, 49.15], [6.05, 49.15], [6.05, 49.05]]]] }],
  ['57002', { centroid: [6.2, 49.2] }],
  ['57003', { centroid: [6.3, 49] }],
]);
