import { z } from 'zod';
import { carriesNir } from '../platform/nir.rules.ts';

/** What people type, made clean: one Unicode form, no control characters. Messages are codes. */
const typed = (longest: number) => z.string({ error: 'required' }).max(2 * longest, 'tooLong').transform((text) => text.normalize('NFC').replaceAll(/[^\P{C}\n\t]/gu, '').trim())
  .pipe(z.string().min(1, 'required').max(longest, 'tooLong').refine((text) => !carriesNir(text), 'nir'));
const line = (longest: number) => typed(longest).transform((text) => text.replaceAll(/\s+/gu, ' '));

export const newAnalysis = z.object({ title: line(160), summary: line(500), body: typed(30_000), demonstration: z.boolean().default(false) });
export const changedAnalysis = z.object({ id: z.uuid('unknown'), title: line(160), summary: line(500), body: typed(30_000) });
export const oneAnalysis = z.object({ id: z.uuid('unknown') });
/** What is published is what was read: a later change has another revision. */
export const readAnalysis = z.object({ id: z.uuid('unknown'), revision: z.coerce.number().int() });

export type AnalysisState = 'draft' | 'review' | 'published' | 'withdrawn';

export interface AnalysisLine {
  id: string;
  title: string;
  summary: string;
  state: AnalysisState;
  revision: number;
  slug: string | null;
  demonstration: boolean;
  changedAt: Date;
}

export interface Analysis extends AnalysisLine {
  body: string;
}
