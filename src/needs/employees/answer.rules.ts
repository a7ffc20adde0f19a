import type { EmployeesFigures } from './figures.service.ts';
import type { EmployeesPopulation } from './population/compose.rules.ts';
import { ageClasses, householdKinds, incomeBases, tenures, type Population } from './population/population.ts';

/** Sums over households; null where no loaded source gives the column. */
export interface Counts {
  households: number;
  persons: number;
  children: number | null;
  householdsAtWork: number | null;
  peopleAtWork: number | null;
  employees: number | null;
  byKind: Record<string, number> | null;
  byTenure: Record<string, number> | null;
}

/** What `ancrage needs employees --json` answers (docs/population-synthetique.md). */
export interface EmployeesAnswer extends Counts {
  territory: string;
  name: string;
  seed: number;
  synthetic: true;
  vintages: Record<string, string>;
  datasets: { id: number; source: string; vintage: string; title: string; producer: string; licence: string; fileName: string; sha256: string }[];
  outsideHouseholds: number;
  byCommune: (Counts & { code: string; name: string })[];
  /** What the rules of a day and local rents say of households at work; null where nobody is known to work. */
  figures: Pick<EmployeesFigures, 'at' | 'groups' | 'ceilings' | 'aids' | 'effort'> | null;
  margins: EmployeesPopulation['fit'];
  missing: EmployeesPopulation['missing'];
  notes: string[];
}

/** Everything exact: who shows it rounds it. */
export function answerOf(territory: { code: string; name: string; communes: ReadonlyMap<string, { name: string }> }, seed: number, found: EmployeesPopulation, figures?: EmployeesFigures): EmployeesAnswer {
  const { population } = found;
  const communeOf = population.zones.map(({ commune }) => commune);
  const communes = [...new Set(communeOf)].toSorted();
  const members = Map.groupBy(population.zone.keys(), (household) => communeOf[population.zone[household]!]!);
  const everyone = [...population.zone.keys()];
  return {
    territory: territory.code, name: territory.name, seed, synthetic: true,
    vintages: Object.fromEntries(found.fit.map(({ source, vintage }) => [source, vintage])),
    datasets: found.datasets.map(({ id, source, vintage, title, producer, licence, fileName, sha256 }) => ({ id, source, vintage, title, producer, licence, fileName, sha256 })),
    ...countsOf(population, everyone),
    outsideHouseholds: Math.round(found.outsideHouseholds),
    byCommune: communes.map((code) => ({ code, name: territory.communes.get(code)?.name ?? code, ...countsOf(population, members.get(code) ?? []) })),
    figures: figures ? pick(figures) : null,
    margins: found.fit,
    missing: figures?.missing ?? found.missing,
    notes: found.notes,
  };
}

const pick = ({ at, groups, ceilings, aids, effort }: EmployeesFigures): EmployeesAnswer['figures'] => ({ at, groups, ceilings, aids, effort });

function countsOf(population: Population, members: readonly number[]): Counts {
  const { persons, children, kind, age, tenure, atWork, employees } = population;
  const sum = (column: Uint8Array): number => members.reduce((so, one) => so + column[one]!, 0);
  const by = (names: readonly string[], column: Uint8Array): Record<string, number> => {
    const counts = names.map(() => 0);
    for (const one of members) counts[column[one]!] = counts[column[one]!]! + 1;
    return Object.fromEntries(names.map((name, at) => [name, counts[at]!]));
  };
  return {
    households: members.length,
    persons: sum(persons),
    children: age ? sum(children) : null,
    householdsAtWork: atWork ? members.filter((one) => atWork[one]! > 0).length : null,
    peopleAtWork: atWork ? sum(atWork) : null,
    employees: employees ? sum(employees) : null,
    byKind: age ? by(householdKinds, kind) : null,
    byTenure: tenure ? by(tenures, tenure) : null,
  };
}

/** Synthetic rows as CSV, piece by piece: a header, then a household a line; blank where a column is not known. */
export function* csvOf(population: Population): Generator<string> {
  const { zones, zone, kind, persons, children, age, tenure, atWork, employees, income, incomeBasis } = population;
  yield 'synthetic,zone,commune,kind,persons,children,age,tenure,at_work,employees,income,income_basis\n';
  let piece = '';
  for (let one = 0; one < population.households; one += 1) {
    const { code, commune } = zones[zone[one]!]!;
    const euros = income?.[one] ?? Number.NaN;
    piece += [
      'true', code, commune, householdKinds[kind[one]!], persons[one], age ? children[one] : '', age ? ageClasses[age[one]!] : '', tenure ? tenures[tenure[one]!] : '', atWork?.[one] ?? '', employees?.[one] ?? '',
      Number.isNaN(euros) ? '' : euros, incomeBasis ? incomeBases[incomeBasis[one]!] : '',
    ].join(',') + '\n';
    if (piece.length > 65_536) {
      yield piece;
      piece = '';
    }
  }
  yield piece;
}
