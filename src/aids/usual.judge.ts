import { columnarJudge } from './columnar.judge.ts';
import type { Judge } from './judge.ts';
import { ruleBook } from './rule-book.ts';

let judgeInUse: Judge | undefined;

/** The judge that the app uses: compiled once for all who ask. */
export const usualJudge = (): Judge => (judgeInUse ??= columnarJudge(ruleBook()));
