/**
 * Makes seeded changes to the text of the rules, one at a time, and counts those that a case table notices.
 * `npm run mutate:rules -- [count] [seed]`: 200 and 1 without. Survivors are listed with file and line; exit 1 under 95 %.
 */
import { Random } from 'columnar-publicodes/fuzz';
import { type CaseTable, caseTables, failures } from '../cas/run.ts';
import { filesEnding, readRules, RulesEngine } from 'regles-logement';
import { mutationsOf, type Mutation } from './mutations.ts';

const [count = 200, seed = 1] = process.argv.slice(2).map(Number);

const tables = caseTables();
/** The subject's own tables first: nearly every mutant dies there. */
const ordered = (file: string): CaseTable[] => tables.toSorted((a, b) => Number(b.fichiers.includes(file)) - Number(a.fichiers.includes(file)));

function isKilled({ file, text }: Mutation): boolean {
  const { rules, problems } = readRules([{ file, text }]);
  if (problems.length > 0) return true;
  try {
    const engine = new RulesEngine(rules);
    return ordered(file).some((table) => failures(engine, table).next().done !== true);
  } catch {
    return true;
  }
}

const files = filesEnding('.publicodes');
const all = files.flatMap(({ file, text }) => mutationsOf(file, text));
const random = new Random(seed);
const chosen: Mutation[] = [];
// By kind in turn, so that the thousands of numbers of the tables do not drown comparisons and conditions.
const kinds = [...new Set(all.map(({ kind }) => kind))];
const pools = new Map(kinds.map((kind) => [kind, all.filter((mutation) => mutation.kind === kind)]));
for (let turn = 0; chosen.length < count && [...pools.values()].some((pool) => pool.length > 0); turn++) {
  const pool = pools.get(kinds[turn % kinds.length] ?? '') ?? [];
  const [one] = pool.splice(random.below(pool.length), 1);
  if (one) chosen.push(one);
}

const survivors = chosen.filter((mutation) => !isKilled(mutation));
for (const { file, line, kind, from, to } of survivors) console.log(`${file}:${line} survives (${kind}): ${from} → ${to}`);
const share = (chosen.length - survivors.length) / chosen.length;
console.log(JSON.stringify({ mutations: chosen.length, possible: all.length, killed: chosen.length - survivors.length, share: Math.round(share * 1000) / 1000, seed }));
process.exitCode = share >= 0.95 ? 0 : 1;
