import { Worker } from 'node:worker_threads';
import type { Db } from '../../../platform/database/database.ts';
import { success, type Result } from '../../../platform/result.ts';
import type { Territory } from '../../../territory/index.ts';
import { groundOf, populationOf, type EmployeesPopulation, type NoMargins } from './compose.rules.ts';
import { loadedFor } from './loaded.service.ts';
import { synthesise, type Asked, type Synthesis } from './synthesis.rules.ts';

/** Makes a territory's population; the same seed gives the same one. @param asOf only what had been imported by then */
export type Synthesise = (db: Db, territory: Territory, seed: number, asOf: Date) => Promise<Result<EmployeesPopulation, NoMargins>>;

const madeBy = (make: (asked: Asked, seed: number) => Synthesis | Promise<Synthesis>): Synthesise => async (db, territory, seed, asOf) => {
  const ground = groundOf(await loadedFor(db, territory, asOf));
  return ground.ok ? success(populationOf(ground.value, await make(ground.value.asked, seed))) : ground;
};

/**
 * A synthetic population of the territory's households from the margins that are loaded. Estimates, never real households. Fails with the
 * files to load where there are no margins.
 */
export const employeesPopulation = madeBy(synthesise);

const longestMs = 300_000;

/** The same, its numbers made in a thread of its own: they take seconds, and pages answer meanwhile. Rejects where the thread breaks. */
export const populationApart = madeBy((asked, seed) => new Promise((resolve, reject) => {
  const thread = new Worker(new URL('./population.thread.ts', import.meta.url), { workerData: { asked, seed } });
  // A house that closes does not wait for it.
  thread.unref();
  const tooLong = setTimeout(() => void thread.terminate(), longestMs).unref();
  thread.once('message', resolve);
  thread.once('error', reject);
  thread.once('exit', () => {
    clearTimeout(tooLong);
    // Says nothing where the population came before.
    reject(new Error('the synthetic population was not made'));
  });
}));
