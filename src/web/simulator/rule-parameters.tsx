import { useId } from 'react';
import { as } from '../components/table-roles.ts';
import { WideTable } from '../components/wide-table.tsx';
import { usePageLanguage, usePageWords } from '../language.ts';
import { formatInteger } from '../../platform/i18n/format.ts';
import { rulesMessages } from '../messages/rules.ts';
import type { CurrentValue, ParameterTable } from './rule-parameters.view.ts';

/** Each single parameter as it stands at the day, with the day since when. */
export function CurrentValues({ values }: { values: readonly CurrentValue[] }) {
  const colon = usePageLanguage() === 'fr' ? '\u00a0: ' : ': ';
  const words = usePageWords(rulesMessages);
  return <ul className="measure">{values.map(({ title, value, from }) => <li key={title.text}><span lang={title.lang}>{title.text}</span>{colon}<strong>{words.since(value, from)}</strong></li>)}</ul>;
}

/** A table of values through time, folded under its name. */
export function ParametersThroughTime({ table: { title, named, columns, rows } }: { table: ParameterTable }) {
  const words = usePageWords(rulesMessages);
  const language = usePageLanguage();
  const caption = useId();
  return (
    <details className="rule-table">
      <summary><span lang={title.lang}>{title.text}</span> <span className="note">({words.rows(formatInteger(rows.length, language))})</span></summary>
      <WideTable labelledBy={caption}>
        <table className="stack-on-phone" {...as.table}>
          <caption id={caption} className="visually-hidden" lang={title.lang}>{title.text}</caption>
          <thead {...as.group}>
            <tr {...as.row}>
              {named && <th scope="col" {...as.head}>{words.parameter}</th>}
              <th scope="col" {...as.head}>{words.from}</th>
              {columns.map(({ text, lang }) => <th key={text} scope="col" {...as.head} lang={lang}>{text}</th>)}
              {[words.source, words.certainty, words.checkedOn].map((head) => <th key={head} scope="col" {...as.head}>{head}</th>)}
            </tr>
          </thead>
          <tbody {...as.group}>
            {rows.map((row) => (
              <tr key={`${row.title.text}${row.from}`} {...as.row}>
                {named && <th scope="row" {...as.rowHead} lang={row.title.lang}>{row.title.text}</th>}
                {named ? <td {...as.cell} data-label={words.from}>{row.from}</td> : <th scope="row" {...as.rowHead}>{row.from}</th>}
                {/* A style's word has no language: a column's French name stands in its cells. */}
                {row.values.map((value, at) => <td key={columns[at]?.text} {...as.cell}><span className="cell-label" lang={columns[at]?.lang}>{columns[at]?.text}</span>{value}</td>)}
                <td {...as.cell} data-label={words.source}>
                  {row.sources.map(({ key, title: name, date }) => (
                    <div key={key}>
                      <a href={`#source-${key}`} className="source-name"><span lang={language === 'fr' ? undefined : 'fr'}>{name}</span>{date && ` (${date})`}</a>
                      {' '}<small className="source-code">{key}</small>
                    </div>
                  ))}
                  {row.remarks.length > 0 && <div className="row-note">{row.remarks.map(({ text, lang }) => <span key={text} lang={lang}>{text} </span>)}</div>}
                </td>
                <td {...as.cell} data-label={words.certainty}>{row.confidence}</td>
                <td {...as.cell} data-label={words.checkedOn}>{row.checkedOn}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </WideTable>
    </details>
  );
}
