import { Pool } from 'pg';
import { joinEmbeddedServer } from '../../src/platform/database/embedded/index.ts';

// The app's part of the crash test: joins the server unaided, then writes without end through the app's role, and
// says each row on standard output once the database has acknowledged it. It is killed in the middle.

const [dataFolder = '', projectRoot = '', firstId = '0'] = process.argv.slice(2);
const joined = await joinEmbeddedServer({ dataFolder, projectRoot });
if (!joined.ok) {
  process.stderr.write(`${JSON.stringify(joined.error)}\n`);
  process.exit(3);
}
const pool = new Pool({ connectionString: joined.value.appUrl, max: 4 });
pool.on('error', () => {});
let next = Number(firstId);

async function writeOn(): Promise<never> {
  for (;;) {
    const id = next++;
    await pool.query('insert into crash.written (id, content) values ($1, $2)', [id, `row ${id} `.repeat(20)]);
    process.stdout.write(`${id}\n`);
  }
}

await Promise.all([writeOn(), writeOn(), writeOn(), writeOn()]).catch(() => process.exit(4));
