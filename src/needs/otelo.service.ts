import type { z } from 'zod';
import { failure, success, type Result } from '../platform/result.ts';
import type { Mode } from './corrections.ts';
import { estimate, type Estimate } from './estimate.rules.ts';
import { gather, type Gathered } from './gather.rules.ts';
import { asNeedsFile, needsFileSchema } from './otelo.schema.ts';
import { parameters } from './parameters.ts';
import { wantedFiles } from './wanted-files.ts';

/** A field of the file, what stands there and what was expected. */
export interface NeedsProblem {
  field: string;
  found: string;
  expected: string;
}

export interface NeedsFailure {
  code: 'needs.badFile';
  problems: NeedsProblem[];
}

export interface NeedsAnswer extends Gathered {
  mode: Mode;
  /** Where the file says that its figures come from; null where it says nothing. */
  source: string | null;
  territories: Estimate[];
  /** What each parameter is, with Otelo's default and the files behind it. */
  definitions: typeof parameters;
  /** The names of the State's files, by the ids that blocks and parameters use. */
  fileNames: typeof wantedFiles;
}

/**
 * Otelo's estimate of a file's territories.
 * @param content the file's JSON, parsed; expected totals that it may hold are never read
 */
export function estimateFile(content: unknown, mode: Mode): Result<NeedsAnswer, NeedsFailure> {
  const parsed = needsFileSchema.safeParse(asNeedsFile(content));
  if (!parsed.success) return failure({ code: 'needs.badFile', problems: problemsIn(content, parsed.error) });
  const territories = parsed.data.fixtures.map((territory) => estimate(territory, mode));
  return success({ mode, source: parsed.data.source ?? null, ...gather(territories), territories, definitions: parameters, fileNames: wantedFiles });
}

/** Why a file's content is refused, field by field. */
export const problemsIn = (content: unknown, error: z.ZodError): NeedsProblem[] => error.issues.map((issue) => ({ ...expectationOf(issue), found: foundAt(asNeedsFile(content), issue) }));

/** What stands where something else was expected, in a few words. */
function foundAt(content: unknown, issue: z.core.$ZodIssue): string {
  const path = issue.code === 'unrecognized_keys' ? [...issue.path, issue.keys[0] ?? ''] : issue.path;
  const value = path.reduce<unknown>((so, key) => (typeof so === 'object' && so !== null && Object.hasOwn(so, key) ? (so as Record<PropertyKey, unknown>)[key] : undefined), content);
  if (value === undefined) return 'rien';
  if (Array.isArray(value)) return 'une liste';
  if (typeof value === 'object' && value !== null) return 'un objet';
  const written = JSON.stringify(value);
  return written.length > 40 ? `${written.slice(0, 39).toWellFormed()}…` : written;
}

function expectationOf(issue: z.core.$ZodIssue): Omit<NeedsProblem, 'found'> {
  const field = issue.path.map(String).join('.');
  switch (issue.code) {
    case 'unrecognized_keys': return { field: [field, issue.keys[0]].filter(Boolean).join('.'), expected: 'ce nom n’est pas connu' };
    case 'invalid_value': return { field, expected: `une de ces valeurs est attendue : ${issue.values.join(', ')}` };
    case 'invalid_union': return { field, expected: 'une de ces valeurs est attendue : 0.2, 0.25, 0.3, 0.35, 0.4' };
    default: return { field, expected: expectedIn(issue) };
  }
}

/** Our own sentences are French; the library's own become one. */
function expectedIn(issue: z.core.$ZodIssue): string {
  if (!/^(Invalid|Too|Unrecognized|Expected)/.test(issue.message)) return issue.message;
  if (issue.code === 'too_small') return `un nombre d’au moins ${String(issue.minimum)} est attendu`;
  if (issue.code === 'too_big') return `un nombre d’au plus ${String(issue.maximum)} est attendu`;
  if (issue.code !== 'invalid_type') return 'cette valeur n’est pas acceptée';
  const kinds: Record<string, string> = {
    number: 'un nombre est attendu', boolean: 'true ou false est attendu', string: 'un texte est attendu', object: 'un objet est attendu', record: 'un objet est attendu', array: 'une liste est attendue',
  };
  return kinds[issue.expected] ?? 'une autre valeur est attendue';
}
