import { InvalidArgumentError, Option, type Command } from 'commander';
import type { App } from '../../composition.ts';
import type { Cell, IndicatorDefinition, Reading } from '../../indicators/index.ts';
import { globalOptions, type CliContext } from '../context.ts';
import { exitCodes } from '../exit-codes.ts';

interface Filters {
  indicator?: string;
  commune?: string;
  period?: string;
  level?: 'commune' | 'intercommunality';
}

/** One figure as `--json` gives it. */
interface Row {
  indicator: string;
  label: string;
  area: string;
  areaName: string;
  level: Reading['level'];
  period: string | null;
  status: 'value' | 'interval' | 'secret' | 'missing';
  value: number | string | null;
  low: number | null;
  high: number | null;
  unit: IndicatorDefinition['unit'];
  reason: string | null;
  source: string | null;
  vintage: string | null;
  perimeter: Reading['perimeter'];
}

const communeCode = (given: string): string => {
  if (!/^(\d{2}|2[AB])\d{3}$/.test(given)) throw new InvalidArgumentError('Un code de commune a cinq caractères (57463).');
  return given;
};

/** `ancrage indicators`: the figures that every door shows. */
export function register(program: Command, context: CliContext): void {
  program
    .command('indicators')
    .description('donne les indicateurs du territoire et de ses communes, avec leur source')
    .option('--indicator <id>', 'un seul indicateur, par exemple private.vacant')
    .option('--commune <code>', 'une seule commune, par son code INSEE', communeCode)
    .option('--period <période>', 'une seule période, par exemple 2023 ou 2025-01-01')
    .addOption(new Option('--level <niveau>', 'un seul niveau').choices(['commune', 'intercommunality']))
    .addHelpText('after', `
Exemples :
  npx ancrage indicators --indicator social.dwellings
  npx ancrage indicators --commune 57463
  npx ancrage indicators --territory 245400676 --json

En JSON, toutes les périodes ; à l’écran, la dernière de chaque indicateur (ou celle de --period).`)
    .action(async (filters: Filters, command: Command) => {
      await context.withApp(command, (app) => show(app, filters, globalOptions(command).json ?? false, context));
    });
}

async function show(app: App, filters: Filters, json: boolean, context: CliContext): Promise<void> {
  const definitions = new Map(app.indicators.definitions.map((one) => [one.id, one]));
  if (filters.indicator !== undefined && !definitions.has(filters.indicator)) {
    context.say(`Indicateur inconnu : « ${filters.indicator} ». Les indicateurs sont : ${[...definitions.keys()].join(', ')}.`);
    context.end(exitCodes.refused);
    return;
  }
  if (filters.commune !== undefined && !app.territory.communes.has(filters.commune)) {
    context.say(`La commune ${filters.commune} n’est pas dans ${app.territory.name} : choisissez son intercommunalité avec --territory.`);
    context.end(exitCodes.refused);
    return;
  }
  const readings = await app.indicators.read(app.db, {
    territory: app.territory, asOf: app.clock.now(), ...(filters.indicator === undefined ? {} : { indicators: [filters.indicator] }),
  });
  const rows = readings
    .filter((reading) => filters.commune === undefined || reading.area === filters.commune)
    .filter((reading) => filters.period === undefined || reading.period === filters.period)
    .filter((reading) => filters.level === undefined || reading.level === filters.level)
    .map((reading) => rowOf(reading, definitions, app));
  if (json) context.answer(`[\n${rows.map((row) => JSON.stringify(row)).join(',\n')}\n]`);
  else context.answer(await tableOf(filters.period === undefined ? latestOnly(rows) : rows));
}

function rowOf(reading: Reading, definitions: ReadonlyMap<string, IndicatorDefinition>, app: App): Row {
  const definition = definitions.get(reading.indicator);
  const { cell, datasets } = reading;
  return {
    indicator: reading.indicator,
    label: definition?.label.fr ?? reading.indicator,
    area: reading.area,
    areaName: reading.level === 'commune' ? (app.territory.communes.get(reading.area)?.name ?? '') : app.territory.name,
    level: reading.level,
    period: reading.period === '' ? null : reading.period,
    ...contentOf(cell),
    unit: definition?.unit ?? 'count',
    source: datasets.length > 0 ? datasets.map((dataset) => `${dataset.title} (${dataset.producer}, ${dataset.licence})`).join(' ; ') : null,
    vintage: datasets.length > 0 ? datasets.map((dataset) => dataset.vintage).join(' ; ') : null,
    perimeter: reading.perimeter,
  };
}

function contentOf(cell: Cell): Pick<Row, 'status' | 'value' | 'low' | 'high' | 'reason'> {
  const nothing = { value: null, low: null, high: null, reason: null };
  switch (cell.kind) {
    case 'number': return { ...nothing, status: 'value', value: cell.value };
    case 'category': return { ...nothing, status: 'value', value: cell.value };
    case 'interval': return { ...nothing, status: 'interval', low: cell.low, high: cell.high };
    case 'secret': return { ...nothing, status: 'secret' };
    case 'missing': return { ...nothing, status: 'missing', reason: cell.reason };
  }
}

/** For a person: each area's last period that says something. */
function latestOnly(rows: readonly Row[]): Row[] {
  const last = new Map<string, Row>();
  for (const row of rows) {
    const key = `${row.indicator} ${row.area}`;
    const before = last.get(key);
    if (!before || row.status !== 'missing' || before.status === 'missing') last.set(key, row);
  }
  return [...last.values()];
}

const reasons: Record<string, string> = {
  notLoaded: 'aucune source importée',
  notInSource: 'absente de la source',
  neverAggregated: 'non calculable',
  partial: 'une commune manque',
  mergedCommune: 'commune fusionnée depuis',
  undefinedRatio: 'non défini',
};

async function tableOf(rows: readonly Row[]): Promise<string> {
  const lines = rows.map((row) => [row.label, `${row.areaName} (${row.area})`, row.period ?? '', shownValue(row), row.source === null ? '' : `${row.source}, ${row.vintage ?? ''}`]);
  const head = ['Indicateur', 'Zone', 'Période', 'Valeur', 'Source'];
  const widths = head.map((title, at) => Math.min(60, Math.max(title.length, ...lines.map((line) => (line[at] ?? '').length))));
  const write = (line: readonly string[]) => line.map((text, at) => (at === line.length - 1 ? text : text.padEnd(widths[at] ?? 0))).join('  ').trimEnd();
  return [write(head), write(head.map((_, at) => '─'.repeat(at === head.length - 1 ? 6 : (widths[at] ?? 0)))), ...lines.map(write)].join('\n');
}

const units: Partial<Record<Row['unit'], string>> = { eurosPerYear: ' € par an', eurosPerM2: ' €/m²', perHundred: ' pour 100' };

function shownValue(row: Row): string {
  const write = (value: number): string => {
    if (row.unit === 'fraction') return `${new Intl.NumberFormat('fr-FR', { maximumFractionDigits: 2 }).format(value * 100)} %`;
    return `${new Intl.NumberFormat('fr-FR', { maximumFractionDigits: 2 }).format(value)}${units[row.unit] ?? ''}`;
  };
  switch (row.status) {
    case 'value': return typeof row.value === 'number' ? write(row.value) : String(row.value);
    case 'interval': return row.high === null ? `au moins ${write(row.low ?? 0)}` : row.low === 0 ? `au plus ${write(row.high)}` : `entre ${write(row.low ?? 0)} et ${write(row.high)}`;
    case 'secret': return 'secret';
    case 'missing': return reasons[row.reason ?? ''] ?? 'absente';
  }
}
