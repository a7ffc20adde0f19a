export type { Convention, ConventionAction, ConventionTarget, StatedFigure } from './convention.schema.ts';
export { daysLate, lateActions, targetOf } from './convention.rules.ts';
export { parseConvention, readConvention, type ConventionFailure } from './convention.service.ts';
