import { pino, type Logger } from 'pino';
import { withoutControls } from './control-characters.ts';

export type Log = Logger;

/**
 * Structured log on standard error: standard output carries answers only.
 * No personal datum is ever logged; paths are logged without their query.
 */
export const openLog = (level: string): Log => {
  const lines = pino.destination({ dest: 2, sync: true });
  // pino leaves raw what a terminal obeys outside ASCII; a request's path may hold it.
  return pino({ level, base: null, timestamp: pino.stdTimeFunctions.isoTime }, { write: (line) => void lines.write(withoutControls(line)) });
};
