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
    .addHelpText('after', `
Exemples :
  npm start
  PORT=3001 npm start
  ANCRAGE_TERRITORY=245400676 npm start`)
    .action((_options: unknown, command: Command) => start(command, context));
}

async function start(command: Command, context: CliContext): Promise<void> {
  const startedAt = Date.now();
  const { readConfig } = await import('../../platform/config.ts');
  const config = readConfig(context.environment);
  if (!config.ok) return context.refuse(config.error);
  const { checkPort } = await import('../port.ts');
  const free = await checkPort(config.value.PORT, config.value.HOST);
  if (!free.ok) return context.refuse(free.error);
  if (!(await built(context))) return;
  await context.withApp(command, (app, signal) => serve(app, signal, startedAt, context), { finishesOnSignal: true });
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
  const { serveWeb } = await import('../../web/server.ts');
  const { portFailureOf } = await import('../port.ts');
  try {
    const web = await serveWeb(app);
    context.answer(messages.ready(`http://${HOST.includes(':') ? `[${HOST}]` : HOST}:${web.port}`, startedAt));
    if (!signal.aborted) await new Promise((resolve) => signal.addEventListener('abort', resolve));
    await web.close();
  } catch (error) {
    const known = portFailureOf(error, PORT, HOST);
    if (!known) throw error;
    await context.refuse(known);
  }
}
