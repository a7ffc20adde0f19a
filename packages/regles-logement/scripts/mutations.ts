export interface Mutation { file: string; line: number; kind: string; from: string; to: string; /** The whole file, changed. */ text: string }

/** Lines that say something to a reader and compute nothing; what an input may be is no rule either. */
const SPOKEN = /^\s*(titre|description|note|question|aide|libellés|source|conflit|générateur|unité|type|peut changer|une possibilité|colonnes|id|nature|éligible|ouverture|fenêtre|cumul|documents|où demander|non modélisé|confiance|dispositif)\s*:/;
const LIST_OF_WORDS = /^\s{6}- [A-ZÀ-Ý]/;
/** The part of a line after which nothing computes. */
const computed = (line: string): string => line.replace(/, (source|confiance|note|conflit|vérifié le):.*$/, '');

const COMPARISONS: readonly [RegExp, string][] = [[/ <= /g, ' < '], [/ >= /g, ' > '], [/ < /g, ' <= '], [/ > /g, ' >= '], [/ != /g, ' = '], [/ = /g, ' != ']];
const DAY = /\d{4}-\d{2}-\d{2}/g;
const NUMBER = /(?<![\p{L}\d.'-])\d+(?:\.\d+)?(?![\p{L}\d.-])/gu;

const moveDay = (day: string, by: number): string => new Date(Date.parse(`${day}T00:00:00Z`) + by * 86_400_000).toISOString().slice(0, 10);

/** The number moved by one unit of its last digit. */
function nudge(text: string, by: number): string {
  const digits = text.split('.')[1]?.length ?? 0;
  return (Number(text) + by * 10 ** -digits).toFixed(digits);
}

interface Change { kind: string; at: number; from: string; to: string }

function changesOf(line: string): Change[] {
  const part = computed(line);
  const changes: Change[] = [];
  const replace = (kind: string, pattern: RegExp, to: (found: string) => string[]): void => {
    for (const match of part.matchAll(pattern)) for (const other of to(match[0])) changes.push({ kind, at: match.index, from: match[0], to: other });
  };
  for (const [pattern, to] of COMPARISONS) replace('comparison', pattern, () => [to]);
  replace('date', DAY, (day) => [moveDay(day, 1), moveDay(day, -1)]);
  if (/^ {2}(toutes|une de) ces conditions:/.test(line)) replace('all or one', /toutes ces conditions|une de ces conditions/g, (found) => [found.startsWith('toutes') ? 'une de ces conditions' : 'toutes ces conditions']);
  replace('yes or no', /(?<=: |= )(oui|non)(?=[,\s}]|$)/g, (found) => [found === 'oui' ? 'non' : 'oui']);
  const numbers = part.replaceAll(DAY, (day) => '-'.repeat(day.length)).replace(/^\s*[^:]*(?=: )/, (key) => ' '.repeat(key.length)).replaceAll(/'[^']*'/g, (quoted) => '-'.repeat(quoted.length));
  for (const match of numbers.matchAll(NUMBER)) for (const by of [1, -1]) if (Number(match[0]) + by >= 0) changes.push({ kind: 'number', at: match.index, from: match[0], to: nudge(match[0], by) });
  return changes;
}

/** Every small change of the rules' computing text: numbers by their last digit, comparisons, days, et/ou, yes and no. */
export function mutationsOf(file: string, text: string): Mutation[] {
  const lines = text.split('\n');
  return lines.flatMap((line, index) => {
    if (line.startsWith('#') || /^\S/.test(line) || SPOKEN.test(line) || LIST_OF_WORDS.test(line)) return [];
    return changesOf(line).map(({ kind, at, from, to }): Mutation => {
      const changed = line.slice(0, at) + to + line.slice(at + from.length);
      return { file, line: index + 1, kind, from: from.trim(), to: to.trim(), text: [...lines.slice(0, index), changed, ...lines.slice(index + 1)].join('\n') };
    });
  });
}
