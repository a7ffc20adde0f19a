/** Imports one file and prints the outcome and the memory it took: `node import-apart.ts <database url> <file>`. */
import { openDatabase } from '../../src/platform/database/database.ts';
import { importAsMetz } from './files.ts';

const [url = '', path = ''] = process.argv.slice(2);
const db = openDatabase(url, { max: 1 });
const startedAt = performance.now();
const { status, message } = await importAsMetz(db, path);
await db.destroy();
process.stdout.write(JSON.stringify({ status, message, rssMb: Math.round(process.resourceUsage().maxRSS / 1024), ms: Math.round(performance.now() - startedAt) }));
