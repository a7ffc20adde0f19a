import { data } from 'react-router';
import { readForm, refused, type Problem } from '../form.ts';
import { deskWords } from '../messages/analyses.ts';

/** A note's form: for the service, and to be shown again. */
export async function readNote(request: Request) {
  const field = await readForm(request);
  const typed = { titre: field('titre'), resume: field('resume'), texte: field('texte') };
  return { field, typed, input: { title: typed.titre, summary: typed.resume, body: typed.texte } };
}

const names: Readonly<Record<string, string>> = { title: 'titre', summary: 'resume', body: 'texte' };

/** What has to be looked at again; a refusal and an absence are pages of their own. */
export function noteRefused(error: { code: string } | { code: 'input.invalid'; fields: Readonly<Record<string, string>> }, typed: Record<string, string>) {
  if (error.code === 'forbidden') throw data(null, { status: 403 });
  if (error.code.endsWith('.unknown') || ('fields' in error && 'id' in error.fields)) throw data(null, { status: 404 });
  const problems: Problem[] = 'fields' in error
    ? Object.entries(error.fields).map(([known, why]) => ({ field: names[known] ?? 'titre', text: deskWords.problems[why] ?? deskWords.problems['required']! }))
    : [{ field: 'titre', text: deskWords.failures[error.code] ?? error.code }];
  return refused(problems, typed);
}
