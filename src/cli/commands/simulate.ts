import { readFileSync } from 'node:fs';
import { Option, type Command } from 'commander';
import { exitCodes, interruptedBy } from '../exit-codes.ts';
import { globalOptions, type CliContext } from '../context.ts';
import { nowAndThen } from '../now-and-then.ts';

interface SimulateOptions {
  at?: string;
  out?: string;
  replace?: boolean;
  check?: boolean;
  explain?: boolean;
  facts?: boolean;
}

/** `ancrage simulate`: the aids of a whole file of people, of one person explained, or of case files held against another engine. It needs no database. */
export function register(program: Command, context: CliContext): void {
  program
    .command('simulate')
    .argument('[fichiers...]', 'personnes (CSV ou Parquet), une personne (JSON) avec --explain, ou fichiers de cas avec --check')
    .description('applique les règles des aides à des personnes')
    .option('--at <date>', 'jour dont les règles s’appliquent (AAAA-MM-JJ) ; aujourd’hui par défaut')
    .option('--out <fichier>', 'résultats, en CSV ou en Parquet selon sa fin')
    .option('--replace', 'remplace les résultats et les rejets qui existent déjà ; sans elle, ils sont gardés et le calcul est refusé')
    .addOption(new Option('--explain', 'explique les aides d’une personne, condition par condition').conflicts(['out', 'replace']))
    .addOption(new Option('--check', 'compare les règles aux résultats que des fichiers de cas donnent ; chaque cas porte son jour').conflicts(['at', 'out', 'replace', 'explain']))
    .addOption(new Option('--facts', 'liste les faits : noms des colonnes, types, unités, valeurs et bornes').conflicts(['at', 'out', 'replace', 'explain', 'check']))
    .addHelpText('after', `
Exemples :
  npx ancrage simulate --facts
  npx ancrage simulate docs/exemples/personnes.csv --at 2026-11-01 --out resultats.csv
  npx ancrage simulate docs/exemples/personne.json --explain
  npx ancrage simulate cas/*.csv --check

Une colonne porte le nom d’un fait (« personne . âge » ou personne-age ; --facts les donne tous). Une case vide est un fait
inconnu. Les résultats s’ouvrent dans Excel : points-virgules, virgules décimales. Les lignes qui ne se lisent pas vont
à côté, dans resultats.csv.rejets.csv, avec leur ligne, leur colonne et ce qui était attendu. Le guide : docs/simulation-en-nombre.md.`)
    .action(async (files: string[], options: SimulateOptions, command: Command) => {
      const json = globalOptions(command).json ?? false;
      const [file, ...others] = files;
      if (options.facts) return file === undefined ? listFacts(context, json) : refuse(context, 'L’option --facts va seule, sans fichier.', exitCodes.badUsage);
      if (file === undefined) return refuse(context, 'Il manque un argument : le fichier des personnes. Aide : npx ancrage simulate --help', exitCodes.badUsage);
      if (options.check) return checkFiles(files, context, json);
      const [{ systemClock }, { isDay }] = await Promise.all([import('../../platform/clock.ts'), import('../../aids/index.ts')]);
      const at = options.at ?? systemClock.today();
      if (!isDay(at)) return refuse(context, `« ${at} » n’est pas une date : écrivez-la AAAA-MM-JJ, comme 2026-11-01.`, exitCodes.badUsage);
      if (at < '2019-01-01') return refuse(context, 'Les règles sont connues à partir du 2019-01-01 : choisissez une date plus récente.');
      if (others.length > 0) return refuse(context, 'Donnez un seul fichier (plusieurs avec --check).', exitCodes.badUsage);
      if (options.explain) return explainOne(file, at, context, json);
      if (/\.json$/i.test(file)) return refuse(context, `${file} décrit une personne : ajoutez --explain pour lire ses aides. Un fichier de personnes est un CSV ou un Parquet.`, exitCodes.badUsage);
      if (!options.out) return refuse(context, 'Dites où écrire les résultats : --out resultats.csv.', exitCodes.badUsage);
      return population({ file, at, out: options.out, replace: options.replace ?? false }, context, json);
    });
}

function refuse(context: CliContext, sentence: string, code: number = exitCodes.refused): void {
  context.say(sentence);
  context.end(code);
}

async function listFacts(context: CliContext, json: boolean): Promise<void> {
  const { factList, factsText } = await import('../simulate-facts.messages.ts');
  context.answer(json ? JSON.stringify(factList(), null, 2) : factsText());
}

async function population(asked: { file: string; at: string; out: string; replace: boolean }, context: CliContext, json: boolean): Promise<void> {
  const { simulatePopulation } = await import('../../aids/index.ts');
  const { populationMessages, populationProblem } = await import('../simulate.messages.ts');
  const controller = new AbortController();
  const stop = (): void => controller.abort();
  process.once('SIGINT', stop).once('SIGTERM', stop);
  const progress = nowAndThen(1_000, (share: number, rows: number) => context.say(populationMessages.progress(share, rows)));
  const done = await simulatePopulation({ ...asked, signal: controller.signal, progress });
  process.off('SIGINT', stop).off('SIGTERM', stop);
  if (!done.ok) {
    if (done.error.code === 'interrupted') return context.end(interruptedBy('SIGINT'));
    return refuse(context, populationProblem(done.error), done.error.code === 'out.notWritable' ? exitCodes.environment : exitCodes.refused);
  }
  context.answer(json ? JSON.stringify(done.value, null, 2) : populationMessages.report(done.value, asked.out));
  if (done.value.unread) refuse(context, populationMessages.unread(done.value.unread, asked.out));
}

async function explainOne(file: string, at: string, context: CliContext, json: boolean): Promise<void> {
  const { explainPerson } = await import('./simulate-person.ts');
  const done = await explainPerson(file, at, json);
  if ('refused' in done) return refuse(context, done.refused);
  context.answer(done.answer);
}

async function checkFiles(files: readonly string[], context: CliContext, json: boolean): Promise<void> {
  const { checkVectors } = await import('regles-logement/vecteurs');
  const { checkText } = await import('../simulate.messages.ts');
  const reports = [];
  for (const file of files) {
    try {
      const report = checkVectors(file, readFileSync(file, 'utf8'));
      reports.push(report);
      if (!json) context.answer(checkText(report));
    } catch (error) {
      return refuse(context, (error as { code?: string }).code === 'ENOENT' ? `Le fichier ${file} n’existe pas.` : `${file} : ${(error as Error).message}`);
    }
  }
  if (json) context.answer(JSON.stringify(reports, null, 2));
  if (reports.some(({ unexplained, refused }) => unexplained.length + refused.length > 0)) context.end(exitCodes.refused);
}
