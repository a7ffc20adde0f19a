import { CommanderError } from 'commander';
import { openContext } from './context.ts';
import { exitCodes, type ExitCode } from './exit-codes.ts';
import { usageSentence } from './french.ts';
import { messages } from './messages.ts';
import { ancrageProgram } from './program.ts';

// What answers lose is told by each of their writes (`output.ts`); a closed or full standard error has nobody to tell it to.
for (const stream of [process.stdout, process.stderr]) stream.on('error', () => {});

const { context, exitCode, leaveNow } = openContext(process.env);

/** A bug anywhere still leaves the database's server before the process ends. */
async function unexpected(fault: unknown): Promise<ExitCode> {
  context.say(`${messages.unexpected}\n${fault instanceof Error ? fault.stack : String(fault)}`);
  try {
    await leaveNow();
  } catch {
    // The next process to join sweeps what this one could not leave.
  }
  return exitCodes.unexpected;
}

let ending = false;

/** A second fault, met while leaving, ends the process at once. */
async function endBy(fault: unknown): Promise<void> {
  if (ending) process.exit(exitCodes.unexpected);
  ending = true;
  process.exit(await unexpected(fault));
}

process.on('uncaughtException', (fault) => void endBy(fault));

async function run(args: readonly string[]): Promise<void> {
  const program = ancrageProgram(context);
  if (args.length === 0) return program.outputHelp();
  try {
    await program.parseAsync(args, { from: 'user' });
  } catch (error) {
    if (!(error instanceof CommanderError)) return context.end(await unexpected(error));
    if (error.exitCode === 0) return;
    if (error.code !== 'commander.help') context.say(`${usageSentence(error)} Aide : npx ancrage --help`);
    context.end(exitCodes.badUsage);
  }
}

await run(process.argv.slice(2));
process.stdout.write('', () => process.exit(exitCode()));
