/**
 * `npm run bench:import [-- rows rounds]`: imports a generated file of 10,000,000 rows shaped as the census's detailed
 * commuting file, turn by turn with DuckDB's bare typed aggregate of the same file. Fails when the import takes more
 * than three times as long, or a gibibyte of memory.
 */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { sql } from 'kysely';
import { openDatabase } from '../src/platform/database/database.ts';
import { migrate } from '../src/platform/database/migrate.ts';
import { joinServer } from '../src/platform/database/server.ts';
import { writeMobpro } from './import-sample.ts';

const [rows = 10_000_000, rounds = 3] = process.argv.slice(2).map(Number);
if (!Number.isInteger(rows) || !Number.isInteger(rounds)) throw new Error('usage: npm run bench:import -- [rows] [rounds]');
const [mostRatio, mostMb] = [3, 1024];

const root = resolve(import.meta.dirname, '..');
const scratch = mkdtempSync(join(tmpdir(), 'ancrage-bench-'));
chmodSync(scratch, 0o755);

interface Turn { ms: number; rssMb: number }

async function turn(...args: string[]): Promise<Turn> {
  const child = spawn(process.execPath, [join(import.meta.dirname, 'import-once.ts'), ...args], { cwd: root, stdio: ['ignore', 'pipe', 'inherit'] });
  let output = '';
  child.stdout.on('data', (chunk: Buffer) => {
    output += chunk.toString();
  });
  await once(child, 'close');
  return JSON.parse(output) as Turn;
}

const middle = (values: readonly number[]): number => values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;

const server = await joinServer({ ANCRAGE_DATA: join(scratch, 'data'), DATABASE_URL: undefined, DATABASE_OWNER_URL: undefined }, { projectRoot: root });
if (!server.ok) throw new Error(JSON.stringify(server.error));
let failed = false;
try {
  const { appUrl, ownerUrl } = server.value;
  const migrated = await migrate(ownerUrl, new URL(appUrl).username);
  if (!migrated.ok) throw new Error(JSON.stringify(migrated.error));
  const owner = openDatabase(ownerUrl, { max: 1 });
  const path = join(scratch, 'mobpro.csv');
  await writeMobpro(path, rows);
  console.log(`${rows} rows, ${Math.round(statSync(path).size / 1024 / 1024)} MiB`);
  const [imports, bares]: [Turn[], Turn[]] = [[], []];
  for (let at = 0; at < rounds; at += 1) {
    await sql`truncate observatory.dataset, observatory.flow cascade`.execute(owner);
    const inTurn = [async () => imports.push(await turn('import', appUrl, path)), async () => bares.push(await turn('bare', path))];
    for (const one of at % 2 === 0 ? inTurn : inTurn.toReversed()) await one();
  }
  const { rows: [flows] } = await sql<{ count: string }>`select sum(cardinality(others)) as count from observatory.flow where side = 'residence'`.execute(owner);
  const [spent, bare] = [middle(imports.map(({ ms }) => ms)), middle(bares.map(({ ms }) => ms))];
  const rssMb = Math.max(...imports.map((one) => one.rssMb));
  failed = spent > bare * mostRatio || rssMb > mostMb;
  console.log(`${failed ? '✗' : '✓'} import ${(spent / 1000).toFixed(1)} s (${flows?.count ?? 0} pairs of places), bare aggregate ${(bare / 1000).toFixed(1)} s; ratio ${(spent / bare).toFixed(2)}; ${rssMb} MiB`);
  await owner.destroy();
} finally {
  await server.value.leave();
  rmSync(scratch, { recursive: true, force: true });
}
process.exit(failed ? 1 : 0);
