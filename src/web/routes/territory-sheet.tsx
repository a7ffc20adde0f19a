import { perimeterText, periodText } from '../../indicators/index.ts';
import { Figure } from '../components/figure.tsx';
import { SourceLine, datasetsOf } from '../components/source-line.tsx';
import { as } from '../components/table-roles.ts';
import { WideTable } from '../components/wide-table.tsx';
import { territorySheet } from '../figures/territory-sheet.ts';
import { pathIn, useLanguage, useWords } from '../language.ts';
import { observatoryMessages } from '../messages/observatory.ts';
import { sheetMessages } from '../messages/sheets.ts';
import { appContext } from '../request.ts';
import { Page } from '../shell/page.tsx';
import type { Route } from './+types/territory-sheet';

export const loader = ({ context }: Route.LoaderArgs) => territorySheet(context.get(appContext));

export default function TerritorySheetPage({ loaderData: sheet }: Route.ComponentProps) {
  const language = useLanguage();
  const words = useWords(sheetMessages);
  const observatory = useWords(observatoryMessages);
  const themes = [...new Set(sheet.figures.map(({ definition }) => definition.theme))];
  return (
    <Page title={`${words.territory}, ${sheet.name}`} heading={sheet.name} here={words.territory} crumbs={[{ label: observatory.title, path: '/observatoire' }]} lead={<p>{words.lead(sheet.communes.length)}</p>}>
      {sheet.figures.length === 0 && <p className="teach">{words.nothing}</p>}
      {sheet.figures.length > 0 && <p className="actions"><a className="button button-quiet" href={pathIn(language, '/observatoire/territoire/fiche.pdf')}>{words.pdf}</a></p>}
      {themes.map((theme) => (
        <section key={theme} aria-labelledby={`theme-${theme}`}>
          <h2 id={`theme-${theme}`}>{observatory.themes[theme]}</h2>
          <WideTable label={`${observatory.themes[theme]}, ${sheet.name}`}>
            <table className="stack-on-phone" {...as.table}>
              <caption className="visually-hidden">{observatory.themes[theme]}, {sheet.name}</caption>
              <thead {...as.group}><tr {...as.row}><th scope="col" {...as.head}>{words.figure}</th><th scope="col" {...as.head} className="number">{words.value}</th><th scope="col" {...as.head}>{words.period}</th><th scope="col" {...as.head}>{words.perimeter}</th></tr></thead>
              <tbody {...as.group}>
                {sheet.figures.filter(({ definition }) => definition.theme === theme).map(({ definition, reading }) => (
                  <tr key={definition.id} {...as.row}>
                    <th scope="row" {...as.rowHead}><a href={pathIn(language, `/observatoire/indicateurs/${definition.id}`)}>{definition.label[language]}</a><span className="row-note"><SourceLine datasets={datasetsOf([reading])} /></span></th>
                    <td {...as.cell} data-label={words.value} className="number"><Figure cell={reading.cell} of={definition} unit /></td>
                    <td {...as.cell} data-label={words.period}>{periodText(definition.id, reading.period, language)}</td>
                    <td {...as.cell} data-label={words.perimeter}>{perimeterText(reading, language)}</td>
                  </tr>
                ))}
              </tbody>
            </table>
          </WideTable>
        </section>
      ))}
      <section aria-labelledby="communes">
        <h2 id="communes">{words.communes}</h2>
        <ul className="link-list link-columns">{sheet.communes.map(({ code, name }) => <li key={code}><a href={pathIn(language, `/observatoire/communes/${code}`)}>{name}</a></li>)}</ul>
      </section>
    </Page>
  );
}
