import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { generateTypes } from '../../scripts/support/generate-types.ts';
import { freshDatabase } from '../support/database.ts';

test('the committed types are those of the migrated database (npm run db:types)', async () => {
  const database = await freshDatabase();
  const folder = mkdtempSync(join(tmpdir(), 'ancrage-types-'));
  try {
    await generateTypes(database.ownerUrl, join(folder, 'types.ts'));
    const committed = readFileSync(join(import.meta.dirname, '../../src/platform/database/types.generated.ts'), 'utf8');
    expect(committed).toBe(readFileSync(join(folder, 'types.ts'), 'utf8'));
  } finally {
    rmSync(folder, { recursive: true, force: true });
    await database.drop();
  }
});
