import ExcelJS from 'exceljs';
import { parse } from 'csv-parse/sync';
import type { House } from '../../e2e/support/house.ts';
import { parquetRows } from './parquet.ts';

/** One figure as some door gives it, before anybody compares doors. */
export interface Published {
  door: string;
  area: string;
  indicator: string;
  period: string;
  kind: 'value' | 'interval' | 'secret' | 'other';
  value?: number;
  low?: number | undefined;
  high?: number | undefined;
}

const numberOf = (text: string): number | undefined => (text === '' ? undefined : Number(text.replace(',', '.')));
const kinds: Record<string, Published['kind']> = { valeur: 'value', intervalle: 'interval', secret: 'secret' };

/** Every figure of every public page and file of a house, read from outside, as anybody reads them. */
export async function readEveryDoor(house: Pick<House, 'origin'>, { indicators, communes, territory }: { indicators: readonly string[]; communes: readonly string[]; territory: string }): Promise<Published[]> {
  const get = async (path: string): Promise<Response> => {
    const response = await fetch(`${house.origin}${path}`);
    if (!response.ok) throw new Error(`${path} answers ${response.status}`);
    return response;
  };
  const everything = observatoryLines('/observatoire.csv', await (await get('/observatoire.csv')).text());
  const found = [...everything];
  for (const code of communes) {
    const path = `/observatoire.csv?commune=${code}`;
    found.push(...observatoryLines(path, await (await get(path)).text()));
    found.push(...sheetLines(`/observatoire/communes/${code}`, await (await get(`/observatoire/communes/${code}`)).text(), code));
  }
  for (const indicator of indicators) {
    const path = `/observatoire.xlsx?indicateur=${indicator}`;
    const same = observatoryLines(path, await (await get(path.replace('.xlsx', '.csv'))).text());
    found.push(...await workbookLines(path, Buffer.from(await (await get(path)).arrayBuffer()), indicator, same.map(({ period }) => period)));
    const periods = [...new Set(everything.filter((one) => one.indicator === indicator).map(({ period }) => period))];
    for (const period of periods) {
      const address = `indicateur=${indicator}&periode=${period}`;
      found.push(...observatoryLines(`/observatoire.csv?${address}`, await (await get(`/observatoire.csv?${address}`)).text()));
      found.push(...tableLines(`/observatoire?${address}`, await (await get(`/observatoire?${address}&affichage=tableau`)).text(), indicator, period));
    }
  }
  const newest = (indicator: string): string => everything.filter((one) => one.indicator === indicator).map(({ period }) => period).toSorted().at(-1) ?? '';
  for (const code of communes) {
    const path = `/vivre-ou-l-on-travaille?travail=${code}&salaire=1900`;
    found.push(...linkedFigures(path, await (await get(path)).text(), territory, newest));
  }
  for (const path of ['/vivre-ou-l-on-travaille', '/vivre-et-travailler-ici', '/en/vivre-et-travailler-ici', '/de/vivre-et-travailler-ici']) found.push(...linkedFigures(path, await (await get(path)).text(), territory, newest));
  for (const slug of slugsOf(await (await get('/donnees')).text())) {
    found.push(...openLines(`/donnees/${slug}.csv`, parse(await (await get(`/donnees/${slug}.csv`)).text(), { columns: true })));
    found.push(...openLines(`/donnees/${slug}.parquet`, await parquetRows(Buffer.from(await (await get(`/donnees/${slug}.parquet`)).arrayBuffer()))));
  }
  found.push(...await committeeLines(Buffer.from(await (await get('/comite.xlsx')).arrayBuffer()), everything, territory));
  return found;
}

const slugsOf = (page: string): string[] => [...new Set([...page.matchAll(/\/donnees\/([a-z-]+)\.parquet/g)].map(([, slug]) => slug!))];

/** Percentages there are fractions elsewhere. */
function observatoryLines(door: string, csv: string): Published[] {
  const rows = parse(csv, { columns: true, delimiter: ';', bom: true }) as Record<string, string>[];
  return rows.map((row) => {
    const scale = row['unite'] === '%' ? 0.01 : 1;
    const scaled = (text: string): number | undefined => { const read = numberOf(text); return read === undefined ? undefined : read * scale; };
    const kind = kinds[row['statut']!] ?? 'other';
    return { door, area: row['code']!, indicator: row['indicateur']!, period: row['periode']!, kind, ...(kind === 'value' ? { value: scaled(row['valeur']!)! } : {}), low: scaled(row['borne_basse']!), high: scaled(row['borne_haute']!) };
  });
}

