import type { DuckDBConnection } from '@duckdb/node-api';
import { failure, success, type Result } from '../../platform/result.ts';
import { readBulk } from '../bulk.reader.ts';
import { communeOf } from '../commune-table.reader.ts';
import { rowsOf } from '../../platform/duckdb.ts';
import { isAfter, isPeriod } from '../day.rules.ts';
import type { Scan } from '../file.scan.ts';
import { notices, type ImportProblem } from '../import.messages.ts';
import { parsedDataset, type NewObservation, type ParsedFile, type ReadOptions } from '../parsed.ts';
import { known, requireColumns } from './columns.ts';

const needed = [
  'id_mutation', 'date_mutation', 'nature_mutation', 'valeur_fonciere', 'adresse_numero', 'adresse_code_voie', 'code_commune', 'id_parcelle',
  'lot1_numero', 'lot2_numero', 'code_type_local', 'surface_reelle_bati', 'nombre_pieces_principales',
] as const;

export const recognisesDvf = (columns: readonly string[]): boolean => columns.includes('id_mutation') && (columns.includes('valeur_fonciere') || columns.includes('date_mutation'));

/**
 * A median of fewer sales is not shown: the threshold under which the State's own sources hide a count of dwellings
 * (LOVAC, RPLS). DVF itself is public and sets none.
 */
export const leastSales = 11;

const dwellingTypes = [['1', 'sales.houses', 'sales.housePrice'], ['2', 'sales.flats', 'sales.flatPrice']] as const;

/** Sales by commune (DVF géolocalisées): the number of sales of one dwelling, and their median price by square metre. */
export async function readDvf(scan: Scan, columns: readonly string[], separator: ',' | ';', options: ReadOptions): Promise<Result<ParsedFile, ImportProblem>> {
  const required = requireColumns(columns, needed);
  if (!required.ok) return required;
  const read = await readBulk({ scan, columns, separator, check: (text) => wrongRow(text, options.today) }, options, (db, relation) => addUp(db, relation, options.today));
  if (!read.ok) return read;
  const { summed: { rows, groups, left }, problems } = read.value;
  if (rows === 0) return failure({ code: 'file.headerOnly' });
  const observations: NewObservation[] = [];
  const areas: string[] = [];
  let few = 0;
  for (const { commune, year, type, sales, median } of groups) {
    const [, count, price] = dwellingTypes.find(([code]) => code === type) ?? dwellingTypes[0];
    const base = { area: commune, period: year, category: null };
    observations.push({ ...base, measure: count, status: 'value', value: sales });
    if (sales >= leastSales) observations.push({ ...base, measure: price, status: 'value', value: median });
    else few += 1;
    for (let sale = 0; sale < sales; sale += 1) areas.push(commune);
  }
  const years = groups.map(({ year }) => year).toSorted();
  return success({
    datasets: [parsedDataset({ source: known('dvf'), vintage: years.at(-1) ?? '', read: rows, kept: rows - problems.length, rejected: problems.length, observations, areas })],
    notices: [notices.salesUsed(areas.length, left), ...(few > 0 ? [notices.fewSales(few, leastSales)] : [])],
    problems,
  });
}

interface Group {
  commune: string;
  year: string;
  type: string;
  sales: number;
  median: number;
}

interface Summed {
  faults: number;
  rows: number;
  groups: Group[];
  /** Sales left out, by the first reason that holds. */
  left: Record<string, number>;
}

/**
 * A sale stands on several rows, with its price on each; a dwelling too, once for each use of its land: a dwelling is
 * told by its parcel, address, lots, kind, surface and rooms.
 */
