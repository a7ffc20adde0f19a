/** What a note may hold: a small markup that can write nothing but text, links and figures of the house. */
export type Inline =
  | { kind: 'text'; text: string }
  | { kind: 'link'; text: string; href: string }
  /** A live figure; without an area, the territory's. */
  | { kind: 'figure'; indicator: string; area: string | null };

export type Block =
  | { kind: 'heading'; level: 2 | 3; content: Inline[] }
  | { kind: 'paragraph'; content: Inline[] }
  | { kind: 'list'; items: Inline[][] }
  | { kind: 'picture'; shape: 'chart' | 'map'; indicator: string };

const inlineParts = /\[([^\]\n]{1,300})\]\(([^()\s]{1,500})\)|\{\{\s*indicator:([\w.]{1,80})(?::(\w{1,9}))?\s*\}\}/g;
const pictureLine = /^\{\{\s*(chart|map):([\w.]{1,80})\s*\}\}$/;

/** Addresses that a link may have: the web, a mailbox, a page of this house. Others stay text. */
const isSafe = (href: string): boolean => /^(https?:\/\/|mailto:)[^\s"'<>\\]+$/.test(href) || /^\/(?![/\\])[^\s"'<>\\]*$/.test(href);

/** `# `, `## ` headings, `- ` lists, `{{chart:…}}` or `{{map:…}}` on a line of their own; paragraphs apart by an empty line. */
export function parseMarkup(text: string): Block[] {
  const blocks: Block[] = [];
  let lines: string[] = [];
  let items: Inline[][] = [];
  const endParagraph = (): void => {
    if (lines.length > 0) blocks.push({ kind: 'paragraph', content: parseInline(lines.join(' ')) });
    lines = [];
  };
  const endList = (): void => {
    if (items.length > 0) blocks.push({ kind: 'list', items });
    items = [];
  };
  for (const line of text.split(/\r?\n/).map((one) => one.trim())) {
    const [, shape, indicator] = pictureLine.exec(line) ?? [];
    const [, marks, title] = /^(#{1,2})\s+(.+)$/.exec(line) ?? [];
    const [, item] = /^[-*]\s+(.+)$/.exec(line) ?? [];
    if (item === undefined) endList();
    if (line === '' || item !== undefined || shape !== undefined || marks !== undefined) endParagraph();
    if (item !== undefined) items.push(parseInline(item));
    else if (shape !== undefined) blocks.push({ kind: 'picture', shape: shape as 'chart' | 'map', indicator: indicator! });
    else if (marks !== undefined) blocks.push({ kind: 'heading', level: marks.length === 1 ? 2 : 3, content: parseInline(title!) });
    else if (line !== '') lines.push(line);
  }
  endList();
  endParagraph();
  return blocks;
}

function parseInline(text: string): Inline[] {
  const found: Inline[] = [];
  let from = 0;
  const plain = (upTo: number): void => { if (upTo > from) found.push({ kind: 'text', text: text.slice(from, upTo) }); };
  for (const match of text.matchAll(inlineParts)) {
    const [whole, label, href, indicator, area] = match;
    if (indicator === undefined && !isSafe(href!)) continue;
    plain(match.index);
    found.push(indicator === undefined ? { kind: 'link', text: label!, href: href! } : { kind: 'figure', indicator, area: area ?? null });
    from = match.index + whole.length;
  }
  plain(text.length);
  return found;
}

/** The names by which a note's figures and pictures are kept. */
export const figureKey = (indicator: string, area: string | null): string => `${indicator}:${area ?? ''}`;
export const pictureKey = (shape: 'chart' | 'map', indicator: string): string => `${shape}:${indicator}`;

/** What a note inserts, each once. */
export function insertsOf(blocks: readonly Block[]) {
  const inlines = blocks.flatMap((block) => (block.kind === 'list' ? block.items.flat() : block.kind === 'picture' ? [] : block.content));
  const figures = new Map(inlines.flatMap((one) => (one.kind === 'figure' ? [[figureKey(one.indicator, one.area), one] as const] : [])));
  const pictures = new Map(blocks.flatMap((one) => (one.kind === 'picture' ? [[pictureKey(one.shape, one.indicator), one] as const] : [])));
  return { figures: [...figures.values()], pictures: [...pictures.values()] };
}
