import { data } from 'react-router';
import { ruleBook } from '../../aids/index.ts';
import { as } from '../components/table-roles.ts';
import { WideTable } from '../components/wide-table.tsx';
import { pageLanguageOf, pathIn, usePageLanguage, usePageWords } from '../language.ts';
import { simulatorMessages } from '../messages/simulator.ts';
import { Page } from '../shell/page.tsx';
import { ruleView, type ParameterTable, type PlainCondition } from '../simulator/rule.view.ts';
import type { Route } from './+types/rule';

export function loader({ params, request }: Route.LoaderArgs) {
  const aid = ruleBook().aids.find(({ id }) => id === params.id);
  if (!aid) throw data(null, { status: 404 });
  return ruleView(aid, pageLanguageOf(request));
}

/** One rule: its conditions, its parameters through time, its sources, its text; and its questions alone to try it. */
export default function Rule({ loaderData: rule }: Route.ComponentProps) {
  const all = usePageWords(simulatorMessages);
  const words = all.rules;
  const language = usePageLanguage();
  const french = language === 'fr' ? undefined : 'fr';
  return (
    <Page title={rule.title} crumbs={[{ label: words.title, path: '/regles' }]} kind="work" lead={<p lang={french}>{rule.description}</p>}>
      <form method="post" action={pathIn(language, '/simulateur')} className="actions">
        <input type="hidden" name="projet" value={rule.id} />
        <button type="submit">{words.try}</button> <span className="note">{words.tryText}</span>
      </form>
      <h2>{words.conditions}</h2>
      <Plain condition={rule.conditions} />
      <h2>{words.where}</h2>
      <p className="measure" lang={french}>{rule.where}</p>
      <h3>{all.result.documents}</h3>
      <ul lang={french}>{rule.documents.map((one) => <li key={one}>{one}</li>)}</ul>
      <h2>{words.parameters}</h2>
      {rule.parameters.length === 0 ? <p>{words.empty}</p> : rule.parameters.map((table) => <Parameters key={table.title} table={table} />)}
      <h2>{words.notModelled}</h2>
      <ul className="measure" lang={french}>{rule.notModelled.map((one) => <li key={one}>{one}</li>)}</ul>
      <h2>{words.sources}</h2>
      <ul className="measure" lang={french}>
        {rule.sources.map(({ key, title, author, date, url, jorf }) => <li key={key} id={`source-${key}`}>{title}, {author}{date && `, ${date}`}{jorf && `, ${jorf}`}{url && <>, <a href={/^https?:/.test(url) ? url : `https://${url}`} rel="external">{url}</a></>}</li>)}
      </ul>
      <p className="note">{words.certainty}{language === 'fr' ? '\u00a0: ' : ': '}{rule.confidence}</p>
      <details><summary>{words.text}</summary><p className="note">{words.textLead}</p><pre className="rule-text" lang="fr" tabIndex={0}>{rule.text}</pre></details>
    </Page>
  );
}

function Plain({ condition: { kind, children } }: { condition: PlainCondition }) {
  const words = usePageWords(simulatorMessages).rules;
  const language = usePageLanguage();
  return (
    <>
      <p className="condition-kind">{kind === 'une' ? words.any : words.all}</p>
      <ul className="condition-list">
        {children.map((child) => (
          <li key={child.text}>{child.text}{child.note && <span className="note" lang={language === 'fr' ? undefined : 'fr'}> {child.note}</span>}{child.children.length > 0 && <Plain condition={child} />}</li>
        ))}
      </ul>
    </>
  );
}

function Parameters({ table: { title, columns, rows } }: { table: ParameterTable }) {
  const words = usePageWords(simulatorMessages).rules;
  const french = usePageLanguage() === 'fr' ? undefined : 'fr';
  // Of a table with a column by category, every row is the same parameter.
  const named = rows.some((row) => row.title !== title);
  return (
    <WideTable label={title}>
      <table className="stack-on-phone" {...as.table}>
        <caption lang={french}>{title}</caption>
        <thead {...as.group}><tr {...as.row}>{[...(named ? [words.parameter] : []), words.from, ...columns, words.source, words.certainty, words.checkedOn].map((head) => <th key={head} scope="col" {...as.head}>{head}</th>)}</tr></thead>
        <tbody {...as.group}>
          {rows.map((row) => (
            <tr key={`${row.title}${row.from}`} {...as.row}>
              {named && <th scope="row" {...as.rowHead} lang={french}>{row.title}</th>}
              {named ? <td {...as.cell} data-label={words.from}>{row.from}</td> : <th scope="row" {...as.rowHead}>{row.from}</th>}
              {row.values.map((value, at) => <td key={columns[at]} {...as.cell} data-label={columns[at]}>{value}</td>)}
              <td {...as.cell} data-label={words.source}>{row.sources.map((key) => <a key={key} href={`#source-${key}`} className="source-key">{key}</a>)}{row.remark && <div className="row-note" lang={french}>{row.remark}</div>}</td>
              <td {...as.cell} data-label={words.certainty}>{row.confidence}</td>
              <td {...as.cell} data-label={words.checkedOn}>{row.checkedOn}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </WideTable>
  );
}
