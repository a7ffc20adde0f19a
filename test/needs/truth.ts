/**
 * A territory whose true population is known, and the files that its offices would publish of it. Written apart from what it judges: it knows
 * nothing of pools, priors or raking. Kinds, tenures, ages, work and incomes depend on each other within each quarter.
 */

export interface TrueHousehold {
  iris: string;
  commune: string;
  kind: 'alone' | 'singleParent' | 'couple' | 'coupleWithChildren' | 'other';
  tenure: 'owner' | 'privateTenant' | 'socialTenant' | 'free';
  ages: number[];
  works: boolean[];
  salaried: boolean[];
  /** Declared income by consumption unit. */
  income: number;
  units: number;
}

export interface Truth {
  households: TrueHousehold[];
  /** Ages of those outside households, by IRIS. */
  outside: { iris: string; age: number }[];
}

/** Mulberry32: another generator than the one that is judged. */
function dice(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296;
  };
}

const pick = <Name extends string>(chances: Record<Name, number>, u: number): Name => {
  const entries = Object.entries(chances) as [Name, number][];
  const total = entries.reduce((so, [, chance]) => so + chance, 0);
  let left = u * total;
  for (const [name, chance] of entries) {
    left -= chance;
    if (left < 0) return name;
  }
  return entries[0]![0];
};

/** @param iris quarters by code, the first five signs being their commune's */
export function trueTerritory(iris: readonly string[], seed: number): Truth {
  const random = dice(seed);
  const normal = (): number => Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());
  const between = (low: number, high: number): number => low + Math.floor(random() * (high - low + 1));
  const households: TrueHousehold[] = [];
  const outside: Truth['outside'] = [];
  for (const code of iris) {
    const [urban, wealth, age, social] = [random(), normal(), random(), random() < 0.25 ? 1 + 2 * random() : 0.25];
    const count = between(500, 1_500);
    for (let at = 0; at < count; at += 1) {
      const old = random() < 0.2 + 0.3 * age;
      const kind = pick({ alone: 0.25 + 0.35 * urban, singleParent: old ? 0.02 : 0.08 + 0.04 * social, couple: old ? 0.5 : 0.16, coupleWithChildren: old ? 0.04 : 0.5 - 0.3 * urban, other: 0.02 }, random());
      const young = !old && kind !== 'coupleWithChildren' && random() < 0.08 + 0.15 * urban;
      const eldest = old ? between(60, 90) : young ? between(19, 27) : between(27, 59);
      const adults = kind === 'alone' || kind === 'singleParent' ? [eldest] : [eldest, Math.max(18, eldest - between(0, 5))];
      const children = kind === 'singleParent' ? between(1, 2) : kind === 'coupleWithChildren' ? between(1, 3) : 0;
      const ages = [...adults, ...Array.from({ length: children }, () => Math.max(0, Math.min(...adults) - between(22, 35)))];
      const family = kind === 'couple' || kind === 'coupleWithChildren' ? 1 : 0;
      const tenure = pick({
        owner: Math.exp(0.2 + 0.9 * family + (old ? 0.8 : 0) - (young ? 1.8 : 0) + 0.5 * wealth - 1.2 * urban),
        privateTenant: Math.exp(0.1 - 0.4 * family + (young ? 0.9 : 0) + 0.5 * urban),
        socialTenant: social * Math.exp(-0.2 - 0.4 * family + (kind === 'singleParent' ? 0.8 : 0) - 0.3 * wealth),
        free: 0.05,
      }, random());
      const lift = tenure === 'owner' ? 0.35 : tenure === 'socialTenant' ? -0.45 : 0;
      const works = ages.map((one) => random() < employment(one) + (tenure === 'socialTenant' ? -0.12 : tenure === 'owner' ? 0.05 : 0) * (one >= 20 && one < 60 ? 1 : 0) && one >= 17 && one < 65);
      const units = 1 + ages.slice(1).reduce((so, one) => so + (one >= 14 ? 0.5 : 0.3), 0);
      const income = 20_500 * Math.exp(0.12 * wealth + lift + (works.some(Boolean) ? 0.12 : -0.15) + 0.42 * normal());
      households.push({ iris: code, commune: code.slice(0, 5), kind, tenure, ages, works, salaried: works.map((one) => one && random() < 0.88), income, units });
    }
    if (random() < 0.15) for (let at = 0; at < between(50, 250); at += 1) outside.push({ iris: code, age: random() < 0.6 ? between(18, 23) : between(75, 95) });
  }
  return { households, outside };
}

