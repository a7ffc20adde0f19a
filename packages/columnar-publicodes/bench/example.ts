import Engine from 'publicodes';
import type { Column, CompileOptions } from 'columnar-publicodes';
import { Random } from '../fuzz/random.ts';

/** Rules to time: `make` draws columns of `n` complete rows; `code` gives the code of a text. */
export interface RuleSet {
  name: string;
  engine: Engine;
  targets: readonly string[];
  constants: NonNullable<CompileOptions['constants']>;
  inputs?: NonNullable<CompileOptions['inputs']>;
  ranges?: NonNullable<CompileOptions['ranges']>;
  make(n: number, code: (text: string) => number): Record<string, Column>;
}

const zones = ['A', 'B', 'C', 'D'];
const dates = ['01/01/2026', '01/01/2025', '01/01/2024', '01/01/2023'];

/** An amount by date, zone and number of occupants, as rules write them. */
const amounts = (base: number, unit: string) => ({
  valeur: {
    variations: dates.map((date, d) => ({
      si: `date >= ${date}`,
      alors: { variations: zones.map((zone, z) => ({ si: `zone = '${zone}'`, alors: { grille: { assiette: 'occupants', tranches: [1, 2, 3, 4, 5, 6].map((size) => ({ montant: `${base + 100 * z * size + 10 * d + base * size * 0.25} ${unit}`, ...(size < 6 ? { plafond: `${size + 1} occupant` } : {}) })) } } })) },
    })),
  },
  unité: unit,
});

const rules = {
  date: { type: 'date' },
  zone: { question: '?', 'une possibilité': zones.map((zone) => `'${zone}'`) },
  occupants: { question: '?', unité: 'occupant' },
  consommation: { question: '?', unité: '€/an' },
  prix: { question: '?', unité: '€/mois' },
  abonné: { question: '?', type: 'booléen' },
  'plafond de consommation': amounts(20_000, '€/an'),
  'remise ouverte': { 'toutes ces conditions': ['abonné', 'consommation <= plafond de consommation'] },
  'prix plafond': amounts(250, '€/mois'),
  'prix retenu': { valeur: 'prix', plafond: 'prix plafond', unité: '€/mois' },
  'part du client': {
    valeur: { somme: ['8.5 % * prix retenu', { valeur: { barème: { assiette: 'consommation', tranches: [{ taux: '0 %', plafond: '5000 €/an' }, { taux: '20 %', plafond: '12000 €/an' }, { taux: '30 %' }] } }, unité: '€/mois' }] },
    unité: '€/mois',
  },
  remise: {
    'applicable si': 'abonné',
    valeur: { valeur: 'prix retenu - part du client', plancher: '0 €/mois', unité: '€/mois' },
    arrondi: '2 décimales',
    unité: '€/mois',
  },
  'remise versée': { valeur: { variations: [{ si: 'remise < 10 €/mois', alors: '0 €/mois' }, { sinon: 'remise' }] }, unité: '€/mois' },
};

const logger = { log: () => undefined, warn: () => undefined, error: () => undefined };

function set(name: string, targets: readonly string[]): RuleSet {
  const engine = new Engine(structuredClone(rules) as ConstructorParameters<typeof Engine>[0], { logger });
  return {
    name,
    engine,
    targets,
    constants: { date: '01/11/2026' },
    ranges: { consommation: { min: 0, max: 1e7, short: true }, prix: { min: 0, max: 1e5, short: true }, occupants: { min: 1, max: 20, whole: true } },
    make: draw,
  };
}

function draw(n: number, code: (text: string) => number): Record<string, Column> {
  const random = new Random(n);
  const codes = zones.map(code);
  const [consommation, prix, occupants] = [new Float64Array(n), new Float64Array(n), new Float64Array(n)];
  const [zone, abonné] = [new Int32Array(n), new Uint8Array(n)];
  for (let k = 0; k < n; k++) {
    consommation[k] = random.below(60_000);
    prix[k] = Math.round(random.next() * 120_000) / 100;
    occupants[k] = 1 + random.below(6);
    zone[k] = random.pick(codes);
    abonné[k] = random.chance(0.7) ? 1 : 0;
  }
  return { consommation: { values: consommation }, prix: { values: prix }, occupants: { values: occupants }, zone: { values: zone }, abonné: { values: abonné } };
}

/** Invented figures of an energy bill, in the shape of real ones: ceilings by date, zone and size; a rebate by scale. */
export const exampleSets = (): RuleSet[] => [set('example: ceilings', ['remise ouverte']), set('example: rebate', ['remise versée']), set('example: both', ['remise ouverte', 'remise', 'remise versée'])];
