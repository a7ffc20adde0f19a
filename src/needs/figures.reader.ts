import { failure, success, type Result } from '../platform/result.ts';
import { asNeedsFile, needsFileSchema, type Territory } from './otelo.schema.ts';
import { problemsIn, type NeedsProblem } from './otelo.service.ts';

/** A territory's figures, and where their file says that they come from. */
export interface Figures {
  figures: Territory;
  source: string | null;
}

export type FiguresFailure =
  | { code: 'figures.notJson' }
  | { code: 'needs.badFile'; problems: NeedsProblem[] }
  /** The file is of other territories, named by their codes. */
  | { code: 'scenario.otherTerritory'; found: string[] };

/**
 * One territory's figures out of the text of a file as `ancrage needs otelo` reads it.
 * @param territory SIREN code; a file of several territories gives the one of that code
 */
export function readFigures(text: string, territory: string): Result<Figures, FiguresFailure> {
  const content = parsed(text);
  if (content === undefined) return failure({ code: 'figures.notJson' });
  const read = needsFileSchema.safeParse(asNeedsFile(content));
  if (!read.success) return failure({ code: 'needs.badFile', problems: problemsIn(content, read.error) });
  const figures = read.data.fixtures.find(({ epciCode }) => epciCode === territory);
  if (!figures) return failure({ code: 'scenario.otherTerritory', found: read.data.fixtures.map(({ epciCode }) => epciCode) });
  return success({ figures, source: read.data.source ?? null });
}

function parsed(text: string): unknown {
  try {
    // A mark of byte order is no part of the content.
    return JSON.parse(text.replace(/^\uFEFF/, ''));
  } catch {
    return undefined;
  }
}

/** The same file again, to be kept or to start another scenario from. */
export const writeFigures = ({ figures, source }: Figures): string => `${JSON.stringify({ ...(source === null ? {} : { source }), fixtures: [figures] }, null, 2)}\n`;
