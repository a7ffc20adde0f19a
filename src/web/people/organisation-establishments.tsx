import type { Establishment } from '../../parties/index.ts';
import { as } from '../components/table-roles.ts';
import { WideTable } from '../components/wide-table.tsx';
import { pathIn, useLanguage } from '../language.ts';
import { organisationWords } from '../messages/organisations.ts';
import { partiesWords } from '../messages/parties.ts';
import { companyNumber } from './company-number.ts';
import { frenchDay } from './moment.ts';

interface OrganisationEstablishmentsProps {
  organisationId: string;
  establishments: readonly (Establishment & { communeName: string | null })[];
  mayAdd: boolean;
  mayChange: boolean;
}

/** Where an organisation is and was: nothing is ever removed. */
export function OrganisationEstablishments({ organisationId, establishments, mayAdd, mayChange }: OrganisationEstablishmentsProps) {
  const words = organisationWords.one.establishments;
  const here = pathIn(useLanguage(), `/espace/organisations/${organisationId}`);
  const siretOf = new Map(establishments.map(({ id, siret }) => [id, siret]));
  return (
    <section className="sheet-part" aria-labelledby="etablissements">
      <h2 id="etablissements">{words.title}</h2>
      {establishments.length === 0 ? <p className="teach">{words.none}</p> : (
        <WideTable label={partiesWords.table(words.title)}>
          <table className="stack-on-phone" {...as.table}>
            <caption className="visually-hidden">{words.title}</caption>
            <thead {...as.group}>
              <tr {...as.row}>
                <th scope="col" {...as.head}>{words.siret}</th><th scope="col" {...as.head}>{words.where}</th><th scope="col" {...as.head}>{words.period}</th>
                {mayChange && <th scope="col" {...as.head}>{words.change}</th>}
              </tr>
            </thead>
            <tbody {...as.group}>
              {establishments.map((one) => (
                <tr key={one.id} {...as.row} className={one.closedOn ? 'over' : undefined}>
                  <th scope="row" {...as.rowHead}><span className="together">{companyNumber(one.siret)}</span>{one.name && <span className="row-note">{one.name}</span>}</th>
                  <td {...as.cell} data-label={words.where}>{[one.address, one.communeName].filter(Boolean).join(', ') || partiesWords.none}</td>
                  <td {...as.cell} data-label={words.period}>
                    {period(one)}
                    {one.movedFrom && siretOf.has(one.movedFrom) && <span className="row-note">{words.movedFrom} {companyNumber(siretOf.get(one.movedFrom) ?? '')}</span>}
                  </td>
                  {mayChange && <td {...as.cell}>{!one.closedOn && <a href={`${here}/etablissements/${one.id}`} aria-label={words.changeLabel(companyNumber(one.siret))}>{words.change}</a>}</td>}
                </tr>
              ))}
            </tbody>
          </table>
        </WideTable>
      )}
      {mayAdd && <p className="actions"><a className="button button-quiet" href={`${here}/etablissements/nouveau`}>{words.add}</a></p>}
    </section>
  );
}

function period({ openedOn, closedOn }: Establishment): string {
  const words = organisationWords.one.establishments;
  const from = openedOn ? frenchDay(openedOn) : '…';
  return closedOn ? words.until(from, frenchDay(closedOn)) : words.since(from);
}
