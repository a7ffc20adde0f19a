import { useLoaderData, type LoaderFunctionArgs } from 'react-router';
import { languageOf, pathIn, useLanguage, useWords } from '../language.ts';
import { searchMessages } from '../messages/search.ts';
import { matching } from '../figures/near.rules.ts';
import { appContext } from '../request.ts';
import { Page } from '../shell/page.tsx';
import { SearchForm } from '../shell/search-form.tsx';

const longest = 100;

export function loader({ request, context }: LoaderFunctionArgs) {
  const app = context.get(appContext);
  const language = languageOf(request);
  const asked = (new URL(request.url).searchParams.get('q') ?? '').trim().slice(0, longest);
  const communes = matching(asked, [...app.territory.communes.values()], (commune) => [commune.name, commune.code]);
  const indicators = matching(asked, app.indicators.definitions, (one) => [one.label[language], one.label.fr, one.definition[language]]);
  return {
    asked,
    communes,
    indicators: indicators.map(({ id, label, definition }) => ({ id, label: label[language], definition: definition[language] })),
  };
}

export default function Search() {
  const { asked, communes, indicators } = useLoaderData<typeof loader>();
  const language = useLanguage();
  const words = useWords(searchMessages);
  const count = communes.length + indicators.length;
  return (
    <Page title={asked ? words.titleOf(asked) : words.title} heading={words.title} crumbs={[]} kind="text">
      <SearchForm id="search-again" asked={asked} />
      {asked === '' && <p className="note">{words.empty}</p>}
      {asked !== '' && count === 0 && <><p><strong>{words.nothing(asked)}</strong></p><p>{words.nothingHow}</p></>}
      {count > 0 && <output>{words.found(count)}</output>}
      {communes.length > 0 && (
        <>
          <h2>{words.communes}</h2>
          <ul className="link-list">
            {communes.map((commune) => <li key={commune.code}><a href={pathIn(language, `/observatoire/communes/${commune.code}`)}>{commune.name}</a> <span className="note">{commune.code}</span></li>)}
          </ul>
        </>
      )}
      {indicators.length > 0 && (
        <>
          <h2>{words.indicators}</h2>
          <ul className="link-list">
            {indicators.map((one) => <li key={one.id}><a href={pathIn(language, `/observatoire?indicateur=${one.id}`)}>{one.label}</a><span className="row-note">{one.definition}</span></li>)}
          </ul>
        </>
      )}
    </Page>
  );
}
