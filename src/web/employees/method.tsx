import { formatEuros, formatInteger, formatPercent } from '../../platform/i18n/format.ts';
import { SourceLine } from '../components/source-line.tsx';
import { as } from '../components/table-roles.ts';
import { WideTable } from '../components/wide-table.tsx';
import { pathIn, useLanguage } from '../language.ts';
import { needsWords as words } from '../messages/needs.ts';
import type { needsSources, NeedsView } from './view.ts';

/** What no loaded file gives, or only lets be estimated, with the file that would. */
export function NeedsUncountable({ list }: { list: NeedsView['missing'] }) {
  return (
    <>
      <h2 id="non-calculable">{words.uncountable.title}</h2>
      <WideTable label={words.uncountable.caption}>
        <table className="stack-on-phone" {...as.table}>
          <caption>{words.uncountable.caption}</caption>
          <thead {...as.group}><tr {...as.row}><th scope="col" {...as.head}>{words.uncountable.what}</th><th scope="col" {...as.head}>{words.uncountable.file}</th></tr></thead>
          <tbody {...as.group}>{list.map(({ what, file }) => <tr key={what} {...as.row}><th scope="row" {...as.rowHead}>{what}</th><td {...as.cell} data-label={words.uncountable.file}>{file}</td></tr>)}</tbody>
        </table>
      </WideTable>
    </>
  );
}

/** Where the figures come from, how well the population fits them, and what was assumed. */
export function NeedsMethod({ view: { fit, notes, seed, assumptions }, sources }: { view: NeedsView; sources: Awaited<ReturnType<typeof needsSources>> }) {
  const language = useLanguage();
  const { method } = words;
  const { year, tax, steps, disability, young, adult } = method.stated;
  const stated = [year, tax(formatPercent(assumptions.taxIncomeShare, 0, 'fr')), steps(formatEuros(assumptions.incomeStep, 0, 'fr')), disability, young, adult];
  return (
    <>
      <h2 id="methode">{method.title}</h2>
      <h3>{method.sources}</h3>
      <ul>{sources.map(({ serves, datasets }) => <li key={serves}>{method[serves]}{'\u00a0'}: {datasets.length > 0 ? <SourceLine datasets={datasets} /> : method.none}</li>)}</ul>
      <p><a href={pathIn(language, '/sources')}>{words.empty.sources}</a></p>
      <details>
        <summary>{method.fit}</summary>
        <WideTable label={method.fit}>
          <table className="stack-on-phone" {...as.table}>
            <caption className="visually-hidden">{method.fit}</caption>
            <thead {...as.group}><tr {...as.row}><th scope="col" {...as.head}>{method.margin}</th>{[method.target, method.fitted, method.error].map((head) => <th key={head} scope="col" className="number" {...as.head}>{head}</th>)}</tr></thead>
            <tbody {...as.group}>
              {fit.map(({ label, asked, obtained, weightedError }) => (
                <tr key={label} {...as.row}>
                  <th scope="row" {...as.rowHead}>{label}</th>
                  <td {...as.cell} className="number" data-label={method.target}>{formatInteger(asked, 'fr')}</td><td {...as.cell} className="number" data-label={method.fitted}>{formatInteger(obtained, 'fr')}</td>
                  <td {...as.cell} className="number" data-label={method.error}>{formatPercent(weightedError, 2, 'fr')}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </WideTable>
        <ul>{notes.map((note) => <li key={note}>{note}</li>)}</ul>
        <p className="note">{method.seed(formatInteger(seed, 'fr'))}</p>
      </details>
      <details open>
        <summary>{method.assumptions}</summary>
        <ul className="measure">{stated.map((one) => <li key={one}>{one}</li>)}</ul>
      </details>
    </>
  );
}
