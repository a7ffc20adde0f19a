import { newValues, tryCompile, type Column, type Outputs } from 'columnar-publicodes';
import { moveDay } from 'regles-logement';
import type { Facts } from './facts.ts';
import type { Judge, RuleValue, Verdicts } from './judge.ts';
import { interpreterJudge } from './interpreter.judge.ts';
import { columnValue, dayNumber, isoDay, undefinedState } from './columns.ts';
import type { RuleBook } from './rule-book.ts';

/**
 * The rules compiled to columns, for the many situations that a question or an advice tries. Two programs, each compiled when it is first
 * needed (some tenths of a second): what the aids come to, and all that an answer shows. What cannot be compiled is left to the interpreter.
 */
export function columnarJudge(book: RuleBook): Judge {
  const programs = [book.outcomes, book.shown].map((rules) => ({ covers: new Set(rules), open: once(() => openProgram(book, rules)) }));
  const slow = once(() => interpreterJudge(book));
  return (people: readonly Facts[], at: string, rules: readonly string[]): Verdicts => {
    const fit = programs.find(({ covers }) => rules.every((rule) => covers.has(rule)));
    if (!fit) return slow()(people, at, rules);
    const answers = fit.open().run(people, at, rules);
    return {
      value: (rule, person): RuleValue => {
        const answer = answers.get(rule)?.[person];
        // An error, or a value of another type, which is rare.
        return answer === leftToInterpreter ? slow()(people, at, rules).value(rule, person) : answer;
      },
    };
  };
}

const leftToInterpreter = Symbol('left to the interpreter');
type Answers = Map<string, (RuleValue | typeof leftToInterpreter)[]>;

/** A compiled program with its columns, used again from one call to the next. */
function openProgram(book: RuleBook, rules: readonly string[]) {
  const { derived } = book.rules;
  const names = [...new Set([...book.inputs.keys(), ...derived.map(({ name }) => name)])];
  const { program } = tryCompile(book.engine, rules, { inputs: names, fewRows: true });
  const types = new Map([...program.inputs, ...program.outputs].map(({ name, type }) => [name, type]));
  const following = Map.groupBy(derived, ({ from }) => from);
  let columns: Record<string, Column & { state: Uint8Array }> = {};
  let outputs: Pick<Outputs, 'columns'> = { columns: {} };
  let capacity = 0;

  function grow(length: number): void {
    if (length <= capacity) return;
    capacity = Math.max(length, 2 * capacity, 128);
    columns = Object.fromEntries(program.inputs.map(({ name, type }) => [name, { values: newValues(type, capacity), state: new Uint8Array(capacity) }]));
    outputs = { columns: Object.fromEntries(program.outputs.map(({ name, type }) => [name, { values: newValues(type, capacity), state: new Uint8Array(capacity) }])) };
  }

  function put(facts: Facts, at: string, row: number): void {
    for (const [name, value] of [...Object.entries(facts), ['date', at] as const]) {
      const number = columnValue(value, types.get(name), program);
      write(name, row, number);
      for (const { name: later, months, days } of following.get(name) ?? []) if (!(later in facts)) write(later, row, moveDay(dayOf(value), months, days));
    }
  }

  function write(name: string, row: number, value: number): void {
    const column = columns[name];
    if (!column) return;
    column.values[row] = value;
    column.state[row] = 0;
  }

  function run(people: readonly Facts[], at: string, wanted: readonly string[]): Answers {
    // Two more rows, one without facts and one with all: the loops then always are the same ones.
    const length = people.length + 2;
    grow(length);
    for (const { values, state } of Object.values(columns)) {
      values.fill(0, 0, length);
      state.fill(undefinedState, 0, length - 1);
      state[length - 1] = 0;
    }
    for (const [row, facts] of people.entries()) put(facts, at, row);
    // The arrays are written anew by each run: what is asked for is read now.
    program.run(columns, length, outputs);
    return new Map(wanted.map((rule) => [rule, people.map((_, row) => read(rule, row))]));
  }

  function read(rule: string, row: number): RuleValue | typeof leftToInterpreter {
    const output = outputs.columns[rule];
    const state = output?.state[row] ?? 3;
    if (!output || state > undefinedState) return leftToInterpreter;
    if (state !== 0) return state === 1 ? null : undefined;
    const raw = output.values[row] ?? 0;
    const type = types.get(rule);
    return type === 'boolean' ? raw === 1 : type === 'string' ? program.text(raw) : type === 'date' ? isoDay(raw) : raw;
  }

  return { run };
}

const dayOf = (value: Facts[string]): number => dayNumber(String(value));

/** Made when it is first asked for. */
function once<Value>(make: () => Value): () => Value {
  let made: Value | undefined;
  return () => (made ??= make());
}
