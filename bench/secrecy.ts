/**
 * `npm run bench:secrecy [-- --json] [--tables n]`: random tables of counts with hierarchies, protected, then attacked by an auditor
 * written apart. Fails when it finds a cell too well known, when too little stays visible, or when 1,000 cells take too long.
 */
import { parseArgs } from 'node:util';
import { protect, type Dimension, type Protected, type Spec, type Table } from 'statistical-secrecy';
import { naiveSuppression } from '../packages/statistical-secrecy/bench/naive.ts';
import { otherAuditor } from '../packages/statistical-secrecy/bench/other-auditor.ts';
import { randomTable, type Shape } from '../packages/statistical-secrecy/bench/random-tables.ts';

const { values: asked } = parseArgs({ options: { json: { type: 'boolean' }, tables: { type: 'string', default: '3' } } });
const rounds = Number(asked.tables);
const THRESHOLD = 11;
const common = { spread: 1, zeros: 0.05 };
/** Over 1,000 cells, all with at least 30 that are secret by themselves. */
const large: Record<string, Shape> = {
  'areas × ages': { levels: [[5, 8], [22]], typical: 50, ...common },
  'areas × ages, many small': { levels: [[5, 8], [22]], typical: 20, ...common },
  'areas × two levels': { levels: [[5, 7], [4, 5]], typical: 45, ...common },
  'three dimensions': { levels: [[5, 5], [2, 3], [3]], typical: 35, ...common },
};
const small: Record<string, Shape> = {
  'small areas × ages': { levels: [[3, 4], [6]], typical: 25, ...common },
  'areas × three': { levels: [[4, 5], [3]], typical: 25, ...common },
};

const rules = { kind: 'frequency', threshold: THRESHOLD } as const;
const isPrimary = (value: number): boolean => value > 0 && value < THRESHOLD;

async function protectedBy(table: Table, spec: Spec): Promise<{ result: Protected; seconds: number }> {
  const before = process.cpuUsage();
  const done = await protect([table], spec);
  const { user } = process.cpuUsage(before);
  if (!done.ok) throw new Error(JSON.stringify(done.error));
  return { result: done.value, seconds: user / 1e6 };
}

/** Cells secret by themselves of which the other auditor knows too much. */
async function tooWellKnown(table: Table, dimensions: readonly Dimension[], hidden: (row: number) => boolean): Promise<number> {
  const shown = table.rows.map(({ value = 0 }, row) => (hidden(row) ? ({ status: 'secret' } as const) : ({ status: 'shown', value } as const)));
  const asking = table.rows.flatMap(({ value = 0 }, row) => (isPrimary(value) ? [row] : []));
  const [found, atBest] = [await otherAuditor(table, dimensions, shown, asking), await otherAuditor(table, dimensions, table.rows.map(({ value = 0 }) => (value === 0 ? { status: 'shown', value } : { status: 'secret' })), asking)];
  // A total of n counts that are not 0 is at least n, whatever is hidden.
  return found.filter(({ min, max }, at) => min > Math.max(1, atBest[at]!.min) + 1e-4 || max < THRESHOLD - 1 - 1e-4).length;
}

const failures: string[] = [];
const hold = (holds: boolean, what: string): void => void (holds || failures.push(what));
const say = (line: object): void => console.log(asked.json ? JSON.stringify(line) : Object.entries(line).map(([key, value]) => `${key}: ${String(value)}`).join(', '));
const decimals = (value: number, digits: number): number => Number(value.toFixed(digits));

for (const [name, shape] of Object.entries(large)) {
  for (let seed = 1; seed <= rounds; seed++) {
    const { table, dimensions } = randomTable(shape, seed);
    const { result: { tables, counts, loss, method }, seconds } = await protectedBy(table, { dimensions, rules });
    const exposed = await tooWellKnown(table, dimensions, (row) => tables[0]!.rows[row]!.status === 'secret');
    const naive = naiveSuppression(table, dimensions, isPrimary);
    const naiveExposed = await tooWellKnown(table, dimensions, (row) => naive[row]!);
    const visible = counts.shown / counts.cells;
    say({ table: name, seed, cells: counts.cells, primary: counts.primary, secondary: counts.secondary, atLeast: loss.bound, visible: decimals(visible, 3), exposed, seconds: decimals(seconds, 1), method, naiveSecondary: naive.filter(Boolean).length - counts.primary, naiveExposed });
    hold(exposed === 0, `${name} ${seed}: ${exposed} cells too well known`);
    hold(counts.primary < 30 || visible >= 0.6, `${name} ${seed}: ${decimals(visible, 3)} visible`);
    hold(seconds <= 10 * Math.max(1, counts.cells / 1000), `${name} ${seed}: ${decimals(seconds, 1)} s`);
  }
}
for (const [name, shape] of Object.entries(small)) {
  let [exact, heuristic, naiveLoss, exposed, naiveExposed] = [0, 0, 0, 0, 0];
  for (let seed = 1; seed <= 2 * rounds; seed++) {
    const { table, dimensions } = randomTable(shape, seed);
    const { result } = await protectedBy(table, { dimensions, rules, method: 'exact' });
    const other = await protectedBy(table, { dimensions, rules, method: 'heuristic' });
    const naive = naiveSuppression(table, dimensions, isPrimary);
    for (const { tables } of [result, other.result]) exposed += await tooWellKnown(table, dimensions, (row) => tables[0]!.rows[row]!.status === 'secret');
    naiveExposed += await tooWellKnown(table, dimensions, (row) => naive[row]!);
    exact += result.loss.cells;
    heuristic += other.result.loss.cells;
    naiveLoss += naive.filter(Boolean).length - result.counts.primary;
  }
  say({ table: name, tables: 2 * rounds, exactLoss: exact, heuristicLoss: heuristic, overExact: decimals(heuristic / exact - 1, 3), naiveLoss, exposed, naiveExposed });
  hold(exposed === 0, `${name}: ${exposed} cells too well known`);
}
say({ failures: failures.length });
for (const failure of failures) console.error(failure);
process.exit(failures.length === 0 ? 0 : 1);
