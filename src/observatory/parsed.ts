import type { WrittenFlows } from './flow.writing.ts';
import type { ImportProblem } from './import.messages.ts';
import type { Observation } from './observation.ts';
import type { SourceDescription } from './sources/catalogue.ts';

export type NewObservation = Omit<Observation, 'datasetId'>;

export interface Centroid {
  commune: string;
  longitude: number;
  latitude: number;
}

/** Polygons of a commune in longitude and latitude: rings of positions, the first ring outside. */
export interface Contour {
  commune: string;
  polygons: readonly (readonly (readonly [number, number][])[])[];
}

/** What a file gives for one source and vintage, ready to be written. */
export interface ParsedDataset {
  source: SourceDescription;
  vintage: string;
  read: number;
  kept: number;
  rejected: number;
  secret: number;
  observations: readonly NewObservation[];
  centroids: readonly Centroid[];
  contours: readonly Contour[];
  /** Départements in which a commune that the list leaves out has none of it (see coverage.rules.ts). */
  covers: readonly string[];
  /** The period that such a list describes. */
  coveredPeriod: string | null;
  /** Copied by hand under a source's name: the source's own file goes before. */
  copied: boolean;
  flows?: WrittenFlows;
  /** How many rows each of `areas` has, where `areas` names each once. */
  rowsByArea?: ReadonlyMap<string, number>;
  /** Areas (today's communes, or intercommunalities) of the rows kept, one for each row. */
  areas: readonly string[];
}

type Counted = Pick<ParsedDataset, 'source' | 'vintage' | 'read' | 'areas'> & Partial<ParsedDataset>;

/** A dataset, with what most of them have nothing of; each row kept has its area. */
export const parsedDataset = (given: Counted): ParsedDataset => ({
  kept: given.areas.length, rejected: given.read - given.areas.length, secret: 0, observations: [], centroids: [], contours: [], covers: [], coveredPeriod: null, copied: false, ...given,
});

export interface ParsedFile {
  datasets: readonly ParsedDataset[];
  notices: readonly string[];
  /** Rows at fault: the file is refused for them, unless the person asked for the others. */
  problems: readonly ImportProblem[];
}

/** How many rows at fault are looked for before a file is given up. */
export const problemLimit = 20;

/** Reading a file: which rows at fault stop it. */
export interface ReadOptions {
  partial: boolean;
  /** Nothing is dated after it. */
  today: string;
  /** A folder for what a large file is added up into, there until it is written. */
  scratch: string;
  /** Hears how many rows were read so far, of what is long to read. */
  progress?: ((rows: number) => void) | undefined;
}
