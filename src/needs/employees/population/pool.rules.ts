import { householdKinds, tenures } from './population.ts';

/** Numbers by the ages that margins have: under 15, then the classes of `ageClasses`. */
type Five = readonly [number, number, number, number, number];

/** One way for a household to be: who lives in it, how many of each age are at work, its tenure. Or a person outside households. */
export interface PoolRow {
  /** 1; 0 for a person in a hall of residence, a nursing home, a prison: counted in populations, not in households. */
  household: 0 | 1;
  kind: number;
  tenure: number;
  persons: number;
  /** Persons by age. */
  ages: Five;
  /** Persons at work by age: no margin counts those over 64 by zone. */
  work: Five;
  atWork: number;
  /** Index in `ageClasses`: the older adult of the couple, else the oldest person. */
  age: number;
  /** Before any margin: in how many ways the persons can be taken, and nothing else. */
  prior: number;
}

export interface PoolShape {
  /** Whether a margin tells kinds and ages apart. Without, a household is alone or not, and its persons have no age. */
  composition: boolean;
  tenure: boolean;
  work: boolean;
}

const factorial = (n: number): number => (n < 2 ? 1 : n * factorial(n - 1));
const choose = (n: number, k: number): number => factorial(n) / (factorial(k) * factorial(n - k));
const range = (from: number, to: number): number[] => Array.from({ length: Math.max(0, to - from + 1) }, (_, at) => from + at);
const sum = (all: readonly number[]): number => all.reduce((so, one) => so + one, 0);

/** At most so many children under 15, of 15 to 24 and of 25 to 54, by the age of the youngest parent: nobody has a child older than 40 years less. */
const childrenOf: Readonly<Record<number, readonly [number, number, number]>> = { 1: [2, 0, 0], 2: [4, 3, 1], 3: [2, 2, 2], 4: [0, 1, 2] };
const mostChildren = 5;
/** Couples are at most one class apart. */
const couples: readonly (readonly [number, number])[] = [[1, 1], [1, 2], [2, 2], [2, 3], [3, 3], [3, 4], [4, 4]];
const adultAges = [1, 2, 3, 4] as const;

/** Every composition of a household, with its prior. Structural zeros are what is left out here. */
export function poolOf(shape: PoolShape): PoolRow[] {
  const compositions = shape.composition ? detailed() : coarse();
  const worked = compositions.flatMap((one) => (shape.work ? withWork(one, shape.composition) : [one]));
  const housed = worked.flatMap((one) => (one.household === 1 && shape.tenure ? tenures.map((_, tenure) => ({ ...one, tenure })) : [one]));
  return housed;
}

const kindOf = (name: (typeof householdKinds)[number]): number => householdKinds.indexOf(name);

function household(kind: (typeof householdKinds)[number], adults: readonly number[], children: readonly [number, number, number] = [0, 0, 0]): PoolRow {
  const [young, teens, grown] = children;
  const ages = range(0, 4).map((age) => adults.filter((one) => one === age).length + ([young, teens, grown][age] ?? 0)) as unknown as Five;
  const eldest = kind === 'other' || adults.length > 0 ? Math.max(...adults) : 0;
  return {
    household: 1, kind: kindOf(kind), tenure: 0, persons: sum(ages), ages, work: [0, 0, 0, 0, 0], atWork: 0, age: eldest - 1,
    prior: 1 / (factorial(young) * factorial(teens) * factorial(grown)),
  };
}

function detailed(): PoolRow[] {
  const families = (adults: readonly number[], kind: 'singleParent' | 'coupleWithChildren'): PoolRow[] => {
    const [young, teens, grown] = childrenOf[Math.min(...adults)] ?? [0, 0, 0];
    return range(0, young).flatMap((c) => range(0, teens).flatMap((y) => range(0, grown).map((m) => [c, y, m] as const)))
      .filter((children) => sum(children) > 0 && sum(children) <= mostChildren)
      .map((children) => household(kind, adults, children));
  };
  const together = adultAges.flatMap((a) => adultAges.filter((b) => b >= a).flatMap((b) => [[a, b], ...adultAges.filter((c) => c >= b).map((c) => [a, b, c])]));
  return [
    ...adultAges.map((age) => household('alone', [age])),
    ...adultAges.flatMap((age) => families([age], 'singleParent')),
    ...couples.map((ages) => household('couple', ages)),
    ...couples.flatMap((ages) => families(ages, 'coupleWithChildren')),
    ...together.map((ages) => household('other', ages)),
    ...adultAges.map((age): PoolRow => ({ ...household('alone', [age]), household: 0, prior: 1 })),
  ];
}

/** Where only sizes are known: one person is alone; who several are is not told. */
const coarse = (): PoolRow[] => range(1, 8).map((persons): PoolRow => ({
  household: 1, kind: kindOf(persons === 1 ? 'alone' : 'other'), tenure: 0, persons, ages: [0, 0, 0, 0, 0], work: [0, 0, 0, 0, 0], atWork: 0, age: 0, prior: 1 / factorial(persons - 1),
}));

const mostAtWork = 4;

function withWork(row: PoolRow, composition: boolean): PoolRow[] {
  if (!composition) return range(0, Math.min(row.persons, mostAtWork)).map((atWork) => ({ ...row, atWork, prior: row.prior * choose(row.persons, atWork) }));
  const [, young, middle, senior] = row.ages;
  return range(0, young).flatMap((y) => range(0, middle).flatMap((m) => range(0, senior).map((s): PoolRow => ({
    ...row, work: [0, y, m, s, 0], atWork: y + m + s, prior: row.prior * choose(young, y) * choose(middle, m) * choose(senior, s),
  })))).filter((one) => one.atWork <= mostAtWork);
}
