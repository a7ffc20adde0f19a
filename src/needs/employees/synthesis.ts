import { failure, type Result } from '../../platform/result.ts';
import type { Db } from '../../platform/database/database.ts';
import type { Territory } from '../../territory/index.ts';
import type { Population } from './population.ts';

/** How well one margin of a source is met: its total, and the largest difference of its cells. */
export interface FittedMargin { title: string; target: number; fitted: number; worstError: number }
/** A thing that no loaded file gives, and the file to load. */
export interface MissingFile { what: string; file: string }

export interface Synthesis {
  population: Population;
  fit: readonly FittedMargin[];
  missing: readonly MissingFile[];
  notes: readonly string[];
  /** Ids of the datasets that it was fitted to. */
  datasets: readonly number[];
}

export type SynthesisFailure = { code: 'population.noMargins'; missing: readonly MissingFile[] };
export type Synthesise = (db: Db, territory: Territory, seed: number, asOf: Date) => Promise<Result<Synthesis, SynthesisFailure>>;

/** Until the synthesis stands beside: no margin is loaded, and these are the files that give them. */
export const synthesise: Synthesise = async () => failure({ code: 'population.noMargins', missing: [
  { what: 'les ménages et leurs logements', file: 'Recensement, logements (base-cc-logement, base-ic-logement)' },
  { what: 'les revenus', file: 'Filosofi, déciles du revenu déclaré par IRIS ou par commune' },
] });
