import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { Command } from 'commander';
import { globalOptions, type CliContext } from '../context.ts';
import { withDatabase } from '../with-database.ts';

/** `ancrage restore`: an empty database, filled from a backup. */
export function register(program: Command, context: CliContext): void {
  program
    .command('restore')
    .argument('<fichier>', 'sauvegarde à restaurer')
    .description('remplit une base vide depuis une sauvegarde, après l’avoir vérifiée en entier')
    .addHelpText('after', `
Exemples :
  mkdir data-restauree && cp data/secret data-restauree/
  ANCRAGE_DATA=./data-restauree npx ancrage restore /mnt/sauvegardes/ancrage-2026-11-24.tar
  ANCRAGE_DATA=./data-restauree npm start`)
    .action((file: string, _options: unknown, command: Command) => load(file, command, context));
}

async function load(file: string, command: Command, context: CliContext): Promise<void> {
  const { messages } = await import('../messages.ts');
  await withDatabase(context, async ({ ownerUrl, appRole, config }) => {
    // A secret made here would open nothing: the backup's own is asked for.
    const secretFile = join(config.ANCRAGE_DATA, 'secret');
    if (!config.ANCRAGE_SECRET && !existsSync(secretFile)) return context.refuse({ code: 'secret.ofBackup', file: secretFile });
    const { openSecret } = await import('../../platform/secret.ts');
    const secret = openSecret(config, () => {});
    if (!secret.ok) return context.refuse(secret.error);
    const { restore } = await import('../../platform/backup/index.ts');
    const done = await restore({ ownerUrl, appRole, secret: secret.value, file });
    if (!done.ok) return context.refuse(done.error);
    context.answer(globalOptions(command).json ? JSON.stringify(done.value, null, 2) : messages.restored(done.value));
  });
}
