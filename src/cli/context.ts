import type { Command } from 'commander';
import type { App } from '../composition.ts';
import { databaseFailureOf } from './database-failure.ts';
import { exitCodes, interruptedBy, type ExitCode } from './exit-codes.ts';
import { explain, messages, type OpenFailure } from './messages.ts';
import type { OpenApp } from './open-app.ts';
import { answersTo, say } from './output.ts';

/** What a command may use. Heavy modules are imported inside its action, so that help stays quick. */
export interface CliContext {
  environment: Record<string, string | undefined>;
  /** Standard output: the answer, and nothing else. */
  answer(text: string): void;
  /** Standard error: progress and refusals. */
  say(line: string): void;
  /** Says a failure and ends the command with its exit code. */
  refuse(failure: OpenFailure): Promise<void>;
  /** Ends the command with this code (0 when nothing is said). */
  end(code: ExitCode): void;
  /**
   * Opens the house for a command's work and closes it afterwards, whatever happens. A signal cuts the work and rolls
   * it back, unless it `finishesOnSignal` by itself.
   */
  withApp(command: Command, work: (app: App, signal: AbortSignal) => Promise<void>, options?: { finishesOnSignal?: boolean; backup?: string | false | undefined }): Promise<void>;
}

/** Options that every command knows. */
export interface GlobalOptions {
  territory?: string;
  json?: boolean;
}

export const globalOptions = (command: Command): GlobalOptions => command.optsWithGlobals<GlobalOptions>();

const endingSignals = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

export function openContext(environment: Record<string, string | undefined>): { context: CliContext; exitCode: () => ExitCode; leaveNow: () => Promise<void> } {
  let code: ExitCode = exitCodes.done;
  let answered = true;
  let opened: OpenApp | undefined;

  const context: CliContext = {
    environment,
    answer: answersTo((reason) => {
      if (answered) say(messages.answerLost(reason));
      answered = false;
    }),
    say,
    end: (given) => {
      code = given;
    },
    refuse: async (failure) => {
      const { sentence, exitCode } = explain(failure);
      say(sentence);
      if (failure.code === 'territory.unknown') await sayNear(failure.asked);
      code = exitCode;
    },
    withApp: async (command, work, { finishesOnSignal = false, backup } = {}) => {
      const stop = listenToSignals();
      const { openApp } = await import('./open-app.ts');
      const { territory } = globalOptions(command);
      const result = await openApp({ environment: territory ? { ...environment, ANCRAGE_TERRITORY: territory } : environment, report: say, backup });
      if (!result.ok) return context.refuse(result.error);
      opened = result.value;
      try {
        if (stop.signal.aborted) code = interruptedBy(stop.name());
        else if (finishesOnSignal) await work(opened.app, stop.signal);
        else await Promise.race([work(opened.app, stop.signal), stop.happened]);
      } catch (error) {
        const known = databaseFailureOf(error);
        if (!known) throw error;
        if (!stop.signal.aborted) await context.refuse(known);
      } finally {
        const cut = stop.signal.aborted && !finishesOnSignal;
        if (cut) code = interruptedBy(stop.name());
        await (cut ? opened.abandon() : opened.close());
        opened = undefined;
      }
    },
  };
  return { context, exitCode: () => (code === exitCodes.done && !answered ? exitCodes.environment : code), leaveNow: async () => opened?.abandon() };
}

/** From here on a signal is news and never ends the process by itself: leaving the database always runs to its end. */
function listenToSignals(): { signal: AbortSignal; happened: Promise<void>; name: () => NodeJS.Signals } {
  const controller = new AbortController();
  let name: NodeJS.Signals = 'SIGINT';
  const happened = new Promise<void>((resolve) => {
    for (const signal of endingSignals) {
      process.on(signal, () => {
        if (controller.signal.aborted) return;
        name = signal;
        say(messages.stopping);
        controller.abort();
        resolve();
      });
    }
  });
  return { signal: controller.signal, happened, name: () => name };
}

async function sayNear(asked: string): Promise<void> {
  const { territoryCodes } = await import('../territory/index.ts');
  const { nearest } = await import('./near.rules.ts');
  const found = nearest(asked, territoryCodes());
  if (found.length > 0) say(messages.nearTerritories(found));
}
