import { basename } from 'node:path';
import { Option, type Command } from 'commander';
import type { App } from '../../composition.ts';
import type { ImportReport } from '../../observatory/index.ts';
import { formatPercent } from '../../platform/i18n/format.ts';
import { globalOptions, type CliContext } from '../context.ts';
import { exitCodes } from '../exit-codes.ts';
import { nowAndThen } from '../now-and-then.ts';

interface ImportOptions {
  vintage?: string;
  product?: string;
  partial?: boolean;
}

/** `ancrage import`: open-data files, recognised by their content. */
export function register(program: Command, context: CliContext): void {
  program
    .command('import')
    .argument('<fichiers...>', 'fichiers de données ouvertes (CSV, GeoJSON, Parquet, xlsx ; gz ou zip)')
    .description('lit des fichiers de données ouvertes et reconnaît leur source à leur contenu')
    .option('--vintage <date>', 'millésime (2025 ou 2025-01-01), pour les fichiers qui ne le disent pas')
    .addOption(new Option('--product <produit>', 'produit de la carte des loyers, quand le nom du fichier ne le dit pas').choices(['app', 'app12', 'app3', 'mai']))
    .option('--partial', 'garde les bonnes lignes d’un fichier qui en a de mauvaises')
    .addHelpText('after', `
Exemples :
  npx ancrage import zonage-abc.csv cc_filosofi_2021_COM.csv
  npx ancrage import rpls-communes.csv --vintage 2024-01-01
  npx ancrage import pred-app12-mef-dhup.csv --vintage 2025 --product app12

Un fichier est pris en entier ou pas du tout. Le même fichier, importé deux fois, ne change rien.`)
    .action(async (files: string[], options: ImportOptions, command: Command) => {
      await context.withApp(command, (app, signal) => importAll(files, options, app, signal, context, globalOptions(command).json ?? false));
    });
}

async function importAll(files: readonly string[], options: ImportOptions, app: App, signal: AbortSignal, context: CliContext, json: boolean): Promise<void> {
  const { importFile } = await import('../../observatory/index.ts');
  const reports: ImportReport[] = [];
  for (const path of files) {
    if (signal.aborted) return;
    const progress = nowAndThen(3_000, (share: number) => context.say(`${basename(path)} : ${formatPercent(share, 0, 'fr')} des lignes lues`));
    const report = await importFile(app, { path, territory: app.territory, vintage: options.vintage, product: options.product, partial: options.partial ?? false, progress });
    reports.push(report);
    if (!json) context.answer(humanReport(report, app.territory.name));
  }
  if (json) context.answer(JSON.stringify(reports, null, 2));
  if (reports.some((report) => report.status === 'refused')) context.end(exitCodes.refused);
}

const count = new Intl.NumberFormat('fr-FR');

function humanReport(report: ImportReport, territory: string): string {
  if (report.status === 'refused') {
    const others = report.problems.length - 1;
    return `✗ ${report.message ?? report.file}${others > 0 ? ` (et ${count.format(others)} autre${others > 1 ? 's' : ''} ligne${others > 1 ? 's' : ''} à revoir)` : ''}`;
  }
  const lines = report.datasets.map((one) => [
    `${one.title}, ${one.vintage} : ${count.format(one.read)} lues`,
    `${count.format(one.kept)} gardées (dont ${count.format(one.keptInTerritory)} pour ${territory})`,
    `${count.format(one.secret)} cases secrètes`,
    `${count.format(one.rejected)} rejetées`,
  ].join(', '));
  const head = report.status === 'alreadyImported' ? `= ${report.file} : déjà importé, rien n’a changé` : `✓ ${report.file}`;
  const shown = lines.length === 1 ? [`${head} : ${lines[0] ?? ''}`] : [head, ...lines.map((line) => `    ${line}`)];
  return [...shown, ...report.notices.map((notice) => `    · ${notice}`), ...report.problems.slice(0, 20).map((problem) => `    ✗ ${problem}`)].join('\n');
}
