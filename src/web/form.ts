import { data } from 'react-router';

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

/** The text fields of a form, which may come several times under one name; a file in their place is left out. */
export async function readFormLists(request: Request): Promise<(name: string) => string[]> {
  const form = await request.formData().catch(() => new FormData());
  return (name) => form.getAll(name).filter((value) => typeof value === 'string');
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
