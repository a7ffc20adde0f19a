import type { z } from 'zod';
import { failure, success, type Result } from '../platform/result.ts';
import type { Mode } from './corrections.ts';
import { estimate, type Estimate } from './estimate.rules.ts';
import { gather, type Gathered } from './gather.rules.ts';
import { asNeedsFile, needsFileSchema } from './otelo.schema.ts';
import { parameters } from './parameters.ts';
import { wantedFiles } from './wanted-files.ts';

export interface NeedsFailure {
  code: 'needs.badFile';
  /** Each with its field and what was expected there. */
  problems: { field: string; expected: string }[];
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
  if (!parsed.success) return failure({ code: 'needs.badFile', problems: parsed.error.issues.map(problemOf) });
  const territories = parsed.data.fixtures.map((territory) => estimate(territory, mode));
  return success({ mode, source: parsed.data.source ?? null, ...gather(territories), territories, definitions: parameters, fileNames: wantedFiles });
}

function problemOf(issue: z.core.$ZodIssue): NeedsFailure['problems'][number] {
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
