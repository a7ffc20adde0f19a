import type { Command } from 'commander';
import type { App } from '../../composition.ts';
import type { CliContext } from '../context.ts';
import { exitCodes } from '../exit-codes.ts';
import { messages } from '../messages.ts';

/** `ancrage start`: the house, open to browsers until Ctrl-C. */
export function register(program: Command, context: CliContext): void {
  program
    .command('start')
    .description('ouvre Ancrage dans le navigateur, jusqu’à Ctrl-C')
    .option('--backup <fichier>', 'où sauvegarder une base qui contient des personnes, avant de la mettre à jour')
    .option('--no-backup', 'met la base à jour sans la sauvegarder : vous avez déjà une sauvegarde')
    .addHelpText('after', `
Exemples :
  npm start
  PORT=3001 npm start
  ANCRAGE_TERRITORY=245400676 npm start`)
    .action(({ backup }: { backup: string | boolean }, command: Command) => start(command, context, backup === true ? undefined : backup));
}

async function start(command: Command, context: CliContext, backup: string | false | undefined): Promise<void> {
  const startedAt = Date.now();
  const { readConfig } = await import('../../platform/config.ts');
  const config = readConfig(context.environment);
  if (!config.ok) return context.refuse(config.error);
  const { checkPort } = await import('../port.ts');
  const free = await checkPort(config.value.PORT, config.value.HOST);
  if (!free.ok) return context.refuse(free.error);
  if (!(await built(context))) return;
  await context.withApp(command, (app, signal) => serve(app, signal, startedAt, context), { finishesOnSignal: true, backup });
}

async function built(context: CliContext): Promise<boolean> {
  const { ensureBuild } = await import('../../../bootstrap/build.mjs');
  try {
    await ensureBuild();
    return true;
  } catch (error) {
    if (!(error instanceof Error) || error.name !== 'Refusal') throw error;
    context.say(error.message);
    context.end((error as { exitCode?: number }).exitCode ?? exitCodes.environment);
    return false;
  }
}

async function serve(app: App, signal: AbortSignal, startedAt: number, context: CliContext): Promise<void> {
  const { PORT, HOST } = app.config;
  const { readLegal } = await import('../../web/legal.ts');
  const legal = readLegal(app.territory);
  if (!legal.ok) return context.refuse(legal.error);
  const { holdsDemonstration } = await import('../../platform/identity/index.ts');
  if (app.config.NODE_ENV === 'production' && (await holdsDemonstration(app))) return context.refuse({ code: 'demo.inProduction' });
  const { makeDemo } = await import('../../../demo/index.ts');
  await makeDemo(app, { report: (line) => context.say(line), signal }).catch((error: unknown) => { if (!signal.aborted) throw error; });
  if (signal.aborted) return;
  const { servedAt } = await import('../../platform/config.ts');
  const { serveWeb } = await import('../../web/server.ts');
  const { portFailureOf } = await import('../port.ts');
  try {
    const web = await serveWeb(app, { warm: true });
    context.answer(messages.ready(servedAt({ HOST, PORT: web.port }), startedAt));
    const jobs = await startJobs(app);
    if (!signal.aborted) await new Promise((resolve) => signal.addEventListener('abort', resolve));
    await Promise.all([web.close(), jobs.stop()]);
  } catch (error) {
    const known = portFailureOf(error, PORT, HOST);
    if (!known) throw error;
    await context.refuse(known);
  }
}

/** Jobs run beside the pages: one process is a whole house, and several share the work. */
async function startJobs(app: App): Promise<{ stop(): Promise<void> }> {
  const { composeJobs } = await import('../../composition.ts');
  const { openTransport } = await import('../../platform/mail/transport.ts');
  const { runJobs } = await import('../../platform/jobs/run.ts');
  const { SMTP_URL, MAIL_FROM } = app.config;
  const transport = SMTP_URL && MAIL_FROM ? openTransport(SMTP_URL, MAIL_FROM) : undefined;
  const running = await runJobs({ ...app, territory: app.territory.code, url: app.databaseUrl }, composeJobs({ transport, secret: app.secret }));
  return {
    stop: async () => {
      await running.stop();
      transport?.close();
    },
  };
}
