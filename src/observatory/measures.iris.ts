import type { Measure } from './measures.ts';

/** Declared income, before taxes and benefits; disposable, after them. Both by consumption unit. */
export const incomeKinds = { DEC: 'declared', DISP: 'disposable' } as const;

interface IncomeColumn {
  /** Filosofi's name, without its prefix and year. */
  column: string;
  name: string;
  percent: boolean;
  min: number;
  max: number;
}

const euros = (column: string, name: string, max = 1_000_000): IncomeColumn => ({ column, name, percent: false, min: 0, max });
const share = (column: string, name: string): IncomeColumn => ({ column, name, percent: true, min: 0, max: 1 });
/** A share of the income may pass 100 % (taxes come after), or be below zero (losses, taxes). */
const part = (column: string): IncomeColumn => ({ column, name: `share.${column}`, percent: true, min: -3, max: 4 });
const ratio = (column: string, name: string, max: number): IncomeColumn => ({ column, name, percent: false, min: 0, max });

/** Filosofi's columns by IRIS that are kept. */
export const irisIncomeColumns: readonly IncomeColumn[] = [
  share('PIMP', 'taxedShare'), share('TP60', 'povertyRate'),
  ...['D1', 'D2', 'D3', 'D4', 'D6', 'D7', 'D8', 'D9', 'Q1', 'Q3'].map((column) => euros(column, column.toLowerCase())),
  euros('MED', 'median'),
  // A first decile of some euros makes these ratios very large.
  ratio('EQ', 'relativeQuartileGap', 1_000), ratio('RD', 'interdecileRatio', 1_000_000), ratio('S80S20', 's80s20', 100_000_000), ratio('GI', 'gini', 1),
  ...['PACT', 'PTSA', 'PCHO', 'PBEN', 'PPEN', 'PAUT', 'PPAT', 'PPSOC', 'PPFAM', 'PPMINI', 'PPLOGT', 'PIMPOT'].map(part),
];

type IncomeKind = (typeof incomeKinds)[keyof typeof incomeKinds];

/** `iris.declared.d1`. */
export const irisIncomeMeasure = (kind: IncomeKind, name: string): string => `iris.${kind}.${name}`;

const defaults = { additive: false, area: 'iris', secretBounds: { low: 0, high: null }, absentMeansNone: false, period: 'year' } as const;

export const irisMeasures: readonly Measure[] = Object.values(incomeKinds).flatMap((kind) =>
  irisIncomeColumns.map(({ name, percent, min, max }): Measure => ({ ...defaults, id: irisIncomeMeasure(kind, name), kind: percent ? 'fraction' : 'number', min, max, sources: ['filosofi-iris'] })));

/** `iris.men_seul_pct`: the third party's own name, in its own unit (rates are in per cent). */
export const irisIndicator = (name: string): string => `iris.${name}`;

/** A third party's measure by IRIS, whatever its name: a rate of something in per cent, or any number. */
export function findIrisIndicator(id: string): Measure | undefined {
  if (!/^iris\.(?:men|log|dsp_csp|dm|rev|eco|pop)(?:_[A-Za-z0-9_]{1,60})?$/.test(id)) return undefined;
  const [min, max] = /_pct(_|$)/.test(id) ? [0, 100] : [-1e9, 1e9];
  return { ...defaults, id, kind: 'number', min, max, sources: ['iris-indicators'] };
}