async function addUp(db: DuckDBConnection, relation: string, today: string): Promise<Summed> {
  await db.run(`create temp table row as select id_mutation as id, date_mutation as day, nature_mutation as nature, try_cast(valeur_fonciere as double) as price,
    code_commune as commune, code_type_local as type, try_cast(surface_reelle_bati as double) as surface,
    hash(id_parcelle, adresse_numero, adresse_code_voie, lot1_numero, lot2_numero, code_type_local, surface_reelle_bati, nombre_pieces_principales) as dwelling,
    id_mutation is null or try_cast(date_mutation as date) is null or length(date_mutation) <> 10 or date_mutation > '${today}'
      or (valeur_fonciere is not null and not coalesce(regexp_full_match(valeur_fonciere, '${amount.source}'), false))
      or (surface_reelle_bati is not null and not coalesce(regexp_full_match(surface_reelle_bati, '${amount.source}'), false))
      or (code_type_local is not null and code_type_local not in ('1', '2', '3', '4')) or code_commune is null as wrong
    from ${relation}`);
  const codes = (await rowsOf(db, `select distinct commune from row where commune is not null`)).map(([code]) => String(code));
  await db.run('create temp table place (code varchar, current varchar)');
  const appender = await db.createAppender('place');
  for (const code of codes) {
    const current = communeOf(code);
    if (!current.ok) continue;
    appender.appendVarchar(code);
    appender.appendVarchar(current.value);
    appender.endRow();
  }
  appender.closeSync();
  await db.run('update row set wrong = true where not exists (select 1 from place where code = row.commune)');
  await db.run(`create temp table sale as select id, any_value(left(day, 4)) as year, bool_or(wrong) as wrong, bool_and(nature = 'Vente') as sold, min(price) as price,
    count(distinct price) as prices, count(distinct dwelling) filter (type in ('1', '2')) as dwellings, count(*) filter (type = '4') as premises,
    any_value(type) filter (type in ('1', '2')) as type, any_value(surface) filter (type in ('1', '2')) as surface, any_value(commune) filter (type in ('1', '2')) as commune
    from row group by id`);
  await db.run(`create temp table judged as select *, case when wrong then 'wrong' when not sold then 'otherThanSale' when dwellings = 0 then 'noDwelling' when dwellings > 1 then 'severalDwellings'
    when premises > 0 then 'withPremises' when prices <> 1 or price <= 0 then 'noPrice' when surface is null or surface <= 0 then 'noSurface' else 'used' end as verdict from sale`);
  const left = Object.fromEntries((await rowsOf(db, 'select verdict, count(*)::double from judged group by verdict')).map(([verdict, count]) => [String(verdict), Number(count)]));
  const [[rows, faults] = []] = await rowsOf(db, 'select count(*)::double, (count(*) filter (wrong))::double from row');
  const groups = await rowsOf(db, `select current, year, type, count(*)::double, median(price / surface) from judged join place on code = commune where verdict = 'used' group by all order by all`);
  return {
    faults: Number(faults), rows: Number(rows), left,
    groups: groups.map(([commune, year, type, sales, median]) => ({ commune: String(commune), year: String(year), type: String(type), sales: Number(sales), median: Number(median) })),
  };
}

/** Digits and a point, as DVF writes an amount or a surface: the same text is the query's. */
const amount = /\d{1,12}(\.\d{1,6})?/;
const wholeAmount = new RegExp(`^(?:${amount.source})$`);

/** The query's `wrong`, with its place and its words. */
function wrongRow(text: (column: string) => string, today: string): ImportProblem | undefined {
  const day = text('date_mutation');
  if (text('id_mutation') === '') return { code: 'row.empty', column: 'id_mutation', expected: 'le numéro de la vente' };
  if (day.length !== 10 || !isPeriod(day)) return { code: 'row.period', column: 'date_mutation', found: day, expected: 'un jour (2025-01-31)' };
  if (isAfter(day, today)) return { code: 'row.future', column: 'date_mutation', found: day };
  for (const column of ['valeur_fonciere', 'surface_reelle_bati']) {
    const raw = text(column);
    if (raw === '' || wholeAmount.test(raw)) continue;
    return raw.startsWith('-') ? { code: 'row.negative', column, found: raw } : { code: 'row.notANumber', column, found: raw, expected: 'un nombre, avec un point décimal' };
  }
  const type = text('code_type_local');
  if (!['', '1', '2', '3', '4'].includes(type)) return { code: 'row.notInList', column: 'code_type_local', found: type, expected: '1, 2, 3, 4 ou rien' };
  const commune = communeOf(text('code_commune'));
  return commune.ok ? undefined : { ...commune.error, column: 'code_commune', found: text('code_commune') };
}
