import fc from 'fast-check';
import { expect, test } from 'vitest';
import { addressBook, inventedFirms } from '../../demo/names.ts';
import { communeOf } from '../../demo/organisations.ts';
import { seeded } from '../../demo/random.ts';
import { fictitiousSiren, fictitiousSiret } from '../../demo/siren.ts';
import { daysAgo } from '../../demo/stage.ts';
import { isSiren, isSiret } from '../../src/parties/siren.rules.ts';

test('a firm’s number passes the software’s check and lies below every number of Sirene', () => {
  const numbers = Array.from({ length: 999 }, (_, at) => fictitiousSiren(at + 1));
  expect(new Set(numbers).size).toBe(999);
  for (const number of numbers) {
    expect(isSiren(number), number).toBe(true);
    expect(Number(number)).toBeLessThan(325_175);
  }
  fc.assert(fc.property(fc.integer({ min: 1, max: 999 }), fc.integer({ min: 1, max: 9_999 }), (rank, order) => {
    expect(isSiret(fictitiousSiret(fictitiousSiren(rank), order))).toBe(true);
  }));
  expect(() => fictitiousSiren(1_000)).toThrow(RangeError);
});

test('the same seed draws the same, another draws otherwise, and a branch is not shifted by its neighbours', () => {
  const drawn = (seed: string): number[] => Array.from({ length: 20 }, ((random) => () => random.whole(0, 1_000))(seeded(seed)));
  expect(drawn('a')).toEqual(drawn('a'));
  expect(drawn('a')).not.toEqual(drawn('b'));
  const one = seeded('a');
  one.fraction();
  expect(one.branch('x').fraction()).toBe(seeded('a').branch('x').fraction());
});

test('draws stay within their bounds, and weights are kept', () => {
  fc.assert(fc.property(fc.string(), fc.integer({ min: -50, max: 50 }), fc.nat(100), (seed, least, span) => {
    const drawn = seeded(seed).whole(least, least + span);
    expect(drawn).toBeGreaterThanOrEqual(least);
    expect(drawn).toBeLessThanOrEqual(least + span);
  }));
  const random = seeded('weights');
  const often = Array.from({ length: 10_000 }, () => random.weighted([['often', 9], ['never', 0], ['seldom', 1]] as const));
  expect(often).not.toContain('never');
  expect(often.filter((item) => item === 'often').length / 10_000).toBeCloseTo(0.9, 1);
});

test('a day of work is before today, and never on a weekend', () => {
  fc.assert(fc.property(fc.date({ min: new Date('2020-01-01'), max: new Date('2040-01-01'), noInvalidDate: true }), fc.integer({ min: 0, max: 400 }), fc.string(), (now, days, seed) => {
    const at = daysAgo({ now }, days, seeded(seed));
    expect(at.getTime()).toBeLessThan(now.getTime());
    expect([0, 6]).not.toContain(at.getUTCDay());
    expect((now.getTime() - at.getTime()) / 86_400_000).toBeLessThan(Math.max(days, 1) + 4);
  }));
});

test('an address is nobody’s, and given once', () => {
  const addressOf = addressBook('200039865');
  const name = { given: 'Bérénice', family: 'Tarvélan' };
  expect(addressOf(name, 'Le Palier')).toBe('berenice.tarvelan@le-palier.t200039865.example');
  expect(addressOf(name, 'Le Palier')).toBe('berenice.tarvelan2@le-palier.t200039865.example');
});

test('firms all have names of their own', () => expect(new Set(inventedFirms(seeded('firms'), 200)).size).toBe(200));

test.each([['Metz', 'Commune de Metz'], ['Le Ban-Saint-Martin', 'Commune du Ban-Saint-Martin'], ['Les Étangs', 'Commune des Étangs'], ['Augny', 'Commune d’Augny'], ['La Maxe', 'Commune de La Maxe']])(
  '%s: %s', (name, expected) => expect(communeOf(name)).toBe(expected));
