export * from './arithmetic.ts';
export * from './choice.ts';
export * from './logic.ts';
export * from './quantity.ts';
export * from './tables.ts';
