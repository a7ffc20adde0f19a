import { listPublications } from '../../publishing/index.ts';
import { formatDay } from '../../platform/i18n/format.ts';
import { dayOf } from '../../platform/i18n/moment.ts';
import { French } from '../components/french.tsx';
import { pathIn, useLanguage, useWords } from '../language.ts';
import { analysesMessages } from '../messages/analyses.ts';
import { sheetMessages } from '../messages/sheets.ts';
import { appContext } from '../request.ts';
import { Page } from '../shell/page.tsx';
import type { Route } from './+types/analyses';

export async function loader({ context }: Route.LoaderArgs) {
  return { notes: (await listPublications(context.get(appContext))).map((note) => ({ ...note, day: dayOf(note.asOf) })) };
}

export default function Analyses({ loaderData: { notes } }: Route.ComponentProps) {
  const language = useLanguage();
  const words = useWords(analysesMessages);
  const { publications } = useWords(sheetMessages);
  return (
    <Page title={words.title} crumbs={[]} kind="text" lead={<p>{words.lead}</p>}>
      {notes.length === 0 && <p className="teach">{words.empty} {words.emptyHow} <a href={pathIn(language, '/observatoire')}>{words.observatory}</a></p>}
      {notes.map((note) => (
        <section key={note.slug} aria-labelledby={note.slug}>
          <h2 id={note.slug}><a href={pathIn(language, `/analyses/${note.slug}`)}><French>{note.title}</French></a></h2>
          {note.demonstration && <p><strong className="demonstration">{words.demonstration}</strong></p>}
          <p><French>{note.summary}</French></p>
          <p className="note">{words.version(note.version, formatDay(note.day, language))}</p>
        </section>
      ))}
      <p><a href={pathIn(language, '/publications')}>{publications.title}</a>, {publications.others}</p>
    </Page>
  );
}
