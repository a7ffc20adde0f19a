import { Worker } from 'node:worker_threads';
import type { Db } from '../../../platform/database/database.ts';
import type { Result } from '../../../platform/result.ts';
import type { Territory } from '../../../territory/index.ts';
import { composePopulation, marginsOf, type EmployeesPopulation, type NoMargins } from './compose.rules.ts';
import { loadedFor } from './loaded.service.ts';

/** Makes a territory's population; the same seed gives the same one. @param asOf only what had been imported by then */
export type Synthesise = (db: Db, territory: Territory, seed: number, asOf: Date) => Promise<Result<EmployeesPopulation, NoMargins>>;

/**
 * A synthetic population of the territory's households from the margins that are loaded. Estimates, never real households. Fails with the
 * files to load where there are no margins.
 */
export const employeesPopulation: Synthesise = async (db, territory, seed, asOf) => composePopulation(await loadedFor(db, territory, asOf), seed);

const longestMs = 300_000;

/** The same, made in a thread of its own: it takes seconds, and pages answer meanwhile. */
export const populationApart: Synthesise = async (db, territory, seed, asOf) => {
  const loaded = await loadedFor(db, territory, asOf);
  const margins = marginsOf(loaded);
  if (!margins.ok) return margins;
  return new Promise((resolve, reject) => {
    const thread = new Worker(new URL('./population.thread.ts', import.meta.url), { workerData: { loaded, seed } });
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
  });
};
