import { redirect } from 'react-router';
import { editAnalysis, openAnalysis, publishAnalysis, readNoteFigures, submitAnalysis, withdrawAnalysis, type NoteFigures } from '../../publishing/index.ts';
import { noteRefused, readNote } from '../analyses/note-answers.ts';
import { insertables, NoteFieldset, NotePreview } from '../analyses/note-form.tsx';
import { Problems } from '../components/form.tsx';
import { languageOf, pathIn, useLanguage } from '../language.ts';
import { deskWords } from '../messages/analyses.ts';
import { DeskPage } from '../people/desk-page.tsx';
import { shown, wordOf } from '../people/submit.ts';
import { appContext } from '../request.ts';
import { demand } from '../session.ts';
import type { Route } from './+types/analysis-desk';

export async function loader({ context, params, request }: Route.LoaderArgs) {
  const app = context.get(appContext);
  const { actor } = demand(context, 'analysis.read');
  const analysis = shown(await openAnalysis({ ...app, actor }, { id: params.id }));
  return {
    analysis, inserts: insertables(app.indicators.definitions), figures: await readNoteFigures(app, analysis.body),
    done: wordOf(deskWords.done, new URL(request.url).searchParams.get('fait') ?? ''),
  };
}

type Answer = { problems?: readonly { field: string; text: string }[]; typed?: Readonly<Record<string, string>>; preview?: NoteFigures };

export async function action({ context, params, request }: Route.ActionArgs) {
  const app = context.get(appContext);
  const { actor } = demand(context, 'analysis.update');
  const session = { ...app, actor };
  const { id } = params;
  const { field, input, typed } = await readNote(request);
  const back = (done: string): Response => redirect(pathIn(languageOf(request), `/espace/analyses/${id}?fait=${done}`), 303);
  switch (field('geste')) {
    case 'apercu': {
      shown(await openAnalysis(session, { id }));
      return { typed, preview: await readNoteFigures(app, input.body.slice(0, 30_000)) } satisfies Answer;
    }
    case 'proposer': {
      const done = await submitAnalysis(session, { id });
      return done.ok ? back('proposee') : noteRefused(done.error, typed);
    }
    case 'publier': {
      const done = await publishAnalysis(app)(session, { id, revision: field('revision') });
      return done.ok ? back('publiee') : noteRefused(done.error, {});
    }
    case 'oter': {
      const done = await withdrawAnalysis(session, { id });
      return done.ok ? back('retiree') : noteRefused(done.error, {});
    }
    default: {
      const done = await editAnalysis(session, { id, ...input });
      return done.ok ? back('enregistree') : noteRefused(done.error, typed);
    }
  }
}

export default function AnalysisDesk({ loaderData: { analysis, inserts, figures, done }, actionData }: Route.ComponentProps) {
  const language = useLanguage();
  const answer = actionData as Answer | undefined;
  const typed = answer?.typed && 'texte' in answer.typed && answer.typed['texte'] !== '' ? answer.typed : { titre: analysis.title, resume: analysis.summary, texte: analysis.body };
  return (
    <DeskPage title={analysis.title} crumbs={[{ label: 'Mon espace', path: '/espace' }, { label: deskWords.title, path: '/espace/analyses' }]} lead={`État : ${deskWords.states[analysis.state]}.`} problems={answer?.problems} done={answer ? undefined : done}>
      <Problems problems={answer?.problems} />
      {analysis.demonstration && <p><strong className="demonstration">{deskWords.demonstration}</strong></p>}
      {analysis.live && analysis.slug && <p className="actions"><a href={pathIn(language, `/analyses/${analysis.slug}`)}>{deskWords.see}</a></p>}
      {analysis.state === 'review' && (
        <section aria-labelledby="relecture">
          <h2 id="relecture">{deskWords.toReview}</h2>
          {analysis.mine ? <p className="note">{deskWords.own}</p> : (
            <form method="post">
              <p>{deskWords.toPublish}</p>
              <input type="hidden" name="revision" value={analysis.revision} />
              <p className="actions"><button type="submit" name="geste" value="publier">{deskWords.publish}</button></p>
            </form>
          )}
        </section>
      )}
      <NotePreview body={typed['texte'] ?? ''} figures={answer?.preview ?? figures} />
      <form method="post" className="form" noValidate>
        <NoteFieldset typed={typed} problems={answer?.problems} inserts={inserts} />
        <p className="actions">
          <button type="submit" name="geste" value="ecrire">{deskWords.save}</button>
          <button type="submit" name="geste" value="apercu" className="button-quiet">{deskWords.preview}</button>
        </p>
      </form>
      {analysis.state === 'draft' && <form method="post"><p className="actions"><button type="submit" name="geste" value="proposer" className="button-quiet">{deskWords.submit}</button></p></form>}
      {analysis.live && <form method="post"><p className="note">{deskWords.toWithdraw}</p><p className="actions"><button type="submit" name="geste" value="oter" className="button-quiet">{deskWords.withdraw}</button></p></form>}
    </DeskPage>
  );
}
