import { formatEuros, formatInteger, formatPercent } from '../../platform/i18n/format.ts';
import { as } from '../components/table-roles.ts';
import { WideTable } from '../components/wide-table.tsx';
import { pathIn, useLanguage } from '../language.ts';
import { needsWords as words } from '../messages/needs.ts';
import { RangeBar } from './range-bar.tsx';
import { shareText } from './range.tsx';
import type { NeedsView } from './view.ts';

/** What the advertised rent would take of the income, and what would be left. */
export function NeedsEffort({ view: { effort, assumptions } }: { view: NeedsView }) {
  const language = useLanguage();
  if (!effort) return null;
  const { residual } = effort;
  return (
    <>
      <h2 id="effort">{words.effort.title}</h2>
      <p className="measure">{words.effort.lead} <a href={pathIn(language, '/observatoire?indicateur=rents.flat')}>{words.method.rents}</a></p>
      {!effort.bounded && <p className="note">{words.effort.unbounded}</p>}
      <WideTable label={words.effort.caption}>
        <table className="stack-on-phone" {...as.table}>
          <caption>{words.effort.caption}</caption>
          <thead {...as.group}><tr {...as.row}><th scope="col" {...as.head}>{words.effort.threshold}</th><th scope="col" {...as.head}>{words.effort.share}</th></tr></thead>
          <tbody {...as.group}>
            {effort.over.map(({ threshold, share }) => (
              <tr key={threshold} {...as.row}>
                <th scope="row" {...as.rowHead}>{words.effort.over(formatPercent(threshold, 0, 'fr'))}</th>
                <td {...as.cell} className="needs-range" data-label={words.effort.share}>{shareText(share)}<RangeBar {...share} whole={1} /></td>
              </tr>
            ))}
          </tbody>
        </table>
      </WideTable>
      {residual.central !== null && (
        <p>{words.effort.residual}{'\u00a0'}: {words.range.about} {formatEuros(residual.central, 0, 'fr')}{residual.low !== null && residual.high !== null && ` (${formatEuros(residual.low, 0, 'fr')} à ${formatEuros(residual.high, 0, 'fr')})`}.</p>
      )}
      <ul className="note measure">
        <li>{words.effort.allowance}</li>
        <li>{words.effort.surfaces(assumptions.dwellings.map(({ persons, surfaceM2 }) => words.effort.surface(persons === 1 ? words.effort.persons.one : persons === null ? words.effort.persons.more : words.effort.persons.upTo(formatInteger(persons, 'fr')), formatInteger(surfaceM2, 'fr'))).join(', '))}</li>
        {effort.unknown > 0 && <li>{words.effort.unknown(formatInteger(effort.unknown, 'fr'))}</li>}
      </ul>
    </>
  );
}
