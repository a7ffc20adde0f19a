import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { importFile, inventedSource } from '../src/observatory/index.ts';
import type { Random } from './random.ts';
import { daysAgo, type Act, type Stage } from './stage.ts';

const period = '2021';
/** A commune is cut in quarters of about so many people. */
const quarter = 10_000;
/** Declared incomes by unit, in so many medians. */
const ladder = { d1: 0.42, d2: 0.58, d3: 0.72, d4: 0.86, median: 1, d6: 1.15, d7: 1.33, d8: 1.58, d9: 2.02 } as const;

/**
 * Margins of households that are invented, quarter by quarter, at the size of the territory's communes: what a synthetic population needs. They
 * come in as anybody's file does, under a source that says what they are; their quarters have numbers that no real IRIS has.
 */
export function planHouseholds(stage: Stage): Act[] {
  const random = stage.random.branch('households');
  return [{
    at: daysAgo(stage, 170, random),
    run: async (clock) => {
      const folder = await mkdtemp(join(tmpdir(), 'ancrage-demo-'));
      try {
        const path = join(folder, 'menages-inventes.csv');
        await writeFile(path, householdsFile(stage, random));
        const { message } = await importFile({ db: stage.db, clock }, { path, territory: stage.territory });
        if (message !== null) throw new Error(`the demonstration's households are refused: ${message}`);
      } finally {
        await rm(folder, { recursive: true, force: true });
      }
    },
  }];
}

/** The file, after docs/fichier-indicateur.md. */
export function householdsFile({ communes }: Pick<Stage, 'communes'>, random: Random): string {
  const { source, producer, licence } = inventedSource;
  const largest = Math.max(1, ...communes.map(({ people }) => people));
  const lines = communes.flatMap(({ code, people }) => {
    const quarters = Math.max(1, Math.round(people / quarter));
    // People live closer together in a large commune.
    const density = Math.log(1 + people) / Math.log(1 + largest);
    return Array.from({ length: people > 0 ? quarters : 0 }, (_, at) => figuresOf(people / quarters, Math.min(1, Math.max(0, 2 * density - 1 + (random.fraction() - 0.5) / 2)), random)
      .map(([name, value]) => [`iris.${name}`, `${code}9${String(at + 1).padStart(3, '0')}`, period, value, '', source, period, producer, licence].join(';')));
  }).flat();
  return ['indicateur;zone;periode;valeur;secret;source;millesime;producteur;licence', ...lines, ''].join('\n');
}

/** One quarter's margins. `town` goes from 0, a village of families who own their house, to 1, a centre of small households and tenants. */
function figuresOf(people: number, town: number, random: Random): [name: string, value: string][] {
  const about = (value: number, spread: number): number => value + (random.fraction() - 0.5) * 2 * spread;
  // Sizes of households that these kinds make, a few people outside any.
  const households = (0.98 * people) / (2.38 - 0.42 * town);
  const young = about(18 - 2 * town, 1);
  const students = about(11 + 7 * town, 1);
  const middle = about(38, 1);
  const senior = about(13 - town, 0.5);
  const oldest = about(5.5, 0.5);
  const owners = about(76 - 42 * town, 3);
  const tenants = 98 - owners;
  const employees = about(88, 2);
  const median = about(25_500 - 5_500 * town, 1_500);
  const percents = {
    men_seul_pct: 26 + 20 * town, men_mono_pct: 8 + 3 * town, men_coupsenf_pct: 32 - 10 * town, men_coupaenf_pct: 31 - 13 * town,
    log_prop_pct: owners, log_loc_pct: tenants, log_lochlm_pct: tenants * (0.3 + 0.2 * town),
    dm_0014_pct: young, dm_1524_pct: students, dm_2554_pct: middle, dm_5564_pct: senior, dm_6579_pct: 100 - young - students - middle - senior - oldest, dm_80p_pct: oldest,
    eco_sal_pct: employees, eco_nsal_pct: 100 - employees, eco_txemp_1524: about(33, 3), eco_txemp_2554: about(82 - 6 * town, 2), eco_txemp_5564: about(54, 3),
  };
  return [
    ['men_tot_stock', String(Math.round(households))], ['pop', String(Math.round(people))],
    ...Object.entries(percents).map(([name, value]): [string, string] => [name, value.toFixed(1)]),
    ...Object.entries(ladder).map(([name, share]): [string, string] => [`declared.${name}`, String(Math.round(median * share))]),
  ];
}
