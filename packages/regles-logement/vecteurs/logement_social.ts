import { type Adapter, amount, bit, cell, childrenAges, dependants, firstDay, flag, french, type Ours, quoted, type Row, type Situation, yesNo } from './adapter.ts';

const REGIONS: Readonly<Record<string, string>> = { paris_communes_limitrophes: 'Paris et limitrophes', ile_de_france: 'Île-de-France', autres_regions: 'autres régions' };

const GROWN = 'README 2: a child of 21 or more is not counted in the household';
const LAST = 'README 2: a couple, not young, whose only children are 21 or more gets category 6';
const STALE = 'README 1: PLAI ceilings stop at 2022';
const STRICT = 'README 3: a later income counts only below 90 % and below the ceiling, strictly';
const UNROUNDED = 'README, columns: the PLS ceiling is 1.3 × PLUS, unrounded';
const DISABLED = 'README 2: the category ignores disability';
const TYPO = 'plafonds_openfisca.csv: 218805 for 21805, PLAI 2022, Paris, category 2';

/** Where the file's region is read: an address gives it, as its `zone` does. */
const region = (row: Row): string => REGIONS[cell(row, 'zone')] ?? '';
const adultsAges = (row: Row): number => cell(row, 'ages').split(' ').slice(0, amount(row, 'n_adults')).map(Number).reduce((sum, age) => sum + age, 0);

const isLast = (row: Row): boolean => cell(row, 'n_adults') === '2' && adultsAges(row) > 55 && dependants(row) === 0 && childrenAges(row).length > 0;

const LATER = ['rfr_n1', 'rfr_n0'];
/** What single precision and the cents of our own rounding change of a sum. */
const grain = (sum: number): number => 0.01 + sum * 2 ** -23;

/** A later income of exactly 90 % of the old one: the law counts it, that engine does not. */
const isTenthLess = (row: Row, column: string): boolean => Math.abs(amount(row, column) - 0.9 * amount(row, 'rfr_n2')) <= grain(amount(row, 'rfr_n2'));

/** README 3: single-precision arithmetic, and strict comparisons where ours are not, of incomes that stand on the boundary. */
function strict(row: Row): Situation {
  const fallen = Math.fround(Math.fround(0.9) * amount(row, 'rfr_n2'));
  const falls = { rfr_n1: 'plafonds . baisse en un an', rfr_n0: 'plafonds . baisse récente' };
  return {
    ...Object.fromEntries(Object.entries(falls).filter(([column]) => isTenthLess(row, column)).map(([column, rule]) => [rule, yesNo(amount(row, column) < fallen)])),
    'plafonds . PLAI . revenu en un an sous le plafond': 'ménage . revenu fiscal N moins 1 < plafonds . PLAI . plafond',
    'plafonds . PLAI . revenu récent sous le plafond': 'ménage . revenus des douze derniers mois < plafonds . PLAI . plafond',
  };
}

const isStale = (row: Row): boolean => cell(row, 'period') >= '2023';

const situationOf = (row: Row, as: ReadonlySet<string>): Situation => ({
  date: french(as.has(STALE) && isStale(row) ? '2022-12-31' : firstDay(row)),
  ...(as.has(LAST) && isLast(row) ? { 'plafonds . taille comptée': '6' } : {}),
  'ménage . personnes': String(amount(row, 'n_adults') + (as.has(GROWN) ? dependants(row) : childrenAges(row).length)),
  'ménage . à charge': String(dependants(row)),
  'ménage . couple': yesNo(cell(row, 'n_adults') === '2'),
  'ménage . somme des âges': String(adultsAges(row)),
  'ménage . handicap': yesNo(flag(row, 'handicap') && !as.has(DISABLED)),
  'ménage . revenu fiscal N moins 2': cell(row, 'rfr_n2'),
  'ménage . revenu fiscal N moins 1': cell(row, 'rfr_n1'),
  'ménage . revenus des douze derniers mois': cell(row, 'rfr_n0'),
  'logement . région des plafonds': quoted(region(row)),
  ...(as.has(TYPO) ? { 'plafonds . PLAI . Paris et limitrophes . catégorie 2': '218805 €/an' } : {}),
  ...(as.has(STRICT) ? strict(row) : {}),
});

/** A ceiling of ours, for the household of the law and for that of the other engine. */
const ceilings = (rule: string, ours: Ours, ...as: string[]): number[] => [ours(rule), ours(rule, [GROWN, LAST, ...as])].filter((value) => typeof value === 'number');

const isStrict = (row: Row, ours: Ours): boolean =>
  LATER.some((column) => isTenthLess(row, column)) || ceilings('plafonds . PLAI . plafond', ours, STALE, TYPO).some((ceiling) => LATER.some((column) => Math.abs(amount(row, column) - ceiling) <= grain(ceiling)));

/** Rounding moves the ceiling by half a euro at most, and so for each person beyond the sixth category. */
const isAtRounding = (row: Row, ours: Ours): boolean => {
  const beyond = Math.max(0, ...ceilings('plafonds . personnes en plus', ours));
  return ceilings('plafonds . PLS . plafond', ours).some((ceiling) => Math.abs(amount(row, 'rfr_n2') - ceiling) <= 0.5 * (1 + beyond));
};

const without = (as: ReadonlySet<string>, name: string): ReadonlySet<string> => new Set([...as].filter((other) => other !== name));

export const socialHousing: Adapter = {
  name: 'logement_social',
  inputs: { period: 'month', n_adults: 'count', ages: 'ages', rfr_n2: 'amount', rfr_n1: 'amount', rfr_n0: 'amount', zone: Object.keys(REGIONS) },
  outputs: ['categorie_menage', 'of_plafond_plai', 'of_eligible', 'plus_plafond_from_params', 'under_plus_rfr_n2', 'under_pls_rfr_n2'],
  tolerance: 0.01,
  departures: [
    { name: GROWN, holds: (row) => childrenAges(row).some((age) => age >= 21) },
    { name: LAST, holds: isLast },
    { name: STALE, holds: isStale },
    { name: STRICT, holds: isStrict },
    { name: DISABLED, holds: (row) => flag(row, 'handicap') },
    { name: UNROUNDED, holds: isAtRounding },
    { name: TYPO, holds: (row) => cell(row, 'period') >= '2022' && cell(row, 'zone') === 'paris_communes_limitrophes' },
  ],
  situation: situationOf,
  answer(row, ask, as) {
    const today = ask(situationOf(row, without(as, STALE)), ['plafonds . catégorie', 'plafonds . PLUS . plafond', 'plafonds . PLUS . revenu ancien', 'plafonds . PLS . revenu ancien']);
    const plai = ask(situationOf(row, as), ['plafonds . PLAI . plafond', 'plafonds . PLAI . respecté']);
    const plus = today['plafonds . PLUS . plafond'];
    return {
      categorie_menage: `categorie_${today['plafonds . catégorie']}`,
      of_plafond_plai: plai['plafonds . PLAI . plafond'],
      of_eligible: bit(plai['plafonds . PLAI . respecté']),
      plus_plafond_from_params: plus,
      under_plus_rfr_n2: bit(today['plafonds . PLUS . revenu ancien']),
      under_pls_rfr_n2: bit(as.has(UNROUNDED) && typeof plus === 'number' ? amount(row, 'rfr_n2') <= 1.3 * plus : today['plafonds . PLS . revenu ancien']),
    };
  },
};
