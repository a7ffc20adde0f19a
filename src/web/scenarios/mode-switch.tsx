import { corrections, type Mode } from '../../needs/index.ts';
import { WideTable } from '../components/wide-table.tsx';
import { as } from '../components/table-roles.ts';
import { scenarioWords } from '../messages/scenarios.ts';
import { scenarioAddress } from './address.ts';
import { signed } from './written.ts';

const modes = ['default', 'reference'] as const satisfies readonly Mode[];

/** Which calculation the page shows, and a way to the other. */
export function ModeSwitch({ path, mode, ids = [] }: { path: string; mode: Mode; ids?: readonly string[] }) {
  const words = scenarioWords.mode;
  return (
    <nav aria-label={words.label}>
      <ul className="desk-states">
        {modes.map((one) => <li key={one}><a href={scenarioAddress(path, { mode: one, ids })} aria-current={one === mode ? 'page' : undefined}>{words.names[one]}</a></li>)}
      </ul>
      <p className="note">{words.text[mode]}</p>
    </nav>
  );
}

interface Effect {
  title: string;
  reason: string;
  difference: number | null;
}

/** What the corrected calculation does otherwise than the State's spreadsheet, and what each change does to this scenario's need. */
export function CorrectionTable({ effects }: { /** Of one scenario; without it, the corrections alone. */ effects?: readonly Effect[] }) {
  const words = scenarioWords.corrections;
  const rows: readonly (Omit<Effect, 'difference'> & { difference?: number | null })[] = effects ?? Object.values(corrections);
  return (
    <WideTable label={words.caption}>
      <table className="stack-on-phone" {...as.table}>
        <caption className="visually-hidden">{words.caption}</caption>
        <thead {...as.group}><tr {...as.row}><th scope="col" {...as.head}>{words.name}</th><th scope="col" {...as.head}>{words.why}</th>{effects && <th scope="col" className="number" {...as.head}>{words.change}</th>}</tr></thead>
        <tbody {...as.group}>
          {rows.map(({ title, reason, difference }) => (
            <tr key={title} {...as.row}>
              <th scope="row" {...as.rowHead}>{title}</th>
              <td {...as.cell} data-label={words.why}>{reason}</td>
              {difference !== undefined && <td {...as.cell} className="number" data-label={words.change}>{difference === null ? <span className="note">{words.noObject}</span> : signed(difference)}</td>}
            </tr>
          ))}
        </tbody>
      </table>
    </WideTable>
  );
}
