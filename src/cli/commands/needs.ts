import { readFileSync } from 'node:fs';
import { Option, type Command } from 'commander';
import type { Mode } from '../../needs/index.ts';
import { globalOptions, type CliContext } from '../context.ts';
import { exitCodes } from '../exit-codes.ts';
import { registerEmployees } from './needs-employees.ts';
import { registerLink } from './needs-link.ts';

/** `ancrage needs`: the need for dwellings by the State's method, from a file of figures, which needs no database; `employees` and `link` do. */
export function register(program: Command, context: CliContext): void {
  const needs = program.command('needs').description('estime les besoins en logements, compose la population des ménages, dit où se loger pour un emploi');
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
  registerEmployees(needs, context);
  registerLink(needs, context);
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
