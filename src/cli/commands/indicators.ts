import { InvalidArgumentError, Option, type Command } from 'commander';
import type { App } from '../../composition.ts';
import { cellText, missingReasonText, saysSomething, unitAfter, type Cell, type IndicatorDefinition, type Reading } from '../../indicators/index.ts';
import { formatPeriod } from '../../platform/i18n/format.ts';
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
  const asked = readings
    .filter((reading) => filters.commune === undefined || reading.area === filters.commune)
    .filter((reading) => filters.period === undefined || reading.period === filters.period)
    .filter((reading) => filters.level === undefined || reading.level === filters.level);
  if (json) context.answer(`[\n${asked.map((reading) => JSON.stringify(rowOf(reading, definitions, app))).join(',\n')}\n]`);
  else context.answer(tableOf(filters.period === undefined ? latestOnly(asked) : asked, app));
}

function rowOf(reading: Reading, definitions: ReadonlyMap<string, IndicatorDefinition>, app: App): Row {
  const definition = definitions.get(reading.indicator);
  const { cell, datasets } = reading;
  return {
    indicator: reading.indicator,
    label: definition?.label.fr ?? reading.indicator,
    area: reading.area,
    areaName: areaName(reading, app),
    level: reading.level,
    period: reading.period === '' ? null : reading.period,
    ...contentOf(cell),
    unit: definition?.unit ?? 'count',
    source: datasets.length > 0 ? datasets.map((dataset) => `${dataset.title} (${dataset.producer}, ${dataset.licence})`).join(' ; ') : null,
    vintage: datasets.length > 0 ? datasets.map((dataset) => dataset.vintage).join(' ; ') : null,
    perimeter: reading.perimeter,
  };
}

const areaName = (reading: Reading, app: App): string =>
  reading.level === 'commune' ? (app.territory.communes.get(reading.area)?.name ?? '') : app.territory.name;

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
function latestOnly(readings: readonly Reading[]): Reading[] {
  const last = new Map<string, Reading>();
  for (const reading of readings) {
    const key = `${reading.indicator} ${reading.area}`;
    const before = last.get(key);
    if (!before || saysSomething(reading) || !saysSomething(before)) last.set(key, reading);
  }
  return [...last.values()];
}

function tableOf(readings: readonly Reading[], app: App): string {
  const lines = readings.flatMap((reading) => {
    const definition = app.indicators.find(reading.indicator);
    if (!definition) return [];
    const sources = reading.datasets.map((dataset) => `${dataset.title} (${dataset.producer}), ${formatPeriod(dataset.vintage, 'fr')}`);
    return [[definition.label.fr, `${areaName(reading, app)} (${reading.area})`, reading.period === '' ? '' : formatPeriod(reading.period, 'fr'), said(reading.cell, definition), sources.join(' ; ')]];
  });
  const head = ['Indicateur', 'Zone', 'Période', 'Valeur', 'Source'];
  const widths = head.map((title, at) => Math.min(60, Math.max(title.length, ...lines.map((line) => (line[at] ?? '').length))));
  const write = (line: readonly string[]) => line.map((text, at) => (at === line.length - 1 ? text : text.padEnd(widths[at] ?? 0))).join('  ').trimEnd();
  return [write(head), write(head.map((_, at) => '─'.repeat(at === head.length - 1 ? 6 : (widths[at] ?? 0)))), ...lines.map(write)].join('\n');
}

/** The same words as on every page and document. */
function said(cell: Cell, definition: IndicatorDefinition): string {
  const text = cellText(cell, definition, 'fr');
  if (cell.kind === 'missing') return `${text} (${missingReasonText(cell.reason, 'fr')})`;
  const unit = unitAfter(definition.unit, 'fr');
  return cell.kind === 'secret' || unit === '' ? text : `${text} ${unit}`;
}
