/** A place in a text: line and column, from 1. */
export interface Place { line: number; column: number }

/** A text of JSON, with the colon after it if it is a key; or a bracket. */
const token = /("[^"\\]*(?:\\.[^"\\]*)*")(\s*:)?|[{}[\]]/g;

/**
 * The first key that an object's own text gives twice, and where: `JSON.parse` keeps the last one without a word.
 *
 * @param json an object that `JSON.parse` took; keys inside its values are not looked at
 */
export function repeatedKey(json: string): { name: string; first: Place; again: Place } | undefined {
  const met = new Map<string, number>();
  let depth = 0;
  for (const { 0: sign, 1: text, 2: colon, index } of json.matchAll(token)) {
    if (text === undefined) depth += sign === '{' || sign === '[' ? 1 : -1;
    else if (colon !== undefined && depth === 1) {
      const name = JSON.parse(text) as string;
      const first = met.get(name);
      if (first !== undefined) return { name, first: placeOf(json, first), again: placeOf(json, index) };
      met.set(name, index);
    }
  }
  return undefined;
}

function placeOf(text: string, index: number): Place {
  const before = text.slice(0, index).split(/\r\n|\r|\n/);
  return { line: before.length, column: (before.at(-1) ?? '').length + 1 };
}
