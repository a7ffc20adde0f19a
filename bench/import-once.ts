/** One turn of `bench/import.ts`, in a process of its own: `import <database url> <file>` or `bare <file>`. Prints time and memory. */
import { openDatabase } from '../src/platform/database/database.ts';
import { systemClock } from '../src/platform/clock.ts';
import { sqlPath, withDuckDb } from '../src/platform/duckdb.ts';
import { importFile } from '../src/observatory/index.ts';
import { findTerritory } from '../src/territory/index.ts';

const [what = '', ...given] = process.argv.slice(2);
const startedAt = performance.now();
if (what === 'bare') {
  // What anyone would write: two codes, one number, nothing checked, nothing kept.
  await withDuckDb((db) => db.runAndReadAll(`select count(*), max(people) from (select COMMUNE, DCLT, sum(IPONDI) as people
    from read_csv(${sqlPath(given[0] ?? '')}, delim = ';', header = true, all_varchar = false, types = {'COMMUNE': 'VARCHAR', 'DCLT': 'VARCHAR', 'IPONDI': 'DOUBLE'}) group by all)`));
} else {
  const [url = '', path = ''] = given;
  const territory = findTerritory('200039865', 'territories');
  if (!territory.ok) throw new Error('no territory');
  const db = openDatabase(url, { max: 1 });
  const report = await importFile({ db, clock: systemClock }, { path, territory: territory.value, vintage: '2022' });
  await db.destroy();
  if (report.status !== 'imported') throw new Error(JSON.stringify(report));
}
process.stdout.write(JSON.stringify({ ms: performance.now() - startedAt, rssMb: Math.round(process.resourceUsage().maxRSS / 1024) }));
