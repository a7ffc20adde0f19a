import { withDuckDb } from '../src/platform/duckdb.ts';
import { currentCommuneOf, knownCodes } from '../src/territory/index.ts';

/** The detailed file's 32 columns, in its order. */
const columns = 'COMMUNE ARM DCFLT DCLT AGEREVQ GS DEROU DIPL EMPL ILT ILTUU IMMI INATC INEEM INPOM INPSM IPONDI LPRM METRODOM MOCO NA5 NPERR REGION REGLT SEXE STAT STOCD TP TRANS TYPL TYPMR VOIT'.split(' ');

/** One of these codes, by a hash of the row. */
const oneOf = (codes: string, salt: number): string => {
  const list = codes.split(' ');
  return `list_extract([${list.map((code) => `'${code}'`).join(', ')}], 1 + (hash(i, ${salt}) % ${list.length})::integer)`;
};

const made: Readonly<Record<string, string>> = {
  ARM: `'ZZZZZ'`, AGEREVQ: oneOf('015 020 025 030 035 040 045 050 055 060', 1), GS: oneOf('1 2 3 4 5 6', 2), ILTUU: oneOf('1 2 3', 3), REGION: `'44'`, REGLT: `'44'`,
  NPERR: oneOf('1 2 3 4 5 6', 4), SEXE: oneOf('1 2', 5), STOCD: oneOf('10 10 10 21 22 23 30', 6), TP: oneOf('1 2', 7), TRANS: oneOf('1 2 3 4 5 6', 8), TYPL: oneOf('1 1 2 3 6', 9),
  IPONDI: `printf('%.15f', 0.8 + (hash(i, 10) % 8000000)::double / 1000000)`, COMMUNE: 'home', DCLT: `case when abroad then '99999' else job end`,
  DCFLT: `case when abroad then ${oneOf('LU999 LU001 AL012 BE003 SU100', 11)} else '99999' end`, ILT: `case when abroad then '7' when home = job then '1' else '3' end`,
};

/**
 * Writes a file shaped as the census's detailed commuting file. Homes are drawn among all communes, jobs within some
 * thirty neighbours in the list or in the same commune: a million pairs in ten million rows, as in the country.
 */
export async function writeMobpro(path: string, rows: number): Promise<void> {
  const communes = knownCodes().filter((code) => code.length === 5 && currentCommuneOf(code) === code);
  await withDuckDb(async (db) => {
    await db.run('set preserve_insertion_order = false');
    await db.run(`create table commune as select unnest([${communes.map((code) => `'${code}'`).join(', ')}]) as code, unnest(range(${communes.length})) as rank`);
    const list = columns.map((name) => `${made[name] ?? oneOf('1 2 3 Z', name.length + 20)} as ${name}`).join(', ');
    await db.run(`copy (
      with drawn as (select i, (hash(i, 12) % ${communes.length})::bigint as spot, hash(i, 13) % 10 < 3 as stays, (hash(i, 14) % 31)::bigint - 15 as away, hash(i, 15) % 100 < 3 as abroad from range(${rows}) t(i)),
      placed as (select i, abroad, h.code as home, j.code as job from drawn join commune h on h.rank = spot join commune j on j.rank = case when stays then spot else (spot + away + ${communes.length}) % ${communes.length} end)
      select ${list} from placed) to '${path}' (format csv, header true, delimiter ';')`);
  });
}
