import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { LineCounter, parseDocument } from 'yaml';
import { failure, success, type Result } from '../platform/result.ts';
import type { Territory } from '../territory/index.ts';
import { danglingReferences, duplicateIds } from './convention.rules.ts';
import { conventionSchema, type Convention } from './convention.schema.ts';

export interface ConventionFailure {
  code: 'convention.badFile';
  file: string;
  /** One sentence a problem, with its line where it is known. */
  problems: string[];
}

/** The territory's convention from its folder; null where the territory has no file. */
export function readConvention(territory: Pick<Territory, 'folder'>, knownIndicators: ReadonlySet<string>): Result<Convention | null, ConventionFailure> {
  const file = territory.folder && join(territory.folder, 'convention.yaml');
  if (!file || !existsSync(file)) return success(null);
  return parseConvention(readFileSync(file, 'utf8'), file, knownIndicators);
}

/** Parses and checks a convention file: its shape, its references, and the indicators it names. */
export function parseConvention(content: string, file: string, knownIndicators: ReadonlySet<string>): Result<Convention, ConventionFailure> {
  const lines = new LineCounter();
  const document = parseDocument(content, { lineCounter: lines });
  if (document.errors.length > 0) {
    return failure({ code: 'convention.badFile', file, problems: document.errors.map((error) => `ligne ${lines.linePos(error.pos[0]).line} : ${error.message.split('\n')[0]}`) });
  }
  const lineOf = (path: readonly PropertyKey[]): string => {
    for (let length = path.length; length > 0; length -= 1) {
      const node = document.getIn(path.slice(0, length), true);
      if (node && typeof node === 'object' && 'range' in node && Array.isArray(node.range)) return `ligne ${lines.linePos(node.range[0] as number).line}`;
    }
    return 'ligne 1';
  };
  const parsed = conventionSchema.safeParse(document.toJS());
  if (!parsed.success) {
    return failure({ code: 'convention.badFile', file, problems: parsed.error.issues.map((issue) => `${lineOf(issue.path)}, ${issue.path.join('.') || 'fichier'} : ${issue.message}`) });
  }
  const convention = parsed.data;
  const problems = [
    ...duplicateIds(convention).map((id) => `identifiant employé deux fois : ${id}`),
    ...danglingReferences(convention).map(({ where, id }) => `${where} renvoie à « ${id} », que la convention ne contient pas`),
    ...indicatorsNamed(convention).filter((id) => !knownIndicators.has(id)).map(unknownIndicator),
  ];
  return problems.length > 0 ? failure({ code: 'convention.badFile', file, problems }) : success(convention);
}

/** A territory's own indicators are read when the app starts: reloading the page would not find a new one. */
const unknownIndicator = (id: string): string => `indicateur inconnu : ${id}${id.startsWith('local.') ? ' ; relancez Ancrage après avoir changé territory.yaml' : ''}`;

function indicatorsNamed(convention: Convention): string[] {
  const named = [
    ...convention.commitments.map((one) => one.figure),
    ...convention.objective.lines.map((one) => one.figure),
    ...convention.statedFigures.map((one) => (one.today === 'perimeter' ? undefined : one.today)),
    ...convention.targets.map((one) => one.indicator),
    ...(convention.committee ? [...convention.committee.figures, convention.committee.map] : []),
  ];
  return [...new Set(named.filter((id) => id !== undefined))];
}
