import type { Role } from './matrix.ts';

/** Who acts, for whom: what a use case and row-level security know of the person behind a request. */
export interface Actor {
  /** Null for a job. */
  accountId: string | null;
  role: Role;
  territory: string;
  /** The organisation for which one acts. */
  organisationId: string | null;
  /** That organisation's commune, for the roles of a commune. */
  commune: string | null;
  /** One's own file, for an employee. */
  personId: string | null;
}

/** A job works for the territory, and does only what the matrix gives to `job`. */
export const jobActor = (territory: string): Actor => ({ accountId: null, role: 'job', territory, organisationId: null, commune: null, personId: null });
