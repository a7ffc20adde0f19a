import type { Command } from 'commander';
import { globalOptions, type CliContext } from '../context.ts';

/** `ancrage sources`: what was imported, and what can be. */
export function register(program: Command, context: CliContext): void {
  program
    .command('sources')
    .description('liste les jeux de données importés, avec leurs comptes, et ceux qui peuvent l’être')
    .addHelpText('after', `
Exemples :
  npx ancrage sources
  npx ancrage sources --json`)
    .action(async (_options: unknown, command: Command) => {
      await context.withApp(command, async (app) => {
        const { listDatasets, sourceCatalogue } = await import('../../observatory/index.ts');
        const datasets = await listDatasets(app.db, app.clock.now());
        if (globalOptions(command).json) {
          context.answer(JSON.stringify(datasets.map(({ id: _id, ...dataset }) => dataset), null, 2));
          return;
        }
        const count = new Intl.NumberFormat('fr-FR');
        for (const one of datasets) {
          context.answer(`${one.title}, ${one.vintage} (${one.producer}, ${one.licence}) : ${count.format(one.rowsRead)} lues, ${count.format(one.rowsKept)} gardées, ${count.format(one.cellsSecret)} cases secrètes, ${count.format(one.rowsRejected)} rejetées — ${one.fileName}`);
          if (one.notes !== '') context.answer(`    · ${one.notes}`);
        }
        const loaded = new Set(datasets.map((one) => one.source));
        const others = sourceCatalogue.filter((source) => !loaded.has(source.id));
        if (others.length > 0) context.answer('\nÀ importer aussi :');
        for (const source of others) context.answer(`${source.title} — ${source.origin} : ${source.ask}${'refresh' in source ? ` (renouvellement : ${source.refresh})` : ''}`);
      });
    });
}
