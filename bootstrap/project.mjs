import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The project's folder, whatever the current one. */
export const projectRoot = dirname(dirname(fileURLToPath(import.meta.url)));

/** Locks, logs and caches of the set-up: never in git, safe to delete. */
export const workFolder = join(projectRoot, '.ancrage');

/** Exit code of an environment that Ancrage cannot run in. */
export const environmentRefused = 3;

/** A stop that is explained by one sentence; anything else is a bug and keeps its stack. */
export const refusal = (sentence, exitCode = environmentRefused) => Object.assign(new Error(sentence), { name: 'Refusal', exitCode });

/** Progress goes to standard error: standard output carries answers only. */
export const say = (line) => process.stderr.write(`${line}\n`);

/** Says every ten seconds how long a step has lasted. Returns the way to end it, which gives the seconds. */
export function clockOnScreen() {
  const startedAt = Date.now();
  const seconds = () => Math.round((Date.now() - startedAt) / 1000);
  const timer = setInterval(() => say(`  … ${seconds()} s`), 10_000);
  return () => {
    clearInterval(timer);
    return seconds();
  };
}
