import { fstatSync, writeFileSync } from 'node:fs';
import { withoutControls } from '../platform/control-characters.ts';

/** Files, their names and the database speak through every line: what a terminal would obey is written out. */
const shown = (text: string): string => withoutControls(text.endsWith('\n') ? text : `${text}\n`);

/** Progress and refusals: never on standard output. Where they cannot be written, nothing else can tell it. */
export const say = (line: string): void => void process.stderr.write(shown(line));

/** A reader that closes early (`… | head`) has what it wanted. */
const closedByReader: ReadonlySet<string | undefined> = new Set(['EPIPE', 'ERR_STREAM_DESTROYED']);

/**
 * Writes answers on standard output.
 *
 * @param lost is told, by the system's code, of each answer that could not be written whole (no place left on the disk)
 */
export function answersTo(lost: (reason: string) => void): (text: string) => void {
  const after = (error?: NodeJS.ErrnoException | null): void => {
    if (error && !closedByReader.has(error.code)) lost(error.code ?? error.message);
  };
  const { fd } = process.stdout;
  // The system may take a part of a write only; Node's stream over a file forgets the rest without an error.
  if (!fstatSync(fd).isFile()) return (text) => void process.stdout.write(shown(text), after);
  return (text) => {
    try {
      writeFileSync(fd, shown(text));
    } catch (error) {
      after(error as NodeJS.ErrnoException);
    }
  };
}
