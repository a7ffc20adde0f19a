import { readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import Engine from 'publicodes';
import { parse } from 'yaml';
import { tryCompile, type CompileRefusal, type Fact } from 'columnar-publicodes';
import { columnsOf, compiledAnswer, same, type Answer } from '../fuzz/compare.ts';

/** One example of a mechanism's test file, as compiled and as interpreted. */
export interface Example { rule: string; name: string; outcome: 'pass' | 'fail' | 'refused' | 'escaped'; compiled?: Answer; interpreted?: Answer; refusal?: CompileRefusal }

export interface Report { file: string; examples: Example[] }

interface Written { nom?: string; situation?: Record<string, unknown> }
type WrittenRule = { exemples?: Written | Written[] } | string | number | null;

const logger = { log: () => undefined, warn: () => undefined, error: () => undefined };
const options = { logger, flag: { filterNotApplicablePossibilities: true }, strict: { situation: false, noOrphanRule: false } };

/** Runs every example of the `.yaml` files of a folder: each file is a model whose rules carry `exemples`. */
export function runMechanisms(folder: string): Report[] {
  return readdirSync(folder).filter((name) => name.endsWith('.yaml')).toSorted().map((name) => ({ file: basename(name, '.yaml'), examples: runFile(join(folder, name)) }));
}

function runFile(path: string): Example[] {
  const written = parse(readFileSync(path, 'utf8')) as Record<string, WrittenRule>;
  const rules = Object.fromEntries(Object.entries(written).map(([name, rule]) => [name, rule && typeof rule === 'object' ? Object.fromEntries(Object.entries(rule).filter(([key]) => !['exemples', 'unité attendue'].includes(key))) : rule]));
  return Object.entries(written).flatMap(([rule, content]) => {
    const examples = content && typeof content === 'object' ? [content.exemples ?? []].flat() : [];
    return examples.map((example, k) => run(rules, rule, example.nom ?? String(k + 1), example.situation ?? {}));
  });
}

/** What is written as a constant goes in by column, any other expression stays in the situation before compiling. */
function run(rules: Record<string, unknown>, rule: string, name: string, situation: Record<string, unknown>): Example {
  const engine = new Engine(structuredClone(rules) as ConstructorParameters<typeof Engine>[0], options);
  const oracle = interpret(engine, rule, situation);
  engine.setSituation(situation as Parameters<typeof engine.setSituation>[0]);
  const facts = new Map<string, Fact>();
  const rest: Record<string, unknown> = {};
  for (const [key, value] of Object.entries(situation)) {
    const node = engine.context.parsedRules[`${key} . $SITUATION`]?.explanation.valeur;
    const type = engine.context.nodesTypes.get(engine.context.parsedRules[key] ?? ({} as never))?.type;
    const simple = node?.nodeKind === 'constant' && node.nodeValue !== undefined && node.nodeValue !== null && !('unit' in node && node.unit);
    if (simple && type && type === node.type && typeof node.nodeValue !== 'string') facts.set(key, { type, unit: undefined, value: node.nodeValue as number | boolean });
    else rest[key] = value;
  }
  engine.setSituation({});
  const { program, refusals } = tryCompile(engine, [rule], { inputs: [...facts.keys()], constants: rest as Parameters<typeof engine.setSituation>[0] & object });
  const refusal = refusals.get(rule);
  if (refusal) return { rule, name, outcome: 'refused', refusal };
  // A column holds its rule's unit: a fact without unit goes in only where the rule has none.
  if (program.inputs.some((input) => input.unit !== undefined)) return replayWritten(rules, rule, name, situation, oracle);
  return judge(program, rule, name, facts, oracle);
}

/** All of the situation kept as written: still compiled, with no column. */
function replayWritten(rules: Record<string, unknown>, rule: string, name: string, situation: Record<string, unknown>, oracle: Answer): Example {
  const engine = new Engine(structuredClone(rules) as ConstructorParameters<typeof Engine>[0], options);
  const { program, refusals } = tryCompile(engine, [rule], { inputs: [], constants: situation as Parameters<typeof engine.setSituation>[0] & object });
  const refusal = refusals.get(rule);
  return refusal ? { rule, name, outcome: 'refused', refusal } : judge(program, rule, name, new Map(), oracle);
}

function judge(program: ReturnType<typeof tryCompile>['program'], rule: string, name: string, facts: Map<string, Fact>, oracle: Answer): Example {
  const { columns, escaped } = program.run(columnsOf(program, [facts]), 1);
  const [output] = program.outputs;
  const column = columns[rule];
  if (!output || !column) throw new Error(`${rule} has no column.`);
  const compiled = compiledAnswer(program, output, column, 0, escaped.held.get(rule));
  const outcome = !same(compiled, oracle) ? 'fail' : escaped.count > 0 ? 'escaped' : 'pass';
  return { rule, name, outcome, compiled, interpreted: oracle };
}

function interpret(engine: Engine, rule: string, situation: Record<string, unknown>): Answer {
  try {
    return engine.setSituation(situation as Parameters<typeof engine.setSituation>[0]).evaluate(rule).nodeValue as Answer;
  } catch (error) {
    return { error: error instanceof Error ? error.message : String(error) };
  }
}
