import { formatMoment } from '../../platform/i18n/moment.ts';
import { useLanguage, useWords } from '../language.ts';
import { identityMessages } from '../messages/identity.ts';
import { as } from './table-roles.ts';
import { WideTable } from './wide-table.tsx';

interface Session { id: string; device: string; createdAt: Date; lastSeenAt: Date; here: boolean }

/** Where one's account is open; each place can be shut. */
export function AccountSessions({ path, sessions }: { path: string; sessions: readonly Session[] }) {
  const words = useWords(identityMessages).account;
  const language = useLanguage();
  return (
    <section aria-labelledby="appareils">
      <h2 id="appareils">{words.sessions}</h2>
      <WideTable label={words.sessionsCaption}>
        <table className="stack-on-phone" {...as.table}>
          <caption className="visually-hidden">{words.sessionsCaption}</caption>
          <thead {...as.group}>
            <tr {...as.row}>
              <th scope="col" {...as.head}>{words.device}</th>
              <th scope="col" {...as.head}>{words.since}</th>
              <th scope="col" {...as.head}>{words.seen}</th>
              <th scope="col" {...as.head}>{words.end}</th>
            </tr>
          </thead>
          <tbody {...as.group}>
            {sessions.map((session) => {
              const device = session.device || words.unknownDevice;
              return (
                <tr key={session.id} {...as.row}>
                  <th scope="row" {...as.rowHead}>{device}{session.here && <strong> ({words.here})</strong>}</th>
                  <td {...as.cell} data-label={words.since}>{formatMoment(session.createdAt, language)}</td>
                  <td {...as.cell} data-label={words.seen}>{formatMoment(session.lastSeenAt, language)}</td>
                  <td {...as.cell} data-label={session.here ? '' : words.end}>
                    {!session.here && (
                      <form method="post" action={path}>
                        <input type="hidden" name="appareil" value={session.id} />
                        <button type="submit" name="geste" value="appareil" className="button-quiet" aria-label={words.endLabel(device, formatMoment(session.createdAt, language))}>{words.end}</button>
                      </form>
                    )}
                  </td>
                </tr>
              );
            })}
          </tbody>
        </table>
      </WideTable>
      {sessions.length > 1 && <form method="post" action={path}><button type="submit" name="geste" value="appareils" className="button-quiet">{words.endOthers}</button></form>}
    </section>
  );
}
