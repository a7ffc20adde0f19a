import { perimeterText, periodText, unitText } from '../../indicators/index.ts';
import { Figure } from '../components/figure.tsx';
import { pathIn, useLanguage, useWords } from '../language.ts';
import { observatoryMessages } from '../messages/observatory.ts';
import { addressOf, firstOrder, type ObservatoryQuery, type SortKey } from './query.rules.ts';
import { strengthIn, type CommuneRow } from './rows.rules.ts';
import type { ObservatoryView } from './view.ts';

interface TableProps {
  view: ObservatoryView;
  query: ObservatoryQuery;
  territory: { code: string; name: string };
}

/** The territory's line first, then each commune: the same values as the map. */
export function CommuneTable({ view, query, territory }: TableProps) {
  const language = useLanguage();
  const words = useWords(observatoryMessages);
  const { definition, rows } = view;
  const ranked = definition.unit !== 'category';
  const unit = unitText(definition.unit, language);
  return (
    <div className="observatory-table">
      <table className="communes" data-sortable>
        <caption className="visually-hidden">{words.table.caption(definition.label[language], periodText(definition.id, view.period ?? '', language))}</caption>
        <thead>
          <tr>
            {ranked && <th scope="col" className="row-rank">{words.table.rank}</th>}
            <SortHead column="commune" query={query}>{words.table.commune}</SortHead>
            <SortHead column="valeur" query={query} number={ranked}>{definition.shortLabel[language]}{unit && unit !== '%' ? ` (${unit})` : ''}</SortHead>
          </tr>
        </thead>
        <tbody>
          <TerritoryRow view={view} territory={territory} ranked={ranked} />
          {rows.map((row) => <Row key={row.code} row={row} view={view} ranked={ranked} />)}
        </tbody>
      </table>
      <Totals view={view} />
      <Downloads query={query} />
    </div>
  );
}

/** What is shown, for a spreadsheet; and everything, for those who count further. */
export function Downloads({ query }: { query: ObservatoryQuery }) {
  const language = useLanguage();
  const words = useWords(observatoryMessages);
  const shown = { ...query, display: 'carte', commune: null } as const;
  return (
    <p className="actions screen-only">
      <a className="button button-quiet" href={pathIn(language, addressOf('/observatoire.xlsx', shown))}>{words.xlsx}</a>
      <a href={pathIn(language, addressOf('/observatoire.csv', shown))}>{words.csv}</a>
      <a href={pathIn(language, '/observatoire.csv')}>{words.everything}</a>
    </p>
  );
}

function SortHead({ column, query, number = false, children }: { column: SortKey; query: ObservatoryQuery; number?: boolean; children: React.ReactNode }) {
  const language = useLanguage();
  const sorted = query.sort === column ? query.order : null;
  const order = sorted === null ? firstOrder(column) : sorted === 'asc' ? 'desc' : 'asc';
  return (
    <th scope="col" className={number ? 'number' : undefined} aria-sort={sorted === null ? undefined : sorted === 'asc' ? 'ascending' : 'descending'}>
      <a className="sort" href={pathIn(language, addressOf('/observatoire', query, { sort: column, order }))} data-sort={column}>
        {children}<span className="sort-sign" aria-hidden="true" />
      </a>
    </th>
  );
}

function TerritoryRow({ view, territory, ranked }: { view: ObservatoryView; territory: TableProps['territory']; ranked: boolean }) {
  const language = useLanguage();
  const words = useWords(observatoryMessages);
  const reading = view.territory;
  if (!reading) return null;
  return (
    <tr className="territory-row" data-fixed>
      {ranked && <td className="row-rank"><span className="visually-hidden">{words.table.unranked}</span></td>}
      <th scope="row">
        {territory.name}
        {reading.perimeter && <span className="row-note">{perimeterText(reading, language)}</span>}
      </th>
      <td className={ranked ? 'number' : undefined}><CardLink area={territory.code} view={view}><Figure cell={reading.cell} of={view.definition} /></CardLink></td>
    </tr>
  );
}

function Row({ row, view, ranked }: { row: CommuneRow; view: ObservatoryView; ranked: boolean }) {
  const language = useLanguage();
  const words = useWords(observatoryMessages);
  const { cell } = row.reading;
  const sortValue = cell.kind === 'number' ? cell.value : cell.kind === 'interval' ? cell.low ?? 0 : cell.kind === 'category' ? cell.value : '';
  const strength = cell.kind === 'category' && view.definition.categoryOrder ? strengthIn(view.definition.categoryOrder, cell.value) : undefined;
  return (
    <tr id={`commune-${row.code}`} data-area={row.code} data-kind={cell.kind} data-value={sortValue} data-strength={strength} data-name={row.name} className={view.selected?.code === row.code ? 'chosen' : undefined}>
      {ranked && <td className="row-rank">{row.rank ?? <span className="visually-hidden">{words.table.unranked}</span>}</td>}
      <th scope="row">
        <a href={pathIn(language, `/observatoire/communes/${row.code}`)}>{row.name}</a>
        {!row.inPerimeter && <span className="row-note">{words.table.outside}</span>}
      </th>
      <td className={ranked ? 'number' : undefined}><CardLink area={row.code} view={view}><Figure cell={cell} of={view.definition} /></CardLink></td>
    </tr>
  );
}

/** A number leads to its card. */
function CardLink({ area, view, children }: { area: string; view: ObservatoryView; children: React.ReactNode }) {
  const language = useLanguage();
  const parameters = new URLSearchParams({ lieu: area, ...(view.period === null ? {} : { periode: view.period }) });
  return <a className="card-link" href={pathIn(language, `/observatoire/indicateurs/${view.definition.id}?${parameters}`)}>{children}</a>;
}

/** What the territory's line counts, and what it leaves out. */
function Totals({ view }: { view: ObservatoryView }) {
  const words = useWords(observatoryMessages).totals;
  const { exclusions, territory, definition } = view;
  if (definition.territoryValue === 'never') return <p className="note">{words.never}</p>;
  return (
    <p className="note">
      {territory?.perimeter && words.counted(territory.perimeter.communes)}{' '}
      {exclusions.secret > 0 && `${words.secret(exclusions.secret)} `}
      {exclusions.missing > 0 && `${words.missing(exclusions.missing)} `}
      {exclusions.outside.length > 0 && words.outside(exclusions.outside.join(', '), String(territory?.perimeter?.year ?? ''))}
    </p>
  );
}
