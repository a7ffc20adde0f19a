import { figureKey, parseMarkup, pictureKey, type Block, type Inline, type NoteFigures } from '../../publishing/index.ts';
import { formatPeriod } from '../../platform/i18n/format.ts';
import { Picture } from '../components/picture.tsx';
import { pathIn, useLanguage, useWords } from '../language.ts';
import { analysesMessages } from '../messages/analyses.ts';

/** A note's text with its figures: what its page shows, what its preview shows. Each figure leads to its card. */
export function NoteBody({ body, figures, level = 2 }: { body: string; figures: NoteFigures; /** Of its titles. */ level?: 2 | 3 }) {
  return <div className="note-body measure" lang="fr">{parseMarkup(body).map((block, at) => <NoteBlock key={at} block={block} figures={figures} level={level} />)}</div>;
}

function NoteBlock({ block, figures, level }: { block: Block; figures: NoteFigures; level: 2 | 3 }) {
  switch (block.kind) {
    case 'heading': {
      const Title = `h${Math.min(6, block.level + level - 2)}` as 'h2' | 'h3' | 'h4';
      return <Title><Parts parts={block.content} figures={figures} /></Title>;
    }
    case 'paragraph': return <p><Parts parts={block.content} figures={figures} /></p>;
    case 'list': return <ul>{block.items.map((item, at) => <li key={at}><Parts parts={item} figures={figures} /></li>)}</ul>;
    case 'picture': {
      const picture = figures.pictures[pictureKey(block.shape, block.indicator)];
      return picture ? <figure><figcaption>{picture.title}</figcaption><Picture svg={picture} className={block.shape === 'map' ? 'map' : ''} /></figure> : <p className="note">{`{{${block.shape}:${block.indicator}}}`}</p>;
    }
  }
}

function Parts({ parts, figures }: { parts: readonly Inline[]; figures: NoteFigures }) {
  const language = useLanguage();
  const words = useWords(analysesMessages);
  return parts.map((part, at) => {
    if (part.kind === 'text') return part.text;
    if (part.kind === 'link') return <a key={at} href={part.href}>{part.text}</a>;
    const figure = figures.figures[figureKey(part.indicator, part.area)];
    if (!figure) return <code key={at}>{`{{indicator:${figureKey(part.indicator, part.area)}}}`}</code>;
    return <a key={at} className="card-link figures" href={pathIn(language, `/observatoire/indicateurs/${figure.indicator}?lieu=${figure.area}`)} title={words.figureOf(figure.label, figure.place, figure.period)}>{figure.text}</a>;
  });
}

/** Where a note's figures come from. */
export function NoteSources({ figures }: { figures: NoteFigures }) {
  const words = useWords(analysesMessages);
  if (figures.sources.length === 0) return null;
  return (
    <section aria-labelledby="sources">
      <h2 id="sources">{words.sources}</h2>
      <ul className="note" lang="fr">{figures.sources.map((one) => <li key={one.id}>{one.producer}, {one.title}, {formatPeriod(one.vintage, 'fr')} ({one.licence})</li>)}</ul>
    </section>
  );
}
