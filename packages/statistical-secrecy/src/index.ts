export { audit, protect } from './protect.ts';
export type { Cause, Dimension, Exposed, Interval, Loss, Parents, Place, Problem, Protected, Protection, Refusal, Result, Row, Rules, SecretCell, Shown, Spec, Table } from './types.ts';
