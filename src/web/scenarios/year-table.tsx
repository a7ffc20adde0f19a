import type { Flow } from '../../needs/index.ts';
import { as } from '../components/table-roles.ts';
import { WideTable } from '../components/wide-table.tsx';
import { partiesWords } from '../messages/parties.ts';
import { scenarioWords } from '../messages/scenarios.ts';
import { components, dwellings, netNeed } from './written.ts';

const words = scenarioWords.one;

/** What each fill of the charts stands for. */
export const Legend = ({ fills }: { fills: readonly string[] }) => (
  <ul className="need-legend" aria-label={scenarioWords.comparison.legend}>
    {components.map((component, at) => <li key={component}><svg width="14" height="14" aria-hidden="true"><rect width="14" height="14" fill={fills[at]} /></svg> {scenarioWords.components[component]}</li>)}
  </ul>
);

/** The flow year by year, with its components; their sum to the peak. */
export function YearTable({ flow, caption }: { flow: Flow; caption: string }) {
  const toPeak = flow.years.filter(({ year }) => year <= flow.peakYear);
  const sum = (of: (year: Flow['years'][number]) => number): string => dwellings(toPeak.reduce((so, year) => so + of(year), 0));
  return (
    <WideTable label={caption}>
      <table className="year-table">
        <caption className="visually-hidden">{caption}</caption>
        <thead><tr><th scope="col">{words.year}</th>{components.map((component) => <th key={component} scope="col" className="number">{scenarioWords.components[component]}</th>)}<th scope="col" className="number">{words.need}</th><th scope="col" className="number">{words.parc}</th></tr></thead>
        <tbody>
          {flow.years.map((year) => (
            <tr key={year.year}>
              <th scope="row">{year.year}</th>
              {components.map((component) => <td key={component} className="number">{dwellings(year[component])}</td>)}
              <td className="number"><strong>{dwellings(netNeed(year))}</strong></td><td className="number">{dwellings(year.parc)}</td>
            </tr>
          ))}
        </tbody>
        {toPeak.length > 0 && (
          <tfoot><tr><th scope="row">{words.sum}</th>{components.map((component) => <td key={component} className="number">{sum((year) => year[component])}</td>)}<td className="number">{sum(netNeed)}</td><td className="number">{scenarioWords.none}</td></tr></tfoot>
        )}
      </table>
    </WideTable>
  );
}

interface ExplainedBlock {
  id: string;
  name: string;
  help: string;
  value: string;
  how: string;
  files: string;
}

/** The deficit block by block, each with how it comes about and the files behind it. */
export function BlockTable({ blocks, total, caption }: { blocks: readonly ExplainedBlock[]; total: string; caption: string }) {
  return (
    <WideTable label={partiesWords.table(caption)}>
      <table className="stack-on-phone" {...as.table}>
        <caption className="visually-hidden">{caption}</caption>
        <thead {...as.group}><tr {...as.row}><th scope="col" {...as.head}>{words.block}</th><th scope="col" className="number" {...as.head}>{words.dwellings}</th><th scope="col" {...as.head}>{words.how}</th><th scope="col" {...as.head}>{words.from}</th></tr></thead>
        <tbody {...as.group}>
          {blocks.map(({ id, name, help, value, how, files }) => (
            <tr key={id} {...as.row}>
              <th scope="row" {...as.rowHead}>{id} {name}<span className="row-note">{help}</span></th>
              <td {...as.cell} className="number" data-label={words.dwellings}>{value}</td><td {...as.cell} data-label={words.how}>{how}</td><td {...as.cell} data-label={words.from}>{files}</td>
            </tr>
          ))}
          <tr className="territory-row" {...as.row}><th scope="row" {...as.rowHead}>{words.blockTotal}</th><td {...as.cell} className="number" data-label={words.dwellings}>{total}</td><td {...as.cell} /><td {...as.cell} /></tr>
        </tbody>
      </table>
    </WideTable>
  );
}
