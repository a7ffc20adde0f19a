import { register, type RegisteredTable } from '../../platform/privacy/register.rules.ts';
import { securityMeasures } from '../../platform/privacy/register.paper.ts';
import { French } from '../components/french.tsx';
import { as } from '../components/table-roles.ts';
import { WideTable } from '../components/wide-table.tsx';
import { useLanguage, useWords } from '../language.ts';
import { privacyMessages } from '../messages/privacy.ts';
import { spaceMessages } from '../messages/space.ts';
import { demand } from '../session.ts';
import { Page } from '../shell/page.tsx';
import type { Route } from './+types/register';

export function loader({ context }: Route.LoaderArgs) {
  demand(context, 'register.read');
  return { entries: register() };
}

/** The register of processing, made from the notes of the database's columns. */
export default function Register({ loaderData: { entries } }: Route.ComponentProps) {
  const messages = useWords(privacyMessages);
  const words = messages.register;
  return (
    <Page title={words.title} kind="work" crumbs={[{ label: useWords(spaceMessages).home.title, path: '/espace' }]} lead={<p>{words.lead}</p>}>
      <p className="measure">{words.confirm} {words.transfers} {useLanguage() === 'en' && messages.frenchDocument}</p>
      {entries.map((entry) => (
        <section key={entry.id} aria-labelledby={entry.id}>
          <h2 id={entry.id}><French>{entry.title}</French></h2>
          <dl className="facts measure">
            <dt>{words.purpose}</dt><dd><French>{entry.purpose}</French></dd>
            <dt>{words.legalBasis}</dt><dd><French>{entry.legalBasis}</French></dd>
            <dt>{words.controller}</dt><dd><French>{entry.controller}</French></dd>
            <dt>{words.subjects}</dt><dd><French>{entry.subjects}</French></dd>
          </dl>
          <Tables caption={words.caption(entry.title)} tables={entry.tables} />
        </section>
      ))}
      <h2>{words.security}</h2>
      <ul className="measure">{securityMeasures.map((measure) => <li key={measure}><French>{measure}</French></li>)}</ul>
    </Page>
  );
}

function Tables({ caption, tables }: { caption: string; tables: readonly RegisteredTable[] }) {
  const words = useWords(privacyMessages).register;
  return (
    <WideTable label={caption}>
      <table className="stack-on-phone register" {...as.table}>
        <caption className="visually-hidden">{caption}</caption>
        <thead {...as.group}>
          <tr {...as.row}>{[words.data, words.categories, words.retention, words.recipients].map((head) => <th key={head} scope="col" {...as.head}>{head}</th>)}</tr>
        </thead>
        <tbody {...as.group}>
          {tables.map((table) => (
            <tr key={table.name} {...as.row}>
              <th scope="row" {...as.rowHead}><French>{table.title}</French></th>
              <td {...as.cell} data-label={words.categories}>
                <ul className="cell-list">{table.categories.map((one) => <li key={one.category}><French><strong>{one.title}</strong>{'\u00a0: '}{one.columns.join(', ')}</French></li>)}</ul>
              </td>
              <td {...as.cell} data-label={words.retention}><French>{table.retention}</French></td>
              <td {...as.cell} data-label={words.recipients}><French>{table.recipients}</French></td>
            </tr>
          ))}
        </tbody>
      </table>
    </WideTable>
  );
}
