import type { Config } from '../platform/config.ts';
import type { CliContext } from './context.ts';
import type { JoinedDatabase } from './join-database.ts';

/** Joins the database for an operator's command, which changes nothing by opening it, and leaves it afterwards. */
export async function withDatabase(context: CliContext, work: (database: JoinedDatabase & { config: Config }) => Promise<void>): Promise<void> {
  const { joinDatabase, readSettings } = await import('./join-database.ts');
  const { databaseFailureOf } = await import('./database-failure.ts');
  const config = readSettings(context.environment);
  if (!config.ok) return context.refuse(config.error);
  const joined = await joinDatabase(config.value, (line) => context.say(line));
  if (!joined.ok) return context.refuse(joined.error);
  try {
    await work({ ...joined.value, config: config.value });
  } catch (error) {
    const known = databaseFailureOf(error);
    if (!known) throw error;
    await context.refuse(known);
  } finally {
    await joined.value.leave();
  }
}
