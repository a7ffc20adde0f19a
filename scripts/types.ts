/** `npm run db:types`: writes the database's types from a freshly migrated one. */
import { mkdtempSync, rmSync, chmodSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { migrate } from '../src/platform/database/migrate.ts';
import { joinServer } from '../src/platform/database/server.ts';
import { generateTypes } from './support/generate-types.ts';

const root = resolve(import.meta.dirname, '..');
const scratch = mkdtempSync(join(tmpdir(), 'ancrage-types-'));
chmodSync(scratch, 0o755);
const server = await joinServer({ ANCRAGE_DATA: join(scratch, 'data'), DATABASE_URL: undefined, DATABASE_OWNER_URL: undefined }, { projectRoot: root });
if (!server.ok) throw new Error(JSON.stringify(server.error));
try {
  const migrated = await migrate(server.value.ownerUrl, new URL(server.value.appUrl).username);
  if (!migrated.ok) throw new Error(JSON.stringify(migrated.error));
  await generateTypes(server.value.ownerUrl, join(root, 'src/platform/database/types.generated.ts'));
} finally {
  await server.value.leave();
  rmSync(scratch, { recursive: true, force: true });
}
