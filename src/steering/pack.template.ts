/** The committee's page in Typst. `data` is all that it knows; `data.density` shrinks everything when a page is full. */
export const packTemplate = String.raw`
#let d = data.density
#let c = data.colours
#let moselle = rgb(c.structure)
#let jaumont = rgb(c.accent)
#let ink = rgb(c.ink)
#let muted = rgb(c.muted)
#let hair = 0.5pt + rgb(c.line)

#set page(paper: "a4", margin: (x: 14mm, top: 12mm, bottom: 10mm))
#set text(size: 9pt * d, fill: ink, hyphenate: false)
#set par(leading: 0.5em * d, spacing: 0.6em * d)
#show heading: set block(above: 0pt, below: 0pt)
#show heading.where(level: 1): set text(size: 17pt * d, weight: 700, fill: moselle)
#show heading.where(level: 2): set text(size: 10.5pt * d, weight: 700, fill: moselle)

#let small(body) = text(size: 6.9pt * d, fill: muted, body)
#let note(body) = text(size: 6.9pt * d, fill: ink, body)

// Shapes that go with the words: decoration only, so they stay out of the reading order.
#let mark(shape) = {
  let size = 2.1mm * d
  let drawn = if shape == "circle" { circle(radius: size / 2, fill: moselle) }
    else if shape == "triangle" { polygon(fill: jaumont, stroke: 0.5pt + ink, (0pt, size), (size / 2, 0pt), (size, size)) }
    else { rect(width: size, height: size, fill: ink) }
  box(baseline: 0.1mm, pdf.artifact(drawn))
}
#let arrow(direction) = {
  let size = 1.9mm * d
  let drawn = if direction == "up" { polygon(fill: moselle, (0pt, size), (size / 2, 0pt), (size, size)) }
    else if direction == "down" { polygon(fill: moselle, (0pt, 0pt), (size, 0pt), (size / 2, size)) }
    else { rect(width: size, height: size * 0.35, fill: moselle) }
  box(baseline: 0pt, pdf.artifact(drawn))
}

#set block(above: 0pt, below: 0pt)
#grid(columns: (1fr, auto), align: (left, right),
  par(text(size: 10pt * d, weight: 600, data.territory)),
  par(text(size: 9pt * d, data.dateText)),
)
#v(3mm * d)
#heading(level: 1, data.title)
#v(2.4mm * d)
#par(text(size: 9pt * d, fill: muted)[#data.subtitle · #data.perimeter])
#v(2.6mm * d)
#pdf.artifact(line(length: 24mm, stroke: 2pt + jaumont))
#v(3mm * d)
#par(text(size: 11pt * d, weight: 500, data.summary))
#v(2.6mm * d)

#let head(body) = text(size: 7.5pt * d, weight: 600, fill: moselle, body)
#let cells = data.figures.map(f => (
  [
    #text(weight: 600, f.label)
    \ #small(f.source)
    #if f.note != none [ \ #note(f.note)]
  ],
  align(right)[
    #text(size: (if f.large { 13pt } else { 9.5pt }) * d, weight: 700, number-width: "tabular", f.value)
    #if f.unitAfter != "" [ \ #small(f.unitAfter + ", " + f.periodLabel)] else if f.periodLabel != "" [ \ #small(f.periodLabel)]
  ],
  if f.svg != none [
    #image(bytes(f.svg), format: "svg", alt: f.alt, width: 36mm, height: 7.2mm * d, fit: "contain")
    #v(0.9mm * d)
    #if f.direction != none [#arrow(f.direction) ]#small(f.trend)
  ] else [#small(f.trend)],
  [
    #if f.state != none [#mark(f.state.shape) #text(weight: 600, f.state.word) \ ]
    #text(size: 8pt * d, weight: (if f.fixed { 600 } else { 400 }), f.target)
    #if f.targetSource != none [ \ #small(f.targetSource)]
  ],
)).flatten()

#if data.figures.len() > 0 [#table(
  columns: (1fr, 36mm, 40mm, 36mm), inset: (x, y) => (left: if x == 0 { 0pt } else { 4mm }, right: 0pt, y: 1.25mm * d), align: top,
  stroke: (x, y) => (top: none, bottom: if y == 0 { 0.8pt + moselle } else { hair }, left: none, right: none),
  table.header(head(data.columns.figure), align(right, head(data.columns.value)), head(data.columns.trend), head(data.columns.target)),
  ..cells,
)]
#if data.unavailable != none [
  #v(2.2mm * d)
  #par(text(size: 8pt * d, data.unavailable))
]
#v(3.6mm * d)

#grid(columns: (96mm, 1fr), column-gutter: 8mm,
  [
    #if data.map != none [
      #heading(level: 2, data.map.title)
      #v(1.6mm * d)
      #image(bytes(data.map.svg), format: "svg", alt: data.map.alt, width: 96mm, height: (if data.map.drawn { data.mapHeight * 1mm } else { auto }), fit: "contain")
      #v(1mm)
      #par(small(data.map.source))
    ]
  ],
  [
    #heading(level: 2, data.actionsTitle)
    #v(2.2mm * d)
    #for action in data.actions [
      #block(below: 2.6mm * d, breakable: false)[
        #text(weight: 600, action.title) \
        #mark("square") #text(weight: 600, action.late) · #action.due \
        #small(action.who)
        #if action.comment != none [ \ #note(action.comment)]
      ]
    ]
    #if data.others != none [#par(text(size: 8pt * d, data.others))]
    #par(text(size: 8pt * d, fill: muted, data.actionsText))
  ],
)
#v(1fr)
#pdf.artifact(line(length: 100%, stroke: hair))
#v(0.8mm)
#grid(columns: (1fr, auto), column-gutter: 6mm,
  par(small(data.foot)),
  par(small(data.contentId)),
)
`;
