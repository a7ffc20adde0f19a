import { perimeterText, periodText, type IndicatorDefinition, type Reading } from '../../indicators/index.ts';
import type { PlainDate } from '../../platform/clock.ts';
import { renderPdf, type RenderedPdf } from '../../platform/documents/pdf.ts';
import { asDocument } from '../../platform/documents/svg/palette.ts';
import { formatDay, formatPeriod, type Language } from '../../platform/i18n/format.ts';
import { datasetsOf } from '../components/datasets.ts';
import { observatoryMessages } from '../messages/observatory.ts';
import { sheetMessages } from '../messages/sheets.ts';
import { spoken } from './pictures.ts';

interface PaperSheet {
  title: string;
  lead: string;
  facts: readonly string[];
  locator: { svg: string; alt: string } | null;
  /** The territory's figure stands beside a commune's. */
  figures: readonly { definition: IndicatorDefinition; reading: Reading | undefined; territory?: Reading | undefined }[];
  withTerritory: string | null;
}

/** A sheet on paper, two pages at most: the same figures and words as its page, with the number of each source in the list below. */
export function sheetPdf(sheet: PaperSheet, today: PlainDate, language: Language): RenderedPdf {
  const words = observatoryMessages[language];
  const own = sheetMessages[language];
  const known = sheet.figures.filter(({ reading }) => reading);
  const sources = datasetsOf(known.flatMap(({ reading }) => reading ?? []));
  const numbers = (reading: Reading): string => reading.datasets.map(({ id }) => `[${1 + sources.findIndex((one) => one.id === id)}]`).join(' ');
  // The same reason again and again would fill the paper: one line says what a dash is.
  const shortly = ({ cell }: Reading, definition: IndicatorDefinition): string => (cell.kind === 'missing' ? '–' : spoken(cell, definition, language));
  const dashes = known.some(({ reading, territory }) => [reading, territory].some((one) => one?.cell.kind === 'missing'));
  const themes = [...new Set(known.map(({ definition }) => definition.theme))];
  const data = {
    title: sheet.title, lead: sheet.lead, facts: sheet.facts, locator: sheet.locator && { ...sheet.locator, svg: asDocument(sheet.locator.svg) }, dated: own.dated(formatDay(today, language)), secrecy: dashes ? `${own.secrecy} ${own.dash}` : own.secrecy,
    heads: [own.figure, sheet.withTerritory === null ? own.value : sheet.title, own.period, ...(sheet.withTerritory === null ? [own.perimeter] : [sheet.withTerritory])],
    themes: themes.map((theme) => ({
      name: words.themes[theme],
      rows: known.filter(({ definition }) => definition.theme === theme).map(({ definition, reading, territory }) => [
        `${definition.label[language]} ${numbers(reading!)}`, shortly(reading!, definition), periodText(definition.id, reading!.period, language),
        sheet.withTerritory === null ? perimeterText(reading!, language) ?? '' : territory ? shortly(territory, definition) : '',
      ]),
    })),
    sourcesTitle: own.sources, sources: sources.map((one, at) => `[${at + 1}] ${one.producer}, ${one.title}, ${words.vintage(formatPeriod(one.vintage, language))} (${one.licence})`),
  };
  // Tighter where the territory has many figures: a sheet is printed on both sides of one paper.
  let made = renderPdf({ title: sheet.title, author: 'Ancrage', language, date: today, template, data: { ...data, density: 1 } });
  for (const density of [0.9, 0.8, 0.7]) {
    if (made.pages <= 2) break;
    made = renderPdf({ title: sheet.title, author: 'Ancrage', language, date: today, template, data: { ...data, density } });
  }
  return made;
}

const template = String.raw`
#let d = data.density
#set page(paper: "a4", margin: (x: 16mm, y: 14mm), numbering: "1 / 1")
#set text(size: 9pt * d, hyphenate: false)
#set par(leading: 0.5em, spacing: 0.7em)
#show heading.where(level: 1): set text(size: 20pt * d, weight: 700, fill: rgb("#0f5c66"))
#show heading.where(level: 2): set text(size: 11pt * d, weight: 700, fill: rgb("#0f5c66"))
#show heading: set block(above: 4mm * d, below: 2mm * d)
#grid(columns: (1fr, auto), gutter: 6mm,
  [#heading(level: 1, data.title)
   #par(text(size: 10.5pt * d, weight: 500, data.lead))
   #if data.facts.len() > 0 { list(..data.facts.map(one => [#one])) }
   #par(text(size: 8pt * d, fill: rgb("#4a5558"))[#data.dated #data.secrecy])],
  if data.locator != none { image(bytes(data.locator.svg), format: "svg", alt: data.locator.alt, width: 46mm * d) },
)
#for theme in data.themes {
  heading(level: 2, theme.name)
  table(columns: (2.4fr, 1.3fr, 1fr, 1.3fr), stroke: (x, y) => (bottom: 0.4pt + rgb("#c9c4b8")), inset: (x: 1mm, y: 1.1mm * d), align: (left, right, left, right),
    table.header(..data.heads.map(one => text(weight: 600, one))),
    ..theme.rows.map(row => row.map(one => [#one])).flatten())
}
#heading(level: 2, data.sourcesTitle)
#for one in data.sources { par(text(size: 7.5pt * d, one)) }
`;
