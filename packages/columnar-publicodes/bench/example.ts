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

/** An amount by date, zone and size of household, as rules write them. */
const amounts = (base: number, unit: string) => ({
  valeur: {
    variations: dates.map((date, d) => ({
      si: `date >= ${date}`,
      alors: { variations: zones.map((zone, z) => ({ si: `zone = '${zone}'`, alors: { grille: { assiette: 'personnes', tranches: [1, 2, 3, 4, 5, 6].map((size) => ({ montant: `${base + 100 * z * size + 10 * d + base * size * 0.25} ${unit}`, ...(size < 6 ? { plafond: `${size + 1} personne` } : {}) })) } } })) },
    })),
  },
  unité: unit,
});

const rules = {
  date: { type: 'date' },
  zone: { question: '?', 'une possibilité': zones.map((zone) => `'${zone}'`) },
  personnes: { question: '?', unité: 'personne' },
  revenu: { question: '?', unité: '€/an' },
  loyer: { question: '?', unité: '€/mois' },
  locataire: { question: '?', type: 'booléen' },
  'plafond de ressources': amounts(20_000, '€/an'),
  'logement accessible': { 'toutes ces conditions': ['locataire', 'revenu <= plafond de ressources'] },
  'loyer plafond': amounts(250, '€/mois'),
  'loyer retenu': { valeur: 'loyer', plafond: 'loyer plafond', unité: '€/mois' },
  'participation personnelle': {
    valeur: { somme: ['8.5 % * loyer retenu', { valeur: { barème: { assiette: 'revenu', tranches: [{ taux: '0 %', plafond: '5000 €/an' }, { taux: '20 %', plafond: '12000 €/an' }, { taux: '30 %' }] } }, unité: '€/mois' }] },
    unité: '€/mois',
  },
  aide: {
    'applicable si': 'locataire',
    valeur: { valeur: 'loyer retenu - participation personnelle', plancher: '0 €/mois', unité: '€/mois' },
    arrondi: '2 décimales',
    unité: '€/mois',
  },
  'aide versée': { valeur: { variations: [{ si: 'aide < 10 €/mois', alors: '0 €/mois' }, { sinon: 'aide' }] }, unité: '€/mois' },
};

const logger = { log: () => undefined, warn: () => undefined, error: () => undefined };

function set(name: string, targets: readonly string[]): RuleSet {
  const engine = new Engine(structuredClone(rules) as ConstructorParameters<typeof Engine>[0], { logger });
  return {
    name,
    engine,
    targets,
    constants: { date: '01/11/2026' },
    ranges: { revenu: { min: 0, max: 1e7, short: true }, loyer: { min: 0, max: 1e5, short: true }, personnes: { min: 1, max: 20, whole: true } },
    make: draw,
  };
}

function draw(n: number, code: (text: string) => number): Record<string, Column> {
  const random = new Random(n);
  const codes = zones.map(code);
  const [revenu, loyer, personnes] = [new Float64Array(n), new Float64Array(n), new Float64Array(n)];
  const [zone, locataire] = [new Int32Array(n), new Uint8Array(n)];
  for (let k = 0; k < n; k++) {
    revenu[k] = random.below(60_000);
    loyer[k] = Math.round(random.next() * 120_000) / 100;
    personnes[k] = 1 + random.below(6);
    zone[k] = random.pick(codes);
    locataire[k] = random.chance(0.7) ? 1 : 0;
  }
  return { revenu: { values: revenu }, loyer: { values: loyer }, personnes: { values: personnes }, zone: { values: zone }, locataire: { values: locataire } };
}

/** Invented figures, in the shape of real ones: ceilings by date, zone and size; an allowance by scale. */
export const exampleSets = (): RuleSet[] => [set('example: ceilings', ['logement accessible']), set('example: allowance', ['aide versée']), set('example: both', ['logement accessible', 'aide', 'aide versée'])];
