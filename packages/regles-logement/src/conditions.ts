import type { Entry } from './read.ts';
import type { RawRule } from './schema.ts';
import type { Condition } from './types.ts';

const COMPARISON = /^(.+?) (<=|>=|!=|=|<|>) (.+)$/;

/** The full name of `reference` as publicodes finds it from inside `from`: the nearest scope that has it. */
export function resolve(reference: string, from: string, known: { has: (name: string) => boolean }): string | undefined {
  const scope = from.split(' . ');
  for (let depth = scope.length; depth >= 0; depth--) {
    const name = [...scope.slice(0, depth), reference].join(' . ');
    if (name !== from && known.has(name)) return name;
  }
  return undefined;
}

/**
 * The conditions of a rule as a tree of named rules, each with its sentence, down to rules that hold no list of conditions.
 * @throws Error when only some conditions are names of rules, so that the others could not be shown
 */
export function conditionTree(rule: string, written: ReadonlyMap<string, Entry<RawRule>>): Condition {
  const entry = written.get(rule);
  if (!entry) throw new Error(`no rule is named ${rule}`);
  const { value } = entry;
  const all = value['toutes ces conditions'];
  const listed = all ?? value['une de ces conditions'] ?? [];
  const named = listed.map((reference) => resolve(reference, rule, written)).filter((name) => name !== undefined);
  // A list of bare comparisons is one fact said in several words ("let empty, or furnished, or…"): its own title says it.
  if (named.length > 0 && named.length < listed.length) throw new Error(`${entry.file}:${entry.line} ${rule}: conditions are all names of rules, or none is`);
  const children = named.map((name) => conditionTree(name, written));
  const compared = typeof value.valeur === 'string' ? COMPARISON.exec(value.valeur) : null;
  return {
    rule, title: value.titre, kind: children.length === 0 ? 'feuille' : all ? 'toutes' : 'une', children, sources: value.source ?? [],
    ...(compared ? { comparison: { left: sideOf(compared[1] ?? '', rule, written), operator: compared[2] as NonNullable<Condition['comparison']>['operator'], right: sideOf(compared[3] ?? '', rule, written) } } : {}),
    ...(value.note === undefined ? {} : { note: value.note }),
  };
}

/** `18 ans`, `oui`, `'titulaire'`: a side of a comparison that is written in place. */
const LITERAL = /^(?:oui|non|'[^']*'|-?\d+(?:\.\d+)?(?: [^\s*+()]+)?)$/;

/** The sides of a tree's comparisons that are neither a rule nor written in place: no answer could show their value. */
export const hiddenSides = ({ rule, comparison, children }: Condition, known: { has: (name: string) => boolean }): { rule: string; side: string }[] => [
  ...(comparison ? [comparison.left, comparison.right] : []).filter((side) => !known.has(side) && !LITERAL.test(side)).map((side) => ({ rule, side })),
  ...children.flatMap((child) => hiddenSides(child, known)),
];

/** A side of a comparison that is a rule gets its full name; an expression or a literal stays as written. */
const sideOf = (side: string, from: string, written: ReadonlyMap<string, unknown>): string => resolve(side, from, written) ?? side;
