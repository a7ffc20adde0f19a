import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler';
import type { PlainDate } from '../clock.ts';
import type { PageLanguage } from '../i18n/format.ts';
import { fontFamily, fontFiles, printableData } from './font.ts';

export interface PdfDocument {
  title: string;
  author: string;
  language: PageLanguage;
  /** The document's own date: the same content gives the same bytes on any day. */
  date: PlainDate;
  /**
   * Typst source: a constant of the program, never made from data. It finds `data` (below) under that name; every image
   * carries its `alt`.
   */
  template: string;
  data: unknown;
}

export interface RenderedPdf {
  bytes: Buffer;
  pages: number;
}

/** Nothing is read from this folder: sources and data are handed over in memory. */
const workspace = join(dirname(fileURLToPath(import.meta.url)), 'typst');

let compiler: NodeCompiler | undefined;

/** Accessible by default: title, author, language and date are the document's, and no face but the house's is used. */
const preamble = `
#let given = json("/document.json")
#let data = given.data
#set document(title: given.title, author: given.author, date: datetime(year: given.year, month: given.month, day: given.day))
#set text(font: "${fontFamily}", lang: given.language, fallback: false)
`;

/**
 * A tagged PDF that claims PDF/UA-1, or an error: the standard's own checks (alternative texts, title, language, glyphs)
 * run while it is written. Users' texts go in as JSON, so that nothing they hold is ever Typst.
 */
export function renderPdf(document: PdfDocument): RenderedPdf {
  const typst = (compiler ??= NodeCompiler.create({ workspace, fontArgs: [{ fontBlobs: fontFiles() }] }));
  const [year, month, day] = document.date.split('-').map(Number);
  const given = { title: document.title, author: document.author, language: document.language, data: document.data };
  typst.mapShadow(join(workspace, 'document.json'), Buffer.from(JSON.stringify({ ...(printableData(given) as object), year, month, day })));
  typst.mapShadow(join(workspace, 'main.typ'), Buffer.from(preamble + document.template));
  try {
    const compiled = typst.compile({ mainFilePath: join(workspace, 'main.typ') });
    const failure = compiled.takeError();
    if (failure || !compiled.result) throw new Error(`the document's template does not compile: ${JSON.stringify(failure && typst.fetchDiagnostics(failure))}`);
    return { bytes: typst.pdf(compiled.result, { pdfStandard: 'ua-1' }), pages: compiled.result.numOfPages };
  } finally {
    typst.resetShadow();
    typst.evictCache(10);
  }
}
