import { resolve } from 'node:path';
import { run } from './run.ts';

const root = resolve(import.meta.dirname, '../..');

/** Writes Kysely's types of a migrated database. Dates are strings and counts numbers, as `database.ts` reads them; the queue's tables are its library's affair. */
export async function generateTypes(ownerUrl: string, file: string): Promise<void> {
  const code = await run(process.execPath, [
    resolve(root, 'node_modules/kysely-codegen/dist/cli/bin.js'),
    '--dialect', 'postgres', '--url', ownerUrl, '--date-parser', 'string', '--type-mapping', '{"int8":"number"}', '--exclude-pattern', '{migration,job}.*', '--default-schema', 'none', '--log-level', 'error', '--out-file', file,
  ], { cwd: root });
  if (code !== 0) throw new Error(`kysely-codegen ended with code ${code}`);
}
