import { readFileSync } from 'node:fs';
import { Option, type Command } from 'commander';
import type { App } from '../../composition.ts';
import type { Mode } from '../../needs/index.ts';
import { globalOptions, type CliContext } from '../context.ts';
import { exitCodes } from '../exit-codes.ts';

/** `ancrage needs`: a territory's need for dwellings by the State's method, from a file of figures, which needs no database; and where a job's holder could live. */
export function register(program: Command, context: CliContext): void {
  const needs = program.command('needs').description('estime les besoins en logements');
  needs
    .command('otelo')
    .argument('<fichier>', 'chiffres d’un territoire, ou de plusieurs (JSON)')
    .description('estime les besoins d’un territoire par la méthode Otelo')
    .addOption(new Option('--mode <mode>', 'reference : comme le tableur de l’État ; default : ses erreurs corrigées et dites').choices(['reference', 'default']).default('default'))
    .addHelpText('after', `
Exemples :
  npx ancrage needs otelo metz.json
  npx ancrage needs otelo metz.json --mode reference --json

Le déficit de logements se donne en un nombre (stockDeficit) ou par ce qui le compose (stock) ; il manque alors, s’il y a
lieu, le nom des fichiers à fournir, et la commande se termine par 1.`)
    .action((file: string, { mode }: { mode: Mode }, command: Command) => otelo(file, mode, globalOptions(command).json ?? false, context));
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

async function otelo(file: string, mode: Mode, json: boolean, context: CliContext): Promise<void> {
  const [{ estimateFile }, { needsProblems, needsText }] = await Promise.all([import('../../needs/index.ts'), import('../needs.messages.ts')]);
  const refuse = (sentence: string): void => {
    context.say(sentence);
    context.end(exitCodes.refused);
  };
  let content: unknown;
  try {
    content = JSON.parse(readFileSync(file, 'utf8'));
  } catch (error) {
    const { code } = error as { code?: string };
    if (code === 'ENOENT') return refuse(`Le fichier ${file} n’existe pas.`);
    return refuse(code === undefined ? `${file} n’est pas du JSON.` : `Le fichier ${file} ne se lit pas (${code}).`);
  }
  const answer = estimateFile(content, mode);
  if (!answer.ok) return refuse(needsProblems(file, answer.error));
  context.answer(json ? JSON.stringify(answer.value, null, 2) : needsText(answer.value));
  // What is known is said; what was asked is not.
  if (!answer.value.totals) context.end(exitCodes.refused);
}
