import type { IndicatorDefinition, Text } from '../../indicators/index.ts';
import { findMeasure } from '../measures.ts';

/** How an indicator is computed from measures. */
export type Formula =
  | { kind: 'measure'; measure: string }
  /** `denominator` measures are added up; where the period has none, their last period before it is taken. */
  | { kind: 'ratio'; numerator: string; denominator: readonly string[]; factor: number }
  /** Mean yearly growth over the years before the period. */
  | { kind: 'growth'; measure: string; years: number }
  /** Number of distinct entries in lists: an entry shared by two communes counts once for the territory. */
  | { kind: 'distinct'; list: string };

export interface ObservatoryIndicator {
  definition: IndicatorDefinition;
  formula: Formula;
}

export const text = (fr: string, en: string): Text => ({ fr, en });

type Given = Omit<IndicatorDefinition, 'shortLabel' | 'grain' | 'territoryValue' | 'secrecy' | 'direction'> &
  Partial<Pick<IndicatorDefinition, 'shortLabel' | 'grain' | 'territoryValue' | 'secrecy' | 'direction'>>;

/** Fills in what most indicators share: by commune, computed for the territory, nothing hidden. */
export const indicator = (formula: Formula, given: Given): ObservatoryIndicator => ({
  formula,
  definition: { shortLabel: given.label, grain: 'commune', territoryValue: 'computed', secrecy: null, direction: 'neutral', additive: isAdditive(formula), ...given },
});

const isAdditive = (formula: Formula): boolean => formula.kind === 'measure' && (findMeasure(formula.measure)?.additive ?? false);
