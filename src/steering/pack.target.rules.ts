import { boundsOf, cellText, type Cell, type IndicatorDefinition } from '../indicators/index.ts';
import { formatNumber } from '../platform/i18n/format.ts';
import type { Convention, ConventionTarget } from './convention.schema.ts';
import { targetOf } from './convention.rules.ts';
import type { PackState, PackTarget } from './pack.content.ts';
import { packTexts } from './pack.texts.ts';

/** A figure this close to its target is to be watched rather than late. */
const WATCH = 0.1;

/** What a figure is held against, as the convention says it; nothing is invented where it is silent. */
export function packTarget(definition: IndicatorDefinition, convention: Convention | null): PackTarget {
  const target = targetOf(convention, definition.id);
  if (!target) {
    return convention
      ? { kind: 'context', text: packTexts.context, value: null, source: null }
      : { kind: 'toBeSet', text: packTexts.toBeSet, value: null, source: null };
  }
  if (target.kind === 'toBeSet' || target.value === undefined) return { kind: 'toBeSet', text: packTexts.toBeSet, value: null, source: null };
  const written = targetText(target, target.value, definition);
  return { kind: target.kind, text: target.kind === 'benchmark' ? packTexts.benchmark(written) : written, value: target.value, source: target.source ?? null };
}

function targetText(target: ConventionTarget, value: number, definition: IndicatorDefinition): string {
  const figure = target.unit && definition.unit !== 'fraction'
    ? `${formatNumber(value, Number.isInteger(value) ? 0 : definition.digits, 'fr')}\u00a0${target.unit}`
    : cellText({ kind: 'number', value }, definition, 'fr');
  return target.period ? packTexts.by(figure, target.period) : figure;
}

/**
 * Reached, to watch or late, for an adopted target of an indicator that has a better way; null otherwise, and where the
 * figure's bounds do not agree: a state is a statement.
 */
export function packState(cell: Cell, target: PackTarget, direction: IndicatorDefinition['direction']): PackState | null {
  const bounds = boundsOf(cell);
  if (target.kind !== 'fixed' || target.value === null || direction === 'neutral' || !bounds) return null;
  const aim = target.value;
  const codes = new Set([bounds.low, bounds.high].map((value) => codeOf(value, aim, direction)));
  const [code] = codes;
  if (code === undefined || codes.size > 1) return null;
  return { code, word: packTexts.states[code], shape: shapes[code] };
}

const shapes = { reached: 'circle', watch: 'triangle', late: 'square' } as const;

function codeOf(value: number, aim: number, direction: 'up' | 'down'): PackState['code'] {
  const short = direction === 'up' ? aim - value : value - aim;
  if (short <= 0) return 'reached';
  return short <= Math.abs(aim) * WATCH ? 'watch' : 'late';
}
