import { pino, type Logger } from 'pino';

export type Log = Logger;

/**
 * Structured log on standard error: standard output carries answers only.
 * No personal datum is ever logged; paths are logged without their query.
 */
export const openLog = (level: string): Log =>
  pino({ level, base: null, timestamp: pino.stdTimeFunctions.isoTime }, pino.destination({ dest: 2, sync: true }));
