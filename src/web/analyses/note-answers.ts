import { readForm } from '../form.ts';
import { deskWords } from '../messages/analyses.ts';
import { again, type FormShape, type ServiceFailure } from '../people/submit.ts';

/** A note's form: for the service, and to be shown again. */
export async function readNote(request: Request) {
  const field = await readForm(request);
  const typed = { titre: field('titre'), resume: field('resume'), texte: field('texte') };
  return { field, typed, input: { title: typed.titre, summary: typed.resume, body: typed.texte } };
}

const shape: FormShape = {
  names: { title: 'titre', summary: 'resume', body: 'texte' },
  words: { problems: { text: deskWords.problems['required'] ?? '', ...deskWords.problems }, failures: deskWords.failures },
};

/** What has to be looked at again; a refusal and an absence are pages of their own. */
export const noteRefused = (error: ServiceFailure, typed: Record<string, string>) => again(error, shape, typed);
