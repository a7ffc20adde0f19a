import { join } from 'node:path';
import { composeIndicators, type App } from '../../src/composition.ts';
import { employeesFigures } from '../../src/needs/index.ts';
import { seedIfEmpty } from '../../src/observatory/index.ts';
import { systemClock } from '../../src/platform/clock.ts';
import { readConfig } from '../../src/platform/config.ts';
import { openLog } from '../../src/platform/log.ts';
import { findTerritory } from '../../src/territory/index.ts';
import { serveWeb } from '../../src/web/server.ts';
import { freshDatabase } from '../../test/support/database.ts';

const territoriesFolder = join(import.meta.dirname, '../../territories');

export interface House {
  app: App;
  origin: string;
  ownerUrl: string;
  close(): Promise<void>;
}

/** The whole house on a database of its own, with the territory's first figures unless `empty`, on a free port. */
export async function openHouse({ territory = 'metz', empty = false, change = (app: App): App => app } = {}): Promise<House> {
  const database = await freshDatabase();
  const config = readConfig({ LOG_LEVEL: 'silent', ANCRAGE_TERRITORY: territory });
  const found = findTerritory(territory, territoriesFolder);
  if (!config.ok || !found.ok) throw new Error(`the house cannot open for ${territory}`);
  const log = openLog('silent');
  const app: App = {
    config: config.value, db: database.db, databaseUrl: database.appUrl, clock: systemClock, log, territory: found.value, territoriesFolder,
    secret: 'a secret of the tests, long enough', demo: true, indicators: composeIndicators(found.value), employees: employeesFigures(log),
  };
  if (!empty) await seedIfEmpty(app, () => {});
  const web = await serveWeb(change(app), { port: 0, host: '127.0.0.1' });
  return {
    app,
    ownerUrl: database.ownerUrl,
    origin: `http://127.0.0.1:${web.port}`,
    close: async () => {
      await web.close();
      await database.drop();
    },
  };
}
