import { createWriteStream } from 'node:fs';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { InvalidArgumentError, type Command } from 'commander';
import type { App } from '../../composition.ts';
import { globalOptions, type CliContext } from '../context.ts';
import { exitCodes } from '../exit-codes.ts';

interface Options {
  seed: number;
  at?: string;
  out?: string;
}

const wholeNumber = (given: string): number => {
  if (!/^\d{1,9}$/.test(given)) throw new InvalidArgumentError('La graine est un nombre entier, comme 1.');
  return Number(given);
};

/** `ancrage needs employees`: a synthetic population of the territory's households, from the margins that are loaded. */
export function registerEmployees(needs: Command, context: CliContext): void {
  needs
    .command('employees')
    .description('compose une population synthétique des ménages du territoire, dont ceux qui travaillent')
    .option('--seed <nombre>', 'graine : la même donne les mêmes ménages', wholeNumber, 1)
    .option('--at <jour>', 'jour dont le droit s’applique, AAAA-MM-JJ ; aujourd’hui s’il n’est pas dit')
    .option('--out <fichier>', 'ménages synthétiques, en CSV')
    .addHelpText('after', `
Exemples :
  npx ancrage needs employees
  npx ancrage needs employees --territory 200039865 --seed 1 --json
  npx ancrage needs employees --out menages.csv

Les ménages sont tirés pour atteindre ensemble les marges chargées (npx ancrage import) ; aucun n’existe. Sans marge, la
commande donne les fichiers à charger et se termine par 1. Le guide : docs/population-synthetique.md.`)
    .action(async (options: Options, command: Command) => {
      await context.withApp(command, (app) => employees(app, options, globalOptions(command).json ?? false, context));
    });
}

async function employees(app: App, { seed, at, out }: Options, json: boolean, context: CliContext): Promise<void> {
  const { isDay } = await import('../../aids/index.ts');
  if (at !== undefined && !isDay(at)) {
    context.say(`« ${at} » n’est pas une date : écrivez-la AAAA-MM-JJ, comme 2026-11-01.`);
    return context.end(exitCodes.badUsage);
  }
  const [{ employeesAnswer, employeesPopulation, figuresOver, syntheticRows }, { employeesText, noMarginsText }] = await Promise.all([import('../../needs/index.ts'), import('../needs-employees.messages.ts')]);
  const found = await employeesPopulation(app.db, app.territory, seed, app.clock.now());
  if (!found.ok) {
    if (json) context.answer(JSON.stringify({ territory: app.territory.code, name: app.territory.name, seed, households: null, missing: found.error.missing }, null, 2));
    context.say(noMarginsText(app.territory.name, found.error));
    return context.end(exitCodes.refused);
  }
  const now = app.clock.now();
  const figures = await figuresOver(async () => found)({ db: app.db, territory: app.territory, seed, asOf: now, at: at ?? app.clock.today() });
  const answer = employeesAnswer(app.territory, seed, found.value, figures.ok ? figures.value : undefined);
  context.answer(json ? JSON.stringify(answer, null, 2) : employeesText(answer));
  if (out === undefined) return;
  try {
    await pipeline(Readable.from(syntheticRows(found.value.population)), createWriteStream(out));
    context.say(`Ménages synthétiques écrits dans ${out}. Aucun n’est réel.`);
  } catch (error) {
    context.say(`Le fichier ${out} ne s’écrit pas (${(error as NodeJS.ErrnoException).code ?? ''}).`);
    context.end(exitCodes.environment);
  }
}
