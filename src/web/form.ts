import { data } from 'react-router';
import { failure, success, type Result } from '../platform/result.ts';

/** A field that has to be looked at again, and why. */
export interface Problem {
  field: string;
  text: string;
}

/** What a refused form shows again. */
export interface Refused {
  problems: readonly Problem[];
  /** What was typed, secrets left out. */
  typed: Readonly<Record<string, string>>;
}

/** No page of the house sends as many; a form that does would only keep the machine busy. */
const mostFields = 300;

/**
 * The text fields of a form without files, which may come several times under one name; what is said twice is kept once.
 * Fields are counted before they are read, as reading tens of thousands takes a second by itself.
 */
export async function readFormLists(request: Request): Promise<Result<(name: string) => readonly string[], { code: 'form.tooManyFields' }>> {
  const plain = request.headers.get('content-type')?.startsWith('application/x-www-form-urlencoded') === true;
  const text = plain ? await request.text().catch(() => '') : '';
  if (text.split('&', mostFields + 1).length > mostFields) return failure({ code: 'form.tooManyFields' });
  const fields = Map.groupBy(new URLSearchParams(text), ([name]) => name);
  return success((name) => [...new Set(fields.get(name)?.map(([, value]) => value))]);
}

/** The text fields of a form; an absent one, or a file in its place, is empty. */
export async function readForm(request: Request): Promise<(name: string) => string> {
  const form = await request.formData().catch(() => new FormData());
  return (name) => {
    const value = form.get(name);
    return typeof value === 'string' ? value : '';
  };
}

/** The form again, with its problems and what was typed. */
export const refused = (problems: readonly Problem[], typed: Record<string, string> = {}, status = 400): ReturnType<typeof data<Refused>> =>
  data({ problems, typed }, { status });
