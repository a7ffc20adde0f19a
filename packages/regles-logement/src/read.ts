import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { isMap, isScalar, LineCounter, parseDocument } from 'yaml';
import type { z } from 'zod';
import type { Place, Problem } from './types.ts';

export const RULES_FOLDER = join(import.meta.dirname, '..', 'regles');

/** One top-level entry of a YAML file: its key, its value checked, and the line of each path below it. */
export interface Entry<Value> extends Place { key: string; value: Value; lineOf: (...path: (string | number)[]) => number }

export interface Reading<Value> { entries: Entry<Value>[]; problems: Problem[] }

/**
 * Reads a YAML map of named entries, each checked by `shape`.
 * @param allowEmpty an entry without value (a namespace) is skipped rather than refused
 */
export function readEntries<Shape extends z.ZodType>(text: string, file: string, shape: Shape, allowEmpty = false): Reading<z.output<Shape>> {
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines });
  const reading: Reading<z.output<Shape>> = { entries: [], problems: document.errors.map((error) => ({ file, line: error.linePos?.[0].line ?? 1, message: error.message })) };
  if (!isMap(document.contents) || reading.problems.length > 0) return reading;
  for (const { key: node, value } of document.contents.items) {
    if (!isScalar(node)) continue;
    const key = String(node.value);
    const line = lines.linePos(node.range?.[0] ?? 0).line;
    const lineOf = (...path: (string | number)[]): number => {
      for (let depth = path.length; depth > 0; depth--) {
        const found = document.getIn([key, ...path.slice(0, depth)], true) as { range?: [number, number, number] } | undefined;
        if (found?.range) return lines.linePos(found.range[0]).line;
      }
      return line;
    };
    if (isScalar(value) && value.value === null && allowEmpty) continue;
    const checked = shape.safeParse((value as { toJSON: () => unknown } | null)?.toJSON());
    if (checked.success) reading.entries.push({ key, value: checked.data, file, line, lineOf });
    else for (const issue of checked.error.issues) {
      reading.problems.push({ file, line: lineOf(...issue.path as (string | number)[]), message: `${key}: ${[...issue.path, issue.message].join(' › ')}` });
    }
  }
  return reading;
}

/** Files of `regles/` with this ending, by name, with their text. */
export const filesEnding = (ending: string): { file: string; text: string }[] =>
  readdirSync(RULES_FOLDER).filter((file) => file.endsWith(ending)).toSorted()
    .map((file) => ({ file, text: readFileSync(join(RULES_FOLDER, file), 'utf8') }));
