import { hash } from 'node:crypto';
import type { Client } from 'pg';
import type { Table } from './catalogue.ts';

const mostRows = 2_000;
/** Letters of one batch, about: a piece of a document alone has half a million. */
const lettersAtOnce = 4_000_000;

/** A table's rows as PostgreSQL writes them: every type comes back as it was, and an empty text is no null. */
export async function* rowTexts(client: Client, { name, columns }: Table): AsyncGenerator<string[]> {
  await client.query(`declare rows no scroll cursor for select row(${columns.join(', ')})::text as line from ${name}`);
  for (let wanted = 8; ;) {
    const { rows } = await client.query<{ line: string }>(`fetch ${wanted} from rows`);
    if (rows.length === 0) break;
    const lines = rows.map(({ line }) => line);
    yield lines;
    // The next batch goes by the size of these rows, and grows step by step.
    const letters = lines.reduce((sum, line) => sum + line.length, 0) / lines.length;
    wanted = Math.max(1, Math.min(mostRows, wanted * 4, Math.floor(lettersAtOnce / Math.max(letters, 1))));
  }
  await client.query('close rows');
}

/** A sum of hashes: the same rows give the same content, in whatever order they are read. */
export function contentSum(): { add(line: string): void; rows(): number; hex(): string } {
  let sum = 0n;
  let count = 0;
  return {
    add: (line) => {
      sum += BigInt(`0x${hash('sha256', line)}`);
      count += 1;
    },
    rows: () => count,
    hex: () => BigInt.asUintN(256, sum).toString(16).padStart(64, '0'),
  };
}

/** Fills an empty table. Its rows come first into a table of this transaction's: one that refers to its own table may then come in any order. */
export async function fillTable(client: Client, { name, columns }: Table, lines: AsyncIterable<string[]>): Promise<void> {
  const list = columns.join(', ');
  await client.query(`create temporary table filling on commit drop as select ${list} from ${name} with no data`);
  for await (const batch of lines) {
    await client.query(`insert into pg_temp.filling select (one.line).* from (select unnest($1::text[])::pg_temp.filling as line offset 0) one`, [batch]);
  }
  await client.query(`insert into ${name} (${list}) overriding system value select ${list} from pg_temp.filling`);
  await client.query('drop table pg_temp.filling');
}