const employment = (age: number): number => (age < 15 ? 0 : age < 18 ? 0.03 : age < 25 ? 0.45 : age < 55 ? 0.82 : age < 62 ? 0.62 : age < 65 ? 0.2 : 0);

const percent = (part: number, whole: number): string => (whole === 0 ? '' : ((100 * part) / whole).toFixed(2));
const sum = (all: readonly number[]): number => all.reduce((so, one) => so + one, 0);
const within = (from: number, to: number) => (age: number): boolean => age >= from && age <= to;

/** The indicators by IRIS of a third party, as CSV. */
export function irisIndicatorsFile({ households, outside }: Truth): string {
  const header = 'code,P22_POP,men_tot_stock_22,men_seul_pct_22,men_mono_pct_22,men_coupaenf_pct_22,men_coupsenf_pct_22,log_prop_pct_22,log_loc_pct_22,log_lochlm_pct_22,'
    + 'dm_0014_pct_22,dm_1524_pct_22,dm_2554_pct_22,dm_5564_pct_22,dm_6579_pct_22,dm_80p_pct_22,eco_sal_pct_22,eco_nsal_pct_22,eco_txemp_1524_22,eco_txemp_2554_22,eco_txemp_5564_22';
  const lines = [...Map.groupBy(households, (one) => one.iris)].map(([iris, here]) => {
    const ages = [...here.flatMap((one) => one.ages), ...outside.filter((one) => one.iris === iris).map((one) => one.age)];
    const persons = here.flatMap((one) => one.ages.map((age, at) => ({ age, works: one.works[at]!, salaried: one.salaried[at]! })));
    const kind = (name: TrueHousehold['kind']): string => percent(here.filter((one) => one.kind === name).length, here.length);
    const tenure = (...names: TrueHousehold['tenure'][]): string => percent(here.filter((one) => names.includes(one.tenure)).length, here.length);
    const age = (from: number, to: number): string => percent(ages.filter(within(from, to)).length, ages.length);
    const workers = persons.filter((one) => one.works);
    const rate = (from: number, to: number): string => percent(workers.filter((one) => within(from, to)(one.age)).length, ages.filter(within(from, to)).length);
    return [
      iris, ages.length, here.length, kind('alone'), kind('singleParent'), kind('coupleWithChildren'), kind('couple'), tenure('owner'), tenure('privateTenant', 'socialTenant'), tenure('socialTenant'),
      age(0, 14), age(15, 24), age(25, 54), age(55, 64), age(65, 79), age(80, 200), percent(workers.filter((one) => one.salaried).length, workers.length), percent(workers.filter((one) => !one.salaried).length, workers.length),
      rate(15, 24), rate(25, 54), rate(55, 64),
    ].join(',');
  });
  return `${[header, ...lines].join('\n')}\n`;
}

/** Quantiles of persons by income. */
export function quantiles(households: readonly TrueHousehold[], shares: readonly number[]): number[] {
  const sorted = households.toSorted((a, b) => a.income - b.income);
  const total = sum(households.map((one) => one.ages.length));
  return shares.map((share) => {
    let so = 0;
    for (const one of sorted) {
      so += one.ages.length;
      if (so >= share * total) return one.income;
    }
    return sorted.at(-1)?.income ?? 0;
  });
}

const comma = (value: number, digits = 1): string => value.toFixed(digits).replace('.', ',');

/** Filosofi by IRIS, declared income. */
export function filosofiIrisFile({ households }: Truth): string {
  const header = 'IRIS;DEC_PIMP21;DEC_TP6021;DEC_INCERT21;DEC_Q121;DEC_MED21;DEC_Q321;DEC_EQ21;DEC_D121;DEC_D221;DEC_D321;DEC_D421;DEC_D621;DEC_D721;DEC_D821;DEC_D921;DEC_NOTE21';
  const lines = [...Map.groupBy(households, (one) => one.iris)].map(([iris, here]) => {
    const [q1, med, q3, ...d] = quantiles(here, [0.25, 0.5, 0.75, 0.1, 0.2, 0.3, 0.4, 0.6, 0.7, 0.8, 0.9]).map((one) => Math.round(one / 10) * 10);
    return [iris, '50,0', '20,0', 1, q1, med, q3, '0,70', ...d, 0].join(';');
  });
  return `${[header, ...lines].join('\n')}\n`;
}

