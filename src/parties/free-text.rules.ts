import { carriesNir } from '../platform/nir.rules.ts';
import { plainName } from './search-text.rules.ts';
import { harmless, sensitiveSubjects, sensitiveWords, type SensitiveSubject } from './sensitive-words.ts';

export interface SensitiveFinding {
  subject: SensitiveSubject;
  /** As the text has them, without capitals nor accents. */
  words: string[];
}

export type FreeTextVerdict = { kind: 'fine' } | { kind: 'refused' } | { kind: 'doubtful'; findings: SensitiveFinding[] };

/** `*` is any ending of a word; the rest is taken as it stands. */
const pattern = (phrase: string): string => phrase.replaceAll(/(?<!\))\*/g, '\\p{L}*');
const wholeWords = (phrases: readonly string[]): RegExp => new RegExp(`(?<![\\p{L}\\p{N}])(?:${phrases.map(pattern).join('|')})(?![\\p{L}\\p{N}])`, 'gu');

const subjects = sensitiveSubjects.map((subject) => ({ subject, words: wholeWords(sensitiveWords[subject]) }));
const struckOut = wholeWords(harmless);

/**
 * Whether a free text may be kept: a social-security number is refused; words on health, religion, union, origin, sexual
 * life or offences ask the writer to confirm that they are needed.
 */
export function judgeFreeText(text: string): FreeTextVerdict {
  if (carriesNir(text)) return { kind: 'refused' };
  const plain = plainName(text).replaceAll(struckOut, ' … ');
  const findings = subjects.flatMap(({ subject, words }) => {
    const found = [...new Set([...plain.matchAll(words)].map(([word]) => word))];
    return found.length > 0 ? [{ subject, words: found }] : [];
  });
  return findings.length > 0 ? { kind: 'doubtful', findings } : { kind: 'fine' };
}
