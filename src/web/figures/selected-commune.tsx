import { Figure } from '../components/figure.tsx';
import { pathIn, useLanguage, useWords } from '../language.ts';
import { observatoryMessages } from '../messages/observatory.ts';
import { addressOf, type ObservatoryQuery } from './query.rules.ts';
import type { ObservatoryView } from './view.ts';

/** The commune one has chosen: its value, its place in the ranking, its sheet. */
export function SelectedCommune({ view, query }: { view: ObservatoryView; query: ObservatoryQuery }) {
  const language = useLanguage();
  const words = useWords(observatoryMessages).selected;
  const { selected, definition } = view;
  if (!selected) return null;
  const ranked = view.rows.filter((row) => row.rank !== null).length;
  return (
    <div className="selected-commune">
      <p>
        <strong>{selected.name}</strong>{' '}
        <Figure cell={selected.reading.cell} of={definition} unit />
        {selected.rank !== null && <span className="note"> {words.rank(selected.rank, ranked)}</span>}
      </p>
      <p className="actions">
        <a href={pathIn(language, `/observatoire/communes/${selected.code}`)}>{words.sheet(selected.name)}</a>
        <a href={pathIn(language, addressOf('/observatoire', query, { commune: null }))}>{words.clear}</a>
      </p>
    </div>
  );
}
