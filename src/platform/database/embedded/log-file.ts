import { existsSync, readFileSync, renameSync, statSync } from 'node:fs';

const largest = 1024 * 1024;

/** Keeps the log bounded: at a start, a large one becomes the previous one, and that one goes. */
export function rotateLog(file: string): void {
  if (existsSync(file) && statSync(file).size > largest) renameSync(file, `${file}.previous`);
}

/** The text that the log gained since it had `from` bytes. */
export const logSince = (file: string, from: number): string => (existsSync(file) ? readFileSync(file).subarray(from).toString('utf8') : '');

export const lastLines = (text: string): string[] => text.split('\n').filter((line) => line.trim() !== '').slice(-5);

export const isFullDisk = (text: string): boolean => /no space left on device|disk quota exceeded/i.test(text);