/** Filosofi by commune; its poverty is of a disposable income, which keeps the order of the declared one. */
export function filosofiFile({ households }: Truth): string {
  const disposable = (income: number): number => 6_000 + 0.75 * income;
  const line = 13_890;
  const header = 'CODGEO;NBMENFISC21;NBPERSMENFISC21;MED21;PIMP21;TP6021;TP60AGE121;TP60AGE221;TP60TOL121;TP60TOL221;PTSA21;D121;D921;RD21';
  const poor = (all: readonly TrueHousehold[]): string => comma((100 * sum(all.filter((one) => disposable(one.income) < line).map((one) => one.ages.length))) / Math.max(1, sum(all.map((one) => one.ages.length))), 0);
  const lines = [...Map.groupBy(households, (one) => one.commune)].map(([commune, here]) => {
    const [d1, med, d9] = quantiles(here, [0.1, 0.5, 0.9]).map((one) => Math.round(disposable(one) / 10) * 10);
    const owners = here.filter((one) => one.tenure === 'owner');
    const tenants = here.filter((one) => one.tenure === 'privateTenant' || one.tenure === 'socialTenant');
    return [commune, here.length, sum(here.map((one) => one.ages.length)), med, '50,0', poor(here), 's', 's', poor(owners), poor(tenants), '60,0', d1, d9, comma((d9 ?? 0) / Math.max(1, d1 ?? 1))].join(';');
  });
  return `${[header, ...lines].join('\n')}\n`;
}

/** The census's housing base. */
export function housingFile({ households }: Truth): string {
  const header = 'CODGEO;P22_LOG;P22_RP;P22_RSECOCC;P22_LOGVAC;P22_RP_PROP;P22_RP_LOC;P22_RP_LOCHLMV;P22_RP_GRAT;P22_MEN;P22_PMEN';
  const lines = [...Map.groupBy(households, (one) => one.commune)].map(([commune, here]) => {
    const tenure = (...names: TrueHousehold['tenure'][]): number => here.filter((one) => names.includes(one.tenure)).length;
    return [commune, here.length + 30, here.length, 10, 20, tenure('owner'), tenure('privateTenant', 'socialTenant'), tenure('socialTenant'), tenure('free'), here.length, sum(here.map((one) => one.ages.length))].join(';');
  });
  return `${[header, ...lines].join('\n')}\n`;
}

const stocd = { owner: '10', privateTenant: '21', socialTenant: '22', free: '30' } as const;

/** The detailed file of commuting: a row for each person at work, half of them in their commune, the others the rarer the farther down the list. */
export function mobproFile({ households }: Truth, workplaces: readonly string[], seed: number): string {
  const random = dice(seed);
  const workplace = (home: string): string => (random() < 0.5 ? home : workplaces[Math.floor(workplaces.length * random() ** 4)]!);
  const header = 'COMMUNE;ARM;DCFLT;DCLT;AGEREVQ;GS;ILT;IPONDI;NPERR;STOCD;TRANS;TYPL';
  const lines = households.flatMap((one) => one.ages.flatMap((age, at) =>
    one.works[at] ? [`${one.commune};ZZZZZ;99999;${workplace(one.commune)};${String(Math.floor(age / 5) * 5).padStart(3, '0')};5;1;1;${Math.min(6, one.ages.length)};${stocd[one.tenure]};5;2`] : []));
  return `${[header, ...lines].join('\n')}\n`;
}

/** Standardised root mean square error and total absolute error of a table, cell by cell. */
export function errorsOf(truth: ReadonlyMap<string, number>, made: ReadonlyMap<string, number>): { srmse: number; absolute: number } {
  const cells = [...new Set([...truth.keys(), ...made.keys()])];
  const gaps = cells.map((cell) => (made.get(cell) ?? 0) - (truth.get(cell) ?? 0));
  const total = sum([...truth.values()]);
  return { srmse: Math.sqrt(sum(gaps.map((gap) => gap * gap)) / cells.length) / (total / cells.length), absolute: sum(gaps.map(Math.abs)) / total };
}

export function tableOf<One>(all: readonly One[], cell: (one: One) => string): Map<string, number> {
  const counts = new Map<string, number>();
  for (const one of all) counts.set(cell(one), (counts.get(cell(one)) ?? 0) + 1);
  return counts;
}
