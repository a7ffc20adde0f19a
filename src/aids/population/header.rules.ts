import type { Input } from 'regles-logement';
import { slugOf } from '../rule-book.ts';

/** Which column of a file holds which fact; `id` names the person, if a column is called so. */
export interface Header {
  facts: readonly (Input | undefined)[];
  /** Position of the person's own name or number. */
  id: number | undefined;
  /** Columns of the day: the run has one day for all. */
  days: readonly string[];
  /** Columns that no fact is called by. */
  unknown: readonly string[];
  repeated: readonly string[];
}

/** A column is called as its fact (`personne . âge`) or as forms call it (`personne-age`). */
export function readHeader(columns: readonly string[], inputs: ReadonlyMap<string, Input>): Header {
  const bySlug = new Map([...inputs.values()].map((input) => [slugOf(input.name), input]));
  const named = columns.map((column) => bySlug.get(slugOf(column.trim())));
  const facts = named.map((input) => (input?.name === 'date' ? undefined : input));
  const id = columns.findIndex((column) => /^(?:id|identifiant|case)$/i.test(column.trim()));
  const names = facts.flatMap((input) => input?.name ?? []);
  return {
    facts, id: id === -1 ? undefined : id,
    days: columns.filter((_, at) => named[at]?.name === 'date'),
    unknown: columns.filter((_, at) => named[at] === undefined && at !== id),
    repeated: [...new Set(names.filter((name, at) => names.indexOf(name) !== at))],
  };
}

/** The separator that the first line uses most, out of quotes. */
export function separatorOf(line: string): ',' | ';' | '\t' {
  const bare = line.replaceAll(/"[^"]*"/g, '');
  const count = (sign: string): number => bare.split(sign).length - 1;
  return (['\t', ';', ','] as const).toSorted((a, b) => count(b) - count(a))[0] ?? ',';
}
