import { packFormats, readPack, type PackContent, type PackFigure } from '../../steering/index.ts';
import { Broken } from '../components/broken-convention.tsx';
import { as } from '../components/table-roles.ts';
import { pathIn, useLanguage, useWords } from '../language.ts';
import { committeeMessages } from '../messages/committee.ts';
import { appContext } from '../request.ts';
import { Page } from '../shell/page.tsx';
import type { LoaderFunctionArgs } from 'react-router';

interface Data { content: PackContent | null; problems: string[] }

export async function loader({ context }: LoaderFunctionArgs): Promise<Data> {
  const read = await readPack(context.get(appContext));
  return read.ok ? { content: read.value, problems: [] } : { content: null, problems: read.error.problems };
}

export default function CommitteePage({ loaderData: { content, problems } }: { loaderData: Data }) {
  const words = useWords(committeeMessages);
  const language = useLanguage();
  if (!content) return <Broken title={words.title} problems={problems} />;
  return (
    <Page
      title={words.title}
      crumbs={[]}
      heading={<span lang="fr">{content.title}</span>}
      lead={<><p lang="fr">{content.territory.name}, {content.dateText}. {content.summary}</p><p className="note">{words.lead}</p></>}
    >
      {content.demonstration && <p><span className="demonstration">{words.demonstration}</span> <span className="note" lang="fr">{content.demonstration}</span></p>}
      <section aria-labelledby="fichiers">
        <h2 id="fichiers">{words.files}</h2>
        <ul className="pack-files">
          {packFormats.map((format) => <li key={format}><a className="button" href={pathIn(language, `/comite.${format}`)}>{words.formats[format]}</a></li>)}
        </ul>
        <p className="note">{words.content(content.contentId)}</p>
      </section>
      <Figures figures={content.figures} rule={content.stateRule} />
      <LateActions content={content} />
      {content.map && <MapValues map={content.map} />}
    </Page>
  );
}

function Figures({ figures, rule }: { figures: readonly PackFigure[]; rule: string | null }) {
  const words = useWords(committeeMessages);
  const language = useLanguage();
  return (
    <section>
      <h2 id="chiffres">{words.figures}</h2>
      {rule && <p className="note" lang="fr">{rule}</p>}
      <div className="scroll-x" role="region" aria-labelledby="chiffres" tabIndex={0}>
        <table className="stated stack-on-phone" {...as.table} lang="fr">
          <thead {...as.group} lang={language}><tr {...as.row}><th scope="col" {...as.head}>{words.figure}</th><th scope="col" {...as.head}>{words.value}</th><th scope="col" {...as.head}>{words.target}</th><th scope="col" {...as.head}>{words.trend}</th></tr></thead>
          <tbody {...as.group}>
            {figures.map((figure) => (
              <tr {...as.row} key={figure.indicator} data-indicator={figure.indicator}>
                <th scope="row" {...as.rowHead}><a href={pathIn(language, `/observatoire/indicateurs/${figure.indicator}`)}>{figure.label}</a><span className="note">{figure.source}</span></th>
                <td {...as.cell} data-label={words.value}><strong data-value>{figure.value}</strong> {figure.unitAfter}<span className="note">{figure.periodLabel}</span>{figure.note && <span className="note">{figure.note}</span>}</td>
                <td {...as.cell} data-label={words.target}>{figure.state && <span className={`state state-${figure.state.code === 'reached' ? 'done' : figure.state.code}`}>{figure.state.word}</span>} {figure.target.text}{figure.target.source && <span className="note">{figure.target.source}</span>}</td>
                <td {...as.cell} data-label={words.trend}>{figure.trend.text}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  );
}

function LateActions({ content }: { content: PackContent }) {
  const words = useWords(committeeMessages);
  const language = useLanguage();
  return (
    <section>
      <h2 id="retards" lang="fr">{content.actionsTitle}</h2>
      <p className="measure" lang="fr">{content.actionsText}</p>
      {content.lateActions.length > 0 && (
        <div className="scroll-x" role="region" aria-labelledby="retards" tabIndex={0}>
          <table className="action-list stack-on-phone" {...as.table} lang="fr">
            <thead {...as.group} lang={language}><tr {...as.row}><th scope="col" {...as.head}>{words.late}</th><th scope="col" {...as.head}>{words.due}</th><th scope="col" {...as.head}>{words.owner}</th></tr></thead>
            <tbody {...as.group}>
              {content.lateActions.map((action) => (
                <tr {...as.row} key={action.title}>
                  <th scope="row" {...as.rowHead}>{action.title} {action.demonstration && <span className="demonstration" lang={language}>{words.demonstration}</span>}{action.comment && <span className="note">{action.comment}</span>}</th>
                  <td {...as.cell} data-label={words.due}>{action.due}<span className="note state state-late">{action.late}</span></td>
                  <td {...as.cell} data-label={words.owner}>{action.lead}<span className="note">{action.owner}</span></td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
    </section>
  );
}

function MapValues({ map }: { map: NonNullable<PackContent['map']> }) {
  const words = useWords(committeeMessages);
  const language = useLanguage();
  return (
    <section aria-labelledby="carte">
      <h2 id="carte">{words.map}{'\u00a0'}: <span lang="fr">{map.title}</span></h2>
      <p className="measure" lang="fr">{map.description} <a href={pathIn(language, `/observatoire?indicateur=${map.indicator}`)}>{words.map}</a></p>
      <p className="note" lang="fr">{map.source}</p>
      <details>
        <summary>{words.mapTable(map.title)}</summary>
        <table>
          <thead><tr><th scope="col">{words.commune}</th><th scope="col" className="number">{words.value}</th></tr></thead>
          <tbody lang="fr">{map.values.map((one) => <tr key={one.code}><th scope="row">{one.name}</th><td className="number">{one.text}</td></tr>)}</tbody>
        </table>
      </details>
    </section>
  );
}
