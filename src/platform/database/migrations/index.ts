import type { Migration } from 'kysely/migration';
import * as observatory from './20261124090000-observatory.ts';

/** Forward migrations, by name, in order. A name is never changed once released. */
export const migrations: Record<string, Migration> = {
  '20261124090000-observatory': observatory,
};