function openLines(door: string, rows: Record<string, string>[]): Published[] {
  return rows.map((row) => {
    const kind = kinds[row['statut']!] ?? 'other';
    return { door, area: row['code_lieu']!, indicator: row['indicateur']!, period: row['periode']!, kind, ...(kind === 'value' ? { value: Number(row['valeur']) } : {}), low: numberOf(row['borne_basse']!), high: numberOf(row['borne_haute']!) };
  });
}

/** A line of the page's table: the attributes that its scripts sort by, and what is read. */
function tableLines(door: string, html: string, indicator: string, period: string): Published[] {
  return [...html.matchAll(/<tr id="commune-(\w+)"[^>]*data-kind="(\w+)"[^>]*data-value="([^"]*)"[^>]*>(.*?)<\/tr>/gs)].map(([, area, kind, value, inside]) => {
    const base = { door, area: area!, indicator, period };
    if (kind === 'secret') {
      const said = inside!.replaceAll(/<[^>]*>/g, ' ').replace(/^.*?<\/th>/s, '');
      if (value !== '' || !said.includes('secret')) throw new Error(`${door}: a secret of ${area} says ${value} ${said}`);
      return { ...base, kind: 'secret' };
    }
    return kind === 'number' ? { ...base, kind: 'value', value: Number(value) } : { ...base, kind: 'other' };
  });
}

/** The lines of a commune's sheet: what is secret says so, and says no more. */
function sheetLines(door: string, html: string, area: string): Published[] {
  return [...html.matchAll(/indicateurs\/([\w.]+)\?lieu=\w+&amp;periode=([\w-]+)">(?:(?!<\/tr>).)*?<\/th><td[^>]*>(.*?)<\/td>/gs)].map(([, indicator, period, cell]) => {
    const said = cell!.replaceAll(/<[^>]*>/g, '');
    return { door, area, indicator: indicator!, period: period!, kind: said === 'secret' ? 'secret' : 'other' };
  });
}

/** Figures that lead to their card: what is secret says so, and says no more. Rounded as they are, only that is compared. */
function linkedFigures(door: string, html: string, territory: string, newest: (indicator: string) => string): Published[] {
  return [...html.matchAll(/<a [^>]*href="[^"]*\/indicateurs\/([\w.]+)(?:\?lieu=(\w+))?"[^>]*>(.*?)<\/a>/gs)].map(([, indicator, area, inside]) => {
    const said = inside!.replaceAll(/<[^>]*>/g, ' ').trim();
    const isSecret = /secret|geheim/i.test(said);
    if (isSecret && /\d/.test(said)) throw new Error(`${door}: a secret of ${area} says ${said}`);
    return { door, area: area ?? territory, indicator: indicator!, period: newest(indicator!), kind: isSecret ? 'secret' : 'other' };
  });
}

async function sheetRows(bytes: Buffer): Promise<{ name: string; rows: unknown[][] }[]> {
  const workbook = new ExcelJS.Workbook();
  await workbook.xlsx.load(bytes as unknown as ArrayBuffer);
  return workbook.worksheets.map((sheet) => ({ name: sheet.name, rows: Array.from(sheet.getSheetValues().slice(1), (row) => (Array.isArray(row) ? Array.from(row.slice(1)) : [])) }));
}

/** Its periods are written in words: line for line they are those of the same address as CSV. */
async function workbookLines(door: string, bytes: Buffer, indicator: string, periods: readonly string[]): Promise<Published[]> {
  const [sheet] = await sheetRows(bytes);
  const rows = sheet?.rows ?? [];
  const head = rows.findIndex((row) => row.includes('Code'));
  return rows.slice(head + 1).filter((row) => row.length > 0).map((row, at): Published => {
    const [, area, , text, value, low, high] = row;
    const number = (one: unknown): number | undefined => (typeof one === 'number' ? one : undefined);
    const kind = text === 'secret' ? 'secret' : typeof value === 'number' ? 'value' : typeof low === 'number' || typeof high === 'number' ? 'interval' : 'other';
    return { door, area: String(area), indicator, period: periods[at] ?? '', kind, ...(kind === 'value' ? { value: value as number } : {}), low: number(low), high: number(high) };
  });
}

/** The committee's exact numbers that no other door gives: there should be none. */
async function committeeLines(bytes: Buffer, everything: readonly Published[], territory: string): Promise<Published[]> {
  const key = (value: number): string => value.toPrecision(8);
  const known = new Set(everything.flatMap(({ value, low, high }) => [value, low, high].flatMap((one) => (one === undefined ? [] : [key(one)]))));
  return (await sheetRows(bytes)).filter(({ name }) => ['Chiffres', 'Évolutions', 'Carte'].includes(name)).flatMap(({ rows }) => rows.flatMap((row) =>
    row.filter((one): one is number => typeof one === 'number').filter((one) => !known.has(key(one))).map((value): Published => ({ door: '/comite.xlsx', area: territory, indicator: 'committee', period: '', kind: 'value', value }))));
}
