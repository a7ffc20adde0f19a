import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { z } from 'zod';
import { failure, success, type Result } from '../platform/result.ts';
import type { Territory } from '../territory/index.ts';

const text = z.string().trim().min(1).optional();

/** `territories/<name>/legal.yaml`: what only the operator of a public site knows. Every line is optional: a page says what is missing. */
export const legalSchema = z.strictObject({
  publisher: text,
  address: text,
  director: text,
  host: text,
  contact: text,
  dpo: text,
  sourceCode: z.url().optional(),
});

export type Legal = z.infer<typeof legalSchema>;

export interface LegalFailure {
  code: 'legal.badFile';
  file: string;
  detail: string;
}

/** Reads the territory's legal file; an absent one leaves every line to be completed. */
export function readLegal(territory: Pick<Territory, 'folder'>): Result<Legal, LegalFailure> {
  const file = territory.folder && join(territory.folder, 'legal.yaml');
  if (!file || !existsSync(file)) return success({});
  try {
    const parsed = legalSchema.safeParse(parse(readFileSync(file, 'utf8')) ?? {});
    if (parsed.success) return success(parsed.data);
    return failure({ code: 'legal.badFile', file, detail: parsed.error.issues.map((issue) => `${issue.path.join('.')} : ${issue.message}`).join(' ; ') });
  } catch (error) {
    return failure({ code: 'legal.badFile', file, detail: error instanceof Error ? error.message : String(error) });
  }
}
