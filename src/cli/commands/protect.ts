import { existsSync, readFileSync } from 'node:fs';
import { basename, resolve } from 'node:path';
import type { Command } from 'commander';
import type { Protected, Refusal } from 'statistical-secrecy';
import { exitCodes } from '../exit-codes.ts';
import { globalOptions, type CliContext } from '../context.ts';
import type { SpecFile } from '../protect.reader.ts';

interface ProtectOptions { spec: string; out: string; report: string; force?: boolean }

/** `ancrage protect`: the cells of a table that would tell too much are hidden, and what is left is attacked before it is written. It needs no database. */
export function register(program: Command, context: CliContext): void {
  program
    .command('protect')
    .argument('<table>', 'table à protéger, avec ses totaux (CSV)')
    .description('cache d’une table ce qui en dirait trop, et vérifie que rien ne s’en déduit')
    .requiredOption('--spec <fichier>', 'dimensions, règles et colonnes de la table (JSON)')
    .requiredOption('--out <fichier>', 'table à publier, en CSV')
    .requiredOption('--report <fichier>', 'rapport confidentiel, en JSON')
    .option('--force', 'remplace les fichiers s’ils existent')
    .addHelpText('after', `
Exemple :
  npx ancrage protect menages.csv --spec menages.json --out publie.csv --report rapport.json

menages.json :
  {
    "dimensions": [
      { "name": "zone", "total": "Territoire", "parents": { "Nord": "Territoire", "57463": "Nord", "57751": "Nord" } },
      { "name": "age", "total": "Ensemble" }
    ],
    "rules": { "kind": "frequency", "threshold": 11 },
    "columns": { "value": "menages" }
  }

Chaque dimension est une colonne ; sans « parents », ses codes s’ajoutent au total. « magnitude » au lieu de « frequency » : au
moins 3 contributeurs, aucun au-dessus de 85 % (colonnes « contributors » et « largest »). Une case « s » ou « c » est secrète
dans sa source et le reste ; une case vide manque, mais si ses totaux disent ce que la règle cache, elle est secrète. La table publiée
dit de chaque case « valeur », « secret » ou « non disponible ».
Le rapport est confidentiel. Si l’audit ne passe pas, lui seul est écrit, et la commande finit par 1.`)
    .action((file: string, options: ProtectOptions, command: Command) => run(file, options, globalOptions(command).json ?? false, context));
}

async function run(file: string, { spec: specPath, out, report, force = false }: ProtectOptions, json: boolean, context: CliContext): Promise<void> {
  const [{ protect }, { readSpec, readTable, specOf }, { csvOf, writeAll }, { protectMessages, protectedText, readProblem, refusalText }] =
    await Promise.all([import('statistical-secrecy'), import('../protect.reader.ts'), import('../protect.writer.ts'), import('../protect.messages.ts')]);
  const refuse = (sentence: string, code: number = exitCodes.refused): void => {
    context.say(sentence);
    context.end(code);
  };
  if (new Set([file, specPath, out, report].map((one) => resolve(one))).size < 4) return refuse(protectMessages.samePlace, exitCodes.badUsage);
  const taken = [out, report].find((one) => !force && existsSync(one));
  if (taken) return refuse(protectMessages.exists(taken));
  const texts: string[] = [];
  for (const one of [specPath, file]) {
    try {
      texts.push(readFileSync(one, 'utf8'));
    } catch {
      return refuse(protectMessages.absent(one));
    }
  }
  const [specText = '', tableText = ''] = texts;
  const spec = readSpec(specText);
  if (!spec.ok) return refuse(readProblem(specPath, spec.error));
  const table = readTable(basename(file), tableText, spec.value);
  if (!table.ok) return refuse(readProblem(file, table.error));
  const codes = (dimension: string): readonly string[] => codesOf(spec.value, dimension);
  const done = await protect([table.value], specOf(spec.value));
  const found = done.ok ? done.value : done.error;
  if ('code' in found && found.code !== 'cell.exposed') return refuse(refusalText(found, codes));
  const written = reportOf(spec.value, found, protectMessages.confidential);
  const unwritten = writeAll([
    // The report is nobody else's, and comes first: no table is out without it.
    { file: report, text: `${JSON.stringify(written, null, 2)}\n`, mode: 0o600 },
    ...(done.ok ? [{ file: out, text: csvOf(table.value, spec.value.columns.value, done.value) }] : []),
  ]);
  if (unwritten) return refuse(protectMessages.unwritable(unwritten.file, unwritten.detail), exitCodes.environment);
  if (json) context.answer(JSON.stringify({ ...written, secrets: undefined }, null, 2));
  if (!done.ok) return refuse(refusalText(done.error, codes));
  if (!json) context.answer(protectedText(done.value, out, report));
}

function codesOf({ dimensions }: SpecFile, name: string): string[] {
  const found = dimensions.find((one) => one.name === name);
  const maps = found?.parents === undefined ? [] : Array.isArray(found.parents) ? found.parents : [found.parents];
  return found ? [...new Set([found.total, ...maps.flatMap((map) => Object.keys(map))])] : [];
}

function reportOf({ rules, dimensions, loss = 'cells' }: SpecFile, found: Protected | Extract<Refusal, { code: 'cell.exposed' }>, confidential: string) {
  const common = { confidential, dimensions: dimensions.map(({ name }) => name), rules, lossBy: loss };
  if ('code' in found) return { ...common, passed: false as const, exposed: found.exposed };
  const { counts, secrets, method } = found;
  const widths = secrets.flatMap(({ interval: { min, max } }) => (max === null ? [] : [max - min])).toSorted((a, b) => a - b);
  return {
    ...common,
    passed: true as const,
    counts,
    visibleShare: counts.shown / counts.cells,
    loss: found.loss,
    method,
    intervals: { narrowest: widths[0] ?? null, median: widths[Math.floor(widths.length / 2)] ?? null, unbounded: secrets.length - widths.length },
    secrets,
  };
}
