import { sql, type RawBuilder } from 'kysely';
import type { Tx } from '../platform/database/database.ts';

/** Persons followed at some time of a year. */
export interface YearlyCount {
  year: number;
  /** INSEE code, empty where the file has none. */
  commune: string;
  custodianKind: string;
  ageBand: string;
  persons: number;
  /** Null while the year goes on, or waits for its count: counted as it stands. */
  countedAt: Date | null;
}

/** The age that a person reaches in a year, in bands wide enough to hide her. */
const ageBand = (year: RawBuilder<unknown>, birthDate: RawBuilder<unknown>): RawBuilder<string> => {
  const age = sql`${year} - extract(year from ${birthDate})`;
  return sql<string>`case when ${birthDate} is null then 'unknown' when ${age} < 25 then 'under25' when ${age} < 35 then '25-34' when ${age} < 50 then '35-49' when ${age} < 65 then '50-64' else '65+' end`;
};

/** What an erased file keeps of its birth date: the band of the last year in which it was followed. */
export const lastAgeBand = (closedOn: RawBuilder<unknown>): RawBuilder<string> => ageBand(sql`extract(year from ${closedOn})`, sql.ref('birth_date'));

const counted = (territory: string, years: RawBuilder<unknown>) => sql`
  select y.year, coalesce(p.commune, '') as commune, o.kind as custodian_kind, coalesce(p.age_band, ${ageBand(sql.ref('y.year'), sql.ref('p.birth_date'))}) as age_band, count(*)::int as persons
  from ${years} y join party.person p on p.territory = ${territory} and extract(year from p.created_at at time zone 'Europe/Paris') <= y.year and (p.closed_on is null or extract(year from p.closed_on) >= y.year)
  join party.organisation o on o.id = p.custodian_id
  group by 1, 2, 3, 4`;

/** Years without a count yet: most often none, and then no person is read. */
const yearsUntil = (territory: string, last: number) => sql`(select g.year from generate_series((select extract(year from min(created_at) at time zone 'Europe/Paris')::int from party.person where territory = ${territory}), ${last}::int) as g(year)
  where not exists (select 1 from party.yearly_count c where c.territory = ${territory} and c.year = g.year))`;

/** Yearly statistics: counted once a year has ended, for ever; the current one is counted as it stands. */
export const countStore = (tx: Tx, territory: string) => ({
  /** Must run before anything of an ended year is erased. Answers how many lines were counted. */
  countUntil: async (last: number, now: Date): Promise<number> => {
    const { rows } = await sql`insert into party.yearly_count (territory, year, commune, custodian_kind, age_band, persons, counted_at)
      select ${territory}, counted.*, ${now} from (${counted(territory, yearsUntil(territory, last))}) counted returning 1`.execute(tx);
    return rows.length;
  },

  /** Every year up to this one. */
  list: async (last: number): Promise<YearlyCount[]> => {
    const { rows } = await sql<YearlyCount>`select year, commune, custodian_kind as "custodianKind", age_band as "ageBand", persons, counted_at as "countedAt" from (
      select year, commune, custodian_kind, age_band, persons, counted_at from party.yearly_count where territory = ${territory} union all select counted.*, null from (${counted(territory, yearsUntil(territory, last))}) counted) counts order by 1, 2, 3, 4`.execute(tx);
    return rows;
  },
});
