import { renderPdf, type RenderedPdf } from '../../platform/documents/pdf.ts';
import { formatDay, type PageLanguage } from '../../platform/i18n/format.ts';
import { simulatorMessages } from '../messages/simulator.ts';
import type { AidView } from './answer.view.ts';
import type { ContactView } from './contact.view.ts';
import { givenLines } from './given.view.ts';
import type { TextPart } from './linked.text.ts';
import { reasonsOf } from './reason.text.ts';
import { resultGroups } from './result.groups.ts';
import type { SimulatorView } from './simulator.view.ts';

/** The result on paper: the same texts as the printed page, a tagged PDF. */
export function simulatorPdf(view: SimulatorView, { language, territory }: { language: PageLanguage; territory: string }): RenderedPdf {
  const words = simulatorMessages[language];
  const { result, colon } = words;
  const { summary, groups, nothingNow } = resultGroups(view.aids, language);
  return renderPdf({
    title: `${result.title} (${formatDay(view.at, language)})`, author: 'Ancrage', language, date: view.at, template,
    data: {
      territory, title: result.title, talk: view.contact ? { ...talkData(view.contact, language), first: view.talksFirst || nothingNow } : null, summary, at: result.at(formatDay(view.at, language)), caution: result.caution,
      groups: groups.map(({ title, aids }) => ({ title, aids: aids.map((aid) => aidData(aid, language)) })), given: givenLines(view.given, language), givenTitle: words.given, colon,
    },
  });
}

/** A stretch of a line: with its language where it is not the file's, and the page that it names. */
type Part = TextPart & { lang?: 'fr'; /** As the page frames what is invented. */ framed?: true };

function talkData({ service, ways, invented }: ContactView, language: PageLanguage): { title: string; lead: string; lines: Part[][]; invented: string } {
  const { talk, colon } = simulatorMessages[language];
  return {
    title: talk.title, lead: talk.lead,
    lines: [[language === 'fr' ? { text: service } : { text: service, lang: 'fr' }, ...(invented ? [{ text: talk.mark, framed: true } as const] : [])], ...ways.map(({ kind, part }): Part[] => [{ text: talk[kind] + colon }, part])], invented: invented ? talk.invented : '',
  };
}

function aidData(aid: AidView, language: PageLanguage): { title: string; lines: Part[][]; because: string[]; confidence: string } {
  const { result, colon } = simulatorMessages[language];
  const { lead, reasons } = reasonsOf(aid, language);
  const line = (text: string): Part[] => [{ text }];
  const french = (part: TextPart, is = language !== 'fr'): Part => (is ? { ...part, lang: 'fr' } : part);
  return {
    title: aid.title,
    lines: [
      ...(aid.amount ? [[french({ text: aid.amount.label }, aid.amount.french), { text: colon + aid.amount.value + (aid.amount.limits ? ` (${aid.amount.limits})` : '') }]] : []),
      ...(aid.opens ? [line(`${aid.opens}.`)] : []),
      ...(aid.deadline && aid.outcome !== 'no' ? [line(`${aid.deadline}.`)] : []),
      ...(aid.openToAll ? [[{ text: result.openToAll + colon }, ...aid.openToAll.parts.map((part) => french(part, aid.openToAll?.french))]] : []),
      ...(aid.where ? [[{ text: result.firstStep + colon }, ...aid.where.parts.map((part) => french(part, aid.where?.french))]] : []),
      ...(aid.outcome === 'yes' || aid.askNow ? [[{ text: result.documents + colon }, french({ text: `${aid.documents.join(' ; ')}.` })]] : []),
      ...aid.waysIn.map(({ lead: way, text }) => line(`${way} ${text}.`)),
      ...(aid.missing ? [line(result.missing + colon + aid.missing)] : []),
      ...(reasons.length === 0 ? [] : [line(reasons.length === 1 ? `${lead}${colon}${reasons[0]}` : lead + colon.trimEnd())]),
    ],
    because: reasons.length > 1 ? reasons : [],
    confidence: aid.confidence,
  };
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

#let linked(part) = if "href" in part { link(part.href, part.text) } else { part.text }
#let said(part) = if "framed" in part { h(2mm) + box(stroke: 0.5pt + rgb("#cf9a3a"), inset: (x: 1.5mm), outset: (y: 1mm), text(size: 9pt, part.text)) } else if "lang" in part { text(lang: part.lang, linked(part)) } else { linked(part) }

#text(size: 9.5pt, weight: 600, lang: "fr", data.territory)
#heading(level: 1, data.title)
#text(size: 12pt, weight: 500, data.summary)

#data.at #data.caution

#let talk() = block(breakable: false, above: 8mm)[
  #heading(level: 2, data.talk.title)
  #par(data.talk.lead)
  #for line in data.talk.lines { par(line.map(said).join()) }
  #if data.talk.invented != "" { text(size: 9pt, fill: rgb("#4a5558"), data.talk.invented) }
]

#if data.talk != none and data.talk.first { talk() }

#for group in data.groups {
  heading(level: 2, group.title)
  for aid in group.aids {
    let (first, rest) = (aid.lines.slice(0, calc.min(2, aid.lines.len())), aid.lines.slice(calc.min(2, aid.lines.len())))
    block(breakable: true, above: 5mm)[
      #block(breakable: false, sticky: true)[
        #heading(level: 3, aid.title)
        #for line in first { par(line.map(said).join()) }
      ]
      #for line in rest { par(line.map(said).join()) }
      #if aid.because.len() > 0 { list(..aid.because.map(one => [#one])) }
      #text(size: 9pt, fill: rgb("#4a5558"), aid.confidence)
    ]
  }
}

#if data.talk != none and not data.talk.first { talk() }

#if data.given.said.len() + data.given.others.len() > 0 {
  heading(level: 2, data.givenTitle)
  let answers = data.given.said.map(one => [#one.title#data.colon#strong(one.value)])
  let half = calc.ceil(answers.len() / 2)
  grid(columns: (1fr, 1fr), column-gutter: 6mm, list(..answers.slice(0, half)), list(..answers.slice(half)))
  for line in data.given.others { par[#strong(line.title)#data.colon#line.value] }
}
`;
