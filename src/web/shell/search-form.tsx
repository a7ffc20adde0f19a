import { pathIn, useLanguage, useWords } from '../language.ts';
import { shellMessages } from '../messages/shell.ts';

/** Search from anywhere; the key « / » comes with the enhancement script. */
export function SearchForm({ id, asked }: { id: string; asked?: string }) {
  const language = useLanguage();
  const words = useWords(shellMessages).search;
  return (
    <search>
      <form className="search-form" action={pathIn(language, '/recherche')} method="get">
        <label className="visually-hidden" htmlFor={id}>{words.label}</label>
        <input id={id} type="search" name="q" defaultValue={asked} placeholder={words.placeholder} autoComplete="off" aria-keyshortcuts={id === 'search' ? '/' : undefined} />
        <button type="submit">{words.button}</button>
      </form>
    </search>
  );
}
