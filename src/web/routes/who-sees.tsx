import { compartmentTable, matrixTables, type MatrixLine } from '../../platform/permission/matrix-table.rules.ts';
import { actionNames, compartmentNames, resourceNames, roleNames, scopeNames } from '../../platform/permission/permission.text.ts';
import { French } from '../components/french.tsx';
import { as } from '../components/table-roles.ts';
import { WideTable } from '../components/wide-table.tsx';
import { useLanguage, useWords } from '../language.ts';
import { privacyMessages } from '../messages/privacy.ts';
import { spaceMessages } from '../messages/space.ts';
import { demand } from '../session.ts';
import { Page } from '../shell/page.tsx';
import type { Route } from './+types/who-sees';

export function loader({ context }: Route.LoaderArgs) {
  demand(context, 'register.read');
  return { tables: matrixTables(), compartments: compartmentTable() };
}

/** The permission matrix, as the services and the database apply it. */
export default function WhoSees({ loaderData: { tables, compartments } }: Route.ComponentProps) {
  const messages = useWords(privacyMessages);
  const words = messages.rights;
  return (
    <Page title={words.title} kind="work" crumbs={[{ label: useWords(spaceMessages).home.title, path: '/espace' }]} lead={<p>{words.lead}</p>}>
      {useLanguage() === 'en' && <p>{messages.frenchDocument}</p>}
      {tables.map(({ resource, lines }) => (
        <section key={resource} aria-labelledby={resource}>
          <h2 id={resource}><French>{resourceNames[resource]}</French></h2>
          <Lines caption={words.caption(resourceNames[resource])} lines={lines} />
        </section>
      ))}
      <h2>{words.compartments}</h2>
      <p className="measure">{words.compartmentsText}</p>
      <ul>{compartments.map(({ name, roles }) => <li key={name}><French><strong>{compartmentNames[name]}</strong>{'\u00a0: '}{roles.map((role) => roleNames[role]).join(', ')}</French></li>)}</ul>
    </Page>
  );
}

function Lines({ caption, lines }: { caption: string; lines: readonly MatrixLine[] }) {
  const words = useWords(privacyMessages).rights;
  return (
    <WideTable label={caption}>
      <table className="stack-on-phone" {...as.table}>
        <caption className="visually-hidden">{caption}</caption>
        <thead {...as.group}><tr {...as.row}>{[words.action, words.who].map((head) => <th key={head} scope="col" {...as.head}>{head}</th>)}</tr></thead>
        <tbody {...as.group}>
          {lines.map(({ action, allowed }) => (
            <tr key={action} {...as.row}>
              <th scope="row" {...as.rowHead}><French>{actionNames[action]}</French></th>
              <td {...as.cell} data-label={words.who}>
                <ul className="cell-list">{allowed.map(({ scope, roles }) => <li key={scope}><French><strong>{scopeNames[scope]}</strong>{'\u00a0: '}{roles.map((role) => roleNames[role]).join(', ')}</French></li>)}</ul>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </WideTable>
  );
}
