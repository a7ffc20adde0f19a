import fc from 'fast-check';
import { expect, test } from 'vitest';
import { missing, number, secret, type Cell } from './cell.rules.ts';
import type { Reading } from './indicator.schema.ts';
import { latest, openingPeriod, periodsOf } from './reading.rules.ts';

const at = (period: string, cell: Cell = number(1), area = 'A'): Reading => ({ indicator: 'x', area, level: 'commune', period, cell, datasets: [], perimeter: null });

test('periods come once each, oldest first; a reading without a period gives none', () => {
  expect(periodsOf([at('2023'), at('2021'), at('', missing('notLoaded')), at('2023', secret), at('2022-01-01')])).toEqual(['2021', '2022-01-01', '2023']);
  expect(periodsOf([])).toEqual([]);
});

test.each<[string, Reading[], string | undefined]>([
  ['the newest, whatever the order', [at('2023'), at('2025'), at('2024')], '2025'],
  ['a secret is a word of the source', [at('2023'), at('2024', secret)], '2024'],
  ['so is a bound', [at('2023'), at('2024', { kind: 'interval', low: null, high: 9 })], '2024'],
  ['what is missing is not', [at('2023'), at('2024', missing('partial'))], '2023'],
  ['“none” is a word of the source', [at('2023'), at('2024', missing('noneListed'))], '2024'],
  ['another area’s does not count', [at('2023'), at('2024', number(1), 'B')], '2023'],
  ['nothing said', [at('2024', missing('notInSource'))], undefined],
])('latest: %s', (_name, readings, period) => expect(latest(readings, 'A')?.period).toBe(period));

const whole = (period: string, cell: Cell): Reading => ({ ...at(period, cell, 'T'), level: 'intercommunality' });

test.each<[string, Reading[], string | undefined]>([
  ['one figure of a newer day does not empty the page', [whole('2024', number(5)), at('2024', number(1), 'A'), at('2024', number(4), 'B'), at('2024', number(1), 'C'), at('2025', number(1), 'A'), whole('2025', missing('partial'))], '2024'],
  ['half of the communes do', [whole('2024', number(5)), at('2024', number(1), 'A'), at('2024', number(4), 'B'), at('2025', number(1), 'A'), at('2025', missing('notInSource'), 'B'), whole('2025', missing('partial'))], '2025'],
  ['so does the territory’s own', [at('2024', number(1), 'A'), at('2025', missing('notInSource'), 'A'), whole('2025', number(3))], '2025'],
  ['with nothing better, the last that has a word', [at('2024', number(1), 'A'), at('2024', missing('notInSource'), 'B'), at('2024', missing('notInSource'), 'C')], '2024'],
  ['nothing said', [at('', missing('notLoaded'))], undefined],
])('opens on: %s', (_name, readings, period) => expect(openingPeriod(readings)).toBe(period));

const year = fc.integer({ min: 2000, max: 2030 }).map(String);
const cell = fc.constantFrom<Cell>(number(1), secret, missing('partial'));

test('the latest says something of its area, and nothing said of it is newer', () => {
  fc.assert(fc.property(fc.array(fc.record({ period: year, cell, area: fc.constantFrom('A', 'B') })), (made) => {
    const readings = made.map((one) => at(one.period, one.cell, one.area));
    const saying = readings.filter((one) => one.area === 'A' && one.cell.kind !== 'missing');
    const found = latest(readings, 'A');
    expect(found === undefined).toBe(saying.length === 0);
    if (found) expect([saying.includes(found), saying.every(({ period }) => period <= found.period)]).toEqual([true, true]);
  }));
});
