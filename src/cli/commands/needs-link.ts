import type { Command } from 'commander';
import type { App } from '../../composition.ts';
import { globalOptions, type CliContext } from '../context.ts';
import { exitCodes } from '../exit-codes.ts';

/** `ancrage needs link`: where the holder of a job could live. */
export function registerLink(needs: Command, context: CliContext): void {
  needs
    .command('link')
    .description('dit où se loger pour un emploi : loyers attendus, effort, parc social, distance')
    .requiredOption('--work <commune>', 'commune de l’emploi, par son code ou son nom')
    .requiredOption('--wage <euros>', 'salaire net par mois')
    .option('--second-income <euros>', 'autre revenu net du ménage, par mois')
    .option('--persons <nombre>', 'personnes du ménage', '1')
    .option('--couple', 'le ménage est un couple')
    .addHelpText('after', `
Exemples :
  npx ancrage needs link --work 57463 --wage 1900
  npx ancrage needs link --work Metz --wage 1900 --persons 2 --couple --json`)
    .action(async (given: LinkOptions, command: Command) => {
      await context.withApp(command, (app) => link(app, given, globalOptions(command).json ?? false, context));
    });
}

interface LinkOptions { work: string; wage: string; secondIncome?: string; persons: string; couple?: true }

async function link(app: App, { work, wage, secondIncome = '', persons, couple }: LinkOptions, json: boolean, context: CliContext): Promise<void> {
  const [{ linkHousing, readLinkRequest }, { linkProblems, linkText }] = await Promise.all([import('../../needs/index.ts'), import('../link.messages.ts')]);
  const request = readLinkRequest({ work, wage, persons, second: secondIncome, couple: couple ? 'oui' : 'non' }, app.territory);
  if (!request.ok) {
    context.say(linkProblems(request.error, app.territory.nameWithOf));
    return context.end(exitCodes.refused);
  }
  const answer = await linkHousing(app, request.value);
  context.answer(json ? JSON.stringify(answer, null, 2) : linkText(answer));
}
