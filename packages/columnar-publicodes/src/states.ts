/** What a node may be on some row, as bits; and, of a row, its state: 0 a value, 1 not applicable, 2 undefined, 4 left to the interpreter. */
export const VALUE = 1;
export const NOT_APPLICABLE = 2;
export const UNDEFINED = 4;
export const ESCAPE = 8;

/** A piece of code giving a row's state, with all that it may give: one definition serves inference and emission. */
export interface State { code: string; may: number }

export const always = { value: { code: '0', may: VALUE }, na: { code: '1', may: NOT_APPLICABLE }, undefined: { code: '2', may: UNDEFINED }, escape: { code: '4', may: ESCAPE } } as const satisfies Record<string, State>;

/** Operand `k` in templates: `$k` its value, `#k` its state. */
export interface Operand { at: number; may: number; value: string }

export const both = (a: string, b: string): string => (a === 'false' || b === 'false' ? 'false' : a === 'true' ? b : b === 'true' ? a : `(${a}&&${b})`);
export const either = (a: string, b: string): string => (a === 'true' || b === 'true' ? 'true' : a === 'false' ? b : b === 'false' ? a : `(${a}||${b})`);

/** `cond ? yes : no`, folded where it can be. */
export function when(cond: string, yes: State, no: State): State {
  if (cond === 'true') return yes;
  if (cond === 'false' || yes.code === no.code) return no;
  return { code: `(${cond}?${yes.code}:${no.code})`, may: yes.may | no.may };
}

const test = (bit: number, code: (at: number) => string) => (x: Operand) => ((x.may & bit) === 0 ? 'false' : x.may === bit ? 'true' : code(x.at));
export const isNa = test(NOT_APPLICABLE, (at) => `#${at}===1`);
export const isUndefined = test(UNDEFINED, (at) => `#${at}===2`);
export const escapes = test(ESCAPE, (at) => `#${at}>=4`);
export const isValue = test(VALUE, (at) => `#${at}===0`);

export const stateOf = (x: Operand): State => (x.may === VALUE ? always.value : { code: `#${x.at}`, may: x.may });

/** Undefined or escaped as soon as one operand is; not applicable counts as a value. */
export function contagion(...operands: readonly Operand[]): State {
  const concerned = operands.filter((x) => (x.may & (UNDEFINED | ESCAPE)) !== 0);
  if (concerned.length === 0) return always.value;
  const never = concerned.some((x) => (x.may & (VALUE | NOT_APPLICABLE)) === 0);
  const may = concerned.reduce((bits, x) => bits | (x.may & (UNDEFINED | ESCAPE)), 0) | (never ? 0 : VALUE);
  const joined = concerned.map((x) => `#${x.at}`).join('|');
  const masked = concerned.some((x) => (x.may & NOT_APPLICABLE) !== 0) ? `((${joined})&6)` : concerned.length > 1 ? `(${joined})` : joined;
  return { code: masked, may };
}
