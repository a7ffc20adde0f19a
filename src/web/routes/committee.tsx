import type { LoaderFunctionArgs } from 'react-router';
import { paintFor, paletteOf } from '../../platform/documents/svg/palette.ts';
import { packFormats, packPictures, readPack, readPackGeometry, type PackContent, type PackPictures } from '../../steering/index.ts';
import { Broken } from '../components/broken-convention.tsx';
import { Demonstration } from '../components/demonstration.tsx';
import { LateActions } from '../components/late-actions.tsx';
import { PackFigureCard } from '../components/pack-figure.tsx';
import { PackMapSection } from '../components/pack-map.tsx';
import { pathIn, useLanguage, useWords } from '../language.ts';
import { committeeMessages } from '../messages/committee.ts';
import { appContext } from '../request.ts';
import { Page } from '../shell/page.tsx';
import { useShell } from '../shell/shell-context.ts';

type Data = { content: PackContent; pictures: PackPictures } | { content: null; problems: string[] };

export async function loader({ context }: LoaderFunctionArgs): Promise<Data> {
  const app = context.get(appContext);
  const [read, geometry] = await Promise.all([readPack(app), readPackGeometry(app)]);
  if (!read.ok) return { content: null, problems: read.error.problems };
  return { content: read.value, pictures: packPictures(read.value, geometry, paintFor(paletteOf(app.territory.colours), 'page')) };
}

export default function CommitteePage({ loaderData }: { loaderData: Data }) {
  const words = useWords(committeeMessages);
  if (!loaderData.content) return <Broken title={words.title} problems={loaderData.problems} />;
  const { content, pictures } = loaderData;
  return (
    <Page
      title={words.title}
      crumbs={[]}
      heading={<span lang="fr">{content.title}</span>}
      lead={<><p lang="fr">{content.summary} {content.demonstration && <Demonstration />}</p><p className="note" lang="fr">{content.territory.name}, {content.dateText}. {content.subtitle}. {content.perimeter}.</p></>}
    >
      <Files content={content} />
      <Figures content={content} trends={pictures.trends} />
      <div className={content.map ? 'pack-beside' : undefined}>
        {content.map && pictures.map && <PackMapSection map={content.map} picture={pictures.map} />}
        <LateActions content={content} />
      </div>
      <p className="note screen-only">{words.content(content.contentId)}</p>
    </Page>
  );
}

/** The same page to take away; on paper, where the page meant for it stands. */
function Files({ content }: { content: PackContent }) {
  const words = useWords(committeeMessages);
  const language = useLanguage();
  const { origin } = useShell();
  return (
    <>
      <section aria-label={words.files} className="screen-only">
        <ul className="pack-files">
          {packFormats.map((format, at) => <li key={format}><a className={at === 0 ? 'button' : 'button button-quiet'} href={pathIn(language, `/comite.${format}`)}>{words.formats[format]}</a></li>)}
        </ul>
        <p className="note">{words.lead}</p>
      </section>
      <p className="print-only note">{words.printed(`${origin ?? ''}${pathIn(language, '/comite.pdf')}`, content.contentId)}</p>
    </>
  );
}

function Figures({ content, trends }: { content: PackContent; trends: PackPictures['trends'] }) {
  const words = useWords(committeeMessages);
  const language = useLanguage();
  const shown = content.figures.filter(({ available }) => available);
  return (
    <section aria-labelledby="chiffres">
      <h2 id="chiffres">{words.figures}</h2>
      {content.stateRule && <p className="note" lang="fr">{content.stateRule}</p>}
      <ul className="pack-figures" lang="fr">
        {shown.map((figure) => (
          <PackFigureCard
            key={figure.indicator} figure={figure} trend={trends[figure.indicator] ?? null}
            // What several figures must say stands once, below them.
            note={figure.note !== null && content.cautions.includes(figure.note) ? null : figure.note}
          />
        ))}
      </ul>
      {content.cautions.map((caution) => <p key={caution} className="note caution measure" lang="fr">{caution}</p>)}
      {content.unavailable && <p className="measure"><span lang="fr">{content.unavailable}</span> <a className="screen-only" href={pathIn(language, '/sources')}>{words.sources}</a></p>}
    </section>
  );
}
