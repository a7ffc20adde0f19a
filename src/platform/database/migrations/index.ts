import type { Migration } from 'kysely/migration';
import * as observatory from './20261124090000-observatory.ts';
import * as coverage from './20261124150000-coverage.ts';
import * as accountByTerritory from './20261125090000-account-by-territory.ts';
import * as indexesForYears from './20261125093000-indexes-for-years.ts';
import * as flows from './20261130090000-flows.ts';
import * as flowsByPlace from './20261130210000-flows-by-place.ts';
import * as people from './20261124160000-people.ts';
import * as needs from './20261130180000-needs.ts';
import * as publishing from './20261130200000-publishing.ts';
import * as retainedScenario from './20261130220000-retained-scenario.ts';
import * as flowCells from './20261130230000-flow-cells.ts';
import * as privacy from './20261124161000-privacy.ts';

/** Forward migrations, by name, in order. A name is never changed once released. */
export const migrations: Record<string, Migration> = {
  '20261124090000-observatory': observatory,
  '20261124150000-coverage': coverage,
  '20261124160000-people': people,
  '20261124161000-privacy': privacy,
  '20261125090000-account-by-territory': accountByTerritory,
  '20261125093000-indexes-for-years': indexesForYears,
  '20261130090000-flows': flows,
  '20261130180000-needs': needs,
  '20261130200000-publishing': publishing,
  '20261130210000-flows-by-place': flowsByPlace,
  '20261130220000-retained-scenario': retainedScenario,
  '20261130230000-flow-cells': flowCells,
};
