import { describe, expect, test } from 'vitest';
import { createEngine } from 'regles-logement';

/**
 * Ceilings typed from published tables, apart from the rules and from the case tables:
 * arrêté of 29 July 1987 as revised each 1 January, "autres régions" (Metz), by household category then per further person.
 */
const OFFICIAL: readonly [loan: string, year: number, amounts: readonly number[], tolerance: number, source: string][] = [
  ['PLUS', 2023, [21878, 29217, 35135, 42417, 49898, 56236, 6273], 0, 'OpenFisca-France'],
  ['PLUS', 2024, [22642, 30238, 36362, 43899, 51641, 58200, 6492], 0, 'OpenFisca-France'],
  ['PLUS', 2025, [23201, 30984, 37259, 44982, 52915, 59636, 6652], 0, 'OpenFisca-France; omhgrandnancy.fr prints 52 916 and 59 637'],
  ['PLUS', 2026, [23403, 31254, 37584, 45374, 53376, 60156, 6710], 0, 'OpenFisca-France'],
  ['PLAI', 2023, [12032, 17531, 21082, 23457, 27445], 0, 'arrêté of 27 December 2022, logementsocial69.fr'],
  ['PLAI', 2024, [12452, 18143, 21818, 24276, 28404, 32010, 3569], 0, 'arrêté of 18 December 2023, haye-expert-comptable.fr'],
  ['PLAI', 2025, [12759, 18591, 22356, 24875, 29105, 32800, 3657], 0, 'arrêté of 23 December 2024, omhgrandnancy.fr'],
  ['PLAI', 2026, [12870, 18753, 22551, 25092, 29359, 33086, 3689], 1, 'derived, within 1 €'],
  ['PLS', 2026, [30424, 40630, 48859, 58986, 69389, 78203, 8723], 0, '1.3 × PLUS, nearest euro'],
];

const engine = createEngine();
const ceiling = (loan: string, year: number, people: number): unknown => engine.setSituation({
  date: `15/06/${year}`, 'ménage . personnes': String(people), 'ménage . à charge': String(Math.max(0, people - 2)), 'ménage . couple': people > 1 ? 'oui' : 'non',
  'ménage . somme des âges': '80', 'ménage . handicap': 'non', 'logement . région des plafonds': "'autres régions'",
}).evaluate(`plafonds . ${loan} . plafond`).nodeValue;

describe('official ceilings of social housing', { timeout: 60_000 }, () => {
  test.each(OFFICIAL)('%s %d', (loan, year, amounts, tolerance) => {
    for (const [at, amount] of amounts.slice(0, 6).entries()) expect(Math.abs(Number(ceiling(loan, year, at + 1)) - amount)).toBeLessThanOrEqual(tolerance);
    const [more] = amounts.slice(6);
    if (more !== undefined) expect(Math.abs(Number(ceiling(loan, year, 8)) - (amounts[5] ?? 0) - 2 * more)).toBeLessThanOrEqual(3 * tolerance);
  });

  test('intermediate ceilings are known for 2024 only', () => {
    const B1 = [35435, 47321, 56905, 68699, 80816, 91078];
    for (const year of [2023, 2024, 2025, 2026]) {
      const got = B1.map((_, at) => engine.setSituation({
        date: `15/06/${year}`, 'ménage . personnes': String(at + 1), 'ménage . à charge': String(Math.max(0, at - 1)), 'ménage . couple': at > 0 ? 'oui' : 'non',
        'ménage . somme des âges': '80', 'ménage . handicap': 'non', 'logement . zone ABC': "'B1'",
      }).evaluate('plafonds . PLI . plafond').nodeValue);
      expect(got).toEqual(year === 2024 ? B1 : B1.map(() => undefined));
    }
  });
});
