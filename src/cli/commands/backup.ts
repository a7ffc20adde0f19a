import type { Command } from 'commander';
import { globalOptions, type CliContext } from '../context.ts';
import { withDatabase } from '../with-database.ts';

/** `ancrage backup`: the whole database in one encrypted file. */
export function register(program: Command, context: CliContext): void {
  program
    .command('backup')
    .argument('<fichier>', 'fichier à écrire')
    .description('sauvegarde la base, même pendant qu’elle sert, dans un fichier chiffré')
    .option('--force', 'remplace le fichier s’il existe')
    .addHelpText('after', `
Exemples :
  npx ancrage backup /mnt/sauvegardes/ancrage-2026-11-24.tar

Le fichier est chiffré avec le secret d’Ancrage : gardez une copie du secret ailleurs.`)
    .action((file: string, { force = false }: { force?: boolean }, command: Command) => save(file, force, command, context));
}

async function save(file: string, force: boolean, command: Command, context: CliContext): Promise<void> {
  const { messages } = await import('../messages.ts');
  const { json } = globalOptions(command);
  await withDatabase(context, async ({ ownerUrl, config }) => {
    const { openSecret } = await import('../../platform/secret.ts');
    const secret = openSecret(config, (made) => context.say(messages.secretMade(made)));
    if (!secret.ok) return context.refuse(secret.error);
    const { backup } = await import('../../platform/backup/index.ts');
    const { systemClock } = await import('../../platform/clock.ts');
    const { version } = await import('../open-app.ts');
    const done = await backup({ ownerUrl, secret: secret.value, clock: systemClock, version, file, force });
    if (!done.ok) return context.refuse(done.error);
    context.answer(json ? JSON.stringify(done.value, null, 2) : messages.saved(done.value));
  });
}
