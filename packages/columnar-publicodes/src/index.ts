export { compile, tryCompile, type CompileOptions } from './compile.ts';
export { newValues, ROW_STATE, type Column, type Input, type Output, type OutputColumn, type Values } from './columns.ts';
export { dateOf, dayOf } from './dates.ts';
export { constantOf, Interpreter, withConstants, type Fact } from './interpreter.ts';
export type { Outputs, Program } from './program.ts';
export { CompileRefusal } from './refusal.ts';
