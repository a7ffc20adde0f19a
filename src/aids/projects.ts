import type { Aid } from 'regles-logement';

/** What somebody comes for: only the questions of these aids are asked. */
export const projects = {
  rent: ['visale', 'avance-loca-pass', 'mobili-jeune', 'aide-au-logement'],
  socialHousing: ['al-in'],
  move: ['mobili-pass', 'mon-job-mon-logement', 'visale', 'avance-loca-pass'],
  buy: ['pret-accession', 'prime-accession'],
  works: ['pret-travaux'],
  difficulty: ['accompagnement-social'],
} as const satisfies Record<string, readonly string[]>;

export type Project = keyof typeof projects;
export const projectIds = Object.keys(projects) as Project[];

/** The aids of what was chosen, projects or single aids by their id, in the order of the rules. */
export const aidsOf = (chosen: readonly string[], aids: readonly Aid[]): Aid[] => {
  const ids = new Set<string>(chosen.flatMap((one): readonly string[] => (one in projects ? projects[one as Project] : [one])));
  return aids.filter(({ id }) => ids.has(id));
};
