import { data } from 'react-router';
import { readPublication } from '../../publishing/index.ts';
import { formatDay } from '../../platform/i18n/format.ts';
import { dayOf } from '../../platform/i18n/moment.ts';
import { NoteBody, NoteSources } from '../analyses/note-body.tsx';
import { versionAsked } from '../analyses/version.ts';
import { French } from '../components/french.tsx';
import { pathIn, useLanguage, useWords } from '../language.ts';
import { analysesMessages } from '../messages/analyses.ts';
import { appContext } from '../request.ts';
import { Page } from '../shell/page.tsx';
import { useShell } from '../shell/shell-context.ts';
import type { Route } from './+types/analysis';

export async function loader({ context, params, request }: Route.LoaderArgs) {
  const found = await readPublication(context.get(appContext), params.slug, versionAsked(request));
  if (!found) throw data({ suggestions: [] }, { status: 404 });
  const { publication, versions } = found;
  return { ...publication, day: dayOf(publication.asOf), versions: versions.map(({ version, asOf }) => ({ version, day: dayOf(asOf) })) };
}

export default function PublishedAnalysis({ loaderData: note }: Route.ComponentProps) {
  const language = useLanguage();
  const words = useWords(analysesMessages);
  const { asFile } = useShell();
  const path = pathIn(language, `/analyses/${note.slug}`);
  const newest = note.versions[0]?.version;
  return (
    <Page title={note.title} heading={<French>{note.title}</French>} here={<French>{note.title}</French>} crumbs={[{ label: words.title, path: '/analyses' }]} kind="text" lead={<p><French>{note.summary}</French></p>}>
      {note.demonstration && <p><strong className="demonstration">{words.demonstration}</strong></p>}
      <p className="note">{words.version(note.version, formatDay(note.day, language))}</p>
      {newest !== undefined && newest > note.version && <p className="notice">{words.older} <a href={path}>{words.newest}</a></p>}
      <p className="actions"><a className="button button-quiet" href={`${path}/analyse.pdf${newest === note.version ? '' : `?version=${note.version}`}`}>{words.pdf}</a></p>
      <NoteBody body={note.body} figures={note.figures} />
      <NoteSources figures={note.figures} />
      {note.versions.length > 1 && !asFile && (
        <section aria-labelledby="versions" className="screen-only">
          <h2 id="versions">{words.versions}</h2>
          <ul>{note.versions.map(({ version, day }) => <li key={version}><a href={`${path}?version=${version}`} aria-current={version === note.version ? 'page' : undefined}>{words.version(version, formatDay(day, language))}</a></li>)}</ul>
        </section>
      )}
    </Page>
  );
}
