import type { CeilingId } from '../../aids/index.ts';

/** Ceilings that the page lets one move; PLS follows PLUS by the rules. */
export const movable = ['PLAI', 'PLUS', 'PLI'] as const satisfies readonly CeilingId[];

/** The name of its field. */
export const fieldOfCeiling = (id: CeilingId): string => id.toLowerCase();
