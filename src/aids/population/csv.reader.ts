import { createReadStream } from 'node:fs';

/**
 * A record of a CSV by its own first line (from 1): its cells; or `stray`, the position of the cell where a quote stands that opens or closes
 * nothing; or `lost`, that of a quoted cell which does not end, after which nothing can be told apart any more.
 */
export type CsvRecord = { line: number; cells: readonly string[] } | { line: number; stray: number } | { line: number; lost: number; because: 'end' | 'length' };

interface Physical { line: number; text: string }

/** A record under way: its cells so far, and where a quoted cell goes on over line ends, that cell and the lines that it holds. */
interface Open { cells: string[]; quoted?: string; lines: Physical[]; length: number }

/**
 * Reads records as chunks of text come. Written for files in which a quote may be wrong: what does not close well costs its own first line
 * only, and reading resumes at the next one; csv-parse, once inside wrong quotes, reads on to the next quote of the file.
 *
 * @param longest characters of a record at most
 */
export function csvRecords(separator: string, lineEnd: '\n' | '\r', longest: number) {
  let line = 0;
  let rest = '';
  let open: Open | undefined;
  let lost = false;

  function* take(chunk: string): Generator<CsvRecord> {
    const texts = (rest + chunk).split(lineEnd);
    rest = texts.pop() ?? '';
    for (const text of texts) yield* add({ line: ++line, text });
    if (rest.length > longest && !lost) {
      lost = true;
      yield { line: open?.lines[0]?.line ?? line + 1, lost: open?.cells.length ?? 0, because: 'length' };
    }
  }

  function* end(): Generator<CsvRecord> {
    if (rest !== '') yield* add({ line: ++line, text: rest });
    rest = '';
    if (open && !lost) yield { line: open.lines[0]?.line ?? line, lost: open.cells.length, because: 'end' };
  }

  function* add(first: Physical): Generator<CsvRecord> {
    const waiting = [first];
    for (let one = waiting.shift(); one !== undefined && !lost; one = waiting.shift()) {
      if (!open && (one.text === '' || one.text === '\r')) continue;
      if (!open && !one.text.includes('"')) {
        yield { line: one.line, cells: withoutReturn(one.text).split(separator) };
        continue;
      }
      const record: Open = open ?? { cells: [], lines: [], length: 0 };
      const start = record.lines[0]?.line ?? one.line;
      const outcome = goOn(record, one.text, separator, lineEnd);
      if (outcome === 'open') {
        record.lines.push(one);
        record.length += one.text.length;
        open = record;
        if (record.length <= longest) continue;
        lost = true;
        yield { line: start, lost: record.cells.length, because: 'length' };
      } else {
        open = undefined;
        yield outcome === 'done' ? { line: start, cells: record.cells } : { line: start, stray: record.cells.length };
        // Only the first line is given up: those after it are lines of their own.
        if (outcome === 'stray' && record.lines.length > 0) waiting.unshift(...record.lines.slice(1), one);
      }
    }
  }
  return { take, end, isLost: () => lost };
}

const withoutReturn = (text: string): string => (text.endsWith('\r') ? text.slice(0, -1) : text);

/** Adds a line's cells to a record. */
function goOn(record: Open, text: string, separator: string, lineEnd: string): 'done' | 'open' | 'stray' {
  if (record.quoted !== undefined) record.quoted += lineEnd;
  for (let at = 0; ;) {
    if (record.quoted === undefined && text[at] === '"') {
      record.quoted = '';
      at += 1;
    }
    if (record.quoted === undefined) {
      const end = text.indexOf(separator, at);
      const cell = end === -1 ? withoutReturn(text.slice(at)) : text.slice(at, end);
      if (cell.includes('"')) return 'stray';
      record.cells.push(cell);
      if (end === -1) return 'done';
      at = end + 1;
      continue;
    }
    const quote = text.indexOf('"', at);
    record.quoted += quote === -1 ? text.slice(at) : text.slice(at, quote);
    if (quote === -1) return 'open';
    if (text[quote + 1] === '"') {
      record.quoted += '"';
      at = quote + 2;
      continue;
    }
    const after = text.slice(quote + 1, quote + 3);
    if (after !== '' && after !== '\r' && !after.startsWith(separator)) return 'stray';
    record.cells.push(record.quoted);
    delete record.quoted;
    if (!after.startsWith(separator)) return 'done';
    at = quote + 2;
  }
}

/** The records of a file, read as they are asked for. */
export function readCsv(file: string, separator: string, lineEnd: '\n' | '\r', longest: number) {
  const bytes = createReadStream(file, { encoding: 'utf8' });
  async function* records(): AsyncGenerator<CsvRecord> {
    const { take, end, isLost } = csvRecords(separator, lineEnd, longest);
    let first = true;
    for await (const chunk of bytes as AsyncIterable<string>) {
      yield* take(first && chunk.startsWith('\ufeff') ? chunk.slice(1) : chunk);
      first = false;
      if (isLost()) return;
    }
    yield* end();
  }
  return { records: records(), bytesRead: () => bytes.bytesRead, close: () => void bytes.destroy() };
}
