import type { Migration } from 'kysely/migration';
import * as observatory from './20261124090000-observatory.ts';
import * as coverage from './20261124150000-coverage.ts';

/** Forward migrations, by name, in order. A name is never changed once released. */
export const migrations: Record<string, Migration> = {
  '20261124090000-observatory': observatory,
  '20261124150000-coverage': coverage,
};
