import { listPublications } from '../../publishing/index.ts';
import { French } from '../components/french.tsx';
import { languageOf, pathIn, useLanguage, useWords } from '../language.ts';
import { analysesMessages } from '../messages/analyses.ts';
import { sheetMessages } from '../messages/sheets.ts';
import { appContext } from '../request.ts';
import { Page } from '../shell/page.tsx';
import type { Route } from './+types/publications';

export async function loader({ context, request }: Route.LoaderArgs) {
  const app = context.get(appContext);
  const { territory } = app;
  return {
    name: languageOf(request) === 'fr' ? territory.nameWithOf : territory.name, notes: await listPublications(app),
    communes: territory.currentCommunes.map((code) => ({ code, name: territory.communes.get(code)?.name ?? code })).toSorted((a, b) => a.name.localeCompare(b.name, 'fr')),
  };
}

/** All that is published, on one page: the first one of the site made of files too. */
export default function Publications({ loaderData: { name, notes, communes } }: Route.ComponentProps) {
  const language = useLanguage();
  const sheets = useWords(sheetMessages);
  const words = sheets.publications;
  const analyses = useWords(analysesMessages);
  return (
    <Page title={words.title} kind="wide" lead={<p>{words.lead(name)}</p>}>
      <section aria-labelledby="analyses">
        <h2 id="analyses">{words.analyses}</h2>
        {notes.length === 0 && <p className="note">{analyses.empty}</p>}
        {notes.map((note) => <p key={note.slug} className="measure"><a href={pathIn(language, `/analyses/${note.slug}`)}><French>{note.title}</French></a>{note.demonstration && <> <strong className="demonstration">{analyses.demonstration}</strong></>} <French>{note.summary}</French></p>)}
        <p><a href={pathIn(language, '/analyses')}>{words.allAnalyses}</a></p>
      </section>
      <section aria-labelledby="donnees">
        <h2 id="donnees">{words.data}</h2>
        <p className="measure">{words.dataText} <a href={pathIn(language, '/donnees')}>{words.data}</a></p>
      </section>
      <section aria-labelledby="fiches">
        <h2 id="fiches">{words.sheets}</h2>
        <p><a href={pathIn(language, '/observatoire/territoire')}>{sheets.territory}</a></p>
        <ul className="link-list link-columns">{communes.map((one) => <li key={one.code}><a href={pathIn(language, `/observatoire/communes/${one.code}`)}>{one.name}</a></li>)}</ul>
      </section>
    </Page>
  );
}
