import { renderPdf, type RenderedPdf } from '../../platform/documents/pdf.ts';
import { formatDay, type PageLanguage } from '../../platform/i18n/format.ts';
import { simulatorMessages } from '../messages/simulator.ts';
import type { AidView } from './answer.view.ts';
import { resultGroups } from './result.groups.ts';
import type { SimulatorView } from './simulator.view.ts';

/** The result on paper: the same texts as the page, a tagged PDF. */
export function simulatorPdf(view: SimulatorView, { language, territory }: { language: PageLanguage; territory: string }): RenderedPdf {
  const words = simulatorMessages[language];
  const { result } = words;
  const colon = language === 'fr' ? '\u00a0: ' : ': ';
  const of = (aids: readonly AidView[]) => aids.map((aid) => ({
    title: aid.title,
    lines: [
      ...(aid.amount ? [`${aid.amount.label}${colon}${aid.amount.value}`] : []),
      ...(aid.deadline && aid.outcome !== 'no' ? [`${aid.deadline}.`] : []),
      ...(aid.outcome === 'yes' ? [`${result.firstStep}${colon}${aid.where}`, `${result.documents}${colon}${aid.documents.join(' ; ')}.`] : []),
      ...aid.waysIn.map(({ lead, text }) => `${lead} ${text}.`),
    ],
    because: aid.missing.length > 0 ? [`${result.missing}${colon}${aid.missing.join(', ')}.`] : aid.because.slice(0, 4).map(({ text, compared }) => (compared ? `${text} (${compared})` : text)),
  }));
  const { summary, groups } = resultGroups(view.aids, language);
  return renderPdf({
    title: `${result.title} (${formatDay(view.at, language)})`, author: 'Ancrage', language, date: view.at, template,
    data: {
      territory, title: result.title, at: result.at(formatDay(view.at, language)), caution: result.caution, groups: groups.map(({ title, aids }) => ({ title, aids: of(aids) })), given: view.given, givenTitle: words.given, colon,
      summary,
    },
  });
}

const template = String.raw`
#set page(paper: "a4", margin: (x: 20mm, y: 18mm), numbering: "1 / 1")
#set text(size: 10.5pt, hyphenate: false)
#set par(leading: 0.6em, spacing: 0.8em)
#show heading.where(level: 1): set text(size: 19pt, weight: 700, fill: rgb("#0f5c66"))
#show heading.where(level: 2): set text(size: 13pt, weight: 700, fill: rgb("#0f5c66"))
#show heading.where(level: 3): set text(size: 11pt, weight: 700)
#show heading.where(level: 2): set block(above: 8mm, below: 3mm)
#show heading.where(level: 3): set block(above: 5mm, below: 2mm)

#text(size: 9.5pt, weight: 600, data.territory)
#heading(level: 1, data.title)
#text(size: 12pt, weight: 500, data.summary)

#data.at #data.caution

#for group in data.groups {
  heading(level: 2, group.title)
  for aid in group.aids {
    block(breakable: false)[
      #heading(level: 3, aid.title)
      #for line in aid.lines { par(line) }
      #if aid.because.len() > 0 { list(..aid.because.map(one => [#one])) }
    ]
  }
}

#if data.given.len() > 0 {
  heading(level: 2, data.givenTitle)
  list(..data.given.map(one => [#one.title#data.colon#strong(one.value)]))
}
`;
