import { indicatorRegistry, type IndicatorRegistry } from './indicators/index.ts';
import { needsIndicators, scenarioIndicators, type EmployeesReader } from './needs/index.ts';
import { observatoryIndicatorsOf } from './observatory/index.ts';
import { partiesArea, retentionTasks } from './parties/index.ts';
import { sealAudit } from './platform/audit/seal.jobs.ts';
import type { Clock } from './platform/clock.ts';
import type { Config } from './platform/config.ts';
import type { Db } from './platform/database/database.ts';
import { handleEventsJob } from './platform/events/event.jobs.ts';
import type { Subscription } from './platform/events/subscription.ts';
import type { Job } from './platform/jobs/job.ts';
import type { Log } from './platform/log.ts';
import { sendMailJob } from './platform/mail/mail.jobs.ts';
import type { Transport } from './platform/mail/transport.ts';
import { auditArea } from './platform/privacy/areas/audit.area.ts';
import { fileArea } from './platform/privacy/areas/file.area.ts';
import { identityArea } from './platform/privacy/areas/identity.area.ts';
import { workArea } from './platform/privacy/areas/work.area.ts';
import type { PersonalArea } from './platform/privacy/personal-area.ts';
import { applyRetention } from './platform/privacy/retention.jobs.ts';
import { sendRemindersJob } from './platform/reminders/reminder.jobs.ts';
import { keyFor } from './platform/secret.ts';
import type { Territory } from './territory/index.ts';

/** What every door gets: the open house. */
export interface App {
  config: Config;
  db: Db;
  /** The same database, as the app's role, for what keeps connections of its own. */
  databaseUrl: string;
  clock: Clock;
  log: Log;
  /** The territory that this process serves by default. */
  territory: Territory;
  /** Folder that holds `territories/<name>/`. */
  territoriesFolder: string;
  /** Every key is derived from it (`keyFor`). */
  secret: string;
  /** Whether demonstration accounts may be entered by one click. */
  demo: boolean;
  indicators: IndicatorRegistry;
  /** What a synthetic population says of employees' needs. */
  employees: EmployeesReader;
}

/** Joins the areas: the only place that knows them all. */
export const composeIndicators = (territory: Pick<Territory, 'indicators'>): IndicatorRegistry => indicatorRegistry([observatoryIndicatorsOf(territory.indicators), needsIndicators, scenarioIndicators]);

/** Who keeps people's data: how it is given back, forgotten, and goes in time. */
export const personalAreas = (secret: string): readonly PersonalArea[] => [partiesArea, fileArea(keyFor(secret, 'files')), identityArea, auditArea, workArea];

/** Who hears of what: news travels from an area to those after it by events, and only here. */
const subscriptions: readonly Subscription[] = [];

/** What works by itself, in every app process. */
export const composeJobs = ({ transport, secret }: { transport: Transport | undefined; secret: string }): readonly Job[] => [
  sendMailJob(transport),
  handleEventsJob(subscriptions),
  sendRemindersJob,
  { queue: 'sealAudit', every: '* * * * *', sweep: async (house) => void (await sealAudit(house, house.territory)) },
  { queue: 'applyRetention', every: '40 2 * * *', sweep: async (house) => void (await applyRetention(retentionTasks(personalAreas(secret)))(house, house.territory)) },
];
