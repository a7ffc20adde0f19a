import { type Adapter, amount, bit, cell, childrenAges, dependants, firstDay, french, quoted, type Row, type Situation, yesNo } from './adapter.ts';

const REGIONS: Readonly<Record<string, string>> = { paris_communes_limitrophes: 'Paris et limitrophes', ile_de_france: 'Île-de-France', autres_regions: 'autres régions' };

const GROWN = 'README 2: a child of 21 or more is not counted in the household';
const LAST = 'README 2: a couple, not young, whose only children are 21 or more gets category 6';
const STALE = 'README 1: PLAI ceilings stop at 2022';
const STRICT = 'README 3: a later income counts only below 90 % and below the ceiling, strictly';
const UNROUNDED = 'README, columns: the PLS ceiling is 1.3 × PLUS, unrounded';
const TYPO = 'plafonds_openfisca.csv: 218805 for 21805, PLAI 2022, Paris, category 2';

/** Where the file's region is read: an address gives it, as its `zone` does. */
const region = (row: Row): string => REGIONS[cell(row, 'zone')] ?? '';
const adultsAges = (row: Row): number => cell(row, 'ages').split(' ').slice(0, amount(row, 'n_adults')).map(Number).reduce((sum, age) => sum + age, 0);

const isLast = (row: Row): boolean => cell(row, 'n_adults') === '2' && adultsAges(row) > 55 && dependants(row) === 0 && childrenAges(row).length > 0;

const situationOf = (row: Row, people: number, date: string, as: ReadonlySet<string>): Situation => ({
  date: french(date),
  ...(as.has(LAST) && isLast(row) ? { 'plafonds . taille comptée': '6' } : {}),
  'ménage . personnes': String(people),
  'ménage . à charge': String(dependants(row)),
  'ménage . couple': yesNo(cell(row, 'n_adults') === '2'),
  'ménage . somme des âges': String(adultsAges(row)),
  'ménage . handicap': 'non',
  'ménage . revenu fiscal N moins 2': cell(row, 'rfr_n2'),
  'ménage . revenu fiscal N moins 1': cell(row, 'rfr_n1'),
  'ménage . revenus des douze derniers mois': cell(row, 'rfr_n0'),
  'logement . région des plafonds': quoted(region(row)),
});

/** Incomes that the strict tests leave out and the law takes, whatever the ceiling: a fall of exactly a tenth. */
const isStrict = (row: Row, ceiling: number): boolean => {
  const [before, ...later] = ['rfr_n2', 'rfr_n1', 'rfr_n0'].map((column) => amount(row, column));
  return (before ?? 0) <= ceiling || later.some((income) => income < Math.fround(Math.fround(0.9) * (before ?? 0)) && income < ceiling);
};

export const socialHousing: Adapter = {
  name: 'logement_social',
  columns: ['case', 'period', 'n_adults', 'ages', 'rfr_n2', 'rfr_n1', 'rfr_n0', 'zone', 'categorie_menage', 'of_plafond_plai', 'of_eligible', 'plus_plafond_from_params', 'under_plus_rfr_n2', 'under_pls_rfr_n2'],
  tolerance: 0.01,
  departures: [
    { name: GROWN, holds: (row) => childrenAges(row).some((age) => age >= 21) },
    { name: LAST, holds: isLast },
    { name: STALE, holds: (row) => cell(row, 'period') >= '2023' },
    { name: STRICT, holds: (row) => [amount(row, 'rfr_n1'), amount(row, 'rfr_n0')].some((income) => income > 0 && income <= 0.91 * amount(row, 'rfr_n2')) },
    { name: UNROUNDED, holds: () => true },
    { name: TYPO, holds: (row) => cell(row, 'period') >= '2022' && cell(row, 'zone') === 'paris_communes_limitrophes' },
  ],
  answer(row, ask, as) {
    const people = amount(row, 'n_adults') + (as.has(GROWN) ? dependants(row) : childrenAges(row).length);
    const today = ask(situationOf(row, people, firstDay(row), as), ['plafonds . catégorie', 'plafonds . PLUS . plafond', 'plafonds . PLUS . revenu ancien', 'plafonds . PLS . revenu ancien']);
    const day = as.has(STALE) && cell(row, 'period') >= '2023' ? '2022-12-31' : firstDay(row);
    const plai = ask(situationOf(row, people, day, as), ['plafonds . PLAI . plafond', 'plafonds . PLAI . respecté']);
    const hasTypo = as.has(TYPO) && today['plafonds . catégorie'] === 2;
    const ceiling = hasTypo ? 218_805 : plai['plafonds . PLAI . plafond'];
    const plus = today['plafonds . PLUS . plafond'];
    return {
      categorie_menage: `categorie_${today['plafonds . catégorie']}`,
      of_plafond_plai: ceiling,
      of_eligible: bit((as.has(STRICT) || hasTypo) && typeof ceiling === 'number' ? isStrict(row, ceiling) : plai['plafonds . PLAI . respecté']),
      plus_plafond_from_params: plus,
      under_plus_rfr_n2: bit(today['plafonds . PLUS . revenu ancien']),
      under_pls_rfr_n2: bit(as.has(UNROUNDED) && typeof plus === 'number' ? amount(row, 'rfr_n2') <= 1.3 * plus : today['plafonds . PLS . revenu ancien']),
    };
  },
};
