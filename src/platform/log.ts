import { pino, type Logger } from 'pino';
import { withoutControls } from './control-characters.ts';

export type Log = Logger;

/** PostgreSQL's `detail` and `where` hold the row that failed, which is somebody's. */
const withoutRows = (error: Error): object => {
  const { detail: _detail, where: _where, ...kept } = pino.stdSerializers.err(error) as ReturnType<typeof pino.stdSerializers.err> & { detail?: unknown; where?: unknown };
  return kept;
};

/**
 * Structured log on standard error: standard output carries answers only.
 * No personal datum is ever logged; paths are logged without their query.
 */
export const openLog = (level: string): Log => {
  const lines = pino.destination({ dest: 2, sync: true });
  // pino leaves raw what a terminal obeys outside ASCII; a request's path may hold it.
  return pino({ level, base: null, serializers: { err: withoutRows }, timestamp: pino.stdTimeFunctions.isoTime }, { write: (line) => void lines.write(withoutControls(line)) });
};
