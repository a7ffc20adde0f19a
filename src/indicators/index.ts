export * from './cell.rules.ts';
export * from './cell.text.ts';
export * from './indicator.schema.ts';
export { indicatorRegistry, type IndicatorRegistry } from './registry.ts';
export { latest, periodsOf } from './reading.rules.ts';
