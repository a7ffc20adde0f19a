import { departmentOf, mainlandDepartments } from '../territory/index.ts';

/**
 * Where a list that names only communes that have some (RPLS, priority neighbourhoods) is complete, so that its silence
 * means "none". A national file reaches every mainland département, with about as many communes as are known to have some; an extract, a file cut short or one that lost rows
 * does not prove anything of the communes that it leaves out. Nor does any file of its last département, in which it may
 * have been cut.
 *
 * @param communes of the rows kept, in the file's order
 * @param atLeast how many communes a whole file names
 * @param lostRows whether a row was refused: its commune would look absent
 * @returns départements, empty where silence means nothing
 */
export function coverageOf(communes: readonly string[], atLeast: number, lostRows: boolean): string[] {
  const present = departmentsOf(communes);
  if (lostRows || new Set(communes).size < atLeast || !mainlandDepartments.every((code) => present.has(code))) return [];
  const last = communes.at(-1);
  return [...present].filter((code) => last === undefined || code !== departmentOf(last)).toSorted();
}

export const departmentsOf = (communes: Iterable<string>): Set<string> => new Set([...communes].map(departmentOf));
