import { useLoaderData, type LoaderFunctionArgs } from 'react-router';
import { ruleBook } from '../../aids/index.ts';
import { sourceCatalogue } from '../../observatory/index.ts';
import { postalCodesOf } from '../../territory/index.ts';
import { French } from '../components/french.tsx';
import { searchIn } from '../figures/search.rules.ts';
import { languageOf, pathIn, useLanguage, useWords } from '../language.ts';
import { observatoryMessages } from '../messages/observatory.ts';
import { searchMessages } from '../messages/search.ts';
import { shellMessages } from '../messages/shell.ts';
import { appContext } from '../request.ts';
import { doors, legalPages } from '../shell/doors.ts';
import { Page } from '../shell/page.tsx';
import { SearchForm } from '../shell/search-form.tsx';
import { titleOf } from '../simulator/labels.ts';

const longest = 100;

export function loader({ request, context }: LoaderFunctionArgs) {
  const { territory, indicators } = context.get(appContext);
  const language = languageOf(request);
  const asked = (new URL(request.url).searchParams.get('q') ?? '').trim().slice(0, longest);
  const shell = shellMessages[language];
  const found = searchIn(asked, {
    communes: [...territory.communes.values()].map((commune) => ({ ...commune, postalCodes: postalCodesOf(commune.code) })),
    indicators: indicators.definitions,
    themes: observatoryMessages[language].themes,
    pages: [
      { id: 'home', label: shell.home, path: '/' },
      ...doors.flatMap((door) => door.pages.map((page) => ({ id: page.id as string, label: shell.pages[page.id], path: page.path as string }))),
      ...ruleBook().aids.map((aid) => ({ id: `rule-${aid.id}`, label: titleOf(aid, language), path: `/regles/${aid.id}` })),
      ...legalPages.map((page) => ({ id: page.id, label: shell.footer[page.id], path: page.path })),
    ],
    sources: sourceCatalogue,
  }, language);
  return { asked, ...found, indicators: found.indicators.map(({ id, label, definition }) => ({ id, label: label[language], definition: definition[language] })) };
}

export default function Search() {
  const { asked, communes, indicators, pages, sources } = useLoaderData<typeof loader>();
  const language = useLanguage();
  const words = useWords(searchMessages);
  const count = communes.length + indicators.length + pages.length + sources.length;
  return (
    <Page title={asked ? words.titleOf(asked, count) : words.title} crumbs={[]} kind="text">
      <SearchForm id="search-again" asked={asked} />
      {asked === '' && <p className="note">{words.empty}</p>}
      {asked !== '' && count === 0 && <p>{words.nothingHow}</p>}
      <Group title={words.pages}>
        {pages.map((page) => <li key={page.id}><a href={pathIn(language, page.path)}>{page.label}</a></li>)}
      </Group>
      <Group title={words.communes}>
        {communes.map((commune) => <li key={commune.code}><a href={pathIn(language, `/observatoire/communes/${commune.code}`)}>{commune.name}</a> <span className="note">{[commune.code, ...commune.postalCodes.filter((code) => code !== commune.code)].join(', ')}</span></li>)}
      </Group>
      <Group title={words.indicators}>
        {indicators.map((one) => <li key={one.id}><a href={pathIn(language, `/observatoire?indicateur=${one.id}`)}>{one.label}</a><span className="row-note">{one.definition}</span></li>)}
      </Group>
      <Group title={words.sources}>
        {sources.map((source) => <li key={source.id}><a href={`${pathIn(language, '/sources')}#${source.id}`}><French>{source.title}</French></a> <span className="note"><French>{source.producer}</French></span></li>)}
      </Group>
    </Page>
  );
}

function Group({ title, children }: { title: string; children: readonly React.ReactNode[] }) {
  if (children.length === 0) return null;
  return (
    <>
      <h2>{title}</h2>
      <ul className="link-list">{children}</ul>
    </>
  );
}
