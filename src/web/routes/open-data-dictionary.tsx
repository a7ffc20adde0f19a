import { unitText } from '../../indicators/index.ts';
import { columns, readOpenData } from '../../publishing/index.ts';
import { French } from '../components/french.tsx';
import { as } from '../components/table-roles.ts';
import { WideTable } from '../components/wide-table.tsx';
import { languageOf, pathIn, useLanguage, useWords } from '../language.ts';
import { openDataMessages } from '../messages/open-data.ts';
import { appContext } from '../request.ts';
import { Page } from '../shell/page.tsx';
import type { Route } from './+types/open-data-dictionary';

export async function loader({ context, request }: Route.LoaderArgs) {
  const language = languageOf(request);
  const datasets = await readOpenData(context.get(appContext));
  return {
    indicators: datasets.flatMap(({ definitions }) => definitions).map((one) => (
      { id: one.id, label: one.label[language], definition: one.definition[language], unit: one.unit === 'fraction' ? 'fraction' : unitText(one.unit, language) })),
  };
}

export default function OpenDataDictionary({ loaderData: { indicators } }: Route.ComponentProps) {
  const language = useLanguage();
  const words = useWords(openDataMessages);
  return (
    <Page title={words.dictionary} crumbs={[{ label: words.title, path: '/donnees' }]} kind="wide" lead={<p>{words.dictionaryLead}</p>}>
      <p className="actions"><a href={pathIn(language, '/donnees/dictionnaire.csv')}>{words.dictionaryCsv}</a></p>
      <h2 id="colonnes">{words.columns}</h2>
      <WideTable label={words.columns}>
        <table className="stack-on-phone" {...as.table}>
          <caption className="visually-hidden">{words.columns}</caption>
          <thead {...as.group}><tr {...as.row}><th scope="col" {...as.head}>{words.column}</th><th scope="col" {...as.head}>{words.type}</th><th scope="col" {...as.head}>{words.meaning}</th></tr></thead>
          <tbody {...as.group}>
            {columns.map(({ name, type, meaning }) => (
              <tr key={name} {...as.row}>
                <th scope="row" {...as.rowHead}><code>{name}</code></th>
                <td {...as.cell} data-label={words.type}>{words.types[type]}</td>
                <td {...as.cell} data-label={words.meaning}><French>{meaning}</French></td>
              </tr>
            ))}
          </tbody>
        </table>
      </WideTable>
      <h2 id="indicateurs">{words.indicators}</h2>
      <WideTable label={words.indicators}>
        <table className="stack-on-phone" {...as.table}>
          <caption className="visually-hidden">{words.indicators}</caption>
          <thead {...as.group}><tr {...as.row}><th scope="col" {...as.head}>{words.indicator}</th><th scope="col" {...as.head}>{words.unit}</th><th scope="col" {...as.head}>{words.definition}</th></tr></thead>
          <tbody {...as.group}>
            {indicators.map(({ id, label, definition, unit }) => (
              <tr key={id} {...as.row}>
                <th scope="row" {...as.rowHead}><a href={pathIn(language, `/observatoire/indicateurs/${id}`)}>{label}</a> <span className="row-note"><code>{id}</code></span></th>
                <td {...as.cell} data-label={words.unit}>{unit}</td>
                <td {...as.cell} data-label={words.definition}>{definition}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </WideTable>
    </Page>
  );
}
