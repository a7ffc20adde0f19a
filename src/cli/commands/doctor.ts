import type { Command } from 'commander';
import type { Check } from '../doctor/check.ts';
import { globalOptions, type CliContext } from '../context.ts';
import { exitCodes } from '../exit-codes.ts';
import { withDatabase } from '../with-database.ts';

/** `ancrage doctor`: what is well and what is to be mended, and nothing changed. */
export function register(program: Command, context: CliContext): void {
  program
    .command('doctor')
    .description('examine les réglages, la base et ses murs, la messagerie, la trace, les sauvegardes, sans rien changer')
    .addHelpText('after', `
Exemples :
  npx ancrage doctor
  npx ancrage doctor --json

Code de sortie : 0 si rien n’est à réparer, 3 sinon.`)
    .action((_options: unknown, command: Command) => examine(command, context));
}

const marks: Record<Check['state'], string> = { ok: '✓', warning: '!', failure: '✗' };

async function examine(command: Command, context: CliContext): Promise<void> {
  await withDatabase(context, async ({ ownerUrl, appRole, config }) => {
    const { machineChecks } = await import('../doctor/machine.checks.ts');
    const { databaseChecks } = await import('../doctor/database.checks.ts');
    const checks = [...(await machineChecks(config)), ...(await databaseChecks(ownerUrl, appRole, new Date()))];
    if (globalOptions(command).json) context.answer(JSON.stringify(checks, null, 2));
    else for (const { state, text } of checks) context.answer(`${marks[state]} ${text}`);
    if (checks.some(({ state }) => state === 'failure')) context.end(exitCodes.environment);
  });
}
