import { newValues, tryCompile, type Column, type Input as ColumnInput, type Program } from 'columnar-publicodes';
import { moveDay, type DerivedDate } from 'regles-logement';
import type { FactValue, Facts } from './facts.ts';
import type { Judge, RuleValue, Verdicts } from './judge.ts';
import { interpreterJudge } from './interpreter.judge.ts';
import { columnValue, dayNumber, isoDay, undefinedState } from './columns.ts';
import type { RuleBook } from './rule-book.ts';

/**
 * The rules compiled to columns, for the many situations that a question or an advice tries. What cannot be compiled is left to the interpreter.
 * Compiling takes some tenths of a second, the first time.
 */
export function columnarJudge(book: RuleBook): Judge {
  const inputs = [...new Set([...book.inputs.keys(), ...book.rules.derived.map(({ name }) => name)])];
  const programs = new Map<string, { program: Program; types: ReadonlyMap<string, string> }>();
  const programFor = (rules: readonly string[]) => {
    const key = rules.join('|');
    const known = programs.get(key);
    if (known) return known;
    const { program } = tryCompile(book.engine, rules, { inputs });
    const made = { program, types: new Map(program.outputs.map(({ name, type }) => [name, type])) };
    programs.set(key, made);
    return made;
  };
  const slow = interpreterJudge(book);
  return (people: readonly Facts[], at: string, rules: readonly string[]): Verdicts => {
    const { program, types } = programFor(rules);
    // Two more rows, one without facts and one with all: the loops then always are the same ones.
    const length = people.length + 2;
    const whole = people.map((facts) => withDerived(facts, at, book.rules.derived));
    const columns = Object.fromEntries(program.inputs.map((input) => [input.name, columnOf(input, whole, length, program)]));
    const { columns: outputs } = program.run(columns, length);
    const left = slow(people, at, rules);
    return {
      value: (rule, person): RuleValue => {
        const output = outputs[rule];
        if (!output) return left.value(rule, person);
        const state = output.state[person] ?? undefinedState;
        if (state !== 0) return state === 1 ? null : state === undefinedState ? undefined : left.value(rule, person);
        const raw = output.values[person] ?? 0;
        const type = types.get(rule);
        return type === 'boolean' ? raw === 1 : type === 'string' ? program.text(raw) : type === 'date' ? isoDay(raw) : raw;
      },
    };
  };
}

function withDerived(facts: Facts, at: string, derived: readonly DerivedDate[]): Facts {
  const whole: Record<string, FactValue> = { ...facts, date: at };
  for (const { name, from, months, days } of derived) {
    const start = whole[from];
    if (typeof start === 'string' && whole[name] === undefined) whole[name] = isoDay(moveDay(dayNumber(start), months, days));
  }
  return whole;
}

function columnOf({ name, type }: ColumnInput, people: readonly Facts[], length: number, program: Program): Column {
  const values = newValues(type, length);
  const state = new Uint8Array(length);
  for (const [row, facts] of people.entries()) {
    const value = facts[name];
    if (value === undefined) state[row] = undefinedState;
    else values[row] = columnValue(value, type, program);
  }
  state[people.length] = undefinedState;
  if (type === 'string') values[people.length + 1] = program.code('');
  return { values, state };
}
