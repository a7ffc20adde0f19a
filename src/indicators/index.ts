export * from './cell.rules.ts';
export * from './cell.text.ts';
export * from './indicator.schema.ts';
export { boundsOf } from './bounds.rules.ts';
export { mapStyleOf } from './map-style.rules.ts';
export { indicatorRegistry, type IndicatorRegistry } from './registry.ts';
export { seriesBreaks, type SeriesBreak } from './series.rules.ts';
export { latest, periodsOf } from './reading.rules.ts';
