import { formatDay, formatInteger } from '../../platform/i18n/format.ts';
import { as } from '../components/table-roles.ts';
import { WideTable } from '../components/wide-table.tsx';
import { pathIn, useLanguage } from '../language.ts';
import { needsWords as words } from '../messages/needs.ts';
import { HouseholdRange } from './range.tsx';
import type { NeedsView } from './view.ts';

const ceilingPages = { PLAI: 'plafonds-plai', PLUS: 'plafonds-plus', PLS: 'plafonds-ressources', PLI: 'plafonds-pli' } as const;

/** How many households, and how many of them work. */
export function NeedsWhole({ view: { households, atWork, employees } }: { view: NeedsView }) {
  const said = [[words.whole.households, households], [words.whole.atWork, atWork], ...(employees === null ? [] : [[words.whole.employees, employees] as const])] as const;
  return (
    <>
      <h2>{words.whole.title}</h2>
      <dl className="needs-whole">{said.map(([name, count]) => <div key={name}><dt>{name}</dt><dd>{words.range.about} {formatInteger(Math.round(count / 10) * 10, 'fr')}</dd></div>)}</dl>
    </>
  );
}

export function NeedsCeilings({ view: { ceilings, atWork, at } }: { view: NeedsView }) {
  const language = useLanguage();
  if (ceilings.length === 0) return null;
  return (
    <>
      <h2 id="plafonds">{words.ceilings.title}</h2>
      <p className="measure">{words.ceilings.lead(formatDay(at, 'fr'))}</p>
      <WideTable label={words.ceilings.caption}>
        <table className="stack-on-phone" {...as.table}>
          <caption>{words.ceilings.caption}</caption>
          <thead {...as.group}><tr {...as.row}><th scope="col" {...as.head}>{words.ceilings.ceiling}</th><th scope="col" {...as.head}>{words.whole.households}</th></tr></thead>
          <tbody {...as.group}>
            {ceilings.map((one) => (
              <tr key={one.id} {...as.row}>
                <th scope="row" {...as.rowHead}><a href={pathIn(language, `/regles/${ceilingPages[one.id]}`)}>{words.ceilings.names[one.id]}</a></th>
                <td {...as.cell} className="needs-range" data-label={words.aids.atMost}>{one.isKnown ? <HouseholdRange range={one} whole={atWork} /> : words.ceilings.unknown}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </WideTable>
    </>
  );
}

export function NeedsAids({ view: { aids, atWork } }: { view: NeedsView }) {
  const language = useLanguage();
  return (
    <>
      <h2 id="aides">{words.aids.title}</h2>
      <p className="measure">{words.aids.lead}</p>
      <WideTable label={words.aids.caption}>
        <table className="stack-on-phone" {...as.table}>
          <caption>{words.aids.caption}</caption>
          <thead {...as.group}><tr {...as.row}><th scope="col" {...as.head}>{words.aids.aid}</th><th scope="col" {...as.head}>{words.aids.atMost}</th><th scope="col" {...as.head}>{words.aids.missing}</th></tr></thead>
          <tbody {...as.group}>
            {aids.map((aid) => (
              <tr key={aid.id} {...as.row}>
                <th scope="row" {...as.rowHead}><a href={pathIn(language, `/regles/${aid.id}`)}>{aid.title}</a></th>
                <td {...as.cell} className="needs-range" data-label={words.aids.atMost}>{aid.opening === 'unknown' ? words.aids.unknown : aid.high === 0 ? words.aids.closed : <HouseholdRange range={aid} whole={atWork} />}</td>
                <td {...as.cell} data-label={words.aids.missing}>{aid.high > 0 && aid.opening !== 'unknown' && <Missing facts={aid.missing} />}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </WideTable>
    </>
  );
}

/** A long list is read on demand. */
const Missing = ({ facts }: { facts: readonly string[] }) => (
  <details><summary>{formatInteger(facts.length, 'fr')} faits</summary><ul>{facts.map((fact) => <li key={fact}>{fact}</li>)}</ul></details>
);
