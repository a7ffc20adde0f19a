import type { App } from '../src/composition.ts';
import { servedAt } from '../src/platform/config.ts';
import { inOneTransaction } from '../src/platform/database/batch.ts';
import { formatCount, formatInteger } from '../src/platform/i18n/format.ts';
import { jobActor } from '../src/platform/permission/actor.ts';
import { listOrganisations } from '../src/parties/index.ts';
import { planAccounts } from './accounts.ts';
import { planEmployers } from './employers.ts';
import { planHouseholds } from './households.ts';
import { addressBook } from './names.ts';
import { planNeeds } from './needs.ts';
import { planOrganisations } from './organisations.ts';
import { planOwnSpaces } from './own-spaces.ts';
import { planPeople } from './people.ts';
import { seeded } from './random.ts';
import { communesOf, must, play, type Stage } from './stage.ts';

export interface DemoOptions {
  /** One line about what is being done. */
  report: (line: string) => void;
  /** Stops on the way: nothing is kept then. */
  signal: AbortSignal;
  /** Persons followed within the year. */
  persons?: number;
  /** Another one gives another demonstration. */
  seed?: string;
}

/** Persons accompanied in a year, at the size of Metz. */
export const personsOfAYear = 2_400;

/**
 * Fills a territory that knows nobody yet with an invented year, through the services and in the order of time. All of it
 * is kept or nothing: a start that is killed begins anew. Answers whether it was made; elsewhere than in demonstration
 * mode nothing is.
 */
export async function makeDemo(app: Pick<App, 'db' | 'clock' | 'territory' | 'demo' | 'config'>, { report, signal, persons = personsOfAYear, seed = 'ancrage' }: DemoOptions): Promise<boolean> {
  if (!app.demo) return false;
  const startedAt = Date.now();
  const seconds = (): string => `${((Date.now() - startedAt) / 1000).toFixed(1).replace('.', ',')} s`;
  return inOneTransaction(app.db, `ancrage.demo ${app.territory.code}`, async (db) => {
    const known = must(await listOrganisations({ db, clock: app.clock, actor: jobActor(app.territory.code) }, { most: 1 }));
    if (known.organisations.length > 0) return false;
    report('Démonstration : un an de suivi inventé, du premier organisme au dossier d’hier (une fois)…');
    const { acts, counts } = plan({
      db, territory: app.territory, now: app.clock.now(), random: seeded(`${seed} ${app.territory.code}`), addressOf: addressBook(app.territory.code), communes: communesOf(app.territory),
      origin: app.config.ANCRAGE_ORIGIN ?? servedAt(app.config),
    }, persons);
    let quarter = 1;
    await play(acts, {
      signal,
      done: (share) => {
        if (share < quarter / 4) return;
        if (quarter < 4) report(`Démonstration : ${quarter * 25} % de l’année (${seconds()})…`);
        quarter += 1;
      },
    });
    report(`Démonstration prête : ${formatInteger(counts.organisations, 'fr')} organismes, ${formatInteger(counts.accounts, 'fr')} comptes, ${formatCount(persons, { one: 'personne suivie', many: 'personnes suivies' }, 'fr')} (${seconds()}).`);
    return true;
  });
}

/** What each area plans; the order of time is given afterwards. */
function plan(stage: Stage, persons: number) {
  const { acts: founding, organisations } = planOrganisations(stage);
  const { acts: joining, accounts } = planAccounts(stage, organisations);
  const { acts: prospecting, accounts: managers, employers } = planEmployers(stage, accounts);
  const { acts: accompanying, people } = planPeople(stage, accounts, persons);
  const { acts: opening, accounts: spaces } = planOwnSpaces(stage, people);
  const estimating = planNeeds(stage, accounts);
  const holders = new Set([...accounts, ...managers].map(({ email }) => email)).size + spaces;
  return { acts: [...founding, ...joining, ...prospecting, ...accompanying, ...opening, ...estimating, ...planHouseholds(stage)], counts: { organisations: organisations.length + employers, accounts: holders } };
}
