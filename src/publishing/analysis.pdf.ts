import { renderPdf, type RenderedPdf } from '../platform/documents/pdf.ts';
import { asDocument } from '../platform/documents/svg/palette.ts';
import { formatDay, formatPeriod } from '../platform/i18n/format.ts';
import { dayOf } from '../platform/i18n/moment.ts';
import type { NoteFigures } from './analysis.figures.ts';
import { figureKey, parseMarkup, pictureKey, type Inline } from './analysis.markup.ts';
import type { Publication } from './analysis.store.ts';

/** A published note on paper: the texts, figures and pictures of its page, as a tagged PDF. */
export function notePdf(note: Publication, territory: string): RenderedPdf {
  const { figures } = note;
  const day = dayOf(note.asOf);
  return renderPdf({
    title: note.title, author: territory, language: 'fr', date: day, template,
    data: {
      territory, title: note.title, summary: note.summary, demonstration: note.demonstration ? 'Démonstration : cette analyse est inventée.' : '',
      dated: `Version ${note.version}, chiffres du ${formatDay(day, 'fr')}`,
      blocks: parseMarkup(note.body).map((block) => {
        if (block.kind === 'picture') {
          const picture = figures.pictures[pictureKey(block.shape, block.indicator)];
          return { kind: 'picture', svg: asDocument(picture?.wide ?? ''), alt: picture?.alt ?? '', title: picture?.title ?? '' };
        }
        if (block.kind === 'list') return { kind: 'list', items: block.items.map((item) => partsOf(item, figures)) };
        return { kind: block.kind, level: block.kind === 'heading' ? block.level : 0, parts: partsOf(block.content, figures) };
      }),
      sources: sourceLines(figures), sourcesTitle: 'Sources',
    },
  });
}

const sourceLines = ({ sources }: NoteFigures): string[] => sources.map(({ producer, title, vintage, licence }) => `${producer}, ${title}, ${formatPeriod(vintage, 'fr')} (${licence})`);

const partsOf = (content: readonly Inline[], { figures }: NoteFigures) => content.map((part) =>
  part.kind === 'link' ? { text: part.text, href: /^(https?:|mailto:)/.test(part.href) ? part.href : '', strong: false }
    : part.kind === 'text' ? { text: part.text, href: '', strong: false }
      : { text: figures[figureKey(part.indicator, part.area)]?.text ?? '?', href: '', strong: true });

const template = String.raw`
#set page(paper: "a4", margin: (x: 20mm, y: 18mm), numbering: "1 / 1")
#set text(size: 10.5pt, hyphenate: false)
#set par(leading: 0.62em, spacing: 0.9em)
#show heading: set text(weight: 700, fill: rgb("#0f5c66"))
#show heading.where(level: 1): set text(size: 20pt)
#show heading.where(level: 2): set text(size: 13.5pt)
#show heading.where(level: 3): set text(size: 11.5pt)
#show heading: set block(above: 6mm, below: 3mm)
#let inline(parts) = for part in parts {
  if part.href != "" { link(part.href, underline(part.text)) } else if part.strong { strong(part.text) } else { part.text }
}
#text(size: 9.5pt, weight: 600, data.territory)
#heading(level: 1, data.title)
#if data.demonstration != "" { par(strong(data.demonstration)) }
#par(text(size: 12pt, weight: 500, data.summary))
#par(text(size: 9pt, fill: rgb("#4a5558"), data.dated))
#for block-data in data.blocks {
  if block-data.kind == "heading" { heading(level: block-data.level, inline(block-data.parts)) }
  else if block-data.kind == "paragraph" { par(inline(block-data.parts)) }
  else if block-data.kind == "list" { list(..block-data.items.map(item => inline(item))) }
  else if block-data.svg != "" {
    block(breakable: false, above: 5mm, below: 5mm)[
      #par(strong(block-data.title))
      #image(bytes(block-data.svg), format: "svg", alt: block-data.alt, width: 120mm)
    ]
  }
}
#if data.sources.len() > 0 {
  heading(level: 2, data.sourcesTitle)
  list(..data.sources.map(one => text(size: 9pt, one)))
}
`;
