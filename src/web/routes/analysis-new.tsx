import { redirect } from 'react-router';
import { draftAnalysis } from '../../publishing/index.ts';
import { noteRefused, readNote } from '../analyses/note-answers.ts';
import { insertables, NoteFieldset } from '../analyses/note-form.tsx';
import { Problems } from '../components/form.tsx';
import { languageOf, pathIn, useLanguage } from '../language.ts';
import { deskWords } from '../messages/analyses.ts';
import { DeskPage } from '../people/desk-page.tsx';
import { appContext } from '../request.ts';
import { demand } from '../session.ts';
import type { Route } from './+types/analysis-new';

export function loader({ context }: Route.LoaderArgs) {
  demand(context, 'analysis.create');
  return { inserts: insertables(context.get(appContext).indicators.definitions) };
}

export async function action({ context, request }: Route.ActionArgs) {
  const { actor, account } = demand(context, 'analysis.create');
  const { input, typed } = await readNote(request);
  // What a demonstration account writes is of the demonstration, and is marked so wherever it goes.
  const made = await draftAnalysis({ ...context.get(appContext), actor }, { ...input, demonstration: account.demonstration });
  if (!made.ok) return noteRefused(made.error, typed);
  return redirect(pathIn(languageOf(request), `/espace/analyses/${made.value.id}?fait=creee`), 303);
}

export default function NewAnalysis({ loaderData: { inserts }, actionData }: Route.ComponentProps) {
  const language = useLanguage();
  const problems = actionData?.problems;
  return (
    <DeskPage title={deskWords.newTitle} crumbs={[{ label: 'Mon espace', path: '/espace' }, { label: deskWords.title, path: '/espace/analyses' }]} problems={problems}>
      <Problems problems={problems} />
      <form method="post" className="form" noValidate>
        <NoteFieldset typed={actionData?.typed ?? {}} problems={problems} inserts={inserts} />
        <p className="actions"><button type="submit">{deskWords.save}</button><a href={pathIn(language, '/espace/analyses')}>Annuler</a></p>
      </form>
    </DeskPage>
  );
}
