import type { Invitation, Member } from '../../parties/index.ts';
import { roleNames } from '../../platform/permission/permission.text.ts';
import { Field } from '../components/form.tsx';
import { as } from '../components/table-roles.ts';
import { WideTable } from '../components/wide-table.tsx';
import type { Problem } from '../form.ts';
import { pathIn, useLanguage } from '../language.ts';
import { organisationWords } from '../messages/organisations.ts';
import { partiesWords } from '../messages/parties.ts';
import { SelectField } from './fields.tsx';
import { frenchDay } from './moment.ts';

interface OrganisationAccessProps {
  organisationId: string;
  members: readonly Member[];
  invitations: readonly Invitation[];
  givable: readonly { value: string; label: string }[];
  may: { invite: boolean; revoke: boolean; end: boolean; disable: boolean };
  typed: Readonly<Record<string, string>>;
  problems: readonly Problem[] | undefined;
}

/** Who acts for an organisation, who is invited to. */
export function OrganisationAccess({ organisationId, members, invitations, givable, may, typed, problems }: OrganisationAccessProps) {
  const words = organisationWords.one;
  return (
    <>
      <section className="sheet-part" aria-labelledby="acces">
        <h2 id="acces">{words.members.title}</h2>
        {members.length === 0 ? <p className="teach">{words.members.none}</p> : <Members organisationId={organisationId} members={members} mayEnd={may.end} mayDisable={may.disable} />}
      </section>
      <section className="sheet-part" aria-labelledby="invitations">
        <h2 id="invitations">{words.invitations.title}</h2>
        {invitations.length === 0 ? <p>{words.invitations.none}</p> : <Invitations invitations={invitations} mayRevoke={may.revoke} />}
        {may.invite && givable.length > 0 && (
          <form method="post" className="form" noValidate>
            <h3>{words.invitations.invite}</h3>
            <p className="note">{words.invitations.inviteHint}</p>
            <Field name="courriel" type="email" label={words.invitations.email} required maxLength={254} autoComplete="off" defaultValue={typed['courriel']} problems={problems} />
            <SelectField name="role" label={words.invitations.role} options={givable} empty={partiesWords.choose} chosen={typed['role']} problems={problems} />
            <p className="actions"><button type="submit" name="geste" value="inviter">{words.invitations.button}</button></p>
          </form>
        )}
      </section>
    </>
  );
}

function Members({ organisationId, members, mayEnd, mayDisable }: { organisationId: string; members: readonly Member[]; mayEnd: boolean; mayDisable: boolean }) {
  const words = organisationWords.one.members;
  const language = useLanguage();
  return (
    <WideTable label={partiesWords.table(words.title)}>
      <table className="stack-on-phone" {...as.table}>
        <caption className="visually-hidden">{words.title}</caption>
        <thead {...as.group}>
          <tr {...as.row}><th scope="col" {...as.head}>{words.name}</th><th scope="col" {...as.head}>{words.role}</th><th scope="col" {...as.head}>{words.since}</th>{mayEnd && <th scope="col" {...as.head}>{words.manage}</th>}</tr>
        </thead>
        <tbody {...as.group}>
          {members.map((one) => (
            <tr key={one.id} {...as.row} className={one.endedAt ? 'over' : undefined}>
              <th scope="row" {...as.rowHead}>{one.name}<span className="row-note">{one.email}</span></th>
              <td {...as.cell} data-label={words.role}>{roleNames[one.role]}</td>
              <td {...as.cell} data-label={words.since}>{frenchDay(one.since)}{one.disabledAt && <span className="row-note">{words.disabled(frenchDay(one.disabledAt))}</span>}{one.endedAt && <span className="row-note">{words.ended(frenchDay(one.endedAt))}</span>}</td>
              {mayEnd && (
                <td {...as.cell}>
                  {!one.endedAt && (
                    <span className="in-row">
                      <a className="button button-quiet" href={pathIn(language, `/espace/organisations/${organisationId}/acces/${one.id}`)} aria-label={words.endLabel(one.name, roleNames[one.role])}>{words.end}</a>
                      <a className="button button-quiet" href={pathIn(language, `/espace/membres/${one.id}/double-facteur`)} aria-label={words.secondFactorLabel(one.name)}>{words.secondFactor}</a>
                      {mayDisable && <a className="button button-quiet" href={pathIn(language, `/espace/membres/${one.id}/compte`)} aria-label={words.accountLabel(one.name)}>{words.account}</a>}
                    </span>
                  )}
                </td>
              )}
            </tr>
          ))}
        </tbody>
      </table>
    </WideTable>
  );
}

function Invitations({ invitations, mayRevoke }: { invitations: readonly Invitation[]; mayRevoke: boolean }) {
  const words = organisationWords.one.invitations;
  return (
    <WideTable label={partiesWords.table(words.title)}>
      <table className="stack-on-phone" {...as.table}>
        <caption className="visually-hidden">{words.title}</caption>
        <thead {...as.group}>
          <tr {...as.row}><th scope="col" {...as.head}>{words.email}</th><th scope="col" {...as.head}>{words.role}</th><th scope="col" {...as.head}>{words.state}</th>{mayRevoke && <th scope="col" {...as.head}>{words.revoke}</th>}</tr>
        </thead>
        <tbody {...as.group}>
          {invitations.map((one) => (
            <tr key={one.id} {...as.row} className={one.state === 'pending' ? undefined : 'over'}>
              <th scope="row" {...as.rowHead}>{one.email}</th>
              <td {...as.cell} data-label={words.role}>{roleNames[one.role]}</td>
              <td {...as.cell} data-label={words.state}>{one.state === 'pending' ? words.pending(frenchDay(one.expiresAt)) : words.states[one.state]}</td>
              {mayRevoke && (
                <td {...as.cell}>
                  {one.state === 'pending' && (
                    <form method="post" className="in-row">
                      <input type="hidden" name="invitation" value={one.id} />
                      <button type="submit" name="geste" value="annuler" className="button-quiet" aria-label={words.revokeLabel(one.email)}>{words.revoke}</button>
                    </form>
                  )}
                </td>
              )}
            </tr>
          ))}
        </tbody>
      </table>
    </WideTable>
  );
}
