import type { SourceDescription } from '../../observatory/index.ts';
import { pathIn, useLanguage, useWords } from '../language.ts';
import { observatoryMessages } from '../messages/observatory.ts';
import { French } from './french.tsx';

/** An empty place: what will stand here, which file gives it, the command to type; without a file that gives it, the first alone. */
export function TeachImport({ what, sources }: { what: string; sources: readonly SourceDescription[] }) {
  const language = useLanguage();
  const words = useWords(observatoryMessages).empty;
  const title = <p><strong>{words.title(what)}</strong></p>;
  if (sources.length === 0) return <div className="teach">{title}</div>;
  return (
    <div className="teach">
      {title}
      <p>{words.how}</p>
      <ul>
        {sources.map((source) => (
          <li key={source.id}><French>{source.title} ({source.producer}). {source.ask}, {words.from} {source.origin}.</French></li>
        ))}
      </ul>
      <p>{words.command} <code className="command">npx ancrage import {words.file}</code></p>
      <p><a href={pathIn(language, '/sources')}>{words.allSources}</a></p>
    </div>
  );
}

/** The same for several figures at once: one list of files instead of many empty lines. */
export function TeachSources({ why, sources }: { why: string; sources: readonly SourceDescription[] }) {
  const language = useLanguage();
  const words = useWords(observatoryMessages).empty;
  return (
    <div className="teach screen-only">
      <p><strong>{why}</strong></p>
      <ul>
        {sources.map((source) => <li key={source.id}><a href={`${pathIn(language, '/sources')}#${source.id}`}><French>{source.title}</French></a> <span className="note"><French>({source.producer})</French></span></li>)}
      </ul>
      <p><a href={pathIn(language, '/sources')}>{words.allSources}</a></p>
    </div>
  );
}
