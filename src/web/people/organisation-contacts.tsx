import type { Contact, Freshness } from '../../parties/index.ts';
import { as } from '../components/table-roles.ts';
import { WideTable } from '../components/wide-table.tsx';
import { pathIn, useLanguage } from '../language.ts';
import { organisationWords } from '../messages/organisations.ts';
import { partiesWords } from '../messages/parties.ts';
import { frenchDay } from './moment.ts';

interface OrganisationContactsProps {
  organisationId: string;
  contacts: readonly (Contact & { freshness: Freshness })[];
  mayAdd: boolean;
  mayChange: boolean;
}

const stateOf: Record<Freshness, string> = { fresh: 'state-done', toCheck: 'state-watch', stale: 'state-late' };

/** Whom to call, where the contact comes from, how far it can be relied on. */
export function OrganisationContacts({ organisationId, contacts, mayAdd, mayChange }: OrganisationContactsProps) {
  const words = organisationWords.one.contacts;
  const here = pathIn(useLanguage(), `/espace/organisations/${organisationId}`);
  return (
    <section className="sheet-part" aria-labelledby="interlocuteurs">
      <h2 id="interlocuteurs">{words.title}</h2>
      {contacts.length === 0 ? <p className="teach">{words.none}</p> : (
        <WideTable label={partiesWords.table(words.title)}>
          <table className="stack-on-phone" {...as.table}>
            <caption className="visually-hidden">{words.title}</caption>
            <thead {...as.group}>
              <tr {...as.row}>
                <th scope="col" {...as.head}>{words.name}</th><th scope="col" {...as.head}>{words.reach}</th><th scope="col" {...as.head}>{words.source}</th><th scope="col" {...as.head}>{words.checked}</th>
                {mayChange && <th scope="col" {...as.head}>{words.change}</th>}
              </tr>
            </thead>
            <tbody {...as.group}>
              {contacts.map((one) => (
                <tr key={one.id} {...as.row} className={one.optedOutAt ? 'over' : undefined}>
                  <th scope="row" {...as.rowHead}>{one.name}{one.function && <span className="row-note">{one.function}</span>}</th>
                  <td {...as.cell} data-label={words.reach}>{one.optedOutAt ? words.optedOut(frenchDay(one.optedOutAt)) : <Reach contact={one} />}</td>
                  <td {...as.cell} data-label={words.source}>{one.source}</td>
                  <td {...as.cell} data-label={words.checked}>{frenchDay(one.checkedOn)}{!one.optedOutAt && <span className="row-note"><span className={`state ${stateOf[one.freshness]}`}>{words.freshness[one.freshness]}</span></span>}</td>
                  {mayChange && (
                    <td {...as.cell}>
                      {!one.optedOutAt && (
                        <span className="in-row">
                          <form method="post">
                            <input type="hidden" name="interlocuteur" value={one.id} />
                            <button type="submit" name="geste" value="verifier" className="button-quiet" aria-label={words.rightLabel(one.name)}>{words.right}</button>
                          </form>
                          <a className="button button-quiet" href={`${here}/interlocuteurs/${one.id}`} aria-label={words.changeLabel(one.name)}>{words.change}</a>
                        </span>
                      )}
                    </td>
                  )}
                </tr>
              ))}
            </tbody>
          </table>
        </WideTable>
      )}
      {mayAdd && <p className="actions"><a className="button button-quiet" href={`${here}/interlocuteurs/nouveau`}>{words.add}</a></p>}
    </section>
  );
}

function Reach({ contact: { email, phone } }: { contact: Contact }) {
  if (!email && !phone) return <>{partiesWords.none}</>;
  return <>{email && <a href={`mailto:${email}`}>{email}</a>}{email && phone && <br />}{phone}</>;
}
