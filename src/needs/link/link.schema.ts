import { bare } from '../../platform/bare.rules.ts';
import { failure, success, type Result } from '../../platform/result.ts';
import type { Territory } from '../../territory/index.ts';

/** A job and the household that it houses. Amounts in euros a month, net, before income tax. */
export interface LinkRequest {
  /** INSEE code of the commune of work. */
  work: string;
  wageEuros: number;
  secondIncomeEuros: number;
  persons: number;
  couple: boolean;
}

export const linkFields = ['work', 'wage', 'second', 'persons', 'couple'] as const;
export type LinkField = (typeof linkFields)[number];

export type LinkProblem =
  | { field: LinkField; code: 'empty' | 'notNumber' | 'notWhole' | 'coupleAlone' }
  | { field: LinkField; code: 'unknownCommune'; found: string }
  | { field: LinkField; code: 'outOfRange'; min: number; max: number };

export const bounds = { wage: { min: 100, max: 50_000 }, second: { min: 0, max: 50_000 }, persons: { min: 1, max: 12 } } as const;

/** Reads a request from a form, an address or a command: texts as people write them (`1 900`, `1900,50 €`). Every problem is told at once. */
export function readLinkRequest(given: Readonly<Partial<Record<LinkField, string>>>, territory: Pick<Territory, 'communes' | 'currentCommunes'>): Result<LinkRequest, readonly LinkProblem[]> {
  const problems: LinkProblem[] = [];
  const amount = (field: keyof typeof bounds, usual: number | undefined, whole = false): number => {
    const text = (given[field] ?? '').replaceAll(/[\s\u00a0\u202f€]/g, '').replace(',', '.');
    const { min, max } = bounds[field];
    if (text === '' && usual !== undefined) return usual;
    const value = Number(text);
    if (text === '') problems.push({ field, code: 'empty' });
    else if (!/^\d+(\.\d+)?$/.test(text)) problems.push({ field, code: 'notNumber' });
    else if (whole && !Number.isInteger(value)) problems.push({ field, code: 'notWhole' });
    else if (value < min || value > max) problems.push({ field, code: 'outOfRange', min, max });
    return value;
  };
  const asked = (given.work ?? '').trim();
  const work = communeNamed(asked, territory);
  if (work === undefined) problems.push(asked === '' ? { field: 'work', code: 'empty' } : { field: 'work', code: 'unknownCommune', found: asked });
  const request = { work: work ?? '', wageEuros: amount('wage', undefined), secondIncomeEuros: amount('second', 0), persons: amount('persons', 1, true), couple: given.couple === 'oui' };
  if (request.couple && request.persons === 1) problems.push({ field: 'couple', code: 'coupleAlone' });
  return problems.length > 0 ? failure(problems) : success(request);
}

/** A commune of the territory by its code or its name, whatever its capitals and accents. */
function communeNamed(asked: string, { communes, currentCommunes }: Pick<Territory, 'communes' | 'currentCommunes'>): string | undefined {
  if (currentCommunes.includes(asked)) return asked;
  return asked === '' ? undefined : currentCommunes.find((code) => bare(communes.get(code)?.name ?? '') === bare(asked));
}
