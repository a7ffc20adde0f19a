import type { Db } from '../platform/database/database.ts';
import type { Territory } from '../territory/index.ts';
import type { Cell } from './cell.rules.ts';

/** A text in the languages of the public pages. */
export interface Text {
  fr: string;
  en: string;
}

/** How a value is written; rates are fractions (0.24 reads "24 %"). */
export type Unit = 'persons' | 'households' | 'dwellings' | 'eurosPerYear' | 'eurosPerM2' | 'fraction' | 'ratio' | 'perHundred' | 'count' | 'category';

export type Theme = 'population' | 'income' | 'socialHousing' | 'privateStock' | 'rents' | 'construction' | 'zoning' | 'commuting' | 'local';

/** An indicator is defined once; every door shows what its provider computes. */
export interface IndicatorDefinition {
  id: string;
  theme: Theme;
  label: Text;
  /** Shorter label, for a chart's axis or a table's head. */
  shortLabel: Text;
  definition: Text;
  /** How it is computed, from which columns of which source. */
  method: Text;
  unit: Unit;
  /** Digits after the decimal point on screen (after ×100 for fractions). */
  digits: number;
  /** Which way is better for the territory's aims; neutral where nobody can say. */
  direction: 'up' | 'down' | 'neutral';
  /** The finest area that its sources give. */
  grain: 'commune' | 'intercommunality';
  /** Whether a territory's value is computed from its communes', or given by the source, or never. */
  territoryValue: 'computed' | 'given' | 'never';
  /** Whether a territory's value is the sum of its communes', so that it can be added up again on another perimeter. */
  additive?: boolean;
  /** Where the source's method changes: figures on either side are not compared, nor joined by a line. */
  methodBreaks?: { at: 'everyPeriod' | readonly string[]; text: Text };
  /** Of categories that have an order: from the strongest to the weakest. */
  categoryOrder?: readonly string[];
  /** What hides cells, in one sentence. */
  secrecy: Text | null;
  /** Ids of the open-data sources that can give it. */
  sources: readonly string[];
}

/** Where a figure comes from; printed under it everywhere. */
export interface DatasetReference {
  id: number;
  source: string;
  vintage: string;
  title: string;
  producer: string;
  licence: string;
}

/** One value of one indicator: never shown without its period, perimeter and datasets. */
export interface Reading {
  indicator: string;
  /** Commune code, or the intercommunality's code. */
  area: string;
  level: 'commune' | 'intercommunality';
  /** Year `2023`, or day `2025-01-01` where the source dates its state. */
  period: string;
  cell: Cell;
  datasets: readonly DatasetReference[];
  /** For a territory's value: the perimeter it was computed on. */
  perimeter: { year: number; communes: number; datedByFile: boolean } | null;
}

export interface ReadRequest {
  territory: Territory;
  /** Only what had been recorded by then. */
  asOf: Date;
  indicators: readonly string[];
}

/** An area of the house that can compute indicators. Registered in `composition.ts`. */
export interface IndicatorProvider {
  definitions: readonly IndicatorDefinition[];
  /** Every period of the indicators asked, for each commune and for the territory, in one go. */
  read(db: Db, request: ReadRequest): Promise<Reading[]>;
}
