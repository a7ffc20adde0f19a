import { readFileSync } from 'node:fs';
import { Option, type Command } from 'commander';
import type { Explanation, Facts, FactFailure } from '../../aids/index.ts';
import { exitCodes, interruptedBy } from '../exit-codes.ts';
import { globalOptions, type CliContext } from '../context.ts';

interface SimulateOptions {
  at?: string;
  out?: string;
  check?: boolean;
  explain?: boolean;
}

/** `ancrage simulate`: the aids of a whole file of people, of one person explained, or of case files held against another engine. It needs no database. */
export function register(program: Command, context: CliContext): void {
  program
    .command('simulate')
    .argument('<fichiers...>', 'personnes (CSV ou Parquet), une personne (JSON) avec --explain, ou fichiers de cas avec --check')
    .description('applique les règles des aides à des personnes')
    .option('--at <date>', 'jour dont les règles s’appliquent (AAAA-MM-JJ) ; aujourd’hui par défaut')
    .option('--out <fichier>', 'résultats, en CSV ou en Parquet selon sa fin')
    .option('--explain', 'explique les aides d’une personne, condition par condition')
    .addOption(new Option('--check', 'compare les règles aux résultats que des fichiers de cas donnent').conflicts(['out', 'explain']))
    .addHelpText('after', `
Exemples :
  npx ancrage simulate personnes.csv --at 2026-11-01 --out resultats.csv
  npx ancrage simulate personne.json --explain
  npx ancrage simulate cas/*.csv --check

Une colonne porte le nom d’un fait (« personne . âge » ou personne-age). Une case vide est un fait inconnu. Les lignes
qui ne se lisent pas vont dans <resultats>.rejets.csv, avec leur ligne, leur colonne et ce qui était attendu.`)
    .action(async (files: string[], options: SimulateOptions, command: Command) => {
      const json = globalOptions(command).json ?? false;
      const [{ systemClock }, { isDay }] = await Promise.all([import('../../platform/clock.ts'), import('../../aids/index.ts')]);
      const at = options.at ?? systemClock.today();
      if (!isDay(at)) return refuse(context, `« ${at} » n’est pas une date : écrivez-la AAAA-MM-JJ, comme 2026-11-01.`, exitCodes.badUsage);
      if (at < '2019-01-01') return refuse(context, 'Les règles sont connues à partir du 2019-01-01 : choisissez une date plus récente.');
      if (options.check) return checkFiles(files, context, json);
      const [file, ...others] = files;
      if (!file || others.length > 0) return refuse(context, 'Donnez un seul fichier (plusieurs avec --check).', exitCodes.badUsage);
      if (options.explain) return explainOne(file, at, context, json);
      if (!options.out) return refuse(context, 'Dites où écrire les résultats : --out resultats.csv.', exitCodes.badUsage);
      return population(file, at, options.out, context, json);
    });
}

function refuse(context: CliContext, sentence: string, code: number = exitCodes.refused): void {
  context.say(sentence);
  context.end(code);
}

async function population(file: string, at: string, out: string, context: CliContext, json: boolean): Promise<void> {
  const { simulatePopulation } = await import('../../aids/index.ts');
  const { populationMessages, populationProblem } = await import('../simulate.messages.ts');
  const controller = new AbortController();
  const stop = (): void => controller.abort();
  process.once('SIGINT', stop).once('SIGTERM', stop);
  let said = Date.now();
  const progress = (share: number, rows: number): void => {
    if (Date.now() - said < 1_000) return;
    said = Date.now();
    context.say(populationMessages.progress(share, rows));
  };
  const done = await simulatePopulation({ file, at, out, signal: controller.signal, progress });
  if (!done.ok) {
    if (done.error.code === 'interrupted') return context.end(interruptedBy('SIGINT'));
    return refuse(context, populationProblem(done.error));
  }
  context.answer(json ? JSON.stringify(done.value, null, 2) : populationMessages.report(done.value, out));
}

async function explainOne(file: string, at: string, context: CliContext, json: boolean): Promise<void> {
  const { explain } = await import('../../aids/index.ts');
  const { explanationText, factProblem } = await import('../simulate.messages.ts');
  const read = await readPerson(file);
  if (!read.ok) return refuse(context, typeof read.problem === 'string' ? read.problem : factProblem(file, read.problem));
  const explanation: Explanation = explain(read.facts, at);
  context.answer(json ? JSON.stringify(plain(explanation), null, 2) : explanationText(explanation, read.facts));
}

/** For other programs: names and values, without the rules' own text. */
const plain = ({ at, next, aids }: Explanation) => ({ at, ...(next ? { next } : {}), aids: aids.map(({ aid, ...answer }) => ({ id: aid.id, title: aid.title, ...answer })) });

type Read = { ok: true; facts: Facts } | { ok: false; problem: string | { name: string; failure: FactFailure | { code: 'fact.unknown' } } };

async function readPerson(file: string): Promise<Read> {
  const { readFact, ruleBook, slugOf } = await import('../../aids/index.ts');
  let given: unknown;
  try {
    given = JSON.parse(readFileSync(file, 'utf8'));
  } catch (error) {
    return { ok: false, problem: (error as { code?: string }).code === 'ENOENT' ? `Le fichier ${file} n’existe pas.` : `${file} n’est pas du JSON : ${(error as Error).message}.` };
  }
  if (typeof given !== 'object' || given === null || Array.isArray(given)) return { ok: false, problem: `${file} : un objet JSON est attendu, comme {"personne . âge": 22}.` };
  const facts: Record<string, Facts[string]> = {};
  for (const [name, value] of Object.entries(given)) {
    const input = ruleBook().inputs.get(name) ?? ruleBook().bySlug.get(slugOf(name));
    if (!input) return { ok: false, problem: { name, failure: { code: 'fact.unknown' } } };
    if (value === null) continue;
    const fact = readFact(input, typeof value === 'boolean' ? (value ? 'oui' : 'non') : String(value));
    if (!fact.ok) return { ok: false, problem: { name: input.name, failure: fact.error } };
    facts[input.name] = fact.value;
  }
  return { ok: true, facts };
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
  if (reports.some(({ unexplained }) => unexplained.length > 0)) context.end(exitCodes.refused);
}
