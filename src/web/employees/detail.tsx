import { formatInteger } from '../../platform/i18n/format.ts';
import { as } from '../components/table-roles.ts';
import { WideTable } from '../components/wide-table.tsx';
import { pathIn, useLanguage } from '../language.ts';
import { needsWords as words } from '../messages/needs.ts';
import { HouseholdRange, rangeText, shareText } from './range.tsx';
import type { NeedsView } from './view.ts';

/** What was chosen, by commune and by group. */
export function NeedsDetail({ view: { target, effort } }: { view: NeedsView }) {
  const language = useLanguage();
  const found = target.isCeiling ? words.communes.found : words.communes.foundAid;
  return (
    <>
      <h2 id="communes">{words.communes.title(target.title)}</h2>
      {!target.isKnown && <p className="note">{target.isCeiling ? words.ceilings.unknown : words.aids.lead}</p>}
      <WideTable label={words.communes.caption(target.title)}>
        <table className="stack-on-phone" {...as.table}>
          <caption>{words.communes.caption(target.title)}</caption>
          <thead {...as.group}>
            <tr {...as.row}>
              <th scope="col" {...as.head}>{words.communes.commune}</th><th scope="col" className="number" {...as.head}>{words.communes.atWork}</th>
              <th scope="col" {...as.head}>{found}</th>{effort && <th scope="col" {...as.head}>{words.communes.effort}</th>}
            </tr>
          </thead>
          <tbody {...as.group}>
            {target.communes.map((one) => (
              <tr key={one.commune} {...as.row}>
                <th scope="row" {...as.rowHead}><a href={pathIn(language, `/observatoire/communes/${one.commune}`)}>{one.name}</a></th>
                <td {...as.cell} className="number" data-label={words.communes.atWork}>{formatInteger(Math.round(one.households / 10) * 10, 'fr')}</td>
                <td {...as.cell} className="needs-range" data-label={found}><HouseholdRange range={one} whole={one.households} /></td>
                {effort && <td {...as.cell} data-label={words.communes.effort}>{one.effort ? shareText(one.effort) : '—'}</td>}
              </tr>
            ))}
          </tbody>
        </table>
      </WideTable>
      <h2 id="groupes">{words.groups.title}</h2>
      <WideTable label={words.groups.title}>
        <table className="stack-on-phone" {...as.table}>
          <caption>{words.groups.caption(target.title)}</caption>
          <thead {...as.group}><tr {...as.row}><th scope="col" {...as.head}>{words.groups.group}</th><th scope="col" {...as.head}>{words.groups.size}</th><th scope="col" {...as.head}>{found}</th></tr></thead>
          <tbody {...as.group}>
            {target.groups.map((group) => (
              <tr key={group.id} {...as.row}>
                <th scope="row" {...as.rowHead}>{words.groups.names[group.id]}</th>
                <td {...as.cell} data-label={words.groups.size}>{rangeText(group.size)}</td>
                <td {...as.cell} className="needs-range" data-label={found}><HouseholdRange range={group} whole={group.size.high} /></td>
              </tr>
            ))}
          </tbody>
        </table>
      </WideTable>
      <p className="note measure">{words.groups.notes}</p>
    </>
  );
}
