import { readFileSync } from 'node:fs';
import { Command } from 'commander';
import type { CliContext } from './context.ts';
import { speakFrench } from './french.ts';
import * as audit from './commands/audit.ts';
import * as backup from './commands/backup.ts';
import * as committee from './commands/committee.ts';
import * as doctor from './commands/doctor.ts';
import * as importFiles from './commands/import.ts';
import * as indicators from './commands/indicators.ts';
import * as needs from './commands/needs.ts';
import * as protect from './commands/protect.ts';
import * as publish from './commands/publish.ts';
import * as restore from './commands/restore.ts';
import * as simulate from './commands/simulate.ts';
import * as sources from './commands/sources.ts';
import * as start from './commands/start.ts';
import * as user from './commands/user.ts';

/** Every command, in the order of the help. */
const commands: readonly { register: (program: Command, context: CliContext) => void }[] = [start, importFiles, indicators, sources, needs, simulate, protect, publish, committee, user, backup, restore, audit, doctor];

/** The command line of `ancrage`. It never ends the process: it throws commander's errors. */
export function ancrageProgram(context: CliContext): Command {
  const { version } = JSON.parse(readFileSync(new URL('../../package.json', import.meta.url), 'utf8')) as { version: string };
  const program = new Command('ancrage');
  program
    .usage('[options] <commande>')
    .description('Ancrage : la convention logement-emploi d’un territoire, des données au comité de pilotage.')
    .version(version, '-V, --version', 'affiche la version')
    .option('--territory <code>', 'intercommunalité (code SIREN) ou dossier de territories/ ; par défaut celui du réglage ANCRAGE_TERRITORY')
    .option('--json', 'réponse en JSON, quand la commande en donne une')
    .helpCommand('help [commande]', 'affiche l’aide d’une commande')
    .addHelpText('after', `
Exemples :
  npm start
  npx ancrage help start
  npx ancrage --territory 245400676 start

Codes de sortie :
  0  fait
  1  demande refusée (fichier, territoire…)
  2  ligne de commande non comprise
  3  poste : base de données, port, disque, réglage
  4  erreur imprévue`);
  for (const { register } of commands) register(program, context);
  for (const command of [program, ...allBelow(program)]) {
    speakFrench(command);
    command.exitOverride().configureOutput({ writeOut: (text) => context.answer(text), outputError: () => {} });
  }
  return program;
}

const allBelow = (command: Command): Command[] => command.commands.flatMap((one) => [one, ...allBelow(one)]);
