import { linkFields, readLinkRequest, type LinkField, type LinkProblem, type LinkRequest } from '../../needs/index.ts';
import type { Result } from '../../platform/result.ts';
import type { Territory } from '../../territory/index.ts';

/** The fields as the address writes them. */
export const fieldNames: Readonly<Record<LinkField, string>> = { work: 'travail', wage: 'salaire', second: 'second', persons: 'personnes', couple: 'couple' };

export const wishes = ['location', 'social', 'achat'] as const;
export type Wish = (typeof wishes)[number];

/** Where the form stands and leads. */
export const linkPath = '/vivre-ou-l-on-travaille';

export interface LinkQuery {
  /** As typed, for the form. */
  typed: Readonly<Record<LinkField, string>>;
  wish: Wish;
  /** A commune that was pointed at. */
  commune: string | null;
  /** Nothing was asked yet. */
  empty: boolean;
}

/** The address is the page's state. */
export function parseLinkQuery(parameters: URLSearchParams): LinkQuery {
  const typed = Object.fromEntries(linkFields.map((field) => [field, parameters.get(fieldNames[field]) ?? ''])) as Record<LinkField, string>;
  const wish = wishes.find((one) => one === parameters.get('souhait')) ?? 'location';
  return { typed, wish, commune: parameters.get('commune'), empty: typed.work === '' && typed.wage === '' };
}

export const readQuery = ({ typed }: LinkQuery, territory: Pick<Territory, 'communes' | 'currentCommunes'>): Result<LinkRequest, readonly LinkProblem[]> => readLinkRequest(typed, territory);
