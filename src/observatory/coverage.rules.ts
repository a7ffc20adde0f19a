import { departmentOf, mainlandDepartments } from '../territory/index.ts';

/**
 * Where a list that names only communes that have some (RPLS, priority neighbourhoods) is complete, so that its silence
 * means "none". A national file reaches every mainland département; an extract, a file cut short or one that lost rows
 * does not prove anything of the communes that it leaves out.
 *
 * @param communes of the rows kept
 * @param lostRows whether a row was refused: its commune would look absent
 * @returns départements, empty where silence means nothing
 */
export function coverageOf(communes: Iterable<string>, lostRows: boolean): string[] {
  const present = departmentsOf(communes);
  return !lostRows && mainlandDepartments.every((code) => present.has(code)) ? [...present].toSorted() : [];
}

export const departmentsOf = (communes: Iterable<string>): Set<string> => new Set([...communes].map(departmentOf));
