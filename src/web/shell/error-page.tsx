import { pathIn, useLanguage, useWords } from '../language.ts';
import { shellMessages } from '../messages/shell.ts';
import { spaceMessages } from '../messages/space.ts';
import { doors } from './doors.ts';
import { Page } from './page.tsx';
import { SearchForm } from './search-form.tsx';
import { useShell } from './shell-context.ts';

/** What a loader may hand with a 404: pages near what was asked. */
export interface Suggestions {
  /** A commune of France that is not in this territory. */
  outside?: boolean;
  suggestions: readonly { label: string; path: string }[];
}

const suggestionsIn = (data: unknown): Suggestions['suggestions'] =>
  typeof data === 'object' && data !== null && 'suggestions' in data ? (data as Suggestions).suggestions : [];

const isOutside = (data: unknown): boolean => typeof data === 'object' && data !== null && (data as Suggestions).outside === true;

/** 404, other refusals and 500, in the same shell, each saying what remains possible. */
export function ErrorPage({ failure }: { failure: { status: number; data: unknown } }) {
  const words = useWords(shellMessages).errors;
  const language = useLanguage();
  const { requestId, territory } = useShell();
  if (failure.status >= 500) {
    return (
      <Page title={words.broken.title} kind="text" lead={<p>{words.broken.text}</p>}>
        <p>{words.broken.number} <code>{requestId}</code></p>
        <PagesToRead />
      </Page>
    );
  }
  if (failure.status === 403) return <Forbidden />;
  const outside = failure.status === 404 && isOutside(failure.data);
  const said = outside ? words.outside : failure.status === 404 ? words.notFound : words.refused;
  const suggestions = suggestionsIn(failure.data);
  return (
    <Page title={said.title} kind="text" lead={<p>{typeof said.text === 'string' ? said.text : said.text(territory.name)}</p>}>
      {outside && <p><a href={pathIn(language, '/plan-du-site#communes')}>{words.outside.list}</a></p>}
      {suggestions.length > 0 && <Suggested suggestions={suggestions} />}
      <SearchForm id="search-again" />
      <PagesToRead />
    </Page>
  );
}

function Forbidden() {
  const words = useWords(spaceMessages).forbidden;
  const language = useLanguage();
  return (
    <Page title={words.title} kind="text" lead={<p>{words.text}</p>}>
      <p className="actions"><a className="button" href={pathIn(language, '/espace')}>{words.space}</a></p>
    </Page>
  );
}

function Suggested({ suggestions }: Suggestions) {
  const language = useLanguage();
  return (
    <>
      <h2>{useWords(shellMessages).errors.notFound.suggestions}</h2>
      <ul className="link-list">
        {suggestions.map((one) => <li key={one.path}><a href={pathIn(language, one.path)}>{one.label}</a></li>)}
      </ul>
    </>
  );
}

function PagesToRead() {
  const language = useLanguage();
  const words = useWords(shellMessages);
  return (
    <ul className="link-list">
      <li><a href={pathIn(language, '/')}>{words.home}</a></li>
      {doors.flatMap((door) => door.pages.map((page) => <li key={page.id}><a href={pathIn(language, page.path)}>{words.pages[page.id]}</a></li>))}
    </ul>
  );
}
